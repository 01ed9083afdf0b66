import { addressIn } from '../../model/addresses.ts';
import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const apiAdded: ChangeRule = {
  id: 'api-added',
  level: 'safe',
  summary: 'An API is new in the registry.',
  reason: 'No caller knows it yet.',
  checkRegistry: ({ added }) =>
    added.map(({ api }) => ({
      api: api.id,
      part: addressIn(api.id),
      what: `The API ${named(api.id)} is new, with ${api.codes.length} ${api.codes.length === 1 ? 'code' : 'codes'}.`,
      after: api.title,
    })),
};
