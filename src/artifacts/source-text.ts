/*
 * What generated source text has in common, whatever the language: texts of a registry as comments and as string
 * literals that say the same and can do nothing else.
 */

/** Characters that are not seen, or that turn the direction of writing: what a reader sees must be what a compiler reads. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A text on one line for a comment that ends with the line: no line end of any language, no character that is not seen. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** A string literal in double quotes, with the escapes that Go and Python share. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(UNSEEN, escaped)}"`;
}

const SHORT: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(char: string): string {
  const point = char.codePointAt(0)!;
  const hex = point.toString(16);
  return SHORT[char] ?? (point > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`);
}
