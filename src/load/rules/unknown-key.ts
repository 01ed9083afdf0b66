import { nearest } from '../../model/nearest.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

export const unknownKey: RuleMeta = {
  id: 'unknown-key',
  level: 'error',
  summary: 'Every key is one that the format knows; a misspelt key would silently say nothing.',
};

export function unknownKeyFinding(document: Document, path: Path, known: string[]): Finding {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  return {
    at: { document, path, part: 'key' },
    message: `\`${key}\` is no key of the format here, so nothing would read it.`,
    fix: meant ? `Did you mean \`${meant}\`?` : `Take it away, or use one of: ${known.join(', ')}.`,
  };
}
