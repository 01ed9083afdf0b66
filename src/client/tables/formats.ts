/** The rows as a table of GitHub's Markdown; the first cell of each row is a link. */
export function asMarkdown(
  heads: readonly string[],
  rows: readonly { href: string; cells: readonly string[] }[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const body = rows.map(({ href, cells: [first = '', ...rest] }) =>
    line([`[${nameInMarkdown(first)}](${addressInMarkdown(href)})`, ...rest.map(textInMarkdown)]),
  );
  return line(heads.map(textInMarkdown)) + line(heads.map(() => '---')) + body.join('');
}

/** A code in backticks if it holds nothing that would end them. */
function nameInMarkdown(text: string): string {
  return /^[\w.:-]+$/.test(text) ? `\`${text}\`` : textInMarkdown(text);
}

/** Text that Markdown shows letter by letter, on one line. */
function textInMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>|#!~$@&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
    .replace(/\b(https?|ftp)(:)/gi, '$1\\$2')
    .replace(/\b(www)(\.)/gi, '$1\\$2');
}

function addressInMarkdown(href: string): string {
  return href.replace(
    /[()<>|\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * The rows as CSV (RFC 4180). What a spreadsheet would run as a formula starts with an apostrophe (OWASP, CSV Injection):
 * at the start of a cell, and after what some spreadsheets take for the end of one, even in quotes.
 */
export function asCsv(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, ...rows].map((cells) => `${cells.map(cellInCsv).join()}\r\n`).join('');
}

/** The characters that make a cell a formula in a spreadsheet, also after white space, and their wide forms. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|]|^[\t\r\n]/u;

/** In countries with a decimal comma a semicolon separates cells; in a paste, tabs and line ends do. */
const INNER_FORMULA = /([;\t\r\n][\s\p{Cc}\p{Cf}]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|])/gu;

/** A number is not a formula, and many codes are numbers. */
const NEGATIVE = /^-\d+(?:\.\d+)?$/;

function cellInCsv(text: string): string {
  const inner = text.replace(INNER_FORMULA, "$1'");
  const safe = FORMULA.test(inner) && !NEGATIVE.test(inner) ? `'${inner}` : inner;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
