import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../src/index.ts';
import { readJson } from '../../src/load/source/json.ts';
import { readYaml } from '../../src/load/source/yaml.ts';
import { API } from '../helpers/checked.ts';
import { expectSound } from './checked.ts';
import { always } from './holds.ts';
import { anyText } from './texts.ts';

const FRONT = [
  '---',
  '---\n',
  '---\r\n',
  '\n---\n',
  '\r---\r',
  '--- \n',
  '---x\n',
  '+++\n',
  '...\n',
  'title: A guide\n',
  'summary: What it says.\n',
  'order: 1\n',
  'title: "',
  "summary: '",
  '"\n',
  "'\n",
  'layout: "data:text/javascript,x"\n',
  'title: &a x\n',
  'summary: *a\n',
  '<<: *a\n',
  '# a\n',
  '#\r',
  '\r',
  '\n',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0000',
  '\u001b',
  ': ',
  '? ',
  '- ',
  '|\n  a\n',
  '>-\n  a\n',
  '{a: 1}\n',
  '[',
  ']',
  '{',
  '}',
  '!!js/function x',
  '%YAML 1.1\n',
  '\t',
];
const BODY = [
  '# A heading\n',
  'text ',
  '\n\n',
  '`a`',
  '```js\n',
  '```\n',
  '~~~\n',
  '<Codes domain="parcels" />',
  '<Codes',
  ' retry={1}',
  ' {...a}',
  '/>',
  '</Codes>',
  '<>',
  '</>',
  '<a.b>',
  '<a:b>',
  '<!--',
  '-->',
  '{a}',
  '{',
  '}',
  '{/* a */}',
  '{`',
  '\\{',
  '\\<',
  'import a from "a"\n',
  'import `',
  'export const a = 1\n',
  'export default ',
  '[a](b)',
  '![a](b)',
  '[a]: javascript:b\n',
  '[a][b]',
  '[^1]',
  '[^1]: a\n',
  '| a |\n| - |\n',
  '- a\n',
  '> ',
  '    ',
  '\t',
  '&amp;',
  '&#0;',
  '<https://a.example>',
  '$a$',
  '$$\n',
  ':::note\n',
  '\r',
  '\u0000',
  '\u2028',
  '\ud800',
  '\\',
  '*',
  '_',
  '**',
  '~~',
  '<b>',
  '<script>',
  '</script>',
  '<style>{`}',
  '---\n',
];

const some = (pieces: readonly string[], maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, anyText), { maxLength })
    .map((all) => all.join(''));

const guides = fc
  .tuple(
    fc.constantFrom('', '---\n', '---\n', '---\n', '--- \n', '---\r'),
    some(FRONT, 8),
    fc.constantFrom('', '---\n', '\n---\n', '\n---\n\n'),
    some(BODY, 14),
  )
  .map((parts) => parts.join(''));

const ENTRIES = `title: Parcels
codes:
  NOT_FOUND: { status: 404, meaning: There is no such parcel., remediation: Name another one., retry: never }
`;

always('a guide of anything is read, and each diagnostic is inside it', 1500, guides, (text) => {
  const sources = [
    { path: 'desk/api.yaml', text: API },
    { path: 'desk/parcels.yaml', text: ENTRIES },
    { path: 'desk/guides/start.mdx', text },
  ];
  expectSound(check(sources), sources);
});

const YAML = [
  ...FRONT,
  'a:\n',
  '  b: 1\n',
  '- - - ',
  'a: b: c\n',
  '"a" : 1\n',
  '? [a, b]\n: 1\n',
  '&a [*a]',
  '*b',
  '!!binary a',
  '!!set {a}',
  '!!omap [a: 1]',
  '0o17',
  '1_000',
  '2026-11-21',
  '~',
  '.nan',
  '1e400',
  '-0',
  '0x1p3',
  '"\\ud800"',
  '"\\x1b"',
  '__proto__: 1\n',
  '? ',
  '{? a}',
  "''",
  '""',
  '|+\n',
  '>2\n',
  '%TAG ! a\n',
];
const JSONS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"a":',
  '"__proto__":',
  '1',
  '-',
  '-0',
  '1.',
  '.5',
  '01',
  '1e400',
  'true',
  'nul',
  'null',
  '"\\ud800"',
  '"\\u00',
  '"\\q"',
  "'a'",
  '// a\n',
  '/* a */',
  '\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\u0000',
  '\\',
  '{"a":1,"a":2}',
  '{"a":{"b":[1,{"c":null}]}}',
  'NaN',
  'undefined',
];

/** Every path in a value. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? value.map((it, at): [number, unknown] => [at, it]) : Object.entries(value);
  return [path, ...inner.flatMap(([key, it]) => pathsOf(it, [...path, key]))];
}

for (const [format, read, pieces] of [
  ['YAML', readYaml, YAML],
  ['JSON', readJson, JSONS],
] as const) {
  always(
    `${format} of anything is read, and every value and every problem has a place in the text`,
    2000,
    some(pieces, 16),
    (text) => {
      const { value, problems, locate } = read({ path: 'a', text });
      for (const path of pathsOf(value).slice(0, 200)) {
        for (const part of ['key', 'value'] as const) expectRange(locate(path, part), text);
      }
      for (const { range, message, fix } of problems) {
        expectRange(range, text);
        assert.ok(message && fix);
      }
    },
  );
}

function expectRange([start, end]: readonly [number, number], text: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length + 1, `${start} to ${end} of ${text.length}`);
}
