import MarkdownIt, { type Token } from 'markdown-it';
import { CONTROL, LONE_RETURN } from '../../model/control.ts';

/** HTML is recognized here, so that it can be written as the text that it is. */
const markdown = new MarkdownIt({ html: true });

/** What a plain text may be read as without a change to what it says: paragraphs, lists and code. */
const HARMLESS = new Set(
  `inline text softbreak code_inline paragraph_open paragraph_close bullet_list_open bullet_list_close
  ordered_list_open ordered_list_close list_item_open list_item_close`.split(/\s+/),
);

/**
 * A text as Markdown of the registry that says the same. Markdown stays as it is but for HTML, which the registry has none of
 * and which is shown as text; of plain text every character that Markdown would take for formatting is escaped.
 */
export function proseOf(text: string, isMarkdown: boolean): string {
  const clean = withoutControls(text);
  if (isMarkdown)
    return hasHtml(clean) ? mapOutsideCode(clean, (it) => it.replaceAll(/(?<!\\)<(?=[a-z/!?])/gi, '\\<')) : clean;
  const lines = clean.replaceAll(/^[ \t]+|[ \t]+$/gm, '');
  if (isHarmless(lines)) return lines;
  return mapOutsideCode(lines, (it) =>
    it
      .replaceAll(/[\\*_[\]<>#~&!|]/g, '\\$&')
      .replaceAll(/`{3,}/g, (fence) => fence.replaceAll('`', '\\`'))
      .replaceAll(/^(?=[=+-]+$)/gm, '\\')
      .replaceAll(/^(\d+)(?=[.)]$)/gm, '$1\\'),
  );
}

/** A text on one line, as titles and messages are: shown as it is, never read as Markdown. */
export function plainOf(text: string): string {
  return withoutControls(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** A list of texts, where all the lines of a text are items of one; otherwise the text alone. */
export function itemsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const item = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/;
  const items = lines.map((line) => item.exec(line)?.[1]);
  return items.every((it) => it !== undefined) && items.length > 0 ? items : [text];
}

/** True for a text that holds what no text of a registry may: it is left out, and that is said. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text) || /\p{Cs}/u.test(text);
}

function withoutControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(new RegExp(`${CONTROL.source}|${LONE_RETURN.source}|\\p{Cs}`, 'gu'), '')
    .trim();
}

function hasHtml(text: string): boolean {
  return text.includes('<') && tokensIn(text).some(({ type }) => type.startsWith('html_'));
}

/** Escapes and entities, of which the parser keeps only what they mean; and the marks of list items without a text. */
const CONSUMED = /\\[!-/:-@[-`{-~]|&#?\w+;|^(?:[-+*]|\d+[.)])$/m;

/** A code block that has an end. */
const FENCED = /^```[^`]*\n[\s\S]*^```$/m;

function isHarmless(text: string): boolean {
  return (
    !CONSUMED.test(text) &&
    tokensIn(text).every(({ type }) => HARMLESS.has(type) || (type === 'fence' && FENCED.test(text)))
  );
}

function tokensIn(text: string): Token[] {
  return markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** Changes what is not in a code span. */
function mapOutsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/((?<!`)`[^`\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
