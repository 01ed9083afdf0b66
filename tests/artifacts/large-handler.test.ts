import assert from 'node:assert/strict';
import { stripTypeScriptTypes } from 'node:module';
import { test } from 'node:test';
import { opened } from '../../src/artifacts/bodies.ts';
import { policyOfStatus } from '../../src/model/unknown-codes.ts';
import { files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { textOf } from './setup.ts';

interface Rule {
  policy: string;
  delay: number;
  attempts: number;
  effect?: string;
}

/** What an entry says of a retry, and the rule that follows for a handler. */
const RULES: [entry: object, rule: Rule][] = [
  [
    { status: 409, retry: 'never' },
    { policy: 'never', delay: 0, attempts: 1 },
  ],
  [
    { status: 412, retry: 'refetch' },
    { policy: 'refetch', delay: 0, attempts: 1 },
  ],
  [
    { status: 429, retry: { policy: 'retry-after', delay: 30 }, headers: { 'Retry-After': '30' } },
    { policy: 'retry-after', delay: 30, attempts: 5 },
  ],
  [
    { status: 503, retry: { policy: 'backoff', attempts: 3 } },
    { policy: 'backoff', delay: 1, attempts: 3 },
  ],
  [
    { status: 503, retry: 'backoff' },
    { policy: 'backoff', delay: 1, attempts: 5 },
  ],
  [
    { status: 500, retry: 'never', effect: 'done' },
    { policy: 'never', delay: 0, attempts: 1, effect: 'done' },
  ],
  [
    { status: 502, retry: 'never' },
    { policy: 'never', delay: 0, attempts: 1 },
  ],
];

interface Large {
  handler: string;
  /** The status and body of each code's response, with its rule. */
  responses: { status: number; body: object; rule: Rule }[];
}

/** An API with so many codes, which its bodies name or which only their messages show. */
function large(count: number, role: 'code' | 'requestId'): Large {
  const fields = [
    { pointer: '/key', type: 'string', role, meaning: 'Which.' },
    { pointer: '/text', type: 'string', role: 'message', meaning: 'For people.' },
  ];
  const codes = Array.from({ length: count }, (_, i) => {
    const [entry, rule] = present(RULES[i % RULES.length]);
    // without digits, which would stand for values
    const word = [...String(i)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    const message = i % 11 === 5 ? `Parcel {id} has problem -${word}-.` : `Problem -${word}- came up.`;
    const more = { meaning: `Today the parcel has number ${i}.`, remediation: 'Wait.', message };
    return { name: `PROBLEM_${i}`, entry: { ...entry, ...more }, rule };
  });
  const api = { title: 'Large API', summary: 'Many.', domains: ['all'], envelope: { fields } };
  const domain = { title: 'All', codes: Object.fromEntries(codes.map(({ name, entry }) => [name, entry])) };
  const sources = { 'large/api.json': JSON.stringify(api), 'large/all.json': JSON.stringify(domain) };
  return {
    handler: textOf('handler', present(registryOf(files(sources)).apis[0])),
    responses: codes.map(({ name, entry, rule }) => ({
      status: Number(Reflect.get(entry, 'status')),
      body: { key: name, text: entry.message.replace('{id}', 'X1') },
      rule,
    })),
  };
}

/** The function of a handler that says what to do after a response. */
async function ruleOf(handler: string): Promise<(response: { status: number }, body: unknown) => Rule> {
  const program = stripTypeScriptTypes(`${handler}\nexport { ruleOf };`);
  return (await import(`data:text/javascript,${encodeURIComponent(program)}`)).ruleOf;
}

for (const role of ['code', 'requestId'] as const) {
  test(`a handler treats each code by its rule, in branches and in tables: by ${role}`, async () => {
    for (const count of [200, 201, 400]) {
      const { handler, responses } = large(count, role);
      const find = await ruleOf(handler);
      for (const { status, body, rule } of responses)
        assert.deepEqual(find({ status }, body), rule, `${count} ${JSON.stringify(body)}`);
      for (const status of [404, 409, 429, 500, 503]) {
        const policy = policyOfStatus(status);
        const rule = { policy, delay: policy === 'backoff' ? 1 : 0, attempts: policy === 'backoff' ? 5 : 1 };
        for (const body of [{ key: 'NEW', text: 'New.' }, {}, null]) assert.deepEqual(find({ status }, body), rule);
      }
    }
  });
}

test('past 200 codes that need a rule, a handler has a table for each rule', () => {
  const [few, many] = [large(200, 'code').handler, large(201, 'code').handler];
  assert.deepEqual(
    [few, many].map((it) => [it.includes('    case '), it.includes('new Set')]),
    [
      [true, false],
      [false, true],
    ],
  );
  // those that are treated as their status would have it need no mention
  assert.deepEqual(
    ['PROBLEM_0', 'PROBLEM_4', 'PROBLEM_1', 'PROBLEM_6'].map((name) => many.includes(`'${name}'`)),
    [false, false, true, true],
  );
  assert.ok(many.split('\n').every((line) => line.length <= 110));
});

test('a schema is opened at every depth, and names and values stay what they are', () => {
  const closed = { additionalProperties: false };
  assert.deepEqual(
    opened({
      ...closed,
      properties: { additionalProperties: { type: 'string', ...closed }, const: closed, enum: { items: closed } },
      $defs: { const: closed },
      const: closed,
      enum: [closed],
      items: closed,
      anyOf: [closed, { a: 1, not: { enum: [closed], ...closed } }],
      other: { additionalProperties: true, nothing: null },
    }),
    {
      properties: { additionalProperties: { type: 'string' }, const: {}, enum: { items: {} } },
      $defs: { const: {} },
      const: closed,
      enum: [closed],
      items: {},
      anyOf: [{}, { a: 1, not: { enum: [closed] } }],
      other: { additionalProperties: true, nothing: null },
    },
  );
});
