import { fold } from '../model/fold.ts';
import type { Code } from '../model/registry.ts';

/** True where two spellings of a code differ in case and separators alone. */
export function isRespelled(before: string, after: string): boolean {
  const folded = fold(before);
  return before !== after && folded !== '' && folded === fold(after);
}

/** The texts by which a caller knows what an error is about, the most telling first. */
export function textsOf({ meaning, message, title, remediation }: Code): (string | undefined)[] {
  return [meaning, message, title, remediation.join(' ')];
}
