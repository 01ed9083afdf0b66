import fc from 'fast-check';

/** Pieces that mean something to Markdown, HTML, a template, a shell, a program or a terminal, and are good text all the same. */
const MEANINGFUL = [
  '<b>',
  '</script>',
  '<!--',
  ']]>',
  '&lt;',
  '&#x3C;',
  '"',
  "'",
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '#',
  '- ',
  '1. ',
  '| a | b |',
  '[a](https://a.example)',
  '[a](javascript:alert)',
  '![a](https://a.example/a.png)',
  '{',
  '}',
  '{{a}}',
  '$\u007ba}',
  '#{a}',
  '%s',
  '%d',
  '$(a)',
  '\\',
  '\\n',
  '\\u0041',
  ';',
  '--',
  '/*',
  '*/',
  '//',
  '"""',
  "'''",
  ': ',
  '? ',
  '&a',
  '*a',
  '!a',
  '@a',
  '=1+1',
  '\u00e9',
  '\u4e2d',
  '\u05d0',
  '\u{1f47e}',
  '\u00a0',
  '\u00ad',
  '\ufb01',
  'null',
  'true',
  '1e3',
  '__proto__',
  'constructor',
  'import a',
  'export',
];

/** Pieces that break a format, or that a registry has to refuse. */
export const BREAKING = [
  ...MEANINGFUL,
  '\n',
  '\r',
  '\r\n',
  '\t',
  '  ',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\udc00',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '|',
  '>',
  '~',
  '? ',
  '- ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '!!binary ',
  '&a ',
  '*a',
  '<<: *a',
  '../',
  '1e999',
  '-0',
  '.inf',
  '0x10',
  'TODO',
  '',
  ' ',
  '$ref',
  'toString',
  'hasOwnProperty',
  '{a}',
  '<A ',
  '/>',
  '${',
  '`',
];

const WORDS = [
  'parcel',
  'queue',
  'token',
  'session',
  'limit',
  'caller',
  'window',
  'amount',
  'region',
  'reader',
  'entry',
  'volume',
];

const word = fc.constantFrom(...WORDS);

/** A sentence of made-up content, long enough that it is no placeholder. */
export const sentence: fc.Arbitrary<string> = fc
  .array(word, { minLength: 3, maxLength: 7 })
  .map((words) => `The ${words.join(' ')} ends here.`);

/** A text that a registry takes: most are plain sentences, some hold what another format would read as its own. */
export const goodText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: sentence },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sentence, fc.array(fc.constantFrom(...MEANINGFUL), { minLength: 1, maxLength: 4 }), word)
      .map(([said, pieces, end]) => `${said} ${pieces.join('')} ${end}`),
  },
);

/** Any units of UTF-16, halves of surrogate pairs among them. */
const anyUnits = fc
  .array(fc.integer({ max: 0xffff, min: 0 }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

/** Any text, from nothing to what no format allows. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  goodText,
  fc.constantFrom(...BREAKING),
  fc.array(fc.oneof(fc.constantFrom(...BREAKING), word), { maxLength: 12 }).map((pieces) => pieces.join('')),
  anyUnits,
);

/** Any JSON value, small. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1.5, 1e21, 2 ** 53, 404, 99, '', [], {}, [[]], { a: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);
