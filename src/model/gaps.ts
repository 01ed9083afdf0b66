import type { ApiEntry } from './schema/api.ts';
import { type CodeEntry, FACTS } from './schema/code.ts';
import { policyOfStatus } from './unknown-codes.ts';

/** What an entry may not say yet, if the API's baseline lists it: a required fact, or the fault that follows from the status. */
export const GAPS = [...FACTS, 'fault'] as const;

export type Gap = (typeof GAPS)[number];

/** What pages say in the place of a text that is missing. */
const MEANING = 'The meaning of this code isn’t documented yet.';
const REMEDIATION = 'What to do about this code isn’t documented yet.';
const RETRY = 'The retry policy of this code isn’t documented yet, so treat it like an unknown code.';

/** What an entry doesn't say yet; undefined if that is nothing. */
export function gapsOf(entry: CodeEntry): Gap[] | undefined {
  const gaps = GAPS.filter((fact) => entry[fact] === undefined && (fact !== 'fault' || entry.status === undefined));
  return gaps.length > 0 ? gaps : undefined;
}

/** An entry with something in the place of what is missing: texts that say so, and the retry policy of an unknown code. */
export function withoutGaps(entry: CodeEntry, { unknownCodes }: Pick<ApiEntry, 'unknownCodes'>) {
  const { status = [], meaning = MEANING, remediation = [REMEDIATION] } = entry;
  const ofUnknown = unknownCodes?.retry ?? { policy: policyOfStatus(status[0]) };
  const reason = ofUnknown.reason === undefined ? RETRY : `${RETRY} ${ofUnknown.reason}`;
  return { ...entry, status, meaning, remediation, retry: entry.retry ?? { ...ofUnknown, reason } };
}
