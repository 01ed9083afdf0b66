import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const codeMoved: ChangeRule = {
  id: 'code-moved',
  level: 'safe',
  summary: 'A code is in another domain.',
  reason: 'Its address and its responses stay the same; it is only listed elsewhere.',
  check: ({ codes, domains }) => {
    const successors = new Map(domains.map((it) => [it.before.id, it.after.id]));
    return codes
      .filter(({ before, after }) => (successors.get(before.domain) ?? before.domain) !== after.domain)
      .map(({ about, before, after }) => ({
        ...about,
        part: 'domain',
        what: `${named(before.code)} moved from the domain ${named(before.domain)} to ${named(after.domain)}.`,
        before: before.domain,
        after: after.domain,
      }));
  },
};
