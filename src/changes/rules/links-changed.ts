import type { Found } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import { isSame } from '../../model/same.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const linksChanged: ChangeRule = {
  id: 'links-changed',
  level: 'safe',
  summary: 'A code names other related codes or other further reading.',
  reason: 'They lead readers on; no program follows them.',
  check: ({ changed, referencesAfter }) =>
    changed.flatMap(({ about, before, after }) => {
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
    }),
};
