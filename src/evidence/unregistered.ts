import { CODE_STYLES, type CodeStyle } from '../model/schema/api.ts';
import type { Literal } from './literals.ts';

/**
 * The texts that are codes by all appearances, and are not registered: spelled in the API's style, and in a slot that is for
 * codes. A slot is for codes where at least half of the different texts of that style in it are registered: so `code: 'X'`
 * counts once `code: 'NOT_FOUND'` is there, and does not where `code` mostly holds countries.
 */
export function unregistered(
  literals: readonly Literal[],
  isKnown: (text: string) => boolean,
  style: CodeStyle,
): Literal[] {
  const fitting = literals.filter(({ slot, text }) => slot !== undefined && CODE_STYLES[style].test(text));
  const bySlot = Map.groupBy(fitting, ({ slot, kind }) => `${kind} ${slot}`);
  return [...bySlot.values()].flatMap((inSlot) => {
    const texts = new Set(inSlot.map(({ text }) => text));
    const known = [...texts].filter(isKnown).length;
    return known > 0 && known * 2 >= texts.size ? inSlot.filter(({ text }) => !isKnown(text)) : [];
  });
}
