import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { check } from '../../src/index.ts';
import { files, shortly } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const ESCAPE = '\u001b[2J';

const api = (more: object) => ({
  title: 'Parcel Desk API',
  summary: 'Sends parcels.',
  domains: ['parcels'],
  envelope: { fields: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' }] },
  ...more,
});

const parcels = (more: object, code = 'PARCEL_LOST') => ({
  title: 'Parcels',
  codes: {
    [code]: {
      status: 410,
      meaning: 'Nobody has seen the parcel for a month.',
      remediation: 'Ask the desk for the money.',
      retry: 'never',
      ...more,
    },
  },
});

const FORMATS: Record<string, (value: object) => string> = {
  // JSON needs no escape for U+007F to U+009F, which make a file unreadable where they are not escaped
  json: (value) => JSON.stringify(value, null, 1).replace(/[\u007f-\u009f]/g, escaped),
  yaml: (value) => stringify(value, { version: '1.2' }),
};

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** An object with a member of its own that has this name. */
function having(name: string, value: unknown): object {
  return Object.fromEntries([[name, value]]);
}

/** What is said of a registry in each format; places without their lines, which differ. */
function saidOf(desk: object, domain: object): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(FORMATS).map(([ending, write]) => {
      const checked = check(files({ [`desk/api.${ending}`]: write(desk), [`desk/parcels.${ending}`]: write(domain) }));
      assert.equal(checked.registry === undefined, checked.diagnostics.length > 0);
      return [ending, shortly(checked).map((line) => line.replace(/^desk\/(\w+)\.\w+:\d+:\d+ /, '$1 '))];
    }),
  );
}

const CONTROL = 'with which a text can change what a terminal shows.';

/** Every kind of place: the API's file, the domain's, and what is said. */
const PLACES: [string, object, object, string][] = [
  ['a text', {}, parcels({ meaning: `Nobody ${ESCAPE}.` }), '`meaning` holds'],
  ['an item', {}, parcels({ causes: ['A storm.', ESCAPE] }), 'Item 2 of `causes` holds'],
  ['an example', {}, parcels({ example: { '/code': ESCAPE } }), '`/code` holds'],
  ['inside an example', {}, parcels({ example: { '/code': { deep: [ESCAPE] } } }), 'Item 1 of `deep` holds'],
  ['a header', {}, parcels({ headers: { 'X-Parcel': ESCAPE } }), '`X-Parcel` holds'],
  ['a status', { statuses: having(ESCAPE, { meaning: 'The van broke down.' }) }, parcels({}), 'A name holds'],
  ['a scope', { scopes: { send: { meaning: ESCAPE } } }, parcels({}), '`meaning` holds'],
  ['a code', {}, parcels({}, `PARCEL${ESCAPE}`), 'A name holds'],
  ['an alias', {}, parcels({ aliases: [ESCAPE] }), 'Item 1 of `aliases` holds'],
];

for (const [place, desk, domain, begin] of PLACES) {
  test(`a terminal's escape in ${place} is refused where it is, in YAML and in JSON`, () => {
    const said = saidOf(api(desk), domain);
    const expected = `wrong-value: ${begin} the control character U+001B, ${CONTROL}`;
    for (const lines of Object.values(said)) {
      assert.ok(
        lines.some((line) => line.endsWith(expected)),
        lines.join('\n'),
      );
    }
    assert.deepEqual(said.yaml, said.json);
  });
}

test('what is refused is every control character but tabs and line ends, and half a character', () => {
  const numbers = [...Array(0x100).keys(), 0x2028, 0xfeff, 0xd800, 0xdfff];
  const { json } = saidOf(api({}), parcels({ causes: numbers.map((it) => `a${String.fromCharCode(it)}b`) }));
  const refused = present(json).map((line) => Number.parseInt(present(present(/U\+([0-9A-F]{4})/.exec(line))[1]), 16));
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const isAllowed = new Set([0x09, 0x0a]);
  const expected = [...range(0, 0x1f), ...range(0x7f, 0x9f), 0xd800, 0xdfff].filter((it) => !isAllowed.has(it));
  assert.deepEqual(refused, expected);
  assert.deepEqual(saidOf(api({}), parcels({ meaning: 'Lost.\r\nIt is lost \ud83d\udce6.' })).json, []);
});

test('a place is the escape of the JSON file', () => {
  const text = JSON.stringify(parcels({ message: ESCAPE }), null, 1);
  const checked = check(files({ 'desk/api.json': JSON.stringify(api({})), 'desk/parcels.json': text }));
  const line = text.split('\n').findIndex((it) => it.includes('u001b')) + 1;
  assert.deepEqual(shortly(checked), [
    `desk/parcels.json:${line}:15 wrong-value: \`message\` holds the control character U+001B, ${CONTROL}`,
  ]);
});

const LOST = "`__proto__` can't be a name here: programs that read it would lose it and all that it holds.";
const named = (value: unknown) => having('__proto__', value);

const NAMES: Record<string, [object, object]> = {
  'a state': [{ states: { parcel: { title: 'Parcel', values: named({ meaning: 'On its way.' }) } } }, parcels({})],
  'a group of states': [{ states: named({ title: 'Parcel', values: {} }) }, parcels({})],
  'a scope': [{ scopes: named({ meaning: 'Sends parcels.' }) }, parcels({})],
  'a status': [{ statuses: named({ meaning: 'The van broke down.' }) }, parcels({})],
  'an envelope': [{ envelope: undefined, envelopes: { a: api({}).envelope, ...named(api({}).envelope) } }, parcels({})],
  "the envelope's header": [
    { envelope: { ...api({}).envelope, headers: named({ meaning: 'M.', example: 'x' }) } },
    parcels({}),
  ],
  'a header': [{}, parcels({ headers: named('x') })],
  'an example': [{}, parcels({ examples: named({}) })],
  'an override': [{}, parcels({ example: { '/code': 'PARCEL_LOST', ...named(1) } })],
  'a member of a value': [
    { envelope: { fields: [...api({}).envelope.fields, { pointer: '/more', type: 'object', meaning: 'More.' }] } },
    parcels({ example: { '/more': named(1) } }),
  ],
};

for (const [what, [desk, domain]] of Object.entries(NAMES)) {
  test(`${what} can't be named __proto__ and silently vanish`, () => {
    const said = saidOf(api(desk), domain);
    for (const lines of Object.values(said)) {
      assert.deepEqual(lines.filter((line) => line.endsWith(`wrong-value: ${LOST}`)).length, 1, lines.join('\n'));
    }
    assert.deepEqual(said.yaml, said.json);
  });
}

test('a code may be named __proto__, which is kept', () => {
  assert.deepEqual(saidOf(api({}), { title: 'Parcels', codes: named(Object.values(parcels({}).codes)[0]) }), {
    json: [],
    yaml: [],
  });
});

test('a pointer of more than 64 parts is refused, whatever would be built from it', () => {
  const deep = (parts: number) => '/a'.repeat(parts);
  const field = (pointer: string, more: object = {}) => ({ pointer, type: 'string', meaning: 'Where it is.', ...more });
  assert.deepEqual(saidOf(api({}), parcels({ fields: [field(deep(64))] })).json, []);
  for (const parts of [65, 2000, 20_000, 400_000]) {
    const [line, ...more] = present(saidOf(api({}), parcels({ fields: [field(deep(parts))] })).json);
    assert.match(
      present(line),
      /^parcels wrong-value: `pointer` must be a JSON Pointer of at most 64 parts, but is `\/a/,
    );
    assert.deepEqual(more, []);
    const [override, ...others] = present(saidOf(api({}), parcels({ example: { [deep(parts)]: 1 } })).json);
    assert.match(present(override), /^parcels wrong-value: .* must be a JSON Pointer of at most 64 parts/);
    assert.deepEqual(others, []);
  }
  let items: object[] = [field('/last')];
  for (let i = 0; i < 20; i++) items = [field(deep(60), { type: 'array', items })];
  const said = present(saidOf(api({}), parcels({ fields: items })).json);
  assert.equal(said.length, 1);
  assert.match(present(said[0]), /^parcels envelope-shape: .* is 120 levels deep in the body/);
});

/** Spellings of a bell, of half a character and of a name that programs lose, each with what is said of it. */
const SPELLINGS: [ending: string, text: string, said: string][] = [
  ['json', '"A\\u0007b"', 'U+0007'],
  ['json', '"A\\bb"', 'U+0008'],
  ['json', '"A\\r b"', 'U+000D'],
  ['json', '"A\\ud800b"', 'U+D800'],
  ['yaml', '"A\\ab"', 'U+0007'],
  ['yaml', '"A\\x07b"', 'U+0007'],
  ['yaml', '"A\\eb"', 'U+001B'],
  ['yaml', '"A\\Nb"', 'U+0085'],
];

test('an unsafe character is reported however it is escaped', () => {
  for (const [ending, text, said] of SPELLINGS) {
    const sources = { 'desk/api.json': JSON.stringify(api({})) };
    const domain = JSON.stringify(parcels({ title: 'TITLE' })).replace('"TITLE"', text);
    const found = shortly(check(files({ ...sources, [`desk/parcels.${ending}`]: domain })));
    assert.equal(found.length, 1, `${text}: ${found.join()}`);
    assert.ok(found[0]?.includes(said), found[0]);
  }
  // quotes, slashes, line ends and tabs are no danger, nor what only looks like an escape
  const plain = JSON.stringify(parcels({ meaning: 'It says "lost" \\ gone/away,\n\tthen \\u0007.' }));
  assert.deepEqual(shortly(check(files({ 'desk/api.json': JSON.stringify(api({})), 'desk/parcels.json': plain }))), []);
});
