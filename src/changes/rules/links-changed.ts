import type { Found } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import { isSame } from '../../model/same.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const linksChanged: ChangeRule = {
  id: 'links-changed',
  level: 'safe',
  summary: 'A code names other related codes or other further reading, or an API other addresses of its support.',
  reason: 'They lead readers on; no program follows them.',
  check: (pair) => [...supportOf(pair), ...linksOfCodes(pair)],
};

function supportOf({ before, after }: ApiPair): Found[] {
  const [was, is] = both(before, after, ({ support = {} }) =>
    [support.url, support.status, support.email].filter(Boolean).join(', '),
  );
  if (isSame(before.support, after.support)) return [];
  return [
    {
      part: 'support',
      what: 'The API names other addresses of its support.',
      before: was || undefined,
      after: is || undefined,
    },
  ];
}

function linksOfCodes({ changed, referencesAfter }: ApiPair): Found[] {
  return changed.flatMap(({ about, before, after }) => {
    const found: Found[] = [];
    const related = referencesAfter(before.related);
    if (!isSame(related.toSorted(), after.related.toSorted())) {
      const what = `${named(before.code)} names other related codes.`;
      found.push({
        ...about,
        part: 'related',
        what,
        before: related.join(', ') || undefined,
        after: after.related.join(', ') || undefined,
      });
    }
    const [was, is] = both(before, after, ({ links }) => links.map(({ title, href }) => `${title} (${href})`));
    if (!isSame(was.toSorted(), is.toSorted())) {
      const what = `${named(before.code)} names other further reading.`;
      found.push({
        ...about,
        part: 'links',
        what,
        before: was.join(', ') || undefined,
        after: is.join(', ') || undefined,
      });
    }
    return found;
  });
}
