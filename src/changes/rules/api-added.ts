import { addressIn } from '../../model/addresses.ts';
import { counted } from '../../model/counted.ts';
import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const apiAdded: ChangeRule = {
  id: 'api-added',
  level: 'safe',
  summary: 'An API is new in the registry.',
  reason: 'It has no callers yet.',
  checkRegistry: ({ added }) =>
    added.map(({ api }) => ({
      api: api.id,
      part: addressIn(api.id),
      what: `The API ${named(api.id)} is new, with ${counted(api.codes.length, 'code')}.`,
      after: api.title,
    })),
};
