import type { Explanation } from '../rule.ts';

/** What to say where an alias is used in place of its code. */
export function aliasWords(alias: string, code: string): Explanation {
  return { message: `\`${alias}\` is now only an alias of \`${code}\`.`, fix: `Write \`${code}\`.` };
}
