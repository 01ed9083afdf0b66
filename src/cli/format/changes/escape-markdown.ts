import { visible } from '../visible.ts';

/**
 * Text as Markdown that shows it and does nothing else: no markup, no HTML, no link, no picture, and on GitHub nobody
 * is notified and no issue is referred to. It fits a cell of a table. Names in backticks become code.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part.slice(1, -1)) : plain(part)))
    .join('');
}

/** The same for a value of several lines, which a cell holds with breaks between them. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeMarkdown).join('<br>');
}

/** Text as code in Markdown, fit for a cell of a table. */
export function codeSpan(text: string): string {
  const line = visible(text);
  // a backtick ends such a span, a bar ends a cell, and a backslash may hide either
  if (!/[`|\\]/.test(line) && line.trim() === line && line !== '') return `\`${line}\``;
  return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, (char) => `&#${char.codePointAt(0)};`)}</code>`;
}

/** What a reader does not see, and what keeps GitHub from reading a name, a number or an address into the text. */
const BREAK = '\u200b';

/**
 * One line of text as Markdown that shows it, backticks included: GitHub makes no markup, mention, reference to an
 * issue or a commit, and no link of it. A break that no reader sees parts what it would read into the text.
 */
export function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![0-9a-z])[0-9a-f]{7,}(?![0-9a-z])/gi, (name) => name.replace(/.{6}(?=.)/g, `$&${BREAK}`))
    .replace(/@|#|(?<=(?<![0-9a-z])GH)(?=-\d)|:(?=\/\/)|(?<=(?<![0-9a-z])www)(?=\.)|(?<=mailto|xmpp):/gi, `$&${BREAK}`);
}
