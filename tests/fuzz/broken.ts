import fc from 'fast-check';
import type { SourceFile } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { registries } from './registries.ts';
import { anyJson, anyText, BREAKING } from './texts.ts';
import { type Entry, filesOf, type Written } from './written.ts';

/** One change of a value somewhere in a registry. */
interface Accident {
  /** Where: as a share of all places. */
  where: number;
  how: 'replace' | 'remove' | 'rename' | 'add' | 'repeat' | 'swap';
  key: string;
  value: unknown;
}

const accidents = fc.array(
  fc.record<Accident>({
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    how: fc.constantFrom('replace', 'replace', 'remove', 'rename', 'add', 'repeat', 'swap'),
    key: fc.oneof(
      anyText,
      fc.constantFrom(
        'envelope',
        'retired',
        'visibility',
        'items',
        'role',
        'codes',
        '$ref',
        'status',
        'toString',
        '__proto__',
      ),
    ),
    value: anyJson,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Every object and list in a value, and in those. */
function holders(value: unknown): (Entry | unknown[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? value : (value as Entry);
  return [own, ...Object.values(own).flatMap(holders)];
}

function set(holder: Entry | unknown[], key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function happen(root: Entry, { where, how, key, value }: Accident): void {
  const places = holders(root).flatMap((holder) =>
    Object.keys(holder).map((it): [Entry | unknown[], string] => [holder, it]),
  );
  const at = Math.floor(where * places.length);
  const [holder, name] = present(places[at]);
  const old = Reflect.get(holder, name);
  if (how === 'replace') set(holder, name, value);
  else if (how === 'swap') {
    const [other, otherName] = present(places[(at * 7 + key.length) % places.length]);
    set(holder, name, structuredClone(Reflect.get(other, otherName)));
  } else if (Array.isArray(holder)) {
    if (how === 'remove') holder.splice(Number(name), 1);
    else holder.push(how === 'repeat' ? structuredClone(old) : value);
  } else if (how === 'add') set(holder, key, value);
  else if (how === 'repeat') set(holder, key, structuredClone(old));
  else {
    delete holder[name];
    if (how === 'rename') set(holder, key, old);
  }
}

/** Registries in which values are of another type, missing, misspelled, repeated, or somewhere else. */
export const brokenRegistries: fc.Arbitrary<Written> = fc.tuple(registries, accidents).map(([written, all]) => {
  const root = { api: written.api, domains: written.domains, guides: written.guides };
  const copy = structuredClone(root);
  for (const accident of all) {
    const part = accident.where < 0.3 ? copy.api : copy.domains;
    if (holders(part).some((it) => Object.keys(it).length > 0)) happen(part, accident);
  }
  return copy;
});

/** What happens to the text of one file. */
interface Damage {
  file: number;
  from: number;
  length: number;
  how: 'cut' | 'double' | 'head' | 'tail' | 'insert' | 'replace' | 'everywhere' | 'byte';
  piece: string;
}

export const damages = fc.array(
  fc.record<Damage>({
    file: fc.nat({ max: 99 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    how: fc.constantFrom('cut', 'double', 'head', 'tail', 'insert', 'replace', 'everywhere', 'byte'),
    piece: fc.constantFrom(...BREAKING),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A text in which bytes are lost, repeated, moved or put in. */
export function damaged(text: string, { from, length, how, piece }: Damage): string {
  const start = Math.floor(from * text.length);
  const end = Math.min(text.length, start + length);
  switch (how) {
    case 'cut':
      return text.slice(0, start) + text.slice(end);
    case 'double':
      return text.slice(0, end) + text.slice(start);
    case 'head':
      return text.slice(0, start);
    case 'tail':
      return text.slice(start);
    case 'insert':
      return text.slice(0, start) + piece + text.slice(start);
    case 'replace':
      return text.slice(0, start) + piece + text.slice(end);
    case 'everywhere':
      return text.replaceAll(text[start] ?? ' ', piece).slice(0, 20_000);
    case 'byte': {
      const bytes = Buffer.from(text);
      if (start < bytes.length) bytes[start] = length * 6;
      return bytes.toString('utf8');
    }
  }
}

export function withDamage(files: readonly SourceFile[], all: readonly Damage[]): SourceFile[] {
  return all.reduce<SourceFile[]>(
    (now, damage) => {
      const at = damage.file % now.length;
      const file = present(now[at]);
      return now.with(at, { ...file, text: damaged(file.text, damage) });
    },
    [...files],
  );
}

const PATHS = [
  'x.yaml',
  '/',
  '',
  'a/b/c/d.json',
  'desk/api.yaml.yaml',
  'DESK/API.YAML',
  'desk/guides/g.mdx',
  'desk/guides/BAD NAME.mdx',
  'desk/api.yml',
  'changes/api.yaml',
  'desk/releases/1.json',
];

/** What happens to one file as a whole. */
interface Misfortune {
  file: number;
  how: 'lose' | 'copy' | 'move' | 'trouble' | 'empty';
  path: string;
  trouble: NonNullable<SourceFile['trouble']>;
}

export const misfortunes = fc.array(
  fc.record<Misfortune>({
    file: fc.nat({ max: 99 }),
    how: fc.constantFrom('lose', 'copy', 'move', 'trouble', 'empty'),
    path: fc.oneof(
      fc.constantFrom(...PATHS),
      anyText.map((text) => `desk/${text}.yaml`),
    ),
    trouble: fc.constantFrom('encoding', 'outside', 'unreadable'),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Files that are lost, doubled, misplaced, empty or not readable. */
export function withMisfortune(files: readonly SourceFile[], all: readonly Misfortune[]): SourceFile[] {
  return all.reduce<SourceFile[]>(
    (now, { file, how, path, trouble }) => {
      if (now.length === 0) return now;
      const at = file % now.length;
      const { text } = present(now[at]);
      if (how === 'lose') return now.toSpliced(at, 1);
      if (how === 'copy') return now.concat({ path, text });
      if (how === 'move') return now.with(at, { path, text });
      return now.with(at, { path: present(now[at]).path, text: '', ...(how === 'trouble' && { trouble }) });
    },
    [...files],
  );
}

/** A registry's files, each in YAML or JSON. */
export const writtenIn = (written: fc.Arbitrary<Written>): fc.Arbitrary<SourceFile[]> =>
  fc
    .tuple(written, fc.nat({ max: 7 }))
    .map(([it, formats]) => filesOf(it, (file) => ((file.length + formats) & 3) !== 0));
