import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

const PLACEHOLDER =
  /^(?:to[ -]?do|tbd|tba|fixme|xxx+|n\/?a|none|unknown|placeholder|coming soon|lorem ipsum.*|to be (?:done|written|defined|determined)|[-.…?!_*\s]*)[.!:]?$|^(?:TODO|TBD|FIXME)\b/i;

export const placeholderText: Rule = {
  id: 'placeholder-text',
  level: 'error',
  summary: 'A text says something: it is not blank, and no `TODO`, `TBD`, `...` or `n/a`.',
  check: (api) =>
    textsOf(api)
      .filter(({ text }) => PLACEHOLDER.test(text.trim()))
      .map(({ text, at }) => ({
        at,
        message: text.trim() ? `\`${text.trim().slice(0, 40)}\` only holds a place.` : 'This text is blank.',
        fix: 'Write what a caller needs to know here, or take the field away where it is optional.',
      })),
};
