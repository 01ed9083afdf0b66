import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Api, COVERAGE_ENDINGS, coverage, type SourceFile } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { damaged, damages } from './broken.ts';
import { always } from './holds.ts';
import { small } from './small.ts';
import { anyJson, anyText } from './texts.ts';

const api: Api = present(small.apis.find(({ id }) => id === 'desk'));

/** Pieces of programs in any of the languages, with codes of the registry among them. */
const PIECES = [
  '"NOT_FOUND"',
  "'BUSY'",
  '`LIMIT_REACHED`',
  'NOT_FOUND',
  'NOT_FUOND',
  '50035',
  '"a/b \\"c\\""',
  'code: ',
  'code = ',
  'fail(',
  'throw new E(',
  ')',
  '(',
  '[',
  ']',
  '{',
  '}',
  '=> ',
  ', ',
  ';\n',
  '`${',
  '`',
  '${`',
  "f'",
  'r"',
  'R"(',
  ')"',
  "rb'''",
  '"""',
  "'''",
  '@"',
  '$"',
  '$@"{',
  '#{',
  '%q(',
  '<<~EOS\n',
  'EOS\n',
  ':SYMBOL',
  '::',
  '//',
  '/*',
  '*/',
  '# ',
  '-- ',
  '--[[',
  '/a[/]b/',
  '/',
  '/=',
  '\\',
  '\\u{110000}',
  '\\u{41}',
  '\\x4',
  '\\',
  '\n',
  '\r\n',
  '\t',
  ' ',
  'return ',
  'typeof ',
  '0x1F',
  '1e999',
  '\u{1f47e}',
  '\ud800',
  '\u0000',
  '\u2028',
  "char c = '\"';",
  "'a' lifetime",
  '<?php ',
  '?>',
  'nil',
  'const ',
];

const program = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, anyText), { maxLength: 60 })
      .map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 300 }))
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const sources: fc.Arbitrary<SourceFile[]> = fc.array(
  fc.record({
    path: fc.constantFrom(...COVERAGE_ENDINGS, 'txt', 'TS').map((ending) => `src/a.${ending}`),
    text: program,
  }),
  { minLength: 1, maxLength: 2 },
);

/** An OpenAPI document, with references that lead anywhere, and back to where they are. */
const REFERENCES = [
  '#/components/schemas/A',
  '#/components/schemas/B',
  '#/components/responses/R',
  '#',
  '#/',
  '#/paths',
  'other.yaml',
  '#/%',
  '#/components/schemas/A/oneOf/0',
];
const { schema } = fc.letrec<{ schema: unknown; property: unknown }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ $ref: fc.constantFrom(...REFERENCES) }),
    fc.record({ enum: fc.array(fc.constantFrom('NOT_FOUND', 'NOT_FUOND', 50035, null, 'BUSY')) }),
    fc.record({ const: anyJson }),
    fc.record({ oneOf: fc.array(tie('schema'), { maxLength: 3 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { maxLength: 3 }), anyOf: tie('schema') }),
    fc.record({ properties: fc.record({ error: tie('property'), status: tie('schema') }) }),
  ),
  property: fc.record({ properties: fc.record({ code: tie('schema') }), example: anyJson }),
}));
const media = fc.record(
  {
    schema,
    example: fc.oneof(anyJson, fc.constant({ error: { code: 'NOT_FOUND' } })),
    examples: fc.oneof(anyJson, fc.constant({ a: { value: { error: { code: 'GONE' } } } })),
  },
  { requiredKeys: [] },
);
const openApi = fc
  .record({
    status: fc.constantFrom('404', '4XX', 'default', '__proto__', 'x'),
    media: fc.oneof({ weight: 5, arbitrary: media }, anyJson),
    A: schema,
    B: schema,
    R: fc.oneof(
      anyJson,
      media.map((it) => ({ content: { 'application/json': it } })),
    ),
  })
  .map(({ status, media: it, A, B, R }) => ({
    openapi: '3.1.0',
    paths: {
      '/a': {
        post: {
          responses: { [status]: { content: { 'application/json': it } }, 500: { $ref: '#/components/responses/R' } },
        },
      },
    },
    components: { schemas: { A, B }, responses: { R } },
  }));
const spec: fc.Arbitrary<SourceFile> = fc
  .tuple(openApi, fc.boolean(), fc.option(damages, { freq: 3 }))
  .map(([value, yaml, all]) => {
    const text = JSON.stringify(value, null, 1);
    return { path: yaml ? 'api.yaml' : 'api.json', text: (all ?? []).reduce(damaged, text) };
  });

const exemptions: fc.Arbitrary<SourceFile> = fc
  .oneof(
    anyJson,
    fc.array(fc.record({ code: fc.oneof(anyText, fc.constant('BUSY')), reason: anyText }, { requiredKeys: [] })),
  )
  .map((value) => ({ path: 'exempt.json', text: JSON.stringify(value) ?? '' }));

const placeOf = () => ({
  file: 'desk/parcels.yaml',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
  frame: '',
});

always(
  'programs, specifications and exemptions of any kind are compared, and each diagnostic is inside its file',
  3000,
  fc.record({
    sources,
    spec: fc.option(spec, { nil: undefined }),
    exemptions: fc.option(exemptions, { nil: undefined, freq: 1 }),
  }),
  (given) => {
    const found = coverage({ api, internal: [], placeOf, ...given });
    const files = new Map(
      [...given.sources, given.spec, given.exemptions].flatMap((it) => (it ? [[it.path, it.text]] : [])),
    );
    for (const { file, start, end, message, fix } of found) {
      assert.ok(message && fix);
      const lines = files.get(file)?.split('\n');
      if (!lines) continue;
      for (const { line, column } of [start, end])
        assert.ok(line <= lines.length && column <= present(lines[line - 1]).length + 1, `${file}:${line}:${column}`);
    }
  },
);
