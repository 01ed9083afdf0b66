import type { Range } from '../load/index.ts';
import type { Language, Quote } from './language.ts';

/** A piece of a program: a string literal with its value, a word (an identifier or a number), or a single punctuation character. */
export interface Token {
  kind: 'string' | 'word' | 'punctuation';
  text: string;
  range: Range;
}

/** The tokens of a program without its comments, and without strings that let in values. Never throws, whatever the text. */
export function scan(text: string, language: Language): Token[] {
  const scanner = new Scanner(text, language);
  scanner.run();
  return scanner.tokens;
}

/** A string with holes for values (a template literal of JavaScript) that has begun and not ended yet. */
interface Template {
  start: number;
  /** How many tokens stand before it. */
  tokens: number;
  isWhole: boolean;
  /** Braces that are open inside its present hole. */
  braces: number;
}

/** How often reading goes back to a backtick that never ends, which is then a character like any other; past that, the rest stays unread. */
const MOST_RETURNS = 100;

const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\d[\w.]*/uy;

class Scanner {
  readonly tokens: Token[] = [];
  readonly #text: string;
  readonly #language: Language;
  /** Templates around the place that is read, the outermost first. */
  readonly #open: Template[] = [];
  readonly #hopeless = new Map<string, Set<number>>();

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
  }

  /** Reads the whole text. Templates stand inside each other's holes to any depth, so they are kept in a list. */
  run(): void {
    let at = 0;
    for (let returns = 0; returns <= MOST_RETURNS; returns++) {
      at = this.#code(at);
      const [first] = this.#open;
      if (!first) return;
      if (returns === MOST_RETURNS) return;
      this.tokens.length = first.tokens;
      this.#open.length = 0;
      at = first.start + 1;
    }
  }

  /** Reads code from an offset to the end. */
  #code(from: number): number {
    let at = from;
    while (at < this.#text.length) {
      const character = this.#text[at]!;
      const around = this.#open.at(-1);
      if (around && character === '}' && around.braces-- === 0) {
        at = this.#template(around, at + 1);
        continue;
      }
      if (around && character === '{') around.braces++;
      at = this.#comment(at) ?? this.#string(at) ?? this.#symbol(at) ?? this.#regex(at) ?? this.#plain(at);
    }
    return at;
  }

  /** Reads the text of a template up to its next hole or its end; gives the offset after that. */
  #template(template: Template, from: number): number {
    let here = from;
    for (; here < this.#text.length; here++) {
      if (this.#text[here] === '\\') here++;
      else if (this.#text.startsWith('${', here)) {
        template.isWhole = false;
        template.braces = 0;
        return here + 2;
      } else if (this.#text[here] === '`') {
        this.#open.pop();
        const inner = this.#text.slice(template.start + 1, here);
        if (template.isWhole) this.#add('string', unescaped(inner, undefined, '`'), template.start, here + 1);
        return here + 1;
      }
    }
    return here;
  }

  #comment(at: number): number | undefined {
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
    if (hole === '${') {
      const template = { start: at, tokens: this.tokens.length, isWhole: true, braces: 0 };
      this.#open.push(template);
      return this.#template(template, at + 1);
    }
    const hopeless = this.#hopelessFrom([quote, escaping, lines, hole].join());
    const visited: number[] = [];
    let isWhole = true;
    let here = at + quote.length;
    for (; ; visited.push(here)) {
      const isOver = here >= this.#text.length || (!lines && this.#text[here] === '\n');
      if (isOver || hopeless.has(here)) {
        for (const place of visited) hopeless.add(place);
        return at + quote.length;
      }
      if (this.#text.startsWith(quote, here)) {
        if (escaping !== 'doubled' || !this.#text.startsWith(quote, here + 1)) break;
        here += 2;
      } else if (hole !== undefined && this.#text.startsWith(hole, here)) {
        isWhole = false;
        here += hole.length;
      } else here += escaping === undefined && this.#text[here] === '\\' ? 2 : 1;
    }
    const inner = this.#text.slice(at + quote.length, here);
    if (isWhole) this.#add('string', unescaped(inner, escaping, quote), at, here + quote.length);
    return here + quote.length;
  }

  /** Places from which a search for an end came to nothing: without them each quote of a line would look through the line. */
  #hopelessFrom(what: string): Set<number> {
    const known = this.#hopeless.get(what) ?? new Set();
    this.#hopeless.set(what, known);
    return known;
  }

  /** What the letters right before a quote make of the string; then they are not a separate word. */
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
    const visited: [Set<number>, number][] = [];
    for (let here = at + 1; here < this.#text.length; here++) {
      const character = this.#text[here];
      const hopeless = this.#hopelessFrom(inClass ? 'class' : 'regex');
      if (character === '\n' || hopeless.has(here)) break;
      visited.push([hopeless, here]);
      if (character === '\\') here++;
      else if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '/' && !inClass) return here + 1;
    }
    for (const [hopeless, place] of visited) hopeless.add(place);
    return undefined;
  }

  /** After a value `/` divides; elsewhere it begins a regular expression. */
  #beginsExpression(): boolean {
    const before = this.tokens.at(-1);
    if (!before) return true;
    if (before.kind === 'punctuation') return !')]}'.includes(before.text);
    return before.kind === 'word' && /^(?:return|typeof|case|in|of|do|else|void|yield|await)$/.test(before.text);
  }

  #plain(at: number): number {
    const word = this.#wordAt(at);
    if (word !== undefined) {
      this.#add('word', word, at, at + word.length);
      return at + word.length;
    }
    if (!/\s/.test(this.#text[at]!)) this.#add('punctuation', this.#text[at]!, at, at + 1);
    return at + 1;
  }

  #wordAt(at: number): string | undefined {
    WORD.lastIndex = at;
    return WORD.exec(this.#text)?.[0];
  }

  #add(kind: Token['kind'], text: string, start: number, end: number): void {
    this.tokens.push({ kind, text, range: [start, end] });
  }

  #after(character: string, from: number): number {
    const found = this.#text.indexOf(character, from);
    return found === -1 ? this.#text.length : found + character.length;
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
      const [braced, four, two, character] = found as (string | undefined)[];
      const hex = braced ?? four ?? two;
      if (hex === undefined) return ESCAPES[character!] ?? character!;
      const point = Number.parseInt(hex, 16);
      return point > 0x10ffff ? all : String.fromCodePoint(point);
    },
  );
}
