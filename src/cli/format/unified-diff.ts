import { createTwoFilesPatch } from 'diff';
import { visible } from './visible.ts';

/** What would change in a file, as `diff -u` shows it; `source` says where its new text comes from. */
export function unifiedDiff(before: string, after: string, name: string, source = 'from the registry'): string {
  const patch = createTwoFilesPatch(`${name} (on disk)`, `${name} (${source})`, before, after, '', '', {
    context: 3,
  });
  return patch.split('\n').slice(1).map(visible).join('\n').trimEnd();
}
