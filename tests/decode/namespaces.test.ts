import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { concerned, decode, directoryOf } from '../../src/decode/index.ts';
import { examplesOf, responseText } from '../../src/index.ts';
import { registryIn } from '../helpers/registry.ts';
import { indexOf, NOW } from './setup.ts';

/*
 * Codes whose spelling has a meaning in a namespace alone: the name of a member says it (`adverts`), the value of a field (`ledger`),
 * or the way in which the code arrives (`chat`).
 */

const registry = await registryIn(join(import.meta.dirname, '../artifacts/fixtures/namespaces/contracts'));
const index = indexOf(registry);

/** Each error of a paste: its name in the docs, or what was sent with the names that it may have. */
function read(paste: string): (string | object)[] {
  return decode(paste, index, NOW).explanations.map(({ entry, code, nearest, isAmbiguous, differences }) =>
    entry
      ? [entry.code, ...differences.map(({ kind }) => kind)].join(' ')
      : { code, [isAmbiguous ? 'one of' : 'near']: nearest.map((it) => it.entry.code) },
  );
}

test('every example response is decoded as its own code, whole and as a body', () => {
  for (const api of registry.apis)
    for (const code of api.codes)
      for (const { response } of examplesOf(api, code, `https://docs.example/${code.address}/`)) {
        assert.deepEqual(read(responseText(response)), [code.code]);
        assert.deepEqual(read(JSON.stringify(response.body)), [code.code]);
      }
});

test('each of several errors has the namespace of its own', () => {
  const paste = JSON.stringify({
    error: {
      status: 'Bad Request',
      message: 'The request has failures.',
      details: [
        {
          errors: [
            { errorCode: { queryError: 'UNKNOWN' }, message: 'The query failed.' },
            { errorCode: { fieldError: 'UNKNOWN' }, message: 'The field failed.' },
            { errorCode: { mutateError: 'UNKNOWN' }, message: 'Nothing changed.' },
          ],
          requestId: 'a-1',
        },
      ],
    },
  });
  assert.deepEqual(read(paste), [
    'queryError.UNKNOWN',
    'fieldError.UNKNOWN',
    { code: 'mutateError.UNKNOWN', near: ['queryError.UNKNOWN', 'fieldError.UNKNOWN'] },
  ]);
});

const PASTES: [paste: string, found: (string | object)[]][] = [
  ['queryError.UNKNOWN', ['queryError.UNKNOWN']],
  ['{"queryError":"UNKNOWN"}', ['queryError.UNKNOWN']],
  ['error_code { field_error: UNKNOWN }', ['fieldError.UNKNOWN']],
  ['UNKNOWN', [{ code: 'UNKNOWN', 'one of': ['queryError.UNKNOWN', 'fieldError.UNKNOWN'] }]],
  ['TOO_MANY_ROWS', ['queryError.TOO_MANY_ROWS']],
  ['UNKNOWN: The field failed.', ['fieldError.UNKNOWN']],
  ['https://docs.example/adverts/errors/fieldError.UNKNOWN/', ['fieldError.UNKNOWN']],
  ['{"category":"billing","code":"NOT_FOUND","message":"There is no such bill."}', ['billing.NOT_FOUND']],
  ['{"category":"account","code":"NOT_FOUND","message":"There is no such account."}', ['account.NOT_FOUND']],
  ['{"code":"BUSY","message":"The service is busy."}', ['BUSY']],
  ['{"category":"storage","code":"BUSY","message":"The disk is busy."}', [{ code: 'storage.BUSY', near: [] }]],
  ['NOT_FOUND', [{ code: 'NOT_FOUND', 'one of': ['billing.NOT_FOUND', 'account.NOT_FOUND'] }]],
  ['{"code": 4004, "message": "Unknown channel."}', ['json.4004']],
  ['HTTP 404 {"code": 4004, "message": "Unknown channel."}', ['json.4004']],
  ['WebSocket closed with 4004', ['close.4004']],
  ['WebSocket closed with code 4008', ['close.4008']],
  ['4004', [{ code: '4004', 'one of': ['json.4004', 'close.4004'] }]],
];

for (const [paste, found] of PASTES) {
  test(paste, () => assert.deepEqual(read(paste), found));
}

test('the part of the index for one API is loaded for its codes, with or without their namespaces', () => {
  const directory = directoryOf(index, ({ id }) => `${id}.json`);
  const apisOf = (paste: string) => concerned(paste, directory).map(({ id }) => id);
  assert.deepEqual(apisOf('fieldError.REQUIRED'), ['adverts']);
  assert.deepEqual(apisOf('{"queryError": "NEW_ONE"}'), ['adverts']);
  assert.deepEqual(apisOf('closed with 4008'), ['chat']);
});
