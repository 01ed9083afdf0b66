import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, examplesOf } from '../../src/index.ts';
import { API, files, registryOf, seeded } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

/** Codes that a careless reader takes for something else; in YAML each is written as here, without quotes. */
const BARE = [
  '00000',
  '50035',
  '0',
  '-1',
  '1.50',
  '1e3',
  '0x10',
  '0o17',
  '.5',
  'null',
  '~',
  'true',
  'no',
  'yes',
  'off',
  '.inf',
  '.nan',
  '2025-03-01',
  '12:30:45',
  '400-02',
  'urn:x:y',
  'a/b',
  'a b',
  '<<',
  'é',
  'CON',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '.',
  '..',
  '😀',
  'a.b.c',
  'a~b',
  'a"b',
  "a'b",
  '$&',
  '日本',
];

/** Codes that YAML can only hold in quotes. */
const QUOTED = [
  '%2F',
  '%s',
  'a: b',
  '#1',
  '- a',
  '{x}',
  '[x]',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '@a',
  '`a`',
  'a\tb',
  'a\nb',
  '?',
  '"',
];

const ENTRY = { status: 400, remediation: 'Read the code.', retry: 'never' };

const yamlOf = (keys: readonly string[]) =>
  [
    'title: Parcels',
    'codes:',
    ...keys.map((key, i) => `  ${key}: ${JSON.stringify({ ...ENTRY, meaning: meaning(i) })}`),
  ].join('\n');

const jsonOf = (codes: readonly string[]) => {
  const entries = codes.map(
    (code, i) => `${JSON.stringify(code)}: ${JSON.stringify({ ...ENTRY, meaning: meaning(i) })}`,
  );
  return `{ "title": "Parcels", "codes": { ${entries.join(', ')} } }`;
};

const meaning = (index: number) => `The desk found problem number ${index}.`;

const FORMS = {
  'YAML without quotes': { file: 'parcels.yaml', codes: BARE, text: yamlOf(BARE) },
  'YAML in quotes': {
    file: 'parcels.yaml',
    codes: [...BARE, ...QUOTED],
    text: yamlOf([...BARE, ...QUOTED].map((code) => JSON.stringify(code))),
  },
  JSON: { file: 'parcels.json', codes: [...BARE, ...QUOTED], text: jsonOf([...BARE, ...QUOTED]) },
};

for (const [form, { file, codes, text }] of Object.entries(FORMS)) {
  test(`a code stays the text that it is, in ${form}`, () => {
    const { apis } = registryOf(files({ 'desk/api.yaml': API, [`desk/${file}`]: text }));
    const api = present(apis[0]);
    const meanings = new Map(api.codes.map((code) => [code.code, code.meaning]));
    assert.deepEqual([...meanings.keys()].sort(), [...codes].sort());
    for (const [i, code] of codes.entries()) assert.equal(meanings.get(code), meaning(i), code);
  });

  test(`a code stays text in its example, in ${form}`, () => {
    const { apis } = registryOf(files({ 'desk/api.yaml': API, [`desk/${file}`]: text }));
    const api = present(apis[0]);
    for (const code of api.codes) assert.equal(present(examplesOf(api, code, '')[0]).response.body.code, code.code);
  });
}

test('codes keep the order of their file, unless they are numbers, which come first', () => {
  const { apis } = registryOf(
    files({ 'desk/api.yaml': API, 'desk/parcels.yaml': yamlOf(['zebra', 'ant', '7', 'bee']) }),
  );
  assert.deepEqual(present(present(apis[0]).domains[0]).codes, ['7', 'zebra', 'ant', 'bee']);
});

test('a code in a field of integers is a number only if the number is spelled exactly so', () => {
  const api = API.replace('type: string', 'type: integer');
  const { apis } = registryOf(files({ 'desk/api.yaml': api, 'desk/parcels.yaml': yamlOf(['50035']) }));
  assert.equal(
    present(examplesOf(present(apis[0]), present(present(apis[0]).codes[0]), '')[0]).response.body.code,
    50035,
  );
});

test('known codes have the addresses that were promised', () => {
  const promised = {
    AUTH_REQUIRED: 'AUTH_REQUIRED',
    not_found: 'not_found',
    '00000': '00000',
    '50035': '50035',
    '400-02': '400-02',
    'urn:x:y': 'urn~3Ax~3Ay',
    'a/b': 'a~2Fb',
    'a b': 'a~20b',
    '%2F': '~252F',
    é: '~C3~A9',
    CON: '~43ON',
    'con.txt': '~63on.txt',
    CONSOLE: 'CONSOLE',
    com1: '~63om1',
    __proto__: '__proto__',
    'v1.2': 'v1.2',
    '.': '~2E',
    '..': '~2E~2E',
    '...': '~2E.~2E',
    '~': '~7E',
    '~2F': '~7E2F',
    '😀': '~F0~9F~98~80',
    '\ud800': '~ED~A0~80',
  };
  for (const [code, address] of Object.entries(promised)) assert.equal(addressOf(code), address, code);
});

const SAFE = /^(?!\.)(?!.*\.$)[A-Za-z0-9_.~-]+$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

test('an address is a safe file name, and no two codes share one', () => {
  const codes = new Set([...BARE, ...QUOTED, ...randomCodes(5000)]);
  const owners = new Map<string, string>();
  for (const code of codes) {
    const address = addressOf(code);
    assert.match(address, SAFE, JSON.stringify(code));
    assert.doesNotMatch(address, DEVICE, JSON.stringify(code));
    assert.equal(codeOf(address), code, `${address} leads back to its code`);
    assert.equal(encodeURIComponent(address), address.replaceAll('%', '%25'), 'no server or browser rewrites it');
    assert.ok(
      !owners.has(address),
      `${JSON.stringify(code)} and ${JSON.stringify(owners.get(address))} share ${address}`,
    );
    owners.set(address, code);
  }
  assert.ok(owners.size > 4000);
});

test('addresses that differ in case alone belong to codes that differ in case alone, and those are refused', () => {
  const owners = new Map<string, string>();
  for (const code of randomCodes(5000)) {
    const folded = addressOf(code).toLowerCase();
    const other = owners.get(folded) ?? code;
    assert.equal(other.toLowerCase(), code.toLowerCase(), `${JSON.stringify(other)} and ${JSON.stringify(code)}`);
    owners.set(folded, code);
  }
});

/** Texts of up to eight characters from the corners of Unicode and of file systems. */
function randomCodes(count: number): string[] {
  const chars = [
    ...'aAbBzZ019_-.~%/\\:*?"<>| \t\n\u0000éÉßſKµ日😀\u202e\ufeff\ufffd',
    '\ud83d',
    '\ude00',
    'con',
    'NUL',
    'com1',
  ];
  const random = seeded(7);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random(8) }, () => chars[random(chars.length)]).join(''),
  );
}

/** Undoes `addressOf`; surrogates are read from their three bytes as UTF-8 would have them. */
function codeOf(address: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < address.length; i++) {
    if (address[i] === '~') {
      bytes.push(Number.parseInt(address.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(address.charCodeAt(i));
  }
  let code = '';
  for (let i = 0; i < bytes.length; ) {
    const first = present(bytes[i]);
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const rest = bytes.slice(i + 1, i + length);
    const lead = length === 1 ? first : first & (0xff >> (length + 1));
    code += String.fromCodePoint(rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead));
    i += length;
  }
  return code;
}
