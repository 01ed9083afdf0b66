import { codeHtml, escapeHtml } from './escape.ts';

/** How many bytes HTML has in UTF-8. */
export function bytesOf(html: string): number {
  return new TextEncoder().encode(html).length;
}

/** How many bytes a text has as HTML. */
export function htmlSize(text: string): number {
  return bytesOf(escapeHtml(text));
}

/** How many bytes a code has as HTML, as a link if it has an address. */
export function nameSize({ code, href }: { code: string; href: string | undefined }): number {
  return bytesOf(codeHtml(code)) + (href === undefined ? 0 : 20 + href.length);
}
