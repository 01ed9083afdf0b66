import { nearest } from '../../model/nearest.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

export const unknownKey: RuleMeta = {
  id: 'unknown-key',
  level: 'error',
  summary: 'Every key is part of the format; a misspelled key would be ignored without notice.',
};

export function unknownKeyFinding(document: Document, path: Path, known: string[]): Finding {
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  return {
    at: { document, path, part: 'key' },
    message: `\`${key}\` isn't a key that the format has here, so it would be ignored.`,
    fix: meant ? `Did you mean \`${meant}\`?` : `Remove it, or use one of: ${known.join(', ')}.`,
  };
}
