import type { FoundChange } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import { isSame } from '../../model/same.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const linksChanged: ChangeRule = {
  id: 'links-changed',
  level: 'safe',
  summary: 'The related codes or further reading of a code changed, or the support addresses of an API.',
  reason: "People follow them; programs don't.",
  check: (pair) => [...supportOf(pair), ...linksOfCodes(pair)],
};

function supportOf({ before, after }: ApiPair): FoundChange[] {
  const [was, is] = both(before, after, ({ support = {} }) =>
    [support.url, support.status, support.email].filter(Boolean).join(', '),
  );
  if (isSame(before.support, after.support)) return [];
  return [
    {
      part: 'support',
      what: 'The support addresses of the API changed.',
      before: was || undefined,
      after: is || undefined,
    },
  ];
}

function linksOfCodes({ changed, referencesAfter }: ApiPair): FoundChange[] {
  return changed.flatMap(({ about, before, after }) => {
    const name = named(before.code);
    const [linksBefore, linksAfter] = both(before, after, ({ links }) =>
      links.map(({ title, href }) => `${title} (${href})`),
    );
    return [
      ...listChange(referencesAfter(before.related), after.related, {
        ...about,
        part: 'related',
        what: `The related codes of ${name} changed.`,
      }),
      ...listChange(linksBefore, linksAfter, {
        ...about,
        part: 'links',
        what: `The further reading of ${name} changed.`,
      }),
    ];
  });
}

/** The change of a list whose order says nothing; none where it holds the same. */
function listChange(
  before: readonly string[],
  after: readonly string[],
  about: Omit<FoundChange, 'before' | 'after'>,
): FoundChange[] {
  if (isSame(before.toSorted(), after.toSorted())) return [];
  return [{ ...about, before: before.join(', ') || undefined, after: after.join(', ') || undefined }];
}
