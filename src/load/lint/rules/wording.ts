import type { Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import { phrasesIn } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { isOurs, textsOfApprovals } from '../texts.ts';
import { wordsIn } from '../word-in.ts';

export const wording: Rule = {
  id: 'wording',
  level: 'warning',
  group: 'prose',
  summary: 'Texts are idiomatic, without padding, in American spelling, and call each retry policy by its one name.',
  check: (api, texts) => [
    ...[...texts(), ...textsOfApprovals(api)].filter(isOurs).flatMap(({ text, at }) => findingsIn(text, at)),
    ...api.guides.flatMap(({ document }) =>
      document.prose.flatMap(({ text, range }) => findingsIn(text, { document, range })),
    ),
  ],
};

function findingsIn(text: string, at: Place): Finding[] {
  const place = wordsIn(at);
  return phrasesIn(text).map((found) => ({
    at: place(found.text),
    message: `This text says "${found.text.replace(/\s+/g, ' ')}": ${found.why}.`,
    fix: found.write === '' ? 'Leave it out.' : `Write "${found.write}".`,
  }));
}
