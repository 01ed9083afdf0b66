import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CoverageInput, coverage } from '../../src/index.ts';
import { API, files, PARCELS, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const [api] = registryOf(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS })).apis;
assert.ok(api);

const START = { line: 1, column: 1 };

/** What is said of a program and a specification, without places. */
function said(input: Partial<CoverageInput>): string[] {
  const placeOf = (code: string) => ({ file: `${code}.yaml`, start: START, end: START, frame: '' });
  return coverage({ api: present(api), internal: [], sources: [], placeOf, ...input }).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
}

const program = (text: string, ending = 'ts') => said({ sources: [{ path: `parcels.${ending}`, text }] });
const UNUSED = ['unused-code: `PARCEL_LOST` is in the registry, but nothing that was searched uses it.'];

function specified(schemas: object, status = '410'): string[] {
  const schema = { $ref: '#/components/schemas/Problem' };
  const responses = { [status]: { content: { 'application/json': { schema } } } };
  const text = JSON.stringify({
    openapi: '3.1.1',
    paths: { '/parcels': { get: { responses } } },
    components: { schemas },
  });
  return said({ spec: { path: 'openapi.json', text } });
}

const itself = { $ref: '#/components/schemas/Problem' };
const properties = { code: { const: 'PARCEL_LOST' } };

test('a schema that joins itself, however often, is read once', () => {
  for (const joined of ['oneOf', 'anyOf', 'allOf']) {
    assert.deepEqual(specified({ Problem: { [joined]: [itself], properties } }), []);
    assert.deepEqual(specified({ Problem: { [joined]: Array(50).fill(itself), properties } }), []);
    assert.equal(specified({ Problem: { [joined]: [itself, itself], properties } }, '404').length, 1);
  }
  assert.deepEqual(specified({ Problem: itself }), UNUSED);
  const ring = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      i === 0 ? 'Problem' : `P${i}`,
      { oneOf: [1, 2, 3].map((step) => ({ $ref: `#/components/schemas/P${((i + step) % 59) + 1}` })), properties },
    ]),
  );
  assert.deepEqual(specified(ring), []);
});

test('templates inside templates are read to any depth, whether they end or not', () => {
  for (const depth of [1, 30, 20_000]) {
    assert.deepEqual(program(`${'`${'.repeat(depth)}"PARCEL_LOST"${'}`'.repeat(depth)}`), []);
    assert.deepEqual(program('`${'.repeat(depth)), UNUSED);
    assert.deepEqual(program(`"PARCEL_LOST"; ${'`${'.repeat(depth)}`), []);
  }
  assert.deepEqual(program('const char = /`/; fail("PARCEL_LOST"); // ` ${'), []);
  assert.deepEqual(program('it is a ` char\nfail("PARCEL_LOST");'), []);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a program
  assert.deepEqual(program('fail(`PARCEL_LOST`); fail(`${{ a: `}` }}`);'), []);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a program
  assert.deepEqual(program('fail(`PARCEL_${"LOST"}`)'), UNUSED);
});

test('lists inside lists, and quotes and slashes that never end, are read to the end', () => {
  for (const part of ['["A",', '"\\', '/[', "'\\'", '`\\`', '{(', '${`']) {
    assert.deepEqual(program(part.repeat(4000)), UNUSED, part);
    assert.deepEqual(program(`fail("PARCEL_LOST")\n${part.repeat(4000)}`), [], part);
  }
  for (const ending of ['py', 'go', 'java', 'kt', 'cs', 'rb', 'php']) {
    for (const part of ['"""\\', '"\\', "'''", '`', '@"', '$"{']) {
      assert.deepEqual(program(`PARCEL_LOST\n${part.repeat(1000)}`, ending), [], `${part} in ${ending}`);
    }
  }
});
