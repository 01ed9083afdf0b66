import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { build } from 'rolldown';
import { type Api, addressOf, envelopeOf, examplesOf } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { cases, small as pair } from './programs.ts';
import { apisIn, everyApi, linksOf, load, textOf } from './setup.ts';

/** What callers use of the generated module. */
interface Generated {
  ERROR_CODES: Record<string, { retry: { policy: string } }>;
  LONGEST_DELAY_MS: number;
  errorCodeOf(body: unknown, status?: number): string | undefined;
  isKnownErrorCode(code: string): boolean;
  isErrorBody(body: unknown): boolean;
  hasErrorCode(body: unknown, code: string): boolean;
  isRetryable(code: string | undefined, status?: number): boolean;
  retryPolicy(code: string | undefined, status?: number): string;
  retryAttempts(code: string): number | undefined;
  retryDelay(response: { headers: Headers }, body?: unknown, now?: number): number | undefined;
  docsUrl(code: string, values?: Record<string, string | number | boolean | undefined>): string;
}

let all: { api: Api; it: Generated }[];
let desk: Generated;

before(async () => {
  const apis = await everyApi();
  all = await Promise.all(
    apis.map(async (api) => ({ api, it: (await load(api.id, textOf('typescript', api))) as Generated })),
  );
  const [small] = await apisIn('tests/artifacts/fixtures/small/contracts');
  desk = (await load('desk', textOf('typescript', present(small)))) as Generated;
});

test('every code of every registry is known, with its policy, in the spelling of the registry', () => {
  for (const { api, it } of all) {
    assert.deepEqual(new Set(Object.keys(it.ERROR_CODES)), new Set(api.codes.map(({ code }) => code)));
    for (const { code, retry } of api.codes) {
      assert.ok(it.isKnownErrorCode(code), code);
      assert.equal(it.retryPolicy(code), retry.policy);
      assert.equal(it.retryAttempts(code), retry.attempts);
      assert.equal(it.isRetryable(code), retry.policy === 'backoff' || retry.policy === 'retry-after');
    }
    for (const code of ['valueOf', 'isPrototypeOf', 'a new one', '']) assert.ok(!it.isKnownErrorCode(code), code);
    assert.equal(it.retryPolicy('a new one'), api.unknownCodes?.retry?.policy ?? 'never');
  }
});

for (const api of pair) {
  test(`the module of ${api.id} knows codes and policies as the modules of other languages do`, async () => {
    const it = (await load(`pair-${api.id}`, textOf('typescript', api))) as Generated;
    for (const { code, status, ...expected } of present(cases[api.id]).codes) {
      const args = [code, status ?? undefined] as const;
      const answer = {
        known: it.isKnownErrorCode(code),
        policy: it.retryPolicy(...args),
        retryable: it.isRetryable(...args),
      };
      assert.deepEqual(answer, expected, `${code} with status ${status}`);
    }
    assert.equal(it.retryPolicy(undefined, 503), 'backoff', 'no code at all');
    assert.equal(it.retryPolicy(undefined, 404), 'never', 'no code at all');
  });
}

test('every example of every code is an error body, and its code is read from it', () => {
  for (const { api, it } of all) {
    for (const code of api.codes) {
      const sendsCode = envelopeOf(api, code)?.fields.some(({ role }) => role === 'code');
      for (const { response } of examplesOf(api, code, linksOf(api).code(code.code))) {
        assert.ok(it.isErrorBody(response.body), `${api.id} ${code.code}`);
        if (sendsCode) assert.ok(it.hasErrorCode(response.body, code.code), `${api.id} ${code.code}`);
      }
    }
    for (const body of [null, undefined, 1, 'text', [], {}, { error: null }, { code: {} }])
      assert.ok(!it.isErrorBody(body), JSON.stringify(body));
  }
});

test('without a code in the body, status and message tell the entry', () => {
  const words = present(all.find(({ api }) => api.id === 'words')).it;
  assert.equal(words.errorCodeOf({ status: '410', text: 'First text' }), 's1');
  assert.equal(words.errorCodeOf({ status: '500', text: 'First text' }), undefined);
  assert.equal(words.errorCodeOf({ text: 'Second text' }, 500), 's2');
  assert.equal(words.errorCodeOf({ text: 'Another text' }, 500), undefined);
});

const NOW = Date.UTC(2026, 0, 31, 12);
const response = (headers: Record<string, string>) => ({ headers: new Headers(headers) });
const wait = (after: string, more: Record<string, string> = {}) =>
  desk.retryDelay(response({ 'Retry-After': after, ...more }), { code: 'PARCEL' }, NOW);

test('Retry-After is read as seconds and as any HTTP date, in milliseconds', () => {
  assert.equal(wait('0'), 0);
  assert.equal(wait('120'), 120_000);
  assert.equal(wait('Sat, 31 Jan 2026 12:00:30 GMT'), 30_000);
  assert.equal(wait('Saturday, 31-Jan-26 12:00:30 GMT'), 30_000);
  assert.equal(wait('Sat Jan 31 12:00:30 2026'), 30_000);
  assert.equal(wait('Sun Feb  1 12:00:00 2026'), 86_400_000);
  assert.equal(wait('Sunday, 06-Nov-94 08:49:37 GMT'), 0, 'a date that has passed');
  assert.equal(wait('99999999999999999999'), desk.LONGEST_DELAY_MS);
});

test("a date counts from the response's own clock", () => {
  assert.equal(wait('Sat, 31 Jan 2026 13:00:30 GMT', { Date: 'Sat, 31 Jan 2026 13:00:00 GMT' }), 30_000);
  assert.equal(wait('Sat, 31 Jan 2026 12:00:30 GMT', { Date: 'yesterday' }), 30_000);
});

test("what is no delay is passed over, for the code's own delay", () => {
  for (const odd of ['', '-1', '1.5', '1e3', '5, 10', 'soon', '0x10', 'Sat, 31 Foo 2026 12:00:30 GMT']) {
    assert.equal(desk.retryDelay(response({ 'Retry-After': odd }), { code: 'TOO_MANY' }, NOW), 1500, odd);
    assert.equal(desk.retryDelay(response({ 'Retry-After': odd }), { code: 'TOO_HEAVY' }, NOW), undefined, odd);
  }
  assert.equal(desk.retryDelay(response({}), { code: 'A_NEW_ONE' }, NOW), 2000, 'the rule for unknown codes');
  assert.equal(desk.retryDelay(response({}), undefined, NOW), undefined);
});

test('a delay is a whole number of milliseconds, in the table and from the function', async () => {
  const [small] = await apisIn('tests/artifacts/fixtures/small/contracts');
  assert.ok(small);
  const delays = { A: 1.001, B: 8.2, C: 0.0006, D: 2.3456, E: 64.1 };
  for (const delay of [1.001, 64.1]) assert.ok(!Number.isInteger(delay * 1000), `${delay} shows the rounding`);
  const known = present(small.codes.find(({ retry }) => retry.delay !== undefined));
  const codes = Object.entries(delays).map(([code, delay]) => ({ ...known, code, retry: { ...known.retry, delay } }));
  const it = (await load('delays', textOf('typescript', { ...small, codes }))) as Generated & {
    ERROR_CODES: Record<string, { retry: { delayMs: number } }>;
  };
  const names = Object.keys(delays);
  const expected = [1001, 8200, 1, 2346, 64_100];
  assert.deepEqual(
    names.map((code) => present(it.ERROR_CODES[code]).retry.delayMs),
    expected,
  );
  assert.deepEqual(
    names.map((code) => it.retryDelay(response({}), { code }, NOW)),
    expected,
  );
});

test('a field for the delay stands behind the header', () => {
  const numbers = present(all.find(({ api }) => api.id === 'numbers')).it;
  assert.equal(numbers.retryDelay(response({}), { code: 10, wait: 2.5 }, NOW), 2500);
  assert.equal(numbers.retryDelay(response({ 'Retry-After': '7' }), { code: 10, wait: 2.5 }, NOW), 7000);
  assert.equal(numbers.retryDelay(response({}), { code: 10, wait: -1 }, NOW), undefined);
});

test('docsUrl leads to the page of any code, with values in the fragment as URLSearchParams writes them', () => {
  for (const { api, it } of all) {
    for (const { code } of api.codes) assert.equal(it.docsUrl(code), linksOf(api).code(code));
  }
  const odd = ['new one', 'CON', 'a/b', '\ud83d', '..', 'é', '👾', 'nul.txt', '~', "'"];
  for (const code of odd) assert.ok(desk.docsUrl(code).endsWith(`/desk/errors/${addressOf(code)}/`), code);
  const values = { requestId: "a b&c=d+e'(f)!*~-._ é👾 \ud83d", '#': '%', n: 1, yes: true };
  const params = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  assert.equal(desk.docsUrl('TOO_HEAVY', { ...values, none: undefined }), `${desk.docsUrl('TOO_HEAVY')}#${params}`);
});

test('who imports one function gets neither the table of codes nor what else the module holds', async () => {
  const { api } = present(all.find((it) => it.api.id === 'voice-studio'));
  const texts: Record<string, string> = {
    'virtual:use.ts': "import { isRetryable } from 'virtual:codes.ts'; console.log(isRetryable('RATE_LIMITED'));",
    'virtual:codes.ts': textOf('typescript', api),
  };
  const { output } = await build({
    input: 'virtual:use.ts',
    write: false,
    plugins: [{ name: 'texts', resolveId: (id) => (id in texts ? id : null), load: (id) => texts[id] ?? null }],
  });
  const { code } = output[0];
  assert.match(code, /isRetryable/);
  for (const gone of ['ERROR_CODES', 'statuses', 'https://', 'SHAPES', 'GMT', 'Object.entries'])
    assert.ok(!code.includes(gone), gone);
});

test('a new code never takes the type names of one that is there', async () => {
  const [small] = await apisIn('tests/artifacts/fixtures/small/contracts');
  assert.ok(small);
  const known = present(small.codes.find(({ fields }) => fields.length > 0));
  const fields = known.fields.map((field) => ({ ...field, type: 'boolean' as const }));
  const like = { ...known, fields, code: `${known.code.toLowerCase().replaceAll('_', '-')}` };
  assert.notEqual(like.code, known.code);
  const namesIn = (codes: readonly (typeof known)[]) =>
    [
      ...textOf('typescript', { ...small, codes: [...codes] }).matchAll(
        /^export interface (?!ErrorDetails\b)(\w+Details\w*)/gm,
      ),
    ].map(([, name]) => present(name));
  const before = namesIn([known]);
  assert.equal(before.length, 1);
  for (const codes of [
    [known, like],
    [like, known],
  ]) {
    const after = namesIn(codes);
    assert.equal(after.length, 2);
    assert.ok(!after.includes(present(before[0])), `${before} is one of ${after}`);
  }
});
