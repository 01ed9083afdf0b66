import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../src/decode/index.ts';
import { files, registryOf } from '../helpers/checked.ts';
import { indexOf } from './setup.ts';

const apiOf = (title: string, code: string) => `title: ${title}
summary: Sends parcels.
domains: [parcels]
envelope:
  fields:
    ${code}
    - { pointer: /message, type: string, role: message, meaning: For people. }
`;

const CODE = '- { pointer: /code, type: string, role: code, meaning: Branch on it. }';

const codesOf = (codes: Record<string, { status: number; message: string }>) =>
  JSON.stringify({
    title: 'Parcels',
    codes: Object.fromEntries(
      Object.entries(codes).map(([code, it]) => [
        code,
        { ...it, meaning: `${code} happened.`, remediation: `Read about ${code} with ${it.status}.`, retry: 'never' },
      ]),
    ),
  });

/** Two APIs whose bodies are of one shape and which share a code, each with a status of its own. */
const shared = indexOf(
  registryOf(
    files({
      'air/api.yaml': apiOf('Air', CODE),
      'air/parcels.yaml': codesOf({ PARCEL_LOST: { status: 404, message: 'The parcel is lost.' } }),
      'sea/api.yaml': apiOf('Sea', CODE),
      'sea/parcels.yaml': codesOf({ PARCEL_LOST: { status: 410, message: 'The parcel is lost.' } }),
    }),
  ),
);

/** An API without codes in its bodies, where two entries share a message. */
const silent = indexOf(
  registryOf(
    files({
      'rail/api.yaml': apiOf('Rail', ''),
      'rail/parcels.yaml': codesOf({
        lost: { status: 404, message: 'The parcel is lost.' },
        gone: { status: 410, message: 'The parcel is lost.' },
      }),
    }),
  ),
);

const BODY = '{"code":"PARCEL_LOST","message":"The parcel is lost."}';

/** What a paste is explained as: API and code, then the other APIs that it may come from. */
function found(paste: string, index = shared): string[][] {
  return decode(paste, index, 0).explanations.map(({ api, entry, others }) => [
    `${api.id} ${entry?.code}`,
    ...others.map(({ id }) => id),
  ]);
}

test('of two APIs that a body fits, the one whose code has its status is meant', () => {
  for (const [status, id] of [
    [404, 'air'],
    [410, 'sea'],
  ] as const) {
    assert.deepEqual(found(`HTTP/1.1 ${status} Error\nContent-Type: application/json\n\n${BODY}`), [
      [`${id} PARCEL_LOST`],
    ]);
    assert.deepEqual(found(`request failed with status ${status}: ${BODY}`), [[`${id} PARCEL_LOST`]]);
    assert.deepEqual(found(JSON.stringify({ level: 'error', status, body: BODY })), [[`${id} PARCEL_LOST`]]);
  }
});

test('without a status, or with one that neither has, the first is named and the other beside it', () => {
  for (const paste of [BODY, `HTTP/1.1 500 Error\n\n${BODY}`])
    assert.deepEqual(found(paste), [['air PARCEL_LOST', 'sea']]);
});

test('of two APIs with the code of a log line, the one whose code has its status is meant', () => {
  assert.deepEqual(found('booking failed with status 404: PARCEL_LOST'), [['air PARCEL_LOST']]);
  assert.deepEqual(found('booking failed with status 410: PARCEL_LOST'), [['sea PARCEL_LOST']]);
  assert.deepEqual(found('booking failed: PARCEL_LOST'), [['air PARCEL_LOST', 'sea']]);
});

test('of two APIs with a message of a log line, the one whose code has its status is meant', () => {
  assert.deepEqual(found('404 The parcel is lost.'), [['air PARCEL_LOST']]);
  assert.deepEqual(found('410 The parcel is lost.'), [['sea PARCEL_LOST']]);
  assert.deepEqual(found('500 The parcel is lost.'), [['air PARCEL_LOST', 'sea']]);
});

test('of two codes with one message, the one that has the status is meant', () => {
  const message = 'The parcel is lost.';
  for (const [status, code] of [
    [404, 'lost'],
    [410, 'gone'],
  ] as const) {
    assert.deepEqual(found(`HTTP/1.1 ${status} Error\n\n${JSON.stringify({ message })}`, silent), [[`rail ${code}`]]);
    assert.equal(found(`${status} ${message}`, silent)[0]?.[0], `rail ${code}`);
  }
});
