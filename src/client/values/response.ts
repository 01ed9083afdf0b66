import type { Field, Json } from '../../browser.ts';
import { foldName, put, tokensOf } from '../../browser.ts';
import type { LinkValue } from './link.ts';

/** What a page says of a field of its response. */
export type Hint = [pointer: string, type: Field['type'], role?: Field['role']];

/** A response as it is shown: its first line, its header fields, its body. */
interface Shown {
  statusLine: string;
  headers: [name: string, value: string][];
  body: { [key: string]: Json };
}

/** A response with the values of a link in it. */
export interface Filled extends Shown {
  /** The pointers and the headers that hold a value of the link. */
  pointers: Set<string>;
  names: Set<string>;
}

/** Reads a response from the text of its example; undefined where its body is not JSON, which is shown as it is. */
export function shownIn(text: string): Shown | undefined {
  const bodyOf = (json: string) => {
    const body = parsed(json);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  };
  if (!text.startsWith('HTTP/')) {
    const body = bodyOf(text);
    return body && { statusLine: '', headers: [], body };
  }
  const end = text.indexOf('\n\n');
  const [statusLine = '', ...fields] = text.slice(0, end).split('\n');
  const headers = fields.map((field): [string, string] => {
    const colon = field.indexOf(': ');
    return [field.slice(0, colon), field.slice(colon + 2)];
  });
  const body = bodyOf(text.slice(end + 2));
  return body && { statusLine, headers, body };
}

/** Puts the values that have a place into the response; of several with one name the first. */
export function fill(shown: Shown, hints: readonly Hint[], values: readonly LinkValue[]): Filled {
  const body = structuredClone(shown.body);
  const headers = shown.headers.map(([name, value]): [string, string] => [name, value]);
  const pointers = new Set<string>();
  const names = new Set<string>();
  for (const { name, value } of values) {
    const places = placesOf(name, hints).filter(([pointer]) => !pointers.has(pointer));
    for (const [pointer, type] of places) {
      put(body, pointer, asType(type, value));
      pointers.add(pointer);
    }
    const header = headers.find((it) => foldName(it[0]).replace(/^x/, '') === foldName(name).replace(/^x/, ''));
    if (!header || names.has(header[0])) continue;
    header[1] = value.replace(/[\r\n]+/g, ' ');
    names.add(header[0]);
  }
  return { statusLine: shown.statusLine, headers, body, pointers, names };
}

/** The fields that a name means: by the last part of their pointer, else by role, else by that part in another spelling. */
function placesOf(name: string, hints: readonly Hint[]): readonly Hint[] {
  const last = ([pointer]: Hint) => tokensOf(pointer).at(-1) ?? '';
  const folded = foldName(name);
  const matches: ((hint: Hint) => boolean)[] = [
    (hint) => last(hint) === name,
    ([, , role]) => role !== undefined && role === name,
    (hint) => folded !== '' && foldName(last(hint)) === folded,
  ];
  return matches.map((isMatch) => hints.filter(isMatch)).find((found) => found.length > 0) ?? [];
}

/** More brackets than this in a value, and it is shown as text: nothing may nest so deep that a browser gives up. */
const MOST_BRACKETS = 200;

/** The value as JSON of the field's type if it is spelled so, else as text. */
function asType(type: Field['type'], text: string): Json {
  if (type === 'string' || (text.match(/[[{]/g)?.length ?? 0) > MOST_BRACKETS) return text;
  const value = parsed(text);
  if (value === undefined || typeOf(value) !== (type === 'integer' ? 'number' : type)) return text;
  // a number that would be shown in another spelling stays as text
  return typeof value === 'number' && String(value) !== text ? text : value;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
