import type { Path, Range } from '../../load/index.ts';
import type { Json } from '../../model/schema/field.ts';
import { type Cell, isObject, type Row, rowOf } from '../source.ts';

/** Where a part of a value is in its file. */
export type Locate = (path: Path, part: 'key' | 'value') => Range;

/** The names of fields that are no member of an object: the key under which it is, and a value that is not an object. */
export const KEY = 'key';
export const VALUE = 'value';

/** Names of fields by which an entry is known from a group of entries. */
const OF_ENTRY = /message|msg|desc|status|code|title|meaning|detail|reason|text|summary|name/i;

/** How deep lists and mappings of errors may be inside others. */
const DEEPEST = 6;

/**
 * The errors in data: the items of a list, or the members of a mapping by code; of data that only holds such lists and
 * mappings, those of all of them.
 */
export function rowsOf(value: Json, locate: Locate, path: Path = [], depth = 0): Row[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => itemRows(item, locate, [...path, index]));
  if (!isObject(value)) return [];
  const members = Object.entries(value);
  if (isByCode(members)) return members.map(([key, inner]) => memberRow(key, inner, locate, [...path, key]));
  return members.flatMap(([key, inner]) => rowsOf(inner, locate, [...path, key], depth + 1));
}

function itemRows(item: Json, locate: Locate, path: Path): Row[] {
  const at = locate(path, 'value');
  if (isObject(item)) return [rowOf(at, cellsOf(item, locate, path))];
  if (typeof item === 'string' || typeof item === 'number') return [rowOf(at, [[VALUE, { value: item, at }]])];
  return [];
}

/** The error that a member of a mapping by code is. */
function memberRow(key: string, inner: Json, locate: Locate, path: Path): Row {
  const at = locate(path, 'key');
  const own: [string, Cell][] = [[KEY, { value: key, at }]];
  const rest = isObject(inner) ? cellsOf(inner, locate, path) : [[VALUE, cellAt(inner, locate, path)] as const];
  return rowOf(at, [...own, ...rest]);
}

/** The members of an object as values by name, those of an object inside it as `outer.inner`. */
export function cellsOf(value: Record<string, Json>, locate: Locate, path: Path, prefix = ''): [string, Cell][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Cell][] => {
    const at = [...path, key];
    return isObject(inner) && at.length - path.length < DEEPEST && prefix.split('.').length < DEEPEST
      ? cellsOf(inner, locate, at, `${prefix}${key}.`)
      : [[`${prefix}${key}`, cellAt(inner, locate, at)]];
  });
}

function cellAt(value: Json, locate: Locate, path: Path): Cell {
  return { value, at: locate(path, 'value') };
}

/** A mapping by code: its members are all texts, or all objects with a text or a number in them, and there is no list. */
function isByCode(members: readonly [string, Json][]): boolean {
  if (members.length === 0) return false;
  if (members.every(([key, value]) => typeof value === 'string' && !/^(?:\$?schema|version|title|name)$/i.test(key)))
    return true;
  const entries = members.flatMap(([, value]) => (isObject(value) ? [value] : []));
  if (entries.length < members.length) return false;
  return entries.every((entry) => Object.keys(entry).some((name) => OF_ENTRY.test(name)));
}
