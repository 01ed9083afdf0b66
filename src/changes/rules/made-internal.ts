import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const madeInternal: ChangeRule = {
  id: 'made-internal',
  level: 'breaking',
  summary: 'A public code is now internal.',
  reason: 'Callers may still receive it, but its page and its address are gone.',
  check: ({ internal }) =>
    internal.map((code) => ({
      code,
      part: 'visibility',
      what: `${named(code)} was public and is now internal.`,
      before: 'public',
      after: 'internal',
      fix: 'Keep it public; if it is no longer sent, give it `retired: { since, reason }`.',
    })),
};
