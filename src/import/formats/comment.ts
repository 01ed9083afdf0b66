/** The text of a comment in a program, without its marks, its lines joined into paragraphs. */
export function commentText(written: string): string {
  const isBlock = written.startsWith('/*');
  return written
    .replace(isBlock ? /^\/\*+|\*+\/$/g : /^\/\/+ ?/, '')
    .split(/\r?\n/)
    .map((line) => (isBlock ? line.replace(/^\s*\* ?/, '') : line).trimEnd())
    .join('\n')
    .trim();
}

/** A text without the line breaks that only keep lines short; those of paragraphs, lists and code stay. */
export function unwrapped(text: string): string {
  if (/^\s*(?:```|~~~)/m.test(text)) return text;
  return text.replaceAll(/(?<!\n)\n(?!\n|[ \t]*(?:[-*+|>#]|\d+[.)])|[ \t]{4})[ \t]*/g, ' ').trim();
}
