import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command.ts';

/** The pages of the documentation, by their paths from the project's folder. */
export const PAGES = readdirSync(join(ROOT, 'src/docs'))
  .sort()
  .map((name) => `src/docs/${name}`);

/** Every text that a person reads before or beside the code. */
export const DOCS = ['README.md', 'src/README.md', '.github/CONTRIBUTING.md', ...PAGES];

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The code blocks of a text with their languages; the language is empty if none is named. */
export function blocksOf(text: string): { language: string; code: string }[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
}

/** The first code block of a file in a language. Throws if there is none. */
export function blockIn(file: string, language: string): string {
  const found = blocksOf(textOf(file)).find((block) => block.language === language);
  if (!found) throw new Error(`${file} has no block of \`${language}\`.`);
  return found.code;
}

/** What comes first in each row of the table with this heading row, header and separator left out. */
export function firstColumn(file: string, heading: string): string[] {
  const [, rows] = textOf(file).split(`\n${heading}\n`);
  assert.ok(rows, `${file} has a table with the heading ${heading}`);
  const lines = rows.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(1, end).map((line) => line.split('|')[1]?.trim() ?? '');
}

/** Compares the table between the markers of `src/docs/NAME.md` with these lines; `UPDATE=1` rewrites it. */
export function expectTable(name: string, lines: readonly string[]): void {
  const file = `src/docs/${name}.md`;
  const text = textOf(file);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  assert.ok(text.includes(start) && text.includes(end), `${file} has the markers ${start} and ${end}`);
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  const expected = `${before}\n${lines.join('\n')}\n${after}`;
  if (process.env.UPDATE === '1') writeFileSync(join(ROOT, file), expected);
  else assert.equal(text, expected, 'UPDATE=1 rewrites the table');
}
