import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { readContracts } from '../../src/cli/contracts.ts';
import { check, type SourceFile } from '../../src/index.ts';
import { API, files, PARCELS, registryOf, shortly, withoutReleases } from '../helpers/checked.ts';
import { OURS } from '../helpers/registry.ts';

const DESK = { 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS };

test('the same registry in YAML and in JSON is the same registry', async () => {
  const contracts = withoutReleases(await readContracts(OURS));
  const converted = contracts.map((source): SourceFile => {
    if (!source.path.endsWith('.json')) return source;
    const text = stringify(JSON.parse(source.text), { version: '1.2' });
    return { path: source.path.replace(/json$/, 'yaml'), text };
  });
  const backwards = converted.map((source): SourceFile => {
    if (!source.path.endsWith('.yaml')) return source;
    return { path: source.path.replace(/yaml$/, 'json'), text: asJson(source) };
  });
  const withoutFiles = (sources: readonly SourceFile[]) =>
    JSON.parse(JSON.stringify(registryOf(sources)).replaceAll(/"file":"[^"]*"/g, '"file":""'));
  const expected = withoutFiles(contracts);
  assert.deepEqual(withoutFiles(converted), expected);
  assert.deepEqual(withoutFiles(backwards), expected);
  assert.ok(converted.some(({ path }) => path === 'voice-studio/auth.yaml'));
  assert.ok(backwards.some(({ path }) => path === 'livestream/api.json'));
});

/** What a YAML file says, with keys as they are written. */
function asJson({ text }: SourceFile): string {
  return JSON.stringify(parse(text, { schema: 'core', stringKeys: true }));
}

test('line ends and a byte order mark change nothing but themselves', () => {
  const plain = registryOf(files(DESK));
  const crlf = files(DESK).map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }));
  const marked = files(DESK).map(({ path, text }) => ({ path, text: `\ufeff${text}` }));
  assert.deepEqual(registryOf(crlf), plain);
  assert.deepEqual(registryOf(marked), plain);
});

test('a place is the same with any line ends and with a byte order mark', () => {
  const broken = { ...DESK, 'desk/parcels.yaml': PARCELS.replace('status: 410', 'status: 710') };
  const plain = shortly(check(files(broken)));
  assert.match(plain.join(), /^desk\/parcels\.yaml:4:13 unknown-status: /);
  for (const change of [(text: string) => text.replaceAll('\n', '\r\n'), (text: string) => `\ufeff${text}`]) {
    assert.deepEqual(shortly(check(files(broken).map(({ path, text }) => ({ path, text: change(text) })))), plain);
  }
});

const json = JSON.stringify({ title: 'Parcels', codes: {} });
const nested = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`;

/** Files that no editor would write on purpose, each with all that is said of it. */
const ODD: Record<string, { file?: string; text: string; said: string[] }> = {
  'an empty YAML file': {
    text: '',
    said: ['desk/parcels.yaml:1:1 wrong-value: This file is empty, or contains only comments.'],
  },
  'an empty JSON file': {
    file: 'desk/parcels.json',
    text: ' \n',
    said: ['desk/parcels.json:1:1 wrong-value: This file is empty, or contains only comments.'],
  },
  'a file of comments': {
    text: '# nothing\n# at all\n',
    said: ['desk/parcels.yaml:1:1 wrong-value: This file is empty, or contains only comments.'],
  },
  'a file of one word': {
    text: 'hello',
    said: ['desk/parcels.yaml:1:1 wrong-value: A registry file must be a mapping of fields, but this is `hello`.'],
  },
  'tabs for indentation': {
    text: 'title: Parcels\ncodes:\n\tA: 1\n',
    said: ['desk/parcels.yaml:3:1 syntax: This is not YAML: Tabs are not allowed as indentation.'],
  },
  'a NUL in YAML': {
    text: 'title: Par\0cels\ncodes: {}\n',
    said: ['desk/parcels.yaml:1:11 syntax: This is the control character U+0000, which is never in a text on purpose.'],
  },
  'an escape sign in JSON': {
    file: 'desk/parcels.json',
    text: json.replace('Parcels', 'Par\u001b[31mcels'),
    said: ['desk/parcels.json:1:14 syntax: This is the control character U+001B, which is never in a text on purpose.'],
  },
  'a carriage return alone in YAML': {
    text: PARCELS.replace('Parcels\n', 'Parcels #\rsummary: Parcels\n'),
    said: [
      "desk/parcels.yaml:1:17 syntax: This is a carriage return without a line feed; some tools end the line here and others don't.",
    ],
  },
  'a control character of the second set': {
    text: PARCELS.replace('Parcels', 'Par\u009bcels'),
    said: ['desk/parcels.yaml:1:11 syntax: This is the control character U+009B, which is never in a text on purpose.'],
  },
  'two documents': {
    text: `${PARCELS}---\ntitle: More\n`,
    said: [
      'desk/parcels.yaml:8:1 syntax: This is not YAML: a second document starts here, after a line of three hyphens.',
    ],
  },
  'an alias': {
    text: 'title: &name Parcels\nsummary: *name\ncodes: {}\n',
    said: [
      "desk/parcels.yaml:2:10 syntax: YAML aliases (`*name`) aren't supported in a registry, because they hide what an entry says.",
    ],
  },
  'aliases that would unfold into gigabytes': {
    text: `a: &a [x, x]\n${[...'bcdefghijklmnopq'].map((name, i) => `${name}: &${name} [*${'abcdefghijklmnop'[i]}, *${'abcdefghijklmnop'[i]}]`).join('\n')}\n`,
    said: [...'bcdefghijklmnopq'].flatMap((_, i) =>
      [8, 12].map(
        (column) =>
          `desk/parcels.yaml:${i + 2}:${column} syntax: YAML aliases (\`*name\`) aren't supported in a registry, because they hide what an entry says.`,
      ),
    ),
  },
  'an anchor alone, which says nothing': { text: PARCELS.replace('410', '&gone 410'), said: [] },
  'keys that are no text': {
    text: 'title: Parcels\ncodes:\n  ? [a, b]\n  : 1\n',
    said: ['desk/parcels.yaml:3:5 syntax: A key here is a list, a mapping, an alias or empty, but a key must be text.'],
  },
  'a YAML file nested past all sense': {
    text: `title: Parcels\ncodes: ${nested('[', ']', 20_000)}`,
    said: ['desk/parcels.yaml:2:71 syntax: This is nested more than 64 levels deep, so the file was not read.'],
  },
  'a JSON file nested past all sense': {
    file: 'desk/parcels.json',
    text: nested('{"a":', '}', 100_000).replace('}', '1}'),
    said: ['desk/parcels.json:1:1 syntax: This is nested more than 64 levels deep, so the file was not read.'],
  },
  'a JSON file nested past all sense and never closed': {
    file: 'desk/parcels.json',
    text: '['.repeat(100_000),
    said: ['desk/parcels.json:1:1 syntax: This is nested more than 64 levels deep, so the file was not read.'],
  },
  'a list in YAML longer than any registry has': {
    text: PARCELS.replace('codes:', `summary: [${'a,'.repeat(100_001)}]\ncodes:`),
    said: [
      'desk/parcels.yaml:2:10 syntax: This has 100,001 entries, but a list or mapping can have at most 100,000, so the file was not read.',
    ],
  },
  'a mapping in JSON larger than any registry has': {
    file: 'desk/parcels.json',
    text: JSON.stringify({
      title: 'Parcels',
      codes: Object.fromEntries(Array.from({ length: 100_001 }, (_, i) => [i, 1])),
    }),
    said: [
      'desk/parcels.json:1:1 syntax: This has 100,001 entries, but a list or mapping can have at most 100,000, so the file was not read.',
    ],
  },
  'a quote in brackets that is never closed': {
    text: 'title: Parcels\ncodes: { a: [b, c], d: [e, "f] }\n',
    said: ['desk/parcels.yaml:2:28 syntax: This is not YAML: Missing closing ".'],
  },
  'a line of a million letters': {
    text: PARCELS.replace('title: Parcels', `title: ${'a'.repeat(1_000_000)}`),
    said: [],
  },
  'a mistake at the end of a line of a million letters': {
    file: 'desk/parcels.json',
    text: `{ "title": "${'a'.repeat(1_000_000)}" "codes": {} }`,
    said: ['desk/parcels.json:1:1000015 syntax: This is not JSON: comma expected at `"codes"`.'],
  },
  'a key of a million letters': {
    file: 'desk/parcels.json',
    text: `{ "title": "A", "codes": {}, "${'k'.repeat(1_000_000)}": 1 }`,
    said: [
      `desk/parcels.json:1:30 unknown-key: \`${'k'.repeat(80)}…\` isn't a key that the format has here, so it would be ignored.`,
    ],
  },
  'a key that is the prototype': {
    file: 'desk/parcels.json',
    text: '{ "title": "A", "codes": {}, "__proto__": { "title": 1 }, "constructor": 1 }',
    said: [
      "desk/parcels.json:1:30 unknown-key: `__proto__` isn't a key that the format has here, so it would be ignored.",
      "desk/parcels.json:1:59 unknown-key: `constructor` isn't a key that the format has here, so it would be ignored.",
    ],
  },
};

for (const [what, { file = 'desk/parcels.yaml', text, said }] of Object.entries(ODD)) {
  test(`${what}: what is said of it`, () => {
    const checked = check(files({ 'desk/api.yaml': API, [file]: text }));
    assert.deepEqual(shortly(checked), said);
    for (const { frame } of checked.diagnostics) {
      assert.ok(frame.length < 1000, 'a frame is as short as a screen is wide');
      assert.doesNotMatch(frame.replaceAll('\n', ''), /\p{Cc}/u);
    }
  });
}

test('a guide nested past all sense is refused in one line', () => {
  const text = `---\ntitle: Deep\nsummary: Too deep.\n---\n\n${nested('<Codes>', '</Codes>', 5000)}\n`;
  assert.deepEqual(shortly(check(files({ ...DESK, 'desk/guides/deep.mdx': text }))), [
    'desk/guides/deep.mdx:1:1 syntax: This is nested more than 64 levels deep, so the file was not read.',
  ]);
});

test('a file that could not be taken is named, and nothing is said of what it may hold', () => {
  for (const [trouble, message] of [
    ['encoding', "syntax: This file isn't valid UTF-8, so it was not read."],
    [
      'crash',
      'syntax: The MDX parser crashed on this guide or on another one that contains code, so this one was not read.',
    ],
    [
      'outside',
      'outside-file: This is a link to a file outside the registry, whose content could change without a review.',
    ],
    ['unreadable', "unlisted-file: This can't be read: it is a broken or circular link, or you don't have permission."],
  ] as const) {
    for (const path of ['desk/parcels.yaml', 'desk/api.yaml']) {
      const sources = files(DESK).map((it): SourceFile => (it.path === path ? { path, text: '', trouble } : it));
      assert.deepEqual(shortly(check(sources)), [`${path}:1:1 ${message}`]);
    }
  }
});

test('two equal keys of a JSON file are reported however many colons its texts have, and however they are written', () => {
  const entry = '{"status":410,"retry":"never","meaning":"M: it is lost.","remediation":"R."';
  const said = (more: string) =>
    shortly(
      check(
        files({
          'desk/api.yaml': API,
          'desk/parcels.json': `{"title":"P","codes":{"LOST":${entry}${more}}}}`,
        }),
      ),
    ).map((line) => line.replace(/:\d+:\d+ /, ' '));
  const twice =
    'desk/parcels.json duplicate-key: The key `meaning` is here twice, and parsers differ in which of the two they keep.';
  assert.deepEqual(said(''), []);
  assert.deepEqual(said(',"title":"A: b: c"'), []);
  assert.deepEqual(said(',"title":"A\\u003a b"'), []);
  assert.deepEqual(said(',"meaning":"Nobody has it."'), [twice]);
  // one colon more, and one less
  assert.deepEqual(said(',"meaning":"Nobody has it.","title":"A\\u003a b"'), [twice]);
  assert.deepEqual(said(',"mean\\u0069ng":"M: it is lost."'), [twice]);
});
