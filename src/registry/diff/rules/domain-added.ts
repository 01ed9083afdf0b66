import { named } from '../../named.ts';
import type { ChangeRule } from '../rule.ts';

export const domainAdded: ChangeRule = {
  id: 'domain-added',
  level: 'safe',
  summary: 'A domain is new.',
  reason: 'Its codes are named one by one.',
  check: ({ before, after, domains }) => {
    const known = new Set([...before.domains, ...domains.map((it) => it.after)].map(({ id }) => id));
    return after.domains
      .filter(({ id }) => !known.has(id))
      .map(({ id, title }) => ({ part: `domains/${id}`, what: `The domain ${named(id)} is new.`, after: title }));
  },
};
