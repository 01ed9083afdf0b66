import { effectOfStatus, effectOfStatuses } from '../model/effect.ts';
import { effectNote, unknownEffectNote } from '../model/effect-notes.ts';
import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { isInArray, valueAt } from '../model/envelope/pointer.ts';
import { policyOfStatus } from '../model/unknown-codes.ts';
import { fieldDifferences, headDifferences, spellingDifferences, statusDifferences } from './differences.ts';
import type { Explanation, Nearest } from './explanation.ts';
import type { Beside, FoundBody } from './find.ts';
import type { Head } from './http-head.ts';
import type { DecodeApi, DecodeCode } from './index-format.ts';
import { entryAt, operationIn, requestText } from './operation.ts';
import { byRole, numberOf, type Recognized, textOf } from './recognize.ts';
import { clip, valuesOf } from './values.ts';
import { type Wait, waitOf } from './wait.ts';
import type { Work } from './work.ts';

const MOST_DIFFERENCES = 20;

/** What a recognized body says, and where it disagrees with the docs; its request is looked for after `from` in the paste. */
export function explainBody(found: Recognized, place: FoundBody, work: Work, from: number): Explanation {
  const { head, beside, start, end } = place;
  const operation =
    found.entry?.operations && operationIn(requestText(work.paste, head?.start ?? start, end, from), found.entry);
  const fit = { ...found, entry: entryAt(found.entry, operation) };
  const { api, body, entry, envelope, code, others } = fit;
  const inBody = numberOf(byRole(body, envelope, 'status'));
  // where each of several errors has a status, the response's own need not be the same
  const whole = inBody !== undefined && hasStatusInArray(fit) ? undefined : head;
  const status = statusOf(whole, inBody, beside.status ?? fit.around);
  const delay = delayOf(fit, head, beside);
  const wait = delay && waitOf(delay.given, delay.from, work.now, head?.headers.get('date'));
  return {
    found: head ? 'response' : 'body',
    line: work.lineOf(head?.start ?? place.start),
    times: 1,
    api,
    others,
    code,
    entry,
    ...(operation !== undefined && { operation }),
    nearest: entry ? [] : nearestOf(fit, status?.value, work),
    status,
    retry: retryOf(api, entry, status?.value, code),
    wait,
    values: valuesOf(fit, head),
    differences: [
      ...spellingDifferences(entry, code),
      ...statusDifferences(entry, status, whole?.status, inBody),
      ...fieldDifferences(fit, head !== undefined),
      ...(head ? headDifferences(fit, head) : []),
      ...(delay && !wait ? [{ kind: 'delay' as const, given: clip(delay.given) }] : []),
      ...(wait && entry?.retry.policy === 'never' ? [{ kind: 'no delay expected' as const, given: wait.given }] : []),
    ].slice(0, MOST_DIFFERENCES),
    otherRequests: [],
  };
}

function hasStatusInArray({ envelope }: Recognized): boolean {
  return withRole(envelope.fields, 'status').some(isInArray);
}

function statusOf(
  head: Head | undefined,
  inBody: number | undefined,
  beside: number | undefined,
): Explanation['status'] {
  if (head) return { value: head.status, from: 'head' };
  if (inBody !== undefined) return { value: inBody, from: 'body' };
  return beside === undefined ? undefined : { value: beside, from: 'log' };
}

function delayOf(
  { body, envelope, entry }: Recognized,
  head: Head | undefined,
  beside: Beside,
): { given: string; from: Wait['from'] } | undefined {
  const header = head?.headers.get('retry-after');
  if (header !== undefined) return { given: header, from: 'header' };
  const own = { fields: [...(entry?.fields ?? []), ...fieldsOf(envelope, entry)] };
  const field = textOf(byRole(body, own, 'retryAfter')) ?? textOf(valueAt(body, '/retryAfter'));
  if (field !== undefined) return { given: field, from: 'body' };
  return beside.retryAfter === undefined ? undefined : { given: beside.retryAfter, from: 'log' };
}

function nearestOf({ api, code, body, envelope }: Recognized, status: number | undefined, work: Work): Nearest[] {
  if (code !== undefined) return work.guess(code, api);
  // without a code, the same status is what the errors have in common
  const message = textOf(byRole(body, envelope, 'message'));
  const alike = api.codes.filter((entry) => entry.statuses.some((it) => it.status === status));
  const words = new Set(message?.toLowerCase().match(/\p{L}+/gu));
  const common = (entry: DecodeCode) =>
    entry.message
      ?.toLowerCase()
      .match(/\p{L}+/gu)
      ?.filter((word) => words.has(word)).length ?? 0;
  return alike
    .sort((a, b) => common(b) - common(a))
    .slice(0, 3)
    .map((entry) => ({ api, entry }));
}

/**
 * What may be done with the same request: as the entry says, as the API says of its own codes that are not listed, or by the
 * status. Where an API sends codes, a body without one is not its own.
 */
export function retryOf(
  api: DecodeApi,
  entry: DecodeCode | undefined,
  status: number | undefined,
  code: string | undefined,
): Explanation['retry'] {
  const key = entry?.keyed === false ? undefined : api.idempotency;
  if (entry) {
    const { policy } = entry.retry;
    const effect = entry.effect ?? effectOfStatuses(entry.statuses.map((it) => it.status));
    return { policy, from: 'entry', rule: entry.retry, effect: effectNote(policy, effect, key), meaning: [] };
  }
  const { retry, meaning = [] } = api.unknownCodes ?? {};
  const rule = api.sendsCodes && code === undefined ? undefined : retry;
  const policy = rule?.policy ?? policyOfStatus(status);
  const effect = status === undefined ? unknownEffectNote(key) : effectNote(policy, effectOfStatus(status), key);
  return { policy, from: rule ? 'rule' : 'status', rule, effect, meaning };
}
