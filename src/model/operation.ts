import { effectOfStatuses } from './effect.ts';
import { faultOf } from './http.ts';
import type { Code, Status } from './registry.ts';

/*
 * Codes whose status, retry policy or texts differ by operation: decided here what holds for which operation, for pages, programs,
 * the decoder and comparisons alike.
 */

/** An operation that returns a code, with what it says otherwise than the code. */
export type Operation = Code['operations'][number];

/** Whether an operation has a status, a retry policy or a remediation of its own, beside a meaning. */
export function hasOwnFacts({ statuses, retry, remediation }: Operation): boolean {
  return statuses !== undefined || retry !== undefined || remediation !== undefined;
}

/** The operations that have facts of their own. */
export function ownOperations({ operations }: Pick<Code, 'operations'>): Operation[] {
  return operations.filter(hasOwnFacts);
}

/**
 * A code as one of its operations returns it. Fault and effect follow from the operation's status where those of the code follow
 * from the code's; where the code says them itself, they hold for every operation.
 */
export function atOperation(code: Code, { operation, ...own }: Operation): Code {
  const { statuses = code.statuses, meaning = code.meaning, remediation = code.remediation, retry = code.retry } = own;
  const [was, is] = [valuesOf(code.statuses), valuesOf(statuses)];
  const known = { meaning: own.meaning, remediation: own.remediation, retry: own.retry, status: own.statuses };
  const gaps = code.gaps?.filter((gap) => gap === 'message' || known[gap === 'fault' ? 'status' : gap] === undefined);
  return {
    ...code,
    statuses,
    meaning,
    remediation,
    retry,
    fault: code.fault === faultOf(was[0]) ? faultOf(is[0]) : code.fault,
    effect: code.effect === effectOfStatuses(was) ? effectOfStatuses(is) : code.effect,
    operations: [{ operation }],
    gaps: gaps && gaps.length > 0 ? gaps : undefined,
  };
}

/** Every status that a code is sent with: its own, the usual one first, then those of single operations. */
export function allStatuses({ statuses, operations }: Pick<Code, 'statuses' | 'operations'>): Status[] {
  const all = [...statuses, ...operations.flatMap((it) => it.statuses ?? [])];
  return all.length === statuses.length ? all : [...new Map(all.map((it) => [it.status, it])).values()];
}

function valuesOf(statuses: readonly Status[]): Status['status'][] {
  return statuses.map(({ status }) => status);
}
