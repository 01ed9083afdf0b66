import type { Span } from '../../site/markdown.ts';
import type { Paint, Style } from './paint.ts';
import { visible } from './visible.ts';

/** How text is set: colored or not, and how wide; without a width every paragraph is one line. */
export interface Setting {
  paint: Paint;
  columns: number | undefined;
}

/** How a terminal shows code and emphasis. */
const STYLES: Record<Span['kind'], Style | undefined> = { text: undefined, code: 'cyan', strong: 'bold' };

/** Letters that are not divided, in pieces of one style each. */
type Word = { text: string; kind: Span['kind'] }[];

/** Plain text as lines. */
export function textLines(text: string, setting: Setting, first = ''): string[] {
  return spanLines([{ kind: 'text', text }], setting, first);
}

/** Text in several styles as lines. */
export function spanLines(spans: readonly Span[], { paint, columns = Infinity }: Setting, first = ''): string[] {
  const room = Math.max(20, columns - first.length);
  const rows: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans)) {
    const length = word.reduce((sum, { text }) => sum + [...text].length, 0);
    if (used > 0 && used + 1 + length > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(word);
    used += (used > 0 ? 1 : 0) + length;
  }
  const rest = ' '.repeat(first.length);
  return rows.map((row, index) => (index === 0 ? first : rest) + row.map((word) => painted(word, paint)).join(' '));
}

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = [[]];
  for (const { kind, text } of spans) {
    for (const [index, part] of visible(text).split(/\s+/).entries()) {
      if (index > 0) words.push([]);
      if (part !== '') words.at(-1)!.push({ kind, text: part });
    }
  }
  return words.filter((word) => word.length > 0);
}

function painted(word: Word, paint: Paint): string {
  return word.map(({ kind, text }) => (STYLES[kind] ? paint(STYLES[kind], text) : text)).join('');
}
