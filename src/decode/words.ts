import { greatest } from '../model/append.ts';
import { foldCode } from '../model/fold.ts';
import { foldMessage } from '../model/message.ts';
import { besideIn } from './find.ts';
import { isCodeAt, isSaidIn, namesOtherCode } from './in-text.ts';
import type { DecodeApi, DecodeCode, DecodeIndex } from './index-format.ts';
import type { Range } from './json-scan.ts';
import { spellingsOf } from './lookup.ts';

/** A code by itself in a text. */
export interface FoundWord {
  code: string;
  /** The code as it is spelled in the text, where its first place gives one of its spellings. */
  seen?: string;
  /** The first place; the others are only counted. */
  at: number;
  /** The line of this place, or as much of it as matters. */
  around: string;
  times: number;
  entries: { api: DecodeApi; entry: DecodeCode }[];
  status?: number | undefined;
  retryAfter?: string | undefined;
}

/** A text this short was typed or copied for its code: it is read with more good will. */
export const SHORT = 200;

/** A word of a text that may be a code, or the address of its page. */
export const WORD = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.:/-]{0,200}[\p{L}\p{N}_])?/gu;

/** Codes outside of the ranges, each once, in the order of their first place. */
export function findWords(text: string, index: DecodeIndex, except: readonly Range[]): FoundWord[] {
  const known = knownWords(index);
  const found = new Map<string, FoundWord>();
  const isShort = text.length <= SHORT;
  let from = 0;
  for (const { start, end } of [...except, { start: text.length, end: text.length }]) {
    for (const match of text.slice(from, start).matchAll(WORD)) {
      const at = from + match.index;
      for (const [word, start] of readings(match[0], at)) {
        const entries = known.exact.get(word) ?? (isShort ? known.folded.get(foldCode(word)) : undefined);
        if (!entries || !isCodeAt(text, start, word, known.pages.has(word))) continue;
        const code = entries[0]!.entry.code;
        const before = found.get(code);
        if (before) before.times++;
        else found.set(code, wordAt(text, at, { code, seen: known.pages.has(word) ? code : word, times: 1, entries }));
        break;
      }
    }
    from = Math.max(from, end);
  }
  return [...found.values()];
}

/** A word, the page whose address it is, and what is left of it without a name before it: `error:AUTH_REQUIRED`, `errors/AUTH_REQUIRED`. */
export function readings(word: string, at: number): [reading: string, at: number][] {
  const after = (separator: string): [string, number] => {
    const start = word.lastIndexOf(separator) + 1;
    return [word.slice(start), at + start];
  };
  return [[pageOf(word), at], [word, at], after(':'), after('/'), [word.replace(/[.:/]+$/, ''), at]];
}

/** The end of the address of a code's page, which is the same under every host: `{api}/errors/{code}`. */
function pageOf(address: string): string {
  return address
    .replace(/(?:\/|\.md)$/, '')
    .split('/')
    .slice(-3)
    .join('/');
}

function knownWords({ apis }: DecodeIndex): {
  exact: Map<string, FoundWord['entries']>;
  folded: Map<string, FoundWord['entries']>;
  pages: Set<string>;
} {
  const exact = new Map<string, FoundWord['entries']>();
  const folded = new Map<string, FoundWord['entries']>();
  const add = (to: typeof exact, key: string, api: DecodeApi, entry: DecodeCode) => {
    const entries = to.get(key);
    if (entries) entries.push({ api, entry });
    else to.set(key, [{ api, entry }]);
  };
  for (const api of apis) {
    for (const [spelling, entry] of spellingsOf(api)) {
      add(folded, foldCode(spelling), api, entry);
      // where bodies carry no code, the names of entries are the docs' own; only what has no body is sent by its name
      if (api.sendsCodes || entry.envelope === undefined) add(exact, spelling, api, entry);
    }
  }
  const pages = new Set<string>();
  for (const { api, entry } of apis.flatMap((api) => api.codes.map((entry) => ({ api, entry })))) {
    pages.add(pageOf(entry.href));
    add(exact, pageOf(entry.href), api, entry);
  }
  return { exact, folded, pages };
}

/** The entries that a whole text is: letter by letter, for codes may hold characters that no word has, or else spelled freely. */
export function wholeText(text: string, { apis }: DecodeIndex): FoundWord['entries'] {
  const wanted = text.trim();
  if (wanted.length > SHORT) return [];
  const among = (is: (code: string) => boolean) =>
    apis.flatMap((api) => spellingsOf(api).flatMap(([spelling, entry]) => (is(spelling) ? [{ api, entry }] : [])));
  const exact = among((code) => code === wanted);
  const folded = foldCode(wanted);
  return exact.length > 0 || folded === '' ? exact : among((code) => foldCode(code) === folded);
}

/** Entries whose default message is in a short text. A code that the docs don't know says more than a message. */
export function messagesIn(text: string, { apis }: DecodeIndex): FoundWord[] {
  const status = besideIn(text).status;
  const isOther = namesOtherCode(text);
  const folded = foldMessage(text);
  const found = apis
    .filter(({ sendsCodes }) => !(sendsCodes && isOther))
    .flatMap((api) =>
      api.codes
        .filter(({ message }) => message !== undefined && isSaidIn(text, folded, message))
        .map((entry) => ({ api, entry })),
    );
  const longest = greatest(found.map(({ entry }) => entry.message!.length));
  const best = found.filter(({ entry }) => entry.message!.length === longest);
  const fitting = best.filter(({ entry }) => entry.statuses.some((it) => it.status === status));
  const entries = fitting.length > 0 ? fitting : best;
  if (entries.length === 0) return [];
  return [{ code: entries[0]!.entry.code, at: 0, around: text, times: 1, entries, status, retryAfter: undefined }];
}

function wordAt(text: string, at: number, word: Pick<FoundWord, 'code' | 'seen' | 'times' | 'entries'>): FoundWord {
  const around = lineAround(text, at);
  return { ...word, at, around, ...besideIn(around) };
}

function lineAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - SHORT), at);
  const after = text.slice(at, at + SHORT);
  return before.slice(before.lastIndexOf('\n') + 1) + after.slice(0, after.search(/\n|$/));
}
