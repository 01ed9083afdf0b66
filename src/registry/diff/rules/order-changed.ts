import { listsOfApi, listsOfBodies, listsOfCodes } from '../lists.ts';
import type { ChangeRule } from '../rule.ts';
import { isReordered } from '../values.ts';

export const orderChanged: ChangeRule = {
  id: 'order-changed',
  level: 'safe',
  summary: 'The same things stand in another order: codes, domains, guides, statuses, fields, states, links.',
  reason: 'No program depends on the order in which the docs list things.',
  check: (pair) =>
    [...listsOfApi(pair), ...listsOfBodies(pair), ...listsOfCodes(pair)]
      .filter(({ before, after }) => isReordered(before, after))
      .map(({ before, after, ...rest }) => ({
        ...rest,
        what: `${rest.what} stand in another order.`,
        before: before.join(', '),
        after: after.join(', '),
      })),
};
