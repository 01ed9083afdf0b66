import { counted } from '../../model/counted.ts';
import { nearest } from '../../model/nearest.ts';
import { nameOf } from '../name-of.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Document, Path, Place } from '../source/document.ts';

export const wrongValue: RuleMeta = {
  id: 'wrong-value',
  level: 'error',
  summary: 'A value has the type and format that its field requires; nothing is converted silently.',
};

/** What a field asks for, in words that complete "It is …", and the values that it allows if they can be counted. */
export interface Expectation {
  words: string;
  values: string[];
}

/** A value of the wrong type or form; `found` is the value that is there. */
export function wrongValueFinding(document: Document, path: Path, expected: Expectation, found: unknown): Finding {
  const at = { document, path, part: 'value' } as const;
  if (path.length === 0) return wholeFile(document, found);
  const name = nameOf(path);
  const written = writtenAt(document, path);
  if (/^text(?:,|$)/.test(expected.words) && (typeof found === 'number' || typeof found === 'boolean')) {
    return {
      at,
      message: `${name} must be text, but without quotes this is the ${typeof found} ${String(found)}.`,
      fix: `Put it in quotes: "${written}".`,
    };
  }
  const text = /^text(?:,|$)/.test(expected.words) ? textWithColon(found) : undefined;
  if (text !== undefined) {
    return {
      at,
      message: `${name} must be text, but without quotes the colon and the space make it a mapping.`,
      fix: `Put it in quotes: ${JSON.stringify(text)}.`,
    };
  }
  const meant = typeof found === 'string' ? nearest(found, expected.values) : undefined;
  return {
    at,
    message: `${name} must be ${expected.words}, but is ${describe(found)}.`,
    fix:
      meant !== undefined
        ? `Did you mean \`${meant}\`?`
        : (formOf(path, expected.words, found) ?? fixFor(expected.words, found)),
  };
}

/** A text with a colon and a space that YAML read as a mapping; undefined for any other value. */
function textWithColon(found: unknown): string | undefined {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
  const [[name, rest] = [], ...more] = Object.entries(found);
  return name !== undefined && more.length === 0 && typeof rest === 'string' ? `${name}: ${rest}` : undefined;
}

/** The right form where a list is a mapping, or a mapping a list, as far as it can be shown; of texts, the first few. */
function formOf(path: Path, words: string, found: unknown): string | undefined {
  const field = path.at(-1);
  if (typeof found !== 'object' || found === null || typeof field !== 'string') return undefined;
  if (words === 'a list' && !Array.isArray(found)) {
    const names = Object.keys(found).slice(0, 3);
    return `Write a list: \`${field}: [${names.join(', ')}]\`.`;
  }
  if (words !== 'a mapping' || !Array.isArray(found)) return undefined;
  const [first] = found;
  const name = typeof first === 'string' ? first : nameIn(first);
  return name === undefined ? undefined : `Write each one under its name, as a key: \`${field}: { ${name}: { … } }\`.`;
}

/** What an item of a list is called by its own field. */
function nameIn(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const name = ['code', 'name', 'id'].map((key): unknown => Reflect.get(item, key)).find((it) => it !== undefined);
  return typeof name === 'string' || typeof name === 'number' ? String(name) : undefined;
}

function fixFor(words: string, found: unknown): string {
  return found === null ? `Write ${words}, or remove the key if it is optional.` : `Write ${words}.`;
}

/** States that are not in groups. */
export function statesWithoutGroups(document: Document, state: string): Finding {
  return {
    at: { document, path: ['states'], part: 'key' },
    message:
      '`states` must be a mapping of groups, each with its states under `values`, but it has the states themselves.',
    fix: `Give them a group: \`states: { session: { title: Session, values: { ${state}: { meaning: … } } } }\`.`,
  };
}

/** The second occurrence of a name in a list of names. */
export function listedTwice(at: Place, name: string): Finding {
  return {
    at,
    message: `\`${name}\` is listed twice, but a domain has one place in the order.`,
    fix: 'Remove one of the two.',
  };
}

/** Reported once for the mistakes of all entries that come after very many others. */
export function unlistedEntries(document: Document, code: string, entries: number): Finding {
  return {
    at: { document, path: ['codes', code], part: 'key' },
    message: `This entry and later ones have more mistakes that are not listed: ${counted(entries, 'entry', 'entries')} in all.`,
    fix: 'Fix those that are listed, then check again.',
  };
}

function wholeFile(document: Document, found: unknown): Finding {
  const at = { document, range: [0, 0] } as const;
  if (found === null || found === undefined) {
    return {
      at,
      message: 'This file is empty, or contains only comments.',
      fix: 'Add its fields, or delete it.',
    };
  }
  return {
    at,
    message: `A registry file must be a mapping of fields, but this is ${describe(found)}.`,
    fix: 'Write each field as a name and a value.',
  };
}

function writtenAt(document: Document, path: Path): string {
  return document.text.slice(...document.locate(path, 'value')).trim();
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length > 0 ? 'a list' : 'an empty list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return value === '' ? 'empty text' : `\`${value.slice(0, 60)}\``;
  return `the ${typeof value} ${String(value)}`;
}
