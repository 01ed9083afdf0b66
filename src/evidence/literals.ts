import type { Document, Path, Range, SourceFile } from '../load/index.ts';
import { readJson, readYaml } from '../load/index.ts';
import { memberOf } from '../model/member.ts';
import { LANGUAGES } from './language.ts';
import { scan, type Token } from './scan.ts';

/** A text in a program that may be a code: a whole string, or a whole identifier or number. */
export interface Literal {
  file: SourceFile;
  text: string;
  kind: 'string' | 'word';
  range: Range;
  /** Where it stands, as far as that tells what it is for: `code=` for `code: 'X'`, `fail(0` for the first argument of `fail`. */
  slot: string | undefined;
}

/** The endings of files that can be read. */
export const ENDINGS: readonly string[] = [...Object.keys(LANGUAGES), 'json', 'yaml', 'yml'];

/** All texts of a file that may be codes; undefined for a file in no known language. */
export function literalsIn(file: SourceFile): Literal[] | undefined {
  const ending = file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'json') return inDocument(file, readJson(file));
  if (ending === 'yaml' || ending === 'yml') return inDocument(file, readYaml(file));
  const language = memberOf(LANGUAGES, ending);
  if (!language) return undefined;
  const tokens = scan(file.text, language);
  return tokens.flatMap(({ kind, text, range }, index) =>
    kind === 'punctuation' ? [] : [{ file, kind, text, range, slot: slotOf(tokens, index) }],
  );
}

function inDocument(file: SourceFile, document: Document): Literal[] {
  const found: Literal[] = [];
  const add = (text: string, path: Path, part: 'key' | 'value', slot: string | undefined) =>
    found.push({ file, kind: 'string', text, range: document.locate(path, part), slot });
  const visit = (value: unknown, path: Path, slot: string | undefined): void => {
    if (typeof value === 'string') add(value, path, 'value', slot);
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, [...path, index], slot && `${slot}[`);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        add(key, [...path, key], 'key', undefined);
        visit(inner, [...path, key], `${key}=`);
      }
    }
  };
  visit(document.value, [], undefined);
  return found;
}

/** Farther back than this no argument list is followed. */
const FARTHEST = 200;

/** Deeper than this no list inside lists is followed. */
const DEEPEST_LIST = 16;

function slotOf(tokens: readonly Token[], index: number, lists = 0): string | undefined {
  const before = tokens[index - 1];
  if (before?.kind !== 'punctuation') return undefined;
  if (before.text === '.') return tokens[index]!.kind === 'word' ? named(tokens[index - 2], '.') : undefined;
  if (/[:=>!]/.test(before.text)) return assigned(tokens, index - 1);
  return enclosed(tokens, index - 1, lists);
}

/** The name before `=`, `:`, `=>`, `===` and the like. */
function assigned(tokens: readonly Token[], from: number): string | undefined {
  let at = from;
  while (tokens[at]?.kind === 'punctuation' && /[:=>!?]/.test(tokens[at]!.text)) at--;
  return named(tokens[at], '=');
}

/** The call or the list around a place, and which argument it is. */
function enclosed(tokens: readonly Token[], from: number, lists: number): string | undefined {
  let depth = 0;
  let commas = 0;
  for (let at = from; at >= 0 && from - at < FARTHEST; at--) {
    const { kind, text } = tokens[at]!;
    if (kind !== 'punctuation') continue;
    if (')]}'.includes(text)) depth++;
    else if ('([{'.includes(text) && depth-- === 0) {
      if (text === '(') return named(tokens[at - 1], `(${commas}`);
      const around = text === '[' && lists < DEEPEST_LIST ? slotOf(tokens, at, lists + 1) : undefined;
      return around && `${around}[`;
    } else if (text === ',' && depth === 0) commas++;
    else if (text === ';' && depth === 0) return undefined;
  }
  return undefined;
}

function named(token: Token | undefined, how: string): string | undefined {
  return token && token.kind !== 'punctuation' && !KEYWORDS.has(token.text) ? token.text + how : undefined;
}

const KEYWORDS = new Set(['if', 'while', 'for', 'switch', 'return', 'case', 'when', 'in', 'and', 'or', 'not']);
