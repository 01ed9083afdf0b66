import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Decoded, type DecodeIndex, decode } from '../../src/decode/index.ts';
import { redact } from '../../src/decode/redact.ts';
import { examplesOf, responseText } from '../../src/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { GROWN, HOSTILE, registryIn } from '../helpers/registry.ts';
import { indexOf, NOW } from './setup.ts';

const NOTHING = { explanations: [] };

/** Pastes with secrets, and the text that a link of each holds, with what was removed below it. */
const folder = join(import.meta.dirname, 'secrets');

for (const name of readdirSync(folder).filter((it) => it.endsWith('.paste.txt'))) {
  test(`a link to ${name.replace('.paste.txt', '').replaceAll('-', ' ')} carries no secret`, () => {
    const paste = readFileSync(join(folder, name), 'utf8');
    const { text, removed } = redact(paste, NOTHING);
    const list = removed.map(({ kind, count }) => `${count} × ${kind}\n`).join('');
    expectFile(join(folder, name.replace('.paste.', '.expected.')), `${text}---\n${list}`);
  });
}

const registries = await Promise.all([GROWN, HOSTILE].map(registryIn));

/** What a reader learns of each error, apart from other values of the paste. */
function answer({ explanations, notes }: Decoded): unknown {
  return [
    notes,
    explanations.map(({ values, ...it }) => ({
      ...it,
      requestId: values.filter(({ role }) => role === 'requestId'),
      api: it.api.id,
      others: it.others.map(({ id }) => id),
      entry: it.entry?.code,
      nearest: it.nearest.map(({ entry }) => entry.code),
    })),
  ];
}

const base62 = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 24,
  maxLength: 60,
});
const random = base62.filter(
  (text) => (text.match(/[a-z][A-Z\d]|[A-Z]\d|\d[a-zA-Z]/g)?.length ?? 0) >= text.length / 3,
);
const word = fc.stringMatching(/^[a-z][a-z0-9]{5,11}$/);

/** A text that holds a secret, and the secret. */
const secrets: fc.Arbitrary<{ secret: string; line: string }> = fc.oneof(
  fc
    .tuple(
      word,
      fc.constantFrom('Authorization', 'proxy-authorization', 'X-Api-Key', 'Cookie', 'set-cookie', 'X-Auth-Token'),
    )
    .map(([secret, name]) => ({ secret: `q7${secret}`, line: `${name}: q7${secret}` })),
  fc
    .tuple(word, fc.constantFrom('password', 'access_token', 'clientSecret', 'api-key', 'refreshToken', 'cookies'))
    .map(([secret, name]) => ({ secret: `q7${secret}`, line: JSON.stringify({ [name]: `q7${secret}` }) })),
  fc.tuple(word, fc.constantFrom('token', 'api_key', 'key', 'signature', 'password')).map(([secret, name]) => ({
    secret: `q7${secret}`,
    line: `GET https://api.example.com/v1?a=1&${name}=q7${secret}&b=2`,
  })),
  word.map((secret) => ({ secret: `q7${secret}`, line: `sent Bearer q7${secret} to it` })),
  word.map((secret) => ({ secret: `q7${secret}`, line: `key sk_live_q7${secret} was used` })),
  fc.tuple(word, word).map(([a, b]) => ({ secret: `q7${a}.${b}`, line: `by eyJhbGciOiJIUzI1NiJ9.q7${a}.${b}` })),
  word.map((name) => ({ secret: `q7${name}@mail.example`, line: `sent by q7${name}@mail.example` })),
  random.map((secret) => ({ secret, line: `session ${secret} of it` })),
  fc.uuid().map((secret) => ({ secret, line: `channel ${secret} of it` })),
);

for (const registry of registries) {
  const index: DecodeIndex = indexOf(registry);
  const codes = registry.apis.flatMap((api) => api.codes.map((code) => ({ api, code })));
  const pastes = codes.flatMap(({ api, code }) =>
    examplesOf(api, code, '/x/').flatMap(({ response }) => [
      responseText(response),
      JSON.stringify(response.body),
      `status=${code.statuses[0]?.status} body=${JSON.stringify(JSON.stringify(response.body))}`,
    ]),
  );
  const ids = registry.apis.map(({ id }) => id).join(' and ');

  test(`the answer to a link is that to its paste, for every code of ${ids}`, () => {
    for (const paste of [...pastes, ...codes.map(({ code }) => code.code)]) {
      const decoded = decode(paste, index, NOW);
      const again = decode(redact(paste, decoded).text, index, NOW);
      assert.deepEqual(answer(again), answer(decoded), paste);
    }
  });

  test(`secrets among responses of ${ids} are removed, and the answer stays`, () => {
    const lines = fc.array(secrets, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.constantFrom(...pastes), (found, paste) => {
        const text = `${found.map(({ line }) => line).join('\n')}\n\n${paste}`;
        const decoded = decode(text, index, NOW);
        const clean = redact(text, decoded);
        for (const { secret } of found) assert.ok(!clean.text.includes(secret), clean.text);
        assert.deepEqual(answer(decode(clean.text, index, NOW)), answer(decoded));
        assert.deepEqual(redact(clean.text, decoded), { text: clean.text, removed: [] });
      }),
      { numRuns: 1000 },
    );
  });
}

test('JSON with secrets stays JSON, of the same shape', () => {
  const names = fc.constantFrom('authorization', 'cookie', 'token', 'password', 'pin', 'plain', 'a"b', 'x\\');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('array'),
      tie('object'),
    ),
    array: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(fc.dictionary(names, value, { maxKeys: 5 }), fc.integer({ min: 0, max: 2 }), (body, depth) => {
      let text = JSON.stringify(body);
      for (let level = 0; level < depth; level++) text = JSON.stringify(text);
      let read: unknown = JSON.parse(redact(text, NOTHING).text);
      for (let level = 0; level < depth; level++) {
        assert.equal(typeof read, 'string');
        read = JSON.parse(String(read));
      }
      assert.deepEqual(shape(read), shape(body));
    }),
    { numRuns: 500 },
  );
});

function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, it]) => [name, shape(it)]);
}

test('the id of a request stays, whatever it looks like', () => {
  const id = '9f2c1a7b-4e5d-4f80-8aaa-bbbbccccdddd';
  for (const text of [`X-Request-Id: ${id}`, `{"requestId":"${id}"}`, `trace_id=${id}`]) {
    assert.deepEqual(redact(text, NOTHING), { text, removed: [] });
  }
});

for (const part of [
  'a',
  'a-',
  'token: ',
  '"token":"',
  '{"token":[',
  'eyJ-',
  'a@',
  'bearer ',
  'Cookie: ',
  '\\',
  '://',
  '\n ',
]) {
  test(`a megabyte of ${JSON.stringify(part)} is read to its end`, { timeout: 120_000 }, () => {
    redact(part.repeat(1_048_576 / part.length), NOTHING);
  });
}
