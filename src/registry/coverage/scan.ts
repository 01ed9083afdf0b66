import type { Range } from '../source/document.ts';
import type { Language, Quote } from './language.ts';

/** A piece of a program: a string literal with its value, a word (an identifier or a number), or a single sign. */
export interface Token {
  kind: 'string' | 'word' | 'sign';
  text: string;
  range: Range;
}

/** The tokens of a program without its remarks, and without strings that let in values. Never throws, whatever the text. */
export function scan(text: string, language: Language): Token[] {
  const scanner = new Scanner(text, language);
  scanner.code(0, false);
  return scanner.tokens;
}

const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\d[\w.]*/uy;

class Scanner {
  readonly tokens: Token[] = [];
  readonly #text: string;
  readonly #language: Language;

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
  }

  /** Reads code from an offset to the end, or to the brace that closes a hole in a string; gives the offset after it. */
  code(from: number, inHole: boolean): number {
    let at = from;
    let depth = 0;
    while (at < this.#text.length) {
      const sign = this.#text[at]!;
      if (inHole && sign === '}' && depth-- === 0) return at + 1;
      if (inHole && sign === '{') depth++;
      at = this.#remark(at) ?? this.#string(at) ?? this.#symbol(at) ?? this.#regex(at) ?? this.#plain(at);
    }
    return at;
  }

  #remark(at: number): number | undefined {
    const { line, block } = this.#language;
    const found = block.find(([open]) => this.#text.startsWith(open, at));
    if (found) return this.#after(found[1], at + found[0].length);
    if (!line.some((open) => this.#text.startsWith(open, at))) return undefined;
    return this.#lineEnd(at);
  }

  #string(at: number): number | undefined {
    const found = this.#language.quotes.find(({ quote }) => this.#text.startsWith(quote, at));
    if (!found) return undefined;
    const { lines = false, escape: escaping, quote, hole } = { ...found, ...this.#prefix(at) };
    let isWhole = true;
    let here = at + quote.length;
    while (here < this.#text.length) {
      if (this.#text.startsWith(quote, here)) {
        if (escaping !== 'doubled' || !this.#text.startsWith(quote, here + 1)) break;
        here += 2;
      } else if (hole !== undefined && this.#text.startsWith(hole, here)) {
        isWhole = false;
        // only JavaScript's holes hold strings in the same quotes
        here = hole === '${' ? this.code(here + hole.length, true) : here + hole.length;
      } else if (escaping === undefined && this.#text[here] === '\\') here += 2;
      else if (!lines && this.#text[here] === '\n') return at + 1;
      else here++;
    }
    if (here >= this.#text.length) return at + quote.length;
    const inner = this.#text.slice(at + quote.length, here);
    if (isWhole) this.#add('string', unescaped(inner, escaping, quote), at, here + quote.length);
    return here + quote.length;
  }

  /** What the letters right before a quote make of the string; they are no word of their own then. */
  #prefix(at: number): Partial<Quote> | undefined {
    const { prefixes } = this.#language;
    if (!prefixes) return undefined;
    const letters = /(?<![\w])[A-Za-z@$]{1,2}$/.exec(this.#text.slice(Math.max(0, at - 3), at))?.[0];
    const found = letters === undefined ? undefined : prefixes[letters.toLowerCase()];
    if (found) while ((this.tokens.at(-1)?.range[1] ?? -1) > at - letters!.length) this.tokens.pop();
    return found;
  }

  #symbol(at: number): number | undefined {
    if (!this.#language.symbols || this.#text[at] !== ':' || this.#text[at - 1] === ':') return undefined;
    const name = this.#wordAt(at + 1);
    if (name === undefined) return undefined;
    this.#add('string', name, at, at + 1 + name.length);
    return at + 1 + name.length;
  }

  #regex(at: number): number | undefined {
    if (!this.#language.regex || this.#text[at] !== '/' || !this.#beginsExpression()) return undefined;
    let inClass = false;
    for (let here = at + 1; here < this.#text.length; here++) {
      const sign = this.#text[here];
      if (sign === '\n') return undefined;
      if (sign === '\\') here++;
      else if (sign === '[') inClass = true;
      else if (sign === ']') inClass = false;
      else if (sign === '/' && !inClass) return here + 1;
    }
    return undefined;
  }

  /** After a value `/` divides; elsewhere it begins a regular expression. */
  #beginsExpression(): boolean {
    const before = this.tokens.at(-1);
    if (!before) return true;
    if (before.kind === 'sign') return !')]}'.includes(before.text);
    return before.kind === 'word' && /^(?:return|typeof|case|in|of|do|else|void|yield|await)$/.test(before.text);
  }

  #plain(at: number): number {
    const word = this.#wordAt(at);
    if (word !== undefined) {
      this.#add('word', word, at, at + word.length);
      return at + word.length;
    }
    if (!/\s/.test(this.#text[at]!)) this.#add('sign', this.#text[at]!, at, at + 1);
    return at + 1;
  }

  #wordAt(at: number): string | undefined {
    WORD.lastIndex = at;
    return WORD.exec(this.#text)?.[0];
  }

  #add(kind: Token['kind'], text: string, start: number, end: number): void {
    this.tokens.push({ kind, text, range: [start, end] });
  }

  #after(sign: string, from: number): number {
    const found = this.#text.indexOf(sign, from);
    return found === -1 ? this.#text.length : found + sign.length;
  }

  #lineEnd(from: number): number {
    const found = this.#text.indexOf('\n', from);
    return found === -1 ? this.#text.length : found;
  }
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', 0: '\0' };

function unescaped(inner: string, escaping: Quote['escape'], quote: string): string {
  if (escaping === 'none') return inner;
  if (escaping === 'doubled') return inner.replaceAll(quote + quote, quote);
  return inner.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (all, ...found) => {
      const [braced, four, two, sign] = found as (string | undefined)[];
      const hex = braced ?? four ?? two;
      if (hex === undefined) return ESCAPES[sign!] ?? sign!;
      const point = Number.parseInt(hex, 16);
      return point > 0x10ffff ? all : String.fromCodePoint(point);
    },
  );
}
