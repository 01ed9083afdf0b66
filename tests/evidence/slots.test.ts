import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from '../../src/index.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const CODES = ['PARCEL_LOST', 'PARCEL_SENT'];
const entries = CODES.map(
  (code) => `  ${code}:
    status: 410
    meaning: It says ${code}.
    remediation: Ask the desk about ${code}.
    retry: never
`,
);
const [api] = registryOf(
  files({
    'desk/api.yaml': `${API}codeStyle: SCREAMING_SNAKE_CASE\n`,
    'desk/parcels.yaml': `title: Parcels\ncodes:\n${entries.join('')}`,
  }),
).apis;
assert.ok(api);
const START = { line: 1, column: 1 };

/** The codes that a program uses without being registered, each with its line and column. */
function unregistered(text: string, path = 'parcels.ts'): string[] {
  const placeOf = (code: string) => ({ file: `${code}.yaml`, start: START, end: START, frame: '' });
  return coverage({ api: present(api), internal: [], sources: [{ path, text }], placeOf })
    .filter(({ rule }) => rule === 'unregistered-code')
    .map(({ message, start }) => `${start.line}:${start.column} ${/`(.*?)`/.exec(message)?.[1]}`);
}

/** Programs that use a registered code where they use `NEW_CODE`, so that it looks like a code too. */
const FOUND = [
  `f({ code: 'PARCEL_LOST' });\nf({ code: 'NEW_CODE' });`,
  `x.code = 'PARCEL_LOST';\ny.code = 'NEW_CODE';`,
  `if (code === 'PARCEL_LOST') f();\nif (code !== 'NEW_CODE') f();`,
  `fail('PARCEL_LOST');\nfail('NEW_CODE');`,
  `fail(a, b(c, d), [e, f], 'PARCEL_LOST');\nfail(1, 2, 3, 'NEW_CODE');`,
  `codes(['PARCEL_LOST',\n'NEW_CODE']);`,
  `const codes = [['PARCEL_LOST', 1],\n['NEW_CODE', 2]];`,
  `fail(Codes.PARCEL_LOST);\nfail(Codes.NEW_CODE);`,
  `fail(() => { a(); }, 'PARCEL_LOST');\nfail({ b }, 'NEW_CODE');`,
  `fail(PARCEL_LOST);\nfail(NEW_CODE);`,
];
for (const program of FOUND) {
  test(`a text in the place of codes is one: ${JSON.stringify(program)}`, () => {
    const [, last = ''] = program.split('\n');
    const at = last.search(/(?<=')NEW_CODE|(?<!')NEW_CODE/) + 1 - (last.includes(`'NEW_CODE'`) ? 1 : 0);
    assert.deepEqual(unregistered(program), [`2:${at} NEW_CODE`]);
  });
}

/** Programs in which `NEW_CODE` is somewhere else than the registered codes. */
const NOT_FOUND = [
  `f({ code: 'PARCEL_LOST' });\nf({ name: 'NEW_CODE' });`,
  `fail('PARCEL_LOST');\nsave('NEW_CODE');`,
  `fail('PARCEL_LOST');\nfail(1, 'NEW_CODE');`,
  `fail(['PARCEL_LOST']);\nfail('NEW_CODE');`,
  `codes = ['PARCEL_LOST'];\ncodes = 'NEW_CODE';`,
  `fail('PARCEL_LOST');\nfail(NEW_CODE);`,
  `if ('PARCEL_LOST') f();\nif ('NEW_CODE') f();`,
  `{ 'PARCEL_LOST'; 'NEW_CODE'; }`,
  `(a; 'PARCEL_LOST');\n(a; 'NEW_CODE');`,
  `fail(Codes.PARCEL_LOST);\nfail(Names.NEW_CODE);`,
  `fail('PARCEL_LOST');\nfail('New code');`,
  // at least half of the texts in a place must be codes
  `fail('PARCEL_LOST');\nfail('NEW_CODE'); fail('NEWER_CODE');`,
  `f({ code: 'NEW_CODE' });`,
];
for (const program of NOT_FOUND) {
  test(`a text in another place is none: ${JSON.stringify(program)}`, () => {
    assert.deepEqual(unregistered(program), []);
  });
}

test('half of the texts in a place are enough, however often each is there', () => {
  const both = `fail('PARCEL_LOST'); fail('PARCEL_SENT');`;
  assert.deepEqual(unregistered(`${both}\nfail('A'); fail('B');`), ['2:6 A', '2:17 B']);
  assert.deepEqual(unregistered(`${both}\nfail('A'); fail('B'); fail('C');`), []);
  assert.deepEqual(unregistered(`fail('PARCEL_LOST');\nfail('A'); fail('A');`), ['2:6 A', '2:17 A']);
});

test('in JSON and YAML the name of a value is its place; a name in a mapping has none', () => {
  assert.deepEqual(unregistered('code: PARCEL_LOST\nother:\n  - { code: NEW_CODE }\n', 'a.yaml'), ['3:13 NEW_CODE']);
  assert.deepEqual(unregistered('codes: [PARCEL_LOST,\n  NEW_CODE]\n', 'a.yml'), ['2:3 NEW_CODE']);
  assert.deepEqual(unregistered('{ "codes": [["PARCEL_LOST"],\n["NEW_CODE"]] }', 'a.JSON'), ['2:2 NEW_CODE']);
  assert.deepEqual(unregistered('{ "codes": [["PARCEL_LOST"],\n"NEW_CODE"] }', 'a.json'), []);
  assert.deepEqual(unregistered('PARCEL_LOST: 1\nNEW_CODE: 2\n', 'a.yaml'), []);
});
