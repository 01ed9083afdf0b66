import { greatest } from './append.ts';

/*
 * Code spans of Markdown (CommonMark 6.1): a run of backticks, what it encloses, and a run as long.
 */

/** Every code span of a text; the first group is the run, the second what is between. For `matchAll` and `replace` alone. */
export const CODE_SPANS = /(?<!`)(`+)(?!`)([\s\S]*?)(?<!`)\1(?!`)/g;

/** So many backticks that none of a text's own runs is as long; at least `least`. */
export function fenceFor(text: string, least = 1): string {
  const longest = greatest((text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longest + 1));
}

/** A text as a code span, whatever backticks are in it. */
export function codeSpan(text: string): string {
  const fence = fenceFor(text);
  // readers take one space off each end, which is there to keep apart two runs of backticks, or to be shown
  const space = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}
