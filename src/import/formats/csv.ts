import { CsvError, parse } from 'csv-parse/sync';
import { type Input, type Reading, type Row, rowOf } from '../source.ts';

interface Parsed {
  record: string[];
  raw: string;
}

/** Comma-, semicolon- or tab-separated values (RFC 4180); the first line has the names of the fields. */
export function readCsv({ file: { text } }: Input): Reading {
  const delimiter = delimiterOf(text);
  const reading: Reading = { rows: [], problems: [], isMarkdown: false };
  const parsed = parsedOf(text, delimiter, reading);
  const names = parsed[0]?.record.map((name) => name.trim()) ?? [];
  let offset = 0;
  for (const [index, { record, raw }] of parsed.entries()) {
    // the raw text of a record may begin with the end of the line before
    const start = text.indexOf(raw.trimStart(), offset);
    offset = start + raw.trimStart().length;
    if (index === 0 || record.every((value) => value.trim() === '')) continue;
    const row = rowFrom(record, names, delimiter, text, start, offset);
    if (record.length === names.length) reading.rows.push(row);
    else
      reading.problems.push({
        at: row.at,
        message: `This row has ${record.length} values, but the first line names ${names.length} fields, so it was not read.`,
        fix: 'Put a value that contains a delimiter, a quote or a line break in double quotes.',
      });
  }
  return reading;
}

function parsedOf(text: string, delimiter: string, { problems }: Reading): Parsed[] {
  try {
    // the package's types don't know what `raw` adds
    const parsed: unknown = parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const start = text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
    problems.push({
      at: [Math.min(start, text.length), Math.min(start + 1, text.length)],
      message: `This is not CSV: ${error.message.replace(/ (?:at line|on line) \d+.*$/s, '')}.`,
      fix: 'Close the quotes, and write a quote inside quotes twice.',
    });
    return [];
  }
}

/** A row whose values know their places: each is looked for in the row's text after the one before. */
function rowFrom(
  record: readonly string[],
  names: readonly string[],
  delimiter: string,
  text: string,
  start: number,
  end: number,
): Row {
  let at = start;
  const cells = record.map((value, index) => {
    const isQuoted = text.startsWith('"', at);
    const written = isQuoted ? value.replaceAll('"', '""') : value;
    const from = at + (isQuoted ? 1 : 0);
    const until = Math.min(from + written.length, end);
    at = until + (isQuoted ? 1 : 0) + delimiter.length;
    return [names[index] ?? '', { value: value.replaceAll('\r\n', '\n').trim(), at: [from, until] as const }] as const;
  });
  return rowOf([start, Math.max(start, end)], cells);
}

/** The delimiter that the first line has most often outside quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((it) => [it, bare.split(it).length] as const);
  return counts.reduce((best, it) => (it[1] > best[1] ? it : best))[0];
}
