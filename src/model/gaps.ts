import type { ApiEntry } from './schema/api.ts';
import { type CodeEntry, FACTS } from './schema/code.ts';
import type { Envelope } from './schema/envelope.ts';
import { policyOfStatus } from './unknown-codes.ts';

/**
 * What an entry may not say yet, if the API's baseline lists it: a required fact, the fault that follows from the status, and
 * the message that the envelope asks for.
 */
export const GAPS = [...FACTS, 'fault', 'message'] as const;

export type Gap = (typeof GAPS)[number];

/** What pages say in the place of a text that is missing. */
const MEANING = 'The meaning of this code isn’t documented yet.';
const REMEDIATION = 'What to do about this code isn’t documented yet.';
const RETRY = 'The retry policy of this code isn’t documented yet, so treat it like an unknown code.';

/** What an entry doesn't say yet; undefined if that is nothing. */
export function gapsOf(entry: CodeEntry, envelope: Envelope | undefined): Gap[] | undefined {
  const isGap = (fact: Gap) =>
    fact === 'fault' ? entry.status === undefined : fact !== 'message' || messagePointer(entry, envelope) !== undefined;
  const gaps = GAPS.filter((fact) => entry[fact] === undefined && isGap(fact));
  return gaps.length > 0 ? gaps : undefined;
}

/** Where the body has a message that neither the entry nor its examples give; undefined where nothing is missing. */
export function messagePointer(
  { message, example = {}, examples = {} }: Partial<CodeEntry>,
  envelope: Envelope | undefined,
): string | undefined {
  const field = envelope?.fields.find(({ role }) => role === 'message');
  if (!field || message !== undefined) return undefined;
  const given = Object.values(examples).length > 0 ? Object.values(examples) : [example];
  return given.every((it) => Object.hasOwn(it, field.pointer)) ? undefined : field.pointer;
}

/** An entry with something in the place of what is missing: texts that say so, and the retry policy of an unknown code. */
export function withoutGaps(entry: CodeEntry, { unknownCodes }: Pick<ApiEntry, 'unknownCodes'>) {
  const { status = [], meaning = MEANING, remediation = [REMEDIATION] } = entry;
  const ofUnknown = unknownCodes?.retry ?? { policy: policyOfStatus(status[0]) };
  const reason = ofUnknown.reason === undefined ? RETRY : `${RETRY} ${ofUnknown.reason}`;
  return { ...entry, status, meaning, remediation, retry: entry.retry ?? { ...ofUnknown, reason } };
}
