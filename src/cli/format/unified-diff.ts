import { createTwoFilesPatch } from 'diff';
import { visible } from './visible.ts';

/** What would change in a file, as `diff -u` shows it. */
export function unifiedDiff(before: string, after: string, name: string): string {
  const patch = createTwoFilesPatch(`${name} (on disk)`, `${name} (from the registry)`, before, after, '', '', {
    context: 3,
  });
  return patch.split('\n').slice(1).map(visible).join('\n').trimEnd();
}
