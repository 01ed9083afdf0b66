import type { Finding } from '../rule.ts';

/** What is said where an alias stands for its code. */
export function aliasWords(alias: string, code: string): Pick<Finding, 'message' | 'fix'> {
  return { message: `\`${alias}\` is an alias of \`${code}\` now.`, fix: `Name \`${code}\`.` };
}
