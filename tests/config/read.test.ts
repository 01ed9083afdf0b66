import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDiagnostic } from '../../src/cli/format/text.ts';
import {
  type ConfigInput,
  configEditorSchema,
  defineConfig,
  readJsonConfig,
  readModuleConfig,
  SNIPPET_LANGUAGES,
} from '../../src/index.ts';

/** What a person reads about a configuration in JSON. */
function messagesOf(text: string): string {
  return readJsonConfig('errorbook.config.json', text)
    .diagnostics.map((it) => formatDiagnostic(it, false))
    .join('\n\n');
}

/** What a person reads about a configuration in TypeScript that makes a value. */
function moduleMessages(source: string, value: unknown): string {
  return readModuleConfig('errorbook.config.ts', source, value)
    .diagnostics.map((it) => formatDiagnostic(it, false))
    .join('\n\n');
}

test('an empty configuration is one, and a full one keeps every value', () => {
  assert.deepEqual(readJsonConfig('c.json', '{}').config, {});
  const full: ConfigInput = defineConfig({
    contracts: 'errors',
    out: 'public/errors',
    site: 'https://errors.acme.example',
    base: '/errors/',
    name: 'Acme',
    logo: { light: 'light.svg', dark: 'dark.svg', hasName: true },
    icon: 'icon.svg',
    accent: { light: '#0b5a6f', dark: '#7cc7da' },
    socialImage: 'social.png',
    links: [{ label: 'Support', href: 'mailto:help@acme.example' }],
    footer: '© Acme',
    license: '[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)',
    css: 'own.css',
    editLink: 'https://github.com/acme/api/edit/main/{path}',
    feedback: 'https://acme.example/feedback?code={code}',
    analytics: { script: 'https://stats.acme.example/s.js', data: { domain: 'errors.acme.example' } },
    artifacts: ['json', 'markdown', 'llms'],
    languages: ['go'],
    retryLabels: { never: 'Give up' },
  });
  assert.deepEqual(readJsonConfig('c.json', JSON.stringify(full)).config, full);
  assert.deepEqual(readModuleConfig('c.ts', '', full).config, full);
});

test('what is wrong in JSON is named with its place, its reason and its fix', () => {
  assert.equal(
    messagesOf(`{
  "naem": "Acme",
  "logo": { "drak": "dark.svg" },
  "accent": { "light": "red" },
  "links": [{ "label": "Docs", "href": "javascript:alert(1)" }]
}
`),
    `errorbook.config.json:3:3  error  missing-field
  \`logo\` has no \`light\`. The format requires it here.
      2 |   "naem": "Acme",
    > 3 |   "logo": { "drak": "dark.svg" },
        |   ^^^^^^
      4 |   "accent": { "light": "red" },
  Fix: Add \`light\`.

errorbook.config.json:3:13  error  unknown-key
  \`drak\` isn't a key that the format has here, so it would be ignored.
      2 |   "naem": "Acme",
    > 3 |   "logo": { "drak": "dark.svg" },
        |             ^^^^^^
      4 |   "accent": { "light": "red" },
  Fix: Did you mean \`dark\`?

errorbook.config.json:4:24  error  wrong-value
  \`light\` must be a color such as #0b5a6f, but is \`red\`.
      3 |   "logo": { "drak": "dark.svg" },
    > 4 |   "accent": { "light": "red" },
        |                        ^^^^^
      5 |   "links": [{ "label": "Docs", "href": "javascript:alert(1)" }]
  Fix: Write a color such as #0b5a6f.

errorbook.config.json:5:40  error  wrong-value
  \`href\` must be an address that starts with https://, http://, mailto: or a single /, but is \`javascript:alert(1)\`.
      4 |   "accent": { "light": "red" },
    > 5 |   "links": [{ "label": "Docs", "href": "javascript:alert(1)" }]
        |                                        ^^^^^^^^^^^^^^^^^^^^^
      6 | }
  Fix: Write an address that starts with https://, http://, mailto: or a single /.

errorbook.config.json:2:3  error  unknown-key
  \`naem\` isn't a key that the format has here, so it would be ignored.
      1 | {
    > 2 |   "naem": "Acme",
        |   ^^^^^^
      3 |   "logo": { "drak": "dark.svg" },
  Fix: Did you mean \`name\`?`,
  );
});

test('what is wrong in a program is named with its path, and with its line where the key is written there', () => {
  const source = `const dark = { drak: 'dark.svg' };
export default {
  name: 'Acme',
  logo: { light: 'light.svg', ...dark },
  links: [{ label: 'Docs', href: 'ftp://acme.example' }],
};
`;
  const value = {
    name: 'Acme',
    logo: { light: 'light.svg', drak: 'dark.svg' },
    links: [{ label: 'Docs', href: 'ftp://acme.example' }],
  };
  assert.equal(
    moduleMessages(source, value),
    `errorbook.config.ts:1:1  error  unknown-key
  At /logo/drak: \`drak\` isn't a key that the format has here, so it would be ignored.
  Fix: Did you mean \`dark\`?

errorbook.config.ts:5:28  error  wrong-value
  At /links/0/href: \`href\` must be an address that starts with https://, http://, mailto: or a single /, but is \`ftp://acme.example\`.
      4 |   logo: { light: 'light.svg', ...dark },
    > 5 |   links: [{ label: 'Docs', href: 'ftp://acme.example' }],
        |                            ^^^^
      6 | };
  Fix: Write an address that starts with https://, http://, mailto: or a single /.`,
  );
});

test('a value that is no data is named', () => {
  const circular: { name: string; logo?: unknown } = { name: 'Acme' };
  circular.logo = circular;
  const cases: [unknown, string][] = [
    [{ links: [() => 1] }, '`/links/0` is a function'],
    [{ icon: new URL('https://acme.example/') }, '`/icon` is a URL'],
    [{ 'a/b~c': Number.NaN }, '`/a~1b~0c` is NaN'],
    [circular, '`/logo` is an object that contains itself'],
  ];
  for (const [value, start] of cases) {
    const [diagnostic] = readModuleConfig('c.ts', '', value).diagnostics;
    assert.ok(diagnostic?.message.includes(start), diagnostic?.message);
  }
  assert.deepEqual(readModuleConfig('c.ts', '', { name: undefined }).diagnostics, []);
  for (const value of [[1], 'Acme', 7, null])
    assert.equal(
      readModuleConfig('c.ts', '', value).diagnostics[0]?.message,
      'A configuration is an object with settings, and this is not one.',
    );
});

test('an accent without enough contrast is refused, with the nearest shade that has it', () => {
  assert.equal(
    messagesOf('{ "accent": { "light": "#ff8800", "dark": "#222222" } }'),
    `errorbook.config.json:1:24  error  wrong-value
  The contrast of \`#ff8800\` with \`#fbf2e5\`, a background of light pages, is 2.15:1, but text needs 4.5:1 (WCAG 2.2, AA).
    > 1 | { "accent": { "light": "#ff8800", "dark": "#222222" } }
        |                        ^^^^^^^^^
  Fix: The nearest color with enough contrast is \`#a75900\`.

errorbook.config.json:1:43  error  wrong-value
  The contrast of \`#222222\` with \`#1d2022\`, a background of dark pages, is 1.02:1, but text needs 4.5:1 (WCAG 2.2, AA).
    > 1 | { "accent": { "light": "#ff8800", "dark": "#222222" } }
        |                                           ^^^^^^^^^
  Fix: The nearest color with enough contrast is \`#8f8f8f\`.`,
  );
});

test('files that link to others need them', () => {
  assert.match(
    messagesOf('{ "artifacts": ["llms", "go", "json"] }'),
    /`llms` links to the files of `markdown`, which are not listed/,
  );
  assert.equal(messagesOf('{ "artifacts": ["go"] }'), '');
});

test('addresses and paths that a site must not have are refused', () => {
  const refused: Record<string, unknown>[] = [
    { site: 'https://acme.example/docs' },
    { site: 'ftp://acme.example' },
    { base: '../docs' },
    { base: 'https://acme.example' },
    { css: 'https://acme.example/a.css' },
    { name: ' ' },
    { name: 'a\nb' },
    { name: 'a\u001b[31m' },
    { links: [{ label: 'x', href: '//acme.example' }] },
    { links: [{ label: 'x', href: 'docs/' }] },
    { editLink: 'https://acme.example/' },
    { editLink: 'https://{path}/' },
    { feedback: 'javascript:{code}' },
    { analytics: { script: 'http://acme.example/s.js' } },
    { analytics: { script: "https://acme.example; script-src 'unsafe-inline'/s.js" } },
    { analytics: { script: 'https://acme.example/s.js', data: { 'a b': 'c' } } },
    { artifacts: [] },
    { languages: ['rust'] },
    { retryLabels: { never: '' } },
  ];
  const accepted = refused.filter((it) => readJsonConfig('c.json', JSON.stringify(it)).diagnostics.length === 0);
  assert.deepEqual(accepted, []);
});

test('the languages that can be chosen are those that there are', () => {
  const { properties } = configEditorSchema() as { properties: { languages: { items: { enum: string[] } } } };
  assert.deepEqual(properties.languages.items.enum.toSorted(), [...SNIPPET_LANGUAGES].toSorted());
});
