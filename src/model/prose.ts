import { codeSpan } from './code-span.ts';

/*
 * Prose is Markdown and may have several blocks: paragraphs, lists, code, tables, headings. What is here reads only where its
 * blocks begin, for places that have room for one line; pages parse it whole.
 */

interface Chunk {
  kind: 'text' | 'heading' | 'quote' | 'item' | 'row' | 'code';
  text: string;
}

const FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/;
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const QUOTE = /^ {0,3}>\s?/;
const RULER = /^(?:=+|-+|\*{3,}|_{3,})$/;
const DELIMITERS = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/;

/** How a text may begin that is not a paragraph. */
const NO_PARAGRAPH = /^\s*(?:[-*+#>|`~=_]|\d)/;

/** True where a text is more than one paragraph. */
export function hasBlocks(markdown: string): boolean {
  if (!markdown.includes('\n') && !NO_PARAGRAPH.test(markdown)) return false;
  const [first, ...others] = chunksOf(markdown).chunks;
  return others.length > 0 || (first !== undefined && first.kind !== 'text');
}

/** The first paragraph, as one line of Markdown; of a text that begins with another block, that one's first line. */
export function leadOf(markdown: string): string {
  if (!hasBlocks(markdown)) return markdown;
  const { chunks } = chunksOf(markdown);
  const lead = chunks.find(({ kind }) => kind !== 'heading') ?? chunks[0];
  return lead ? lineOf(lead) : markdown;
}

/** All blocks on one line, for cells of tables; a text of one paragraph as it is. */
export function oneLine(markdown: string): string {
  if (!hasBlocks(markdown)) return markdown;
  const { chunks } = chunksOf(markdown);
  return chunks.reduce((line, chunk, index) => {
    const isListed = chunks[index - 1]?.kind === chunk.kind && (chunk.kind === 'item' || chunk.kind === 'row');
    const separator = line === '' ? '' : isListed && !/[.:;!?]$/.test(line) ? '; ' : ' ';
    return line + separator + lineOf(chunk);
  }, '');
}

/** The same text with its code blocks closed, so that what follows in a file is not part of them. */
export function withClosedFences(markdown: string): string {
  if (!/`{3}|~{3}/.test(markdown)) return markdown;
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
  if (!markdown.includes('\n') && !NO_PARAGRAPH.test(markdown)) return markdown.trim();
  return mapLines(markdown, (line) => {
    // below a paragraph, both would make it a heading
    if (/^ {0,3}-+$/.test(line.trimEnd())) return '\n---\n';
    if (/^ {0,3}=+$/.test(line.trimEnd())) return `\\${line.trim()}`;
    if (!HEADING.test(line)) return line;
    const text = headingOf(line);
    return text === '' ? '' : `\n**${text.replaceAll('**', '')}**\n`;
  })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function headingOf(line: string): string {
  return line
    .replace(HEADING, '')
    .trim()
    .replace(/(?:^|\s)#+$/, '')
    .trim();
}

function lineOf({ kind, text }: Chunk): string {
  if (kind === 'code') return text.trim() === '' ? '' : codeSpan(text.trim().replace(/\s+/g, ' '));
  if (kind !== 'row') return text.replaceAll('\n', ' ');
  const cells = text.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(', ');
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
    const plain = line.trim();
    if (before !== undefined) {
      if (fence !== undefined && last) last.text += `${last.text === '' ? '' : '\n'}${line}`;
      else last = undefined;
    } else if (fence !== undefined) begin('code', '');
    else if (last?.kind === 'row' && DELIMITERS.test(plain)) continue;
    else if (plain === '' || RULER.test(plain.replaceAll(' ', ''))) last = undefined;
    else if (HEADING.test(line)) {
      begin('heading', headingOf(line));
      last = undefined;
    } else if (QUOTE.test(line)) {
      const quoted = line.replace(QUOTE, '').trim();
      if (last?.kind === 'quote') last.text += `\n${quoted}`;
      else begin('quote', quoted);
    } else if (ITEM.test(line)) begin('item', line.replace(ITEM, '').trim());
    else if (last?.kind === 'row' || DELIMITERS.test(lines[index + 1]?.trim() ?? '')) begin('row', plain);
    else if (last) last.text += `\n${plain}`;
    else begin('text', plain);
  }
  return { chunks, fence };
}
