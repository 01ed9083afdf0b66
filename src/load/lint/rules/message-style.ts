import { codesOf, partOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

const ENOUGH = 5;
const MAJORITY = 0.8;

export const messageStyle: Rule = {
  id: 'message-style',
  level: 'warning',
  summary:
    "Messages have one style: where at least 80% of an API's messages start or end the same way, the others do too.",
  check(api) {
    const coded = codesOf(api).flatMap((code) => {
      const { message = '' } = code.entry;
      return message.trim() ? [{ code, message }] : [];
    });
    if (coded.length < ENOUGH) return [];
    const stops = habit(coded.map(({ message }) => /[.!?]$/.test(message)));
    const capitals = habit(coded.map(({ message }) => startsWithCapital(message)).filter((it) => it !== undefined));
    return coded.flatMap(({ code, message }) => {
      const capital = startsWithCapital(message);
      const wrongs = [
        stops !== undefined &&
          /[.!?]$/.test(message) !== stops &&
          (stops ? 'end with punctuation' : 'end without punctuation'),
        capitals !== undefined &&
          capital !== undefined &&
          capital !== capitals &&
          (capitals ? 'start with a capital letter' : 'start with a lowercase letter'),
      ].filter((it) => it !== false);
      if (wrongs.length === 0) return [];
      return [
        {
          at: partOf(code, 'message'),
          message: `The other messages of this API ${wrongs.join(' and ')}; \`${message.slice(0, 60)}\` doesn't.`,
          fix: 'Write it in the same style, if the API can change it.',
        },
      ];
    });
  },
};

/** What nearly all do, or undefined where they differ. */
function habit(votes: readonly boolean[]): boolean | undefined {
  const yes = votes.filter(Boolean).length / votes.length;
  return yes >= MAJORITY ? true : yes <= 1 - MAJORITY ? false : undefined;
}

/** Undefined where the message doesn't start with a letter, or starts with the name of a field, whose case is its own: `projectId`, `name is required`. */
function startsWithCapital(message: string): boolean | undefined {
  if (/^\p{Ll}\S* (?:is|are|must|should|can|may|has)\b/u.test(message)) return undefined;
  const word = /^\p{L}+/u.exec(message)?.[0];
  if (word === undefined || /.\p{Lu}/u.test(word)) return undefined;
  return /^\p{Lu}/u.test(word);
}
