import {
  type Document,
  isDamaged,
  type Path,
  References,
  readJson,
  readYaml,
  type SourceFile,
} from '../../load/index.ts';
import { tokensOf } from '../../model/envelope/pointer.ts';
import { type Input, isObject, type Problem, type SourcePart } from '../source.ts';
import { syntaxOf } from './json.ts';
import type { Locate } from './rows-of-value.ts';

/** The key under which the value of a document gets those of its other files, by path; no document has it. */
const FILES = '\u0000files';

/** A document with the files that it refers to, read as one value. */
export interface Whole {
  main: Document;
  refs: References;
  locate: Locate;
  /** What can't be followed or read, each with its place. */
  problems: Problem[];
  /** The other files that were read. */
  parts: SourcePart[];
}

/** Reads a document with the files that it refers to (`$ref`), as far as they are given. */
export function wholeOf({ file, others: given }: Input): Whole {
  const others = given ?? [];
  const main = read(file);
  const parts: SourcePart[] = [];
  let start = main.text.length + 1;
  for (const it of others.filter(({ trouble }) => trouble === undefined)) {
    const document = read(it);
    parts.push({ start, document });
    start += document.text.length + 1;
  }
  const byPath = new Map(parts.map((part) => [part.document.path, part]));
  const values = [...byPath].map(([path, { document }]) => [path, document.value]);
  const root =
    isObject(main.value) && parts.length > 0 ? { ...main.value, [FILES]: Object.fromEntries(values) } : main.value;
  const pathOf = (ref: string, at: Path) => {
    const target = targetOf(ref, fileAt(at) ?? file.path);
    if (!target?.pointer) return undefined;
    if (target.path === file.path) return target.pointer;
    return byPath.has(target.path) ? [FILES, target.path, ...target.pointer] : undefined;
  };
  const locate: Locate = (path, part) => {
    const own = byPath.get(fileAt(path) ?? '');
    if (!own) return main.locate(path, part);
    const [from, to] = own.document.locate(path.slice(2), part);
    return [own.start + from, own.start + to];
  };
  const refs = new References(root, pathOf);
  const known = given && new Map(given.map((it) => [it.path, it.trouble]));
  const damaged = new Set(parts.flatMap(({ document }) => (isDamaged(document) ? [document.path] : [])));
  const problems = [
    ...parts.flatMap(({ document, start }) =>
      syntaxOf(isDamaged(document) ? document.problems : []).map((it) => ({ ...it, at: shifted(it.at, start) })),
    ),
    ...[{ start: 0, document: main }, ...parts].flatMap(({ document, start }) =>
      referencesIn(document.value).flatMap(({ ref, path }) => {
        const target = targetOf(ref, document.path);
        if (target && (target.path === document.path || damaged.has(target.path))) return [];
        const prefix = document === main ? [] : [FILES, document.path];
        const to = pathOf(ref, prefix);
        const isThere = to !== undefined && has(root, to);
        const why = isThere ? undefined : problemOf(ref, target, known);
        return why ? [{ at: shifted(document.locate(path, 'value'), start), ...why }] : [];
      }),
    ),
  ];
  return { main, refs, locate, problems, parts };
}

/** The paths of the other files that a document names, as from where its own path counts; no addresses. */
export function referencedFiles(file: SourceFile): string[] {
  const targets = referencesIn(read(file).value).flatMap(({ ref }) => targetOf(ref, file.path)?.path ?? []);
  return [...new Set(targets)].filter((path) => path !== file.path);
}

function read(file: SourceFile): Document {
  return /^\s*[{[]/.test(file.text) ? readJson(file) : readYaml(file);
}

/** The other file in which a place of the whole is; undefined for the document itself. */
function fileAt([first, path]: Path): string | undefined {
  return first === FILES ? String(path) : undefined;
}

function shifted([from, to]: Problem['at'], start: number): Problem['at'] {
  return [start + from, start + to];
}

function has(root: unknown, path: Path): boolean {
  let here = root;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = Reflect.get(here, key);
  }
  return true;
}

/** Where a reference leads (RFC 3986, section 5; RFC 6901, section 6): a file, and a place in it unless the fragment is no pointer. */
interface Target {
  path: string;
  pointer: Path | undefined;
}

/** Undefined for an address, which is on the network, and for a path from the root of a disk. */
function targetOf(ref: string, from: string): Target | undefined {
  if (isAddress(ref) || ref.startsWith('/')) return undefined;
  const [, file = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(ref) ?? [];
  const path = file === '' ? from : joined(from, decoded(file));
  const isPointer = fragment === undefined || fragment === '' ? file !== '' : fragment.startsWith('/');
  return { path, pointer: isPointer ? tokensOf(decoded(fragment ?? '')) : undefined };
}

function isAddress(ref: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref);
}

/** A path from the folder of a file. */
function joined(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The references of a document, each once. */
function referencesIn(root: unknown): { ref: string; path: (string | number)[] }[] {
  const found = new Map<string, (string | number)[]>();
  const visit = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string' && !found.has(inner)) found.set(inner, [...path, key]);
      visit(inner, [...path, key]);
    }
  };
  visit(root, []);
  return [...found].map(([ref, path]) => ({ ref, path }));
}

/** Why a reference was not followed, and what to do. */
function problemOf(
  ref: string,
  target: Target | undefined,
  known: ReadonlyMap<string, SourceFile['trouble']> | undefined,
): Omit<Problem, 'at'> {
  const shown = `\`${ref}\``;
  const bundle = 'bundle the document into one file first.';
  if (isAddress(ref))
    return {
      message: `${shown} is on the network, so it was not read.`,
      fix: `Save it beside the document, or ${bundle}`,
    };
  const trouble = target && known?.get(target.path);
  if (!target || trouble === 'outside')
    return {
      message: `${shown} is outside of the folder of the document, so it was not read.`,
      fix: `Name a folder that has both with --root, or ${bundle}`,
    };
  if (trouble !== undefined)
    return { message: `${shown} is not a file of text in UTF-8, so it was not read.`, fix: `Correct it, or ${bundle}` };
  if (!known)
    return {
      message: `${shown} is in another file, so it was not read.`,
      fix: `Give the text of that file too, or ${bundle}`,
    };
  if (!known.has(target.path))
    return { message: `${shown} names a file that does not exist.`, fix: `Correct the reference, or ${bundle}` };
  return { message: `${shown} leads to nothing in that file.`, fix: 'Correct the reference.' };
}
