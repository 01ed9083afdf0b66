import { addressIn } from '../../model/addresses.ts';
import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const apiRenamed: ChangeRule = {
  id: 'api-renamed',
  level: 'breaking',
  summary: 'An API has another id: most of its codes are in another folder.',
  reason: 'All its addresses change, and the links in its error messages lead nowhere.',
  checkRegistry: ({ renamed }) =>
    renamed.map(({ before, after }) => ({
      api: after.api.id,
      part: addressIn(before.api.id),
      what: `The API ${named(before.api.id)} is now ${named(after.api.id)}, so all its addresses have changed.`,
      before: before.api.id,
      after: after.api.id,
      fix: "Keep the name of the API's folder; its title may change.",
    })),
};
