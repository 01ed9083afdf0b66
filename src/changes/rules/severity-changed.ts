import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const severityChanged: ChangeRule = {
  id: 'severity-changed',
  level: 'risky',
  summary: 'The severity of a code changed.',
  reason: 'Logs and alerts sort codes by it, and callers may treat a warning as a success.',
  check: ({ changed }) =>
    changed.flatMap(({ about, before, after }) => {
      const [was, is] = [before.severity ?? 'error', after.severity ?? 'error'];
      if (was === is) return [];
      const what = `${named(before.code)} now has the severity ${is}, and no longer ${was}.`;
      return [{ ...about, part: 'severity', what, before: was, after: is }];
    }),
};
