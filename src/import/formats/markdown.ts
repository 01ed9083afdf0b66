import MarkdownIt, { type Token } from 'markdown-it';
import { type Cell, type Input, type Reading, type Row, rowOf } from '../source.ts';

const markdown = new MarkdownIt({ html: false });

/** A table: the names in its head, and its rows. */
interface Table {
  names: string[];
  rows: Row[];
}

/** Names of a column with codes; where a table has one, tables without are about something else. */
const CERTAIN = /^(?:error|err)?[ _-]*(?:code|name|error)s?$/i;

/** The tables of a Markdown document that list errors, or all of them; the head of each names its fields. */
export function readMarkdown({ file: { text } }: Input): Reading {
  const tables = tablesIn(text);
  const certain = tables.filter(({ names }) => names.some((name) => CERTAIN.test(name) && !/^name$/i.test(name)));
  const rows = (certain.length > 0 ? certain : tables).flatMap((table) => table.rows);
  return { rows, problems: [], isMarkdown: true };
}

function tablesIn(text: string): Table[] {
  const starts = lineStarts(text);
  const tables: Table[] = [];
  let line: { cells: string[]; start: number; isHead: boolean } | undefined;
  const tokens = markdown.parse(text, {});
  for (const [index, { type, map }] of tokens.entries()) {
    if (type === 'tr_open') line = { cells: [], start: starts[map?.[0] ?? 0] ?? 0, isHead: false };
    else if (line && (type === 'th_open' || type === 'td_open')) {
      line.isHead ||= type === 'th_open';
      line.cells.push(tokens[index + 1]?.content ?? '');
    } else if (line && type === 'tr_close') {
      const table = tables.at(-1);
      if (line.isHead) tables.push({ names: line.cells.map(plainOf), rows: [] });
      else table?.rows.push(rowFrom(line.cells, table.names, text, line.start));
      line = undefined;
    }
  }
  return tables;
}

/** The text of a cell without its formatting, as a name or a code has it. */
export function plainOf(cell: string): string {
  const texts = (token: Token): string => (token.children ? token.children.map(texts).join('') : token.content);
  return markdown.parseInline(cell, {}).map(texts).join('').trim();
}

function rowFrom(values: readonly string[], names: readonly string[], text: string, start: number): Row {
  const end = endOfLine(text, start);
  const line = text.slice(start, end);
  let from = 0;
  const cells = values.map((value, index): [string, Cell] => {
    const written = value.replaceAll('|', '\\|');
    const found = [line.indexOf(value, from), line.indexOf(written, from)].find((it) => it >= 0) ?? from;
    from = found + value.length;
    return [names[index] ?? '', { value: value.trim(), at: [start + found, start + Math.max(from, found + 1)] }];
  });
  return rowOf([start, end], cells);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end);
  return start + line.trimEnd().length;
}
