import { nearest } from '../../model/nearest.ts';
import { nameOf } from '../name-of.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path, Place } from '../source/document.ts';

export const wrongValue: RuleMeta = {
  id: 'wrong-value',
  level: 'error',
  summary: 'A value has the type and form that its field asks for; nothing is converted in silence.',
};

/** What a field asks for, in words that complete "It is …", and the values that it allows if they can be counted. */
export interface Expectation {
  words: string;
  values: string[];
}

/** A value of the wrong type or form; `found` is what stands there. */
export function wrongValueFinding(document: Document, path: Path, expected: Expectation, found: unknown): Finding {
  const at = { document, path, part: 'value' } as const;
  if (path.length === 0) return wholeFile(document, found);
  const name = nameOf(path);
  const written = writtenAt(document, path);
  if (/^text(?:,|$)/.test(expected.words) && (typeof found === 'number' || typeof found === 'boolean')) {
    return {
      at,
      message: `${name} is text, but without quotes this reads as the ${typeof found} ${String(found)}.`,
      fix: `Put it in quotes: "${written}".`,
    };
  }
  const meant = typeof found === 'string' ? nearest(found, expected.values) : undefined;
  return {
    at,
    message: `${name} is ${expected.words}, but here stands ${describe(found)}.`,
    fix: meant !== undefined ? `Did you mean \`${meant}\`?` : fixFor(expected.words, found),
  };
}

function fixFor(words: string, found: unknown): string {
  return found === null ? `Write ${words}, or take the key away where it is optional.` : `Write ${words}.`;
}

/** A name in a list of names, where it stands a second time. */
export function listedTwice(at: Place, name: string): Finding {
  return { at, message: `\`${name}\` is listed twice; a domain has one place.`, fix: 'Take it away here.' };
}

/** In the place of the mistakes of entries that come after very many others. */
export function unlistedEntries(document: Document, code: string, entries: number): Finding {
  return {
    at: { document, path: ['codes', code], part: 'key' },
    message: `From this entry on there are more with mistakes that are not listed: ${entries.toLocaleString('en')} in all.`,
    fix: 'Fix those that are listed, then check again.',
  };
}

function wholeFile(document: Document, found: unknown): Finding {
  const at = { document, range: [0, 0] } as const;
  if (found === null || found === undefined) {
    return {
      at,
      message: 'This file says nothing: it is empty, or all of it is comments.',
      fix: 'Write its fields, or delete it.',
    };
  }
  return {
    at,
    message: `A file of the registry holds fields with names, but here stands ${describe(found)}.`,
    fix: 'Write its fields, each as a name and a value.',
  };
}

function writtenAt(document: Document, path: Path): string {
  return document.text.slice(...document.locate(path, 'value')).trim();
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length > 0 ? 'a list' : 'an empty list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `\`${value.slice(0, 60)}\``;
  return `the ${typeof value} ${String(value)}`;
}
