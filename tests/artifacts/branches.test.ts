import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiArtifacts } from '../../src/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { apisIn, textOf } from './setup.ts';

/*
 * `harbor`: codes that share fields, and others that add, replace or loosen one, with open and closed envelopes and without codes in
 * bodies. `lights`: bodies that have the code twice.
 */
const apis = await apisIn('tests/artifacts/fixtures/branches');

for (const id of ['json-schema', 'openapi', 'zod', 'typescript', 'python', 'go']) {
  test(`codes whose bodies have the same shape share it in ${id}`, () => {
    const { path } = present(apiArtifacts.find((it) => it.id === id));
    for (const api of apis)
      expectFile(join(import.meta.dirname, 'expected/branches', api.id, `${path}.txt`), textOf(id, api));
  });
}

test('a definition that only one code has is named for it', () => {
  const names = apis.map((api) => Object.keys(JSON.parse(textOf('json-schema', api)).$defs));
  assert.deepEqual(names, [
    [
      'known.ship',
      'known.ship.limit',
      'code.SHIP_NAMELESS',
      'code.SHIP_UNKNOWN',
      'known.crane',
      'known.crane.tons',
      'known.berth.409',
      'code.berth-gone',
      ...['unknown.ship', 'unknown.crane', 'unknown.berth'],
      ...['envelope.ship', 'envelope.crane', 'envelope.berth'],
      ...['codes.ship', 'codes.crane'],
    ],
    ['code.LIGHT_OUT', 'code.LIGHT_BUSY', 'unknown.default', 'envelope.default', 'codes.default'],
  ]);
});
