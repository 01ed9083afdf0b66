import { addressIn } from '../../model/addresses.ts';
import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const apiRemoved: ChangeRule = {
  id: 'api-removed',
  level: 'breaking',
  summary: 'An API is gone from the registry.',
  reason: 'All its addresses lead nowhere.',
  checkRegistry: ({ removed }) =>
    removed.map(({ api }) => ({
      api: api.id,
      part: addressIn(api.id),
      what: `The API ${named(api.id)} was removed with all its pages.`,
      before: api.title,
      fix: 'Keep its folder and retire its codes; their pages stay.',
    })),
};
