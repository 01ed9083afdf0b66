import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const headerRemoved: ChangeRule = {
  id: 'header-removed',
  level: 'breaking',
  summary: 'A header of error responses is gone.',
  reason: 'Callers read it, for example to wait or to report, and find nothing.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, headers }) =>
      headers.removed.map(({ name, value }) => ({
        ...about,
        part: part(name),
        what: `The header ${named(name)} is gone from the responses of ${where}.`,
        before: value,
        fix: 'Keep sending the header.',
      })),
    ),
};
