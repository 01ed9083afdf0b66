import { isDamaged, readJson } from '../../load/index.ts';
import type { Json } from '../../model/schema/field.ts';
import type { Input, Problem, Reading } from '../source.ts';
import { rowsOf } from './rows-of-value.ts';

/** JSON: a list of errors, or a mapping by code, at the top or below. */
export function readJsonErrors({ file }: Input): Reading {
  const document = readJson(file);
  if (isDamaged(document)) return { rows: [], problems: syntaxOf(document.problems), isMarkdown: false };
  const rows = rowsOf(jsonOf(document.value), document.locate);
  return { rows, problems: [], isMarkdown: false };
}

/** JSON, one error on each line. */
export function readNdjson({ file: { path, text } }: Input): Reading {
  const reading: Reading = { rows: [], problems: [], isMarkdown: false };
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start;
    start += line.length + 1;
    if (line.trim() === '') continue;
    const document = readJson({ path, text: line });
    const shift = ([a, b]: readonly [number, number]) => [from + a, from + b] as const;
    if (isDamaged(document)) {
      for (const it of syntaxOf(document.problems)) reading.problems.push({ ...it, at: shift(it.at) });
      continue;
    }
    const locate: typeof document.locate = (path, part) => shift(document.locate(path.slice(1), part));
    for (const row of rowsOf([jsonOf(document.value)], locate)) reading.rows.push(row);
  }
  return reading;
}

/** What the reader of a format found wrong, as what could not be read. */
export function syntaxOf(problems: readonly { message: string; fix: string; range: Problem['at'] }[]): Problem[] {
  return problems.map(({ message, fix, range }) => ({ at: range, message, fix }));
}

/** The value of a document of JSON or YAML, which holds nothing else. */
export function jsonOf(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
