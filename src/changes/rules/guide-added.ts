import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const guideAdded: ChangeRule = {
  id: 'guide-added',
  level: 'safe',
  summary: 'A guide is new.',
  reason: 'It only adds something to read.',
  check: ({ guides, after, whole }) => {
    if (!whole.before) return [];
    const known = new Set(guides.map((it) => it.after.id));
    return after.guides
      .filter(({ id }) => !known.has(id))
      .map(({ id, title }) => ({ part: `guides/${id}`, what: `The guide ${named(id)} is new.`, after: title }));
  },
};
