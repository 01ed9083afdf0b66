import type { Rule } from '../rule.ts';
import { textsOfApprovals } from '../texts.ts';

/** Texts that are nothing but a placeholder. */
const WHOLE =
  /^(?:to[ -]?do|tbd|tba|fixme|xxx+|n\/?a|placeholder|coming soon|lorem ipsum.*|to be (?:done|written|defined|determined)|[-.…?!_*\s]*)[.!:]?$/i;

/** A mark at the start of a text; only in capitals, for an API may well speak of todo items. */
const MARK = /^(?:TODO|TBD|FIXME|XXX)\b/;

/** Words that say nothing as an explanation, though an API may send them as a message. */
const EMPTY_PROSE = /^(?:none|unknown|null|undefined|-)[.!]?$/i;

export const placeholderText: Rule = {
  id: 'placeholder-text',
  level: 'error',
  tolerable: true,
  summary: 'No text is blank or a placeholder such as `TODO`, `TBD`, `...` or `n/a`.',
  check: (api, texts) =>
    [...texts(), ...textsOfApprovals(api)]
      .filter(({ text, prose }) => isPlaceholder(text.trim(), prose))
      .map(({ text, at }) => ({
        at,
        message: `${text.trim() ? `\`${text.trim()}\` is a placeholder` : 'This text is blank'}, so a caller learns nothing from it.`,
        fix: 'Write what a caller needs to know here, or remove the field if it is optional.',
      })),
};

function isPlaceholder(text: string, prose: boolean): boolean {
  return WHOLE.test(text) || MARK.test(text) || (prose && EMPTY_PROSE.test(text));
}
