import { parse, stringify } from 'yaml';
import { readContracts } from '../../src/cli/contracts.ts';
import type { SourceFile } from '../../src/index.ts';
import { DESK } from './registry.ts';

/** The files of an API that has something of everything. */
export const RICH = (await readContracts(DESK)).filter(({ path }) => path.startsWith('desk/'));

/** The data files of {@link RICH}, by name. */
export const RICH_DATA: Record<string, SourceFile> = Object.fromEntries(
  RICH.filter(({ path }) => path.endsWith('.yaml')).map((it) => [it.path.replace(/^desk\/|\.yaml$/g, ''), it]),
);

/** What a careless edit does to a value; undefined where it takes the value away. */
export const EDITS = {
  removed: () => undefined,
  changed: (value: unknown) => {
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    return typeof value === 'string' ? `${value}x` : value;
  },
  reversed: (value: unknown) => {
    if (Array.isArray(value)) return value.toReversed();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).reverse());
  },
  mistyped: (value: unknown) => (typeof value === 'number' ? [] : 7),
} satisfies Record<string, (value: unknown) => unknown>;

/** {@link RICH} with one edit at one place after the other. */
export function richWith(
  file: SourceFile,
  edit: (value: unknown) => unknown,
): { place: string; sources: SourceFile[] }[] {
  const value: unknown = parse(file.text);
  return pathsIn(value).map((path) => {
    const after = edited(value, path, edit);
    const text = after === undefined ? '' : stringify(after);
    return { place: path.join(' '), sources: RICH.map((it) => (it === file ? { ...it, text } : it)) };
  });
}

type Path = readonly string[];

/** The places of all values in a value, down to texts and numbers. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function edited(value: unknown, [key, ...rest]: Path, edit: (value: unknown) => unknown): unknown {
  if (key === undefined) return edit(value);
  const entries = Object.entries(Object(value)).flatMap(([name, inner]): [string, unknown][] => {
    if (name !== key) return [[name, inner]];
    const now = edited(inner, rest, edit);
    return now === undefined ? [] : [[name, now]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
