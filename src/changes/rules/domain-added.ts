import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const domainAdded: ChangeRule = {
  id: 'domain-added',
  level: 'safe',
  summary: 'A domain is new.',
  reason: 'Its codes are reported one by one.',
  check: ({ newDomains, domains }) => {
    const successors = new Set(domains.map((it) => it.after.id));
    return newDomains
      .filter(({ id }) => !successors.has(id))
      .map(({ id, title }) => ({ part: `domains/${id}`, what: `The domain ${named(id)} is new.`, after: title }));
  },
};
