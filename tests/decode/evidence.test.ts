import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, differenceSentence, stepsOf } from '../../src/decode/index.ts';
import { files, registryOf } from '../helpers/checked.ts';
import { indexOf } from './setup.ts';

const apiOf = (title: string, path: string, id: string) => `title: ${title}
summary: Sends parcels.
domains: [parcels]
baseUrl: https://api.example.com/${path}
envelope:
  fields:
    - { pointer: /error/code, type: string, role: code, meaning: Branch on it. }
    - { pointer: /error/message, type: string, role: message, meaning: For people. }
    - { pointer: ${id}, type: string, role: requestId, example: r_1, meaning: Names the request. }
`;

const codesOf = (lost: string) =>
  JSON.stringify({
    title: 'Parcels',
    codes: {
      PARCEL_LOST: {
        status: 404,
        message: lost,
        meaning: 'The parcel is not there; `error.place` says where it was seen.',
        remediation: ['Look at `error.place`.', 'Quote `requestId` or {place}, and read about {nothing}.'],
        retry: 'never',
        fields: [
          { pointer: '/error/place', type: 'string', example: 'Rome', optional: true, meaning: 'The last place.' },
        ],
      },
      PARCEL_SLOW: {
        status: 503,
        message: 'size is late',
        meaning: 'It is late; `size` says which.',
        remediation: 'Wait for `size`.',
        retry: 'backoff',
      },
    },
  });

/** Two APIs with the same codes, statuses and nearly the same envelope; the first has another message. */
const index = indexOf(
  registryOf(
    files({
      'air/api.yaml': apiOf('Air', 'air', '/request_id'),
      'air/parcels.yaml': codesOf('No such parcel in the air.'),
      'sea/api.yaml': apiOf('Sea', 'sea', '/error/requestId'),
      'sea/parcels.yaml': codesOf('No such parcel at sea.'),
    }),
  ),
);

const AIR = 'No such parcel in the air.';
const SEA = 'No such parcel at sea.';
const bodyOf = (message: string) => JSON.stringify({ error: { code: 'PARCEL_LOST', message } });

function found(paste: string): string[][] {
  return decode(paste, index, 0).explanations.map(({ api, others }) => [api.id, ...others.map(({ id }) => id)]);
}

test('of two APIs with a code, the one whose message the body has is named, and no other', () => {
  assert.deepEqual(found(bodyOf(AIR)), [['air']]);
  assert.deepEqual(found(bodyOf(SEA)), [['sea']]);
  assert.deepEqual(found(`HTTP/1.1 404 Not Found\n\n${bodyOf(SEA)}`), [['sea']]);
  assert.deepEqual(found(`10:00 PARCEL_LOST: ${SEA}`), [['sea']]);
});

test('a message that is a part of another speaks for its own API only where it is the whole', () => {
  const part = indexOf(
    registryOf(
      files({
        'air/api.yaml': apiOf('Air', 'air', '/request_id'),
        'air/parcels.yaml': codesOf('No such parcel'),
        'sea/api.yaml': apiOf('Sea', 'sea', '/error/requestId'),
        'sea/parcels.yaml': codesOf(SEA),
      }),
    ),
  );
  for (const [message, id] of [
    ['No such parcel', 'air'],
    [SEA, 'sea'],
  ] as const) {
    const { explanations } = decode(bodyOf(message), part, 0);
    assert.deepEqual(
      explanations.map(({ api, others }) => [api.id, others]),
      [[id, []]],
    );
  }
});

test('the address of an API in the paste decides where nothing else does', () => {
  const body = bodyOf('Gone.');
  assert.deepEqual(found(`POST https://api.example.com/sea/parcels 404 ${body}`), [['sea']]);
  assert.deepEqual(found(`POST https://api.example.com/air 404 ${body}`), [['air']]);
  assert.deepEqual(found(`GET https://api.example.com/sea/1 failed: PARCEL_LOST`), [['sea']]);
  assert.deepEqual(found(`POST https://api.example.com/seaside 404 ${body}`), [['air', 'sea']]);
});

test('where several APIs fit equally, all of them are listed', () => {
  assert.deepEqual(found(bodyOf('Gone.')), [['air', 'sea']]);
  assert.deepEqual(found('PARCEL_LOST'), [['air', 'sea']]);
});

test('the shape of the envelope decides where the message does not', () => {
  assert.deepEqual(found('{"error":{"code":"PARCEL_LOST","message":"Gone.","requestId":"r"}}'), [['sea']]);
  assert.deepEqual(found('{"error":{"code":"PARCEL_LOST","message":"Gone."},"request_id":"r"}'), [['air']]);
});

function disagreements(paste: string): string[] {
  return decode(paste, index, 0).explanations.flatMap(({ differences }) => differences.map(differenceSentence));
}

test('what a log adds around a body is no disagreement, and its status counts', () => {
  const error = { code: 'PARCEL_LOST', message: SEA, requestId: 'r_1' };
  assert.deepEqual(disagreements(JSON.stringify({ level: 'error', time: 1, msg: 'failed', error })), []);
  assert.deepEqual(disagreements(JSON.stringify({ worker: 7, error })), []);
  assert.deepEqual(
    disagreements(JSON.stringify({ severity: 'ERROR', error: { code: 'PARCEL_LOST', message: AIR }, request_id: 'r' })),
    [],
  );
  const [explanation] = decode(JSON.stringify({ level: 'error', status: 404, error }), index, 0).explanations;
  assert.deepEqual(explanation?.status, { value: 404, from: 'log' });
});

test('an unknown field in the response itself is a disagreement still', () => {
  const body = JSON.stringify({ worker: 7, error: { code: 'PARCEL_LOST', message: SEA, requestId: 'r_1' } });
  assert.deepEqual(disagreements(`HTTP/1.1 404 Not Found\n\n${body}`), [
    'The field /worker is not a field of the envelope.',
  ]);
  assert.deepEqual(
    disagreements(JSON.stringify({ error: { code: 'PARCEL_LOST', message: SEA, requestId: 'r', odd: 1 } })),
    ['The field /error/odd is not a field of the envelope.'],
  );
});

function steps(paste: string): string[] {
  return decode(paste, index, 0).explanations.flatMap((it) => stepsOf(it).map((step) => step.join('`')));
}

test('steps show the values of the response, and nothing where it has none', () => {
  const error = { code: 'PARCEL_LOST', message: SEA, requestId: 'r_1', place: 'Oslo' };
  assert.deepEqual(steps(JSON.stringify({ error })), [
    'Look at `error.place` (here `Oslo`).',
    'Quote `requestId` (here `r_1`) or Oslo, and read about {nothing}.',
  ]);
  assert.deepEqual(steps('PARCEL_LOST'), [
    'Look at `error.place`.',
    'Quote `requestId` or {place}, and read about {nothing}.',
  ]);
});

test('a step shows what a message says in the place of a name', () => {
  const body = { error: { code: 'PARCEL_SLOW', message: 'Big Box is late', requestId: 'r' } };
  assert.deepEqual(steps(JSON.stringify(body)), ['Wait for `size` (here `Big Box`).']);
});

for (const paste of [
  '503',
  'HTTP 503',
  'HTTP/1.1 503 Service Unavailable',
  'HTTP/2 503\n',
  'status: 503',
  '"status":503,',
  '503 Service Unavailable',
]) {
  test(`${JSON.stringify(paste)} alone is explained as a status, with the codes that use it`, () => {
    const { explanations, notes, status } = decode(paste, index, 0);
    assert.deepEqual([explanations, notes], [[], []]);
    assert.deepEqual([status?.status, status?.title], [503, 'Service Unavailable']);
    assert.deepEqual(
      status?.codes.map(({ api, entry }) => `${api.id}/${entry.code}`),
      ['air/PARCEL_SLOW', 'sea/PARCEL_SLOW'],
    );
  });
}

test('a status that no code uses is explained all the same', () => {
  assert.deepEqual(decode('418', index, 0).status, { status: 418, title: undefined, codes: [] });
});

for (const paste of [
  '4040',
  '503 parcels were lost at sea yesterday, and nobody knows why it was so',
  'room 503',
  '999',
]) {
  test(`${JSON.stringify(paste)} is no status`, () => {
    assert.equal(decode(paste, index, 0).status, undefined);
  });
}
