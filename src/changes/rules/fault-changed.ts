import { faultOf } from '../../model/http.ts';
import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import type { CodePair } from '../codes.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const faultChanged: ChangeRule = {
  id: 'fault-changed',
  level: 'risky',
  summary: 'The fault of an error changed, but its status did not.',
  reason: 'Alerts and support tools sort errors by it, so the same error now reaches someone else.',
  check: ({ changed }) =>
    changed.filter(isOnItsOwn).map(({ about, before, after }) => ({
      ...about,
      part: 'fault',
      what: `${named(before.code)} is now the fault of ${WHOSE[after.fault]}, and no longer of ${WHOSE[before.fault]}.`,
      before: before.fault,
      after: after.fault,
    })),
};

const WHOSE = { caller: 'the caller', service: 'the service', upstream: 'something behind the service' };

/** A fault that only follows from another status is no change beside that of the status. */
function isOnItsOwn({ before, after }: CodePair): boolean {
  if (before.fault === after.fault) return false;
  return !(isDerived(before) && isDerived(after) && !sameStatuses(before, after));
}

function isDerived({ fault, statuses }: Code): boolean {
  return fault === faultOf(statuses[0]?.status);
}

function sameStatuses(before: Code, after: Code): boolean {
  const [was, is] = both(before, after, ({ statuses }) => new Set(statuses.map(({ status }) => status)));
  return was.symmetricDifference(is).size === 0;
}
