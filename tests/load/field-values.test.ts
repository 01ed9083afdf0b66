import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API, files, shortly } from '../helpers/checked.ts';

const entry = (code: string, more = '') => `  ${code}:
    status: 410
    meaning: Nobody has seen parcel ${code} for a month.
    remediation: Ask the desk for the money of ${code}.
    retry: never
${more}`;

/** What is said where the envelope's second field is this one. */
function said(field: string, own = ''): string[] {
  const desk = `${API}    - { pointer: /more, ${field}, meaning: What else there is. }\n`;
  const parcels = `title: Parcels\ncodes:\n${entry('LOST_ONE', own)}${entry('LOST_TWO', own)}${entry('LOST_THREE', own)}`;
  return shortly(check(files({ 'desk/api.yaml': desk, 'desk/parcels.yaml': parcels })));
}

const wrong = (column: number, part: string, why: string) => [
  `desk/api.yaml:7:${column} example-mismatch: The \`${part}\` of the field \`/more\` is wrong: ${why}.`,
];

test('a value that does not fit its field is said once, at the field, whatever its role', () => {
  const type = 'it must be of type string, but is 5';
  assert.deepEqual(said('type: string, example: 5'), wrong(48, 'example', type));
  assert.deepEqual(said('type: string, const: 5'), wrong(46, 'const', type));
  for (const role of ['requestId', 'details']) {
    assert.deepEqual(
      said(`role: ${role}, type: string, example: 5`).map((it) => it.replace(/^\S+ /, '')),
      [`example-mismatch: The \`example\` of the field \`/more\` is wrong: ${type}.`],
    );
  }
});

test('a value that no example shows is looked at too', () => {
  assert.equal(said('type: string, optional: true, example: 5').length, 1);
  assert.equal(said('type: string, example: 5', '    example: { /more: x }\n').length, 1);
});

test('a value is held against the items of its array', () => {
  const items = 'items: [{ pointer: /name, type: string, meaning: Its name. }]';
  assert.deepEqual(
    said(`type: array, example: [{ name: 5 }], ${items}`),
    wrong(47, 'example', '`/0/name` must be of type string, but is 5'),
  );
  assert.deepEqual(said(`type: array, example: [{ name: A }], ${items}`), []);
});

test("a code's own field is said at the code", () => {
  const own = '    fields: [{ pointer: /own, type: integer, example: x, meaning: Its own. }]\n';
  assert.deepEqual(
    said('type: string, example: x', own).map((it) => it.replace(/:\d+:\d+ .*/, '')),
    Array(3).fill('desk/parcels.yaml'),
  );
});
