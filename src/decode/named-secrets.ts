import { kindOfName, type SecretKind } from './secret-kinds.ts';

/** A name, and what is between it and its value: `"token": "`, `token=`, `Token: `, `<Token>`, `"name":"Cookie","value":"`. */
const PAIR =
  /(?<![\w-])([\w-]{2,60})([\\"']{0,8})(\s{0,9}(?:=>|[:=])\s{0,9}|%3[ad]|(?<=["'])\s{0,9},\s{0,9}[\\"']{1,8}value[\\"']{1,8}\s{0,9}:\s{0,9}|(?<=<[\w-]{2,60})>|(?<=(?:authorization|cookie|key)["'])\s{0,9},\s{0,9}(?=[\\"']))/gi;

/** No secret is longer; a bracket or quote that is never closed ends here. */
const LONGEST = 20_000;

/** Shorter words without a digit, after a name and a colon in a sentence, are prose. */
const LONG_WORD = 20;

interface Range {
  start: number;
  end: number;
}

/** The value of a name that announces a secret. */
interface NamedSecret extends Range {
  kind: SecretKind;
  /** Where the name starts. */
  from: number;
}

/** The secrets that their names announce, in order: values of header fields, JSON members, query and form parameters. */
export function namedSecrets(text: string): NamedSecret[] {
  const found: NamedSecret[] = [];
  const pair = new RegExp(PAIR);
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const [whole, name = '', closing = '', separator = ''] = match;
    const kind = kindOfName(name);
    if (!kind) continue;
    const from = match.index;
    const at = from + whole.length;
    const ranges = closing === '' ? bareValue(text, from, at, kind, separator) : memberValue(text, at, kind);
    for (const range of ranges) if (range.end > range.start) found.push({ kind, from, ...range });
    // what was searched is not searched again
    pair.lastIndex = Math.max(pair.lastIndex, ranges.at(-1)?.end ?? 0);
  }
  return found;
}

/** After a name in quotes: a string, the strings in an object or array, or a number where it is a secret. */
function memberValue(text: string, at: number, kind: SecretKind): Range[] {
  const quoted = quotedAt(text, at);
  if (quoted) return [quoted];
  if (text[at] === '{' || text[at] === '[') return stringsIn(text, at);
  // a count of tokens is no secret; a password of digits is one
  const number = kind === 'password' ? matchAt(/[1-9]\d*/y, text, at) : '';
  return [{ start: at, end: at + number.length }];
}

/** After a name without quotes: to the end of a header line, or of a word. */
function bareValue(text: string, from: number, at: number, kind: SecretKind, separator: string): Range[] {
  const quoted = quotedAt(text, at);
  if (quoted) return [quoted];
  const isField = separator.includes(':');
  // `-H 'Cookie: a=b'`, or a header in a string: to the quote that was opened before the name
  const opened = /["']/.exec(text[from - 1] ?? '')?.[0];
  const startsLine = /(?:^|\n)[<>*\s]{0,4}$/.test(text.slice(Math.max(0, from - 6), from));
  if (isField && (opened || startsLine || kind === 'cookie')) {
    const line = matchAt(/[^\r\n]*/y, text, at).slice(0, LONGEST);
    const end = line.search(opened === "'" ? /'|\\*$/ : /\\*(?:"|$)/);
    return [{ start: at, end: at + end }];
  }
  const word = matchAt(/(?:(?:bearer|basic|digest|token)\s)?[^\s"'\\<>&;,)}[\]]{1,20000}/iy, text, at);
  const isProse = /:\s/.test(separator) && !/\d/.test(word) && word.length < LONG_WORD;
  return isProse ? [] : [{ start: at, end: at + word.length }];
}

/** The inside of the string that opens at a place; of one that never closes, the rest of its line. */
function quotedAt(text: string, at: number): Range | undefined {
  const [, slashes = '', quote] = /^(\\{0,7})(["'])/.exec(text.slice(at, at + 8)) ?? [];
  if (quote === undefined) return undefined;
  const start = at + slashes.length + 1;
  const most = Math.min(text.length, start + LONGEST);
  for (let end = start; end < most; end++) {
    const character = text[end];
    if (character === '\n') return { start, end };
    if (character !== quote) continue;
    let before = 0;
    while (end - before > start && text[end - before - 1] === '\\') before++;
    // each level of JSON in JSON doubles the backslashes; a quote inside of the string has more of them
    const more = before - slashes.length;
    if (more >= 0 && more % (2 * (slashes.length + 1)) === 0) return { start, end: end - slashes.length };
  }
  return { start, end: most };
}

/** The strings in the object or array that opens at a place, without the names of members. */
function stringsIn(text: string, at: number): Range[] {
  const found: Range[] = [];
  let depth = 0;
  let here = at;
  for (; here < Math.min(text.length, at + LONGEST); here++) {
    const quoted = quotedAt(text, here);
    if (quoted) {
      const rest = text.slice(quoted.end, quoted.end + 20);
      if (!/^\\*["']\s{0,9}:/.test(rest)) found.push(quoted);
      here = quoted.end + (/^\\*/.exec(rest)?.[0].length ?? 0);
      continue;
    }
    if (text[here] === '{' || text[here] === '[') depth++;
    if ((text[here] === '}' || text[here] === ']') && --depth === 0) break;
  }
  return [...found, { start: here, end: here }];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
