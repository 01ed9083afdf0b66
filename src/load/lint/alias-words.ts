import type { Finding } from '../rule.ts';

/** What to say where an alias is used in place of its code. */
export function aliasWords(alias: string, code: string): Pick<Finding, 'message' | 'fix'> {
  return { message: `\`${alias}\` is now only an alias of \`${code}\`.`, fix: `Write \`${code}\`.` };
}
