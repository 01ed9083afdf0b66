import { nearest } from '../../model/nearest.ts';
import { FACTS } from '../../model/schema/code.ts';
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
  const isCode = path.length === 1 && known.includes('codes') && isEntry(document.value, key);
  return {
    at: { document, path, part: 'key' },
    message: `\`${key}\` isn't a key that the format has here, so it would be ignored.`,
    fix: meant ? `Did you mean \`${meant}\`?` : isCode ? INDENT : `Remove it, or use one of: ${known.join(', ')}.`,
  };
}

const INDENT = 'If it is a code, indent it and its fields, so that they are below `codes`; if not, remove it.';

/** True where a key of a file holds a mapping with a field of a code's entry. */
function isEntry(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inner: unknown = Reflect.get(value, key);
  return typeof inner === 'object' && inner !== null && FACTS.some((fact) => Object.hasOwn(inner, fact));
}
