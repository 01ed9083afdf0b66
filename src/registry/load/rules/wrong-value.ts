import type { Finding, RuleMeta } from '../../rule.ts';
import type { Document, Path } from '../../source/document.ts';

export const wrongValue: RuleMeta = {
  id: 'wrong-value',
  level: 'error',
  summary: 'A value has the type and form that its field asks for; nothing is converted in silence.',
};

/** `expected` completes the sentence "Expected …"; `found` is the value that stands there. */
export function wrongValueFinding(document: Document, path: Path, expected: string, found: unknown): Finding {
  const at = { document, path, part: 'value' } as const;
  const name = path.length > 0 ? `\`${path.at(-1)}\`` : 'This file';
  const written = writtenAt(document, path);
  if (expected === 'text' && (typeof found === 'number' || typeof found === 'boolean')) {
    return {
      at,
      message: `${name} is text, but without quotes this reads as the ${typeof found} ${String(found)}.`,
      fix: `Put it in quotes: "${written}".`,
    };
  }
  return { at, message: `${name} is ${expected}, but here stands ${describe(found)}.`, fix: `Write ${expected}.` };
}

function writtenAt(document: Document, path: Path): string {
  return document.text.slice(...document.locate(path, 'value')).trim();
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `\`${value.slice(0, 60)}\``;
  return `the ${typeof value} ${String(value)}`;
}
