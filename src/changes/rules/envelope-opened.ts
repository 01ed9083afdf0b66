import type { ChangeRule } from '../rule.ts';

export const envelopeOpened: ChangeRule = {
  id: 'envelope-opened',
  level: 'breaking',
  summary: 'Error responses of a closed envelope may hold fields that the docs do not list.',
  reason: 'Callers validate bodies by a closed schema, and reject the first field that is not in it.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, own, where, part, before, after }) => {
      if (own || !before?.closed || !after || after.closed) return [];
      const what = `The body of ${where} may hold other fields than those listed now.`;
      const fix = 'Leave the envelope closed, and give codes that need other fields an envelope of their own.';
      return [{ ...about, part: part('closed'), what, before: 'closed', after: 'open', fix }];
    }),
};
