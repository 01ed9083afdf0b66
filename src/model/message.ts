/** Prose without markup: every second part, from the second on, is code. */
export type Prose = string[];

/** `{name}`, `${name}`, `<name>`, `%s`, `%d`, and numbers: what certainly stands for a value in a message. */
const PLACEHOLDER = /\$?\{[^{}]{0,60}\}|<[^<>]{1,60}>|%[sd]|\d+/g;

/** A value in a pasted message is no longer than this. */
const LONGEST_VALUE = 300;

/**
 * A default message without its values; undefined where it has none. A value is a placeholder or a number, or a word that the
 * entry itself calls a name by putting it in backticks: `name is required` beside “here it is `name`”.
 */
export function templateOf(message: string, prose: readonly Prose[]): string[] | undefined {
  const named = new Set(prose.flatMap((parts) => parts.filter((_, index) => index % 2 === 1)));
  const marked = message
    .split(/(\s+)/)
    .map((word) => (named.has(word) ? '{}' : word))
    .join('');
  const parts = marked.split(PLACEHOLDER);
  // without two words in a row that are its own, a template would fit anything
  const isTelling = parts.some((part) => /\p{L}\S*\s+\S*\p{L}/u.test(part));
  return parts.length > 1 && isTelling ? parts : undefined;
}

/** The values in a message that fits a template; undefined where it doesn't. Case counts for nothing. */
export function valuesIn(message: string, template: readonly string[]): string[] | undefined {
  const text = message.trim();
  const folded = text.toLowerCase();
  // lower case may change the length of a text in a few scripts; places would then be wrong
  if (folded.length !== text.length) return undefined;
  const [first = '', ...rest] = template.map((part) => part.toLowerCase());
  if (!folded.startsWith(first)) return undefined;
  const values: string[] = [];
  let here = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const next = isLast ? folded.length - part.length : folded.indexOf(part, here + 1);
    const isEmpty = next <= here;
    if (isEmpty || next - here > LONGEST_VALUE || (isLast && !folded.endsWith(part))) return undefined;
    values.push(text.slice(here, next));
    here = next + part.length;
  }
  return values;
}

/** How a message is compared with another: without case, outer white space and a full stop at its end. */
export function foldMessage(message: string): string {
  return message.trim().toLowerCase().replace(/\.$/, '');
}
