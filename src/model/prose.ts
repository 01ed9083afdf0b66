import { greatest } from './append.ts';

/*
 * Prose is Markdown and may have several blocks: paragraphs, lists, code, tables, headings. What is here reads only where its
 * blocks begin, for places that have room for one line; pages parse it whole.
 */

interface Chunk {
  kind: 'text' | 'heading' | 'item' | 'row' | 'code';
  text: string;
}

const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/;
const HEADING = /^ {0,3}#{1,6}(?:\s+|$)/;
const RULER = /^ {0,3}(?:=+|(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\s*$/;
const DELIMITERS = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

/** True where a text is more than one paragraph. */
export function hasBlocks(markdown: string): boolean {
  const [first, ...others] = chunksOf(markdown).chunks;
  return others.length > 0 || (first !== undefined && first.kind !== 'text');
}

/** The first paragraph, as one line of Markdown; of a text that begins with another block, that one's first line. */
export function leadOf(markdown: string): string {
  const { chunks } = chunksOf(markdown);
  if (chunks.length < 2 && chunks[0]?.kind !== 'item') return oneLine(markdown);
  return lineOf(chunks.find(({ kind }) => kind !== 'heading') ?? { kind: 'text', text: markdown });
}

/** All blocks on one line, for cells of tables; a text of one paragraph as it is. */
export function oneLine(markdown: string): string {
  const { chunks } = chunksOf(markdown);
  if (!hasBlocks(markdown)) return markdown;
  return chunks.reduce((line, chunk, index) => {
    const before = chunks[index - 1];
    const isListed = before?.kind === chunk.kind && (chunk.kind === 'item' || chunk.kind === 'row');
    const separator = line === '' ? '' : isListed && !/[.:;!?]$/.test(line) ? '; ' : ' ';
    return line + separator + lineOf(chunk);
  }, '');
}

/** The same text with its code blocks closed, so that what follows in a file is not part of them. */
export function withClosedFences(markdown: string): string {
  const { fence } = chunksOf(markdown);
  return fence === undefined ? markdown : `${markdown.trimEnd()}\n${fence}`;
}

/** Changes each line of a text that is not in a code block. */
export function mapLines(markdown: string, change: (line: string) => string): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map((line) => {
      const isInside = fence !== undefined;
      fence = fenceAfter(line, fence);
      return isInside || fence !== undefined ? line : change(line);
    })
    .join('\n');
}

/** A heading inside prose is a bold paragraph: the headings of a page are its own. */
export function withoutHeadings(markdown: string): string {
  return mapLines(markdown, (line) => {
    // below a paragraph, both would make it a heading
    if (/^ {0,3}-+\s*$/.test(line)) return '\n---\n';
    if (/^ {0,3}=+\s*$/.test(line)) return `\\${line.trim()}`;
    if (!HEADING.test(line)) return line;
    const text = line
      .replace(HEADING, '')
      .replace(/\s+#*\s*$/, '')
      .trim();
    return text === '' ? '' : `\n**${text.replaceAll('**', '')}**\n`;
  })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function lineOf({ kind, text }: Chunk): string {
  if (kind === 'code') return inCode(text.replace(/\s+/g, ' ').trim());
  if (kind === 'row')
    return text
      .replace(/^\s*\||\|\s*$/g, '')
      .replace(/\s*(?<!\\)\|\s*/g, ', ')
      .trim();
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function inCode(text: string): string {
  const longest = greatest((text.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  return text === '' ? '' : longest > 0 ? `${ticks} ${text} ${ticks}` : ticks + text + ticks;
}

/** The fence that is open after a line; undefined outside of code blocks. */
function fenceAfter(line: string, fence: string | undefined): string | undefined {
  if (fence === undefined) return FENCE.exec(line)?.[1];
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length) ? undefined : fence;
}

function chunksOf(markdown: string): { chunks: Chunk[]; fence: string | undefined } {
  const chunks: Chunk[] = [];
  const lines = markdown.split('\n');
  let fence: string | undefined;
  let last: Chunk | undefined;
  const begin = (kind: Chunk['kind'], text: string) => {
    last = { kind, text };
    chunks.push(last);
  };
  for (const [index, line] of lines.entries()) {
    const before = fence;
    fence = fenceAfter(line, fence);
    if (before !== undefined) {
      if (fence !== undefined && last) last.text += `${last.text === '' ? '' : '\n'}${line}`;
      else last = undefined;
    } else if (fence !== undefined) begin('code', '');
    else if (line.trim() === '' || RULER.test(line) || (last?.kind === 'row' && DELIMITERS.test(line)))
      last = last?.kind === 'row' && line.trim() !== '' ? last : undefined;
    else if (HEADING.test(line)) {
      begin('heading', line.replace(HEADING, '').replace(/\s+#*\s*$/, ''));
      last = undefined;
    } else if (ITEM.test(line)) begin('item', line.replace(ITEM, ''));
    else if (last?.kind === 'row' || DELIMITERS.test(lines[index + 1] ?? '')) begin('row', line);
    else if (last) last.text += `\n${line.trim()}`;
    else begin('text', line.replace(/^\s*>\s?/, ''));
  }
  return { chunks, fence };
}
