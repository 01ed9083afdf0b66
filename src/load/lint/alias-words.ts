import type { Explanation } from '../rule.ts';

/** What is said where an alias stands for its code. */
export function aliasWords(alias: string, code: string): Explanation {
  return { message: `\`${alias}\` is an alias of \`${code}\` now.`, fix: `Name \`${code}\`.` };
}
