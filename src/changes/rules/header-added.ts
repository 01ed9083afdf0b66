import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const headerAdded: ChangeRule = {
  id: 'header-added',
  level: 'risky',
  summary: 'A header is new in error responses.',
  reason: "Gateways and browsers act on headers that programs don't read, such as `Retry-After` or those for caching.",
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, headers }) =>
      headers.added.map(({ name, value }) => ({
        ...about,
        part: part(name),
        what: `The header ${named(name)} is new in the responses of ${where}.`,
        after: value,
      })),
    ),
};
