import { codePath } from '../index.ts';
import { codeHtml, escapeHtml } from './escape.ts';

/*
 * About how many bytes of HTML something is about to have, for lists that are divided before they are rendered.
 */

/** How many bytes HTML has in UTF-8. */
export function bytesOf(html: string): number {
  return new TextEncoder().encode(html).length;
}

/** A text. */
export function htmlSize(text: string): number {
  return bytesOf(escapeHtml(text));
}

/** A code, as a link if it has an address. */
export function nameSize({ code, href }: { code: string; href: string | undefined }): number {
  return bytesOf(codeHtml(code)) + (href === undefined ? 0 : 20 + href.length);
}

/** A code with a link to its page. */
export function linkSize(code: string): number {
  return nameSize({ code, href: codePath(code) }) + 20;
}

/** Markdown, in which a name in backticks may be a code and become a link, unless it is a plain word. */
export function proseSize(markdown: string): number {
  const names = markdown.match(/`[^`]+`/g) ?? [];
  return names.reduce((sum, name) => sum + (/^`[a-z]+`$/.test(name) ? 12 : 80 + 2 * name.length), htmlSize(markdown));
}
