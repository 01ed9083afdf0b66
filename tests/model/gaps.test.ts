import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GAPS, gapsOf, messagePointer, withoutGaps } from '../../src/model/gaps.ts';
import type { CodeEntry } from '../../src/model/schema/code.ts';
import type { Envelope } from '../../src/model/schema/envelope.ts';

const WITH_MESSAGE: Envelope = {
  mediaType: 'application/json',
  fields: [
    { pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' },
    { pointer: '/text', type: 'string', role: 'message', meaning: 'For people.' },
  ],
};
const WITHOUT_MESSAGE: Envelope = { ...WITH_MESSAGE, fields: WITH_MESSAGE.fields.slice(0, 1) };

const WHOLE = {
  status: [409],
  meaning: 'The parcel is lost.',
  remediation: ['Send another one.'],
  retry: { policy: 'never', reason: 'It stays lost.' },
  message: 'Lost',
} satisfies CodeEntry;

/** The entry without some of its facts. */
function without(...facts: string[]): CodeEntry {
  return Object.fromEntries(Object.entries(WHOLE).filter(([fact]) => !facts.includes(fact)));
}

test('an entry has a gap for each fact that it should state and does not', () => {
  assert.deepEqual(GAPS, ['status', 'meaning', 'remediation', 'retry', 'fault', 'message']);
  assert.deepEqual(gapsOf({}, WITH_MESSAGE), GAPS);
  assert.equal(gapsOf(WHOLE, WITH_MESSAGE), undefined);
  assert.deepEqual(gapsOf(without('retry', 'meaning'), WITH_MESSAGE), ['meaning', 'retry']);
});

test('whose fault an error is follows from the status, so it is missing only where both are', () => {
  assert.deepEqual(gapsOf(without('status'), undefined), ['status', 'fault']);
  assert.deepEqual(gapsOf({ ...without('status'), fault: 'service' }, undefined), ['status']);
});

test('a message is missing only where the body has one, and the examples do not give it', () => {
  const entry = without('message');
  assert.deepEqual(
    [gapsOf(entry, WITH_MESSAGE), gapsOf(entry, WITHOUT_MESSAGE), gapsOf(entry, undefined)],
    [['message'], ...[undefined, undefined]],
  );
  const given = { '/text': 'Lost' };
  const entries: Partial<CodeEntry>[] = [
    { example: given },
    { examples: { a: given, b: { ...given, '/code': 'X' } } },
    { examples: { a: given, b: {} } },
    { example: given, examples: { a: {} } },
    { example: given, examples: {} },
    { example: { '/code': 'X' } },
    { message: '' },
  ];
  const pointers = entries.map((it) => messagePointer(it, WITH_MESSAGE));
  assert.deepEqual(pointers, [...[undefined, undefined], ...['/text', '/text'], undefined, '/text', undefined]);
});

test('what is missing is replaced by texts that say so, and by the retry policy of an unknown code', () => {
  const texts = {
    meaning: 'The meaning of this code isn’t documented yet.',
    remediation: ['What to do about this code isn’t documented yet.'],
  };
  const reason = 'The retry policy of this code isn’t documented yet, so treat it like an unknown code.';
  assert.deepEqual(withoutGaps(WHOLE, {}), WHOLE);
  assert.deepEqual(withoutGaps({ message: 'Lost' }, {}), {
    ...texts,
    message: 'Lost',
    status: [],
    retry: { policy: 'never', reason },
  });
  assert.deepEqual(withoutGaps({ status: [503, 400] }, {}), {
    ...texts,
    status: [503, 400],
    retry: { policy: 'backoff', reason },
  });
  const unknownCodes = { meaning: 'M.', retry: { policy: 'refetch', reason: 'It may be new.', delay: 2 } } as const;
  assert.deepEqual(withoutGaps({ status: [503] }, { unknownCodes }).retry, {
    policy: 'refetch',
    delay: 2,
    reason: `${reason} It may be new.`,
  });
});
