import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Engine } from '../../../src/client/search/engine.ts';
import { MESSAGE, PART_TYPO, PARTS, STATUS, TEXT_TYPO, TYPO } from '../../../src/client/search/ranked.ts';
import type { Api, Code } from '../../../src/index.ts';
import { searchIndex } from '../../../src/site/search-index.ts';
import { urlsUnder } from '../../../src/site/urls.ts';
import { present } from '../../helpers/present.ts';
import { GROWN, HOSTILE, OURS, registryIn } from '../../helpers/registry.ts';
import { indexOf } from './setup.ts';

const ours = await indexOf(OURS);
const registry = await registryIn(OURS);
const complete = await engineOf(ours);

async function engineOf({ codes, texts }: typeof ours): Promise<Engine> {
  const engine = new Engine(codes);
  await engine.addTexts(texts);
  return engine;
}

const TYPOS = [TYPO, PART_TYPO, TEXT_TYPO];

function codesOf(engine: Engine, query: string, most?: number): string[] {
  const { hits } = engine.search(query, most);
  return hits.filter(({ kind }) => kind === 'code').map(({ name }) => name.join(''));
}

for (const [what, respell] of Object.entries({
  'as it is spelled': (code: string) => code,
  'in lower case': (code: string) => code.toLowerCase(),
  'in upper case': (code: string) => code.toUpperCase(),
  'without separators': (code: string) => code.replace(/[_-]/g, ''),
  'with spaces': (code: string) => code.replace(/[_-]/g, ' '),
  'with hyphens': (code: string) => code.replace(/_/g, '-'),
})) {
  test(`every code is found first ${what}`, () => {
    const fold = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '');
    for (const { id, code } of all()) {
      const [hit] = complete.search(`api:${id} ${respell(code)}`).hits;
      assert.equal(fold(present(hit).name.join('')), fold(code));
    }
  });
}

test('every code spelled exactly leads to its page', () => {
  for (const { id, code, address } of all()) {
    const [hit] = complete.search(`api:${id} ${code}`).hits;
    assert.equal(present(hit).href, `/${id}/errors/${address}/`);
  }
});

test('every message leads to a code with this message, before and after the texts are there', () => {
  for (const engine of [new Engine(ours.codes), complete]) {
    for (const { id, message } of all()) {
      if (!message) continue;
      const api = present(registry.apis.find((it) => it.id === id));
      const [hit] = engine.search(`api:${id} ${message}`).hits;
      assert.ok(hit);
      const found = api.codes.find(({ code }) => code === hit?.name.join(''));
      const asCode = found?.code.toLowerCase().replace(/[^a-z0-9]/g, '');
      // a message that reads like a code is that code
      if (asCode === message.toLowerCase().replace(/[^a-z0-9]/g, '')) continue;
      if (hit.tier !== MESSAGE) assert.ok([PARTS, STATUS].includes(hit.tier), `${message}: ${hit.tier}`);
      else assert.equal(found?.message?.toLowerCase(), message.toLowerCase());
    }
  }
});

test('a code with a typo never comes before one that is exact', () => {
  const last = (hits: { tier: number }[], exact: boolean) =>
    hits.findLastIndex(({ tier }) => !TYPOS.includes(tier) === exact);
  for (const query of [
    'auth',
    'not_found',
    'scope',
    'session',
    'unavailable',
    'internal_error',
    'no_credit',
    'invalid',
  ]) {
    const { hits } = complete.search(query, 200);
    const firstTypo = hits.findIndex(({ tier }) => TYPOS.includes(tier));
    if (firstTypo >= 0) assert.ok(last(hits, true) < firstTypo, query);
    assert.ok(!TYPOS.includes(present(hits[0]).tier), query);
  }
});

test('one wrong, missing, added or swapped letter in a code still leads to it', () => {
  for (const { id, code } of all()) {
    const middle = code.length >> 1;
    const mistyped = [
      `${code.slice(0, middle)}${code.slice(middle + 1)}`,
      `${code.slice(0, middle)}q${code.slice(middle)}`,
      `${code.slice(0, middle)}q${code.slice(middle + 1)}`,
      `${code.slice(0, middle)}${code[middle + 1] ?? ''}${code[middle]}${code.slice(middle + 2)}`,
    ];
    for (const query of mistyped) {
      if (code.length < 6) continue;
      assert.ok(codesOf(complete, `api:${id} ${query}`).includes(code), `${query} does not find ${code}`);
    }
  }
});

test('qualifiers let through what they name, and nothing else', () => {
  const expect = (query: string, wanted: (code: Code, api: Api) => boolean) => {
    const expected = registry.apis.flatMap((api) =>
      api.codes.filter((code) => wanted(code, api)).map(({ code }) => code),
    );
    assert.deepEqual(codesOf(complete, query, 500), expected, query);
    assert.ok(expected.length > 0, query);
  };
  const has = ({ statuses }: Code, ...wanted: (number | string)[]) =>
    statuses.some(({ status }) => wanted.includes(status));
  expect('api:livestream', (_, { id }) => id === 'livestream');
  expect('api:"Voice Studio"', (_, { id }) => id === 'voice-studio');
  expect('domain:auth', ({ domain }) => domain.startsWith('auth'));
  expect('status:409', (code) => has(code, 409));
  expect('status:409,410', (code) => has(code, 409, 410));
  expect('status:5xx', ({ statuses }) => statuses.some(({ family }) => family === '5xx'));
  expect('status:forbidden', (code) => has(code, 403));
  expect('status:unlisted', (code) => has(code, 'unlisted'));
  expect('retry:never', ({ retry }) => retry.policy === 'never');
  expect('RETRY:RetryAfter', ({ retry }) => retry.policy === 'retry-after');
  expect(
    'api:operator retry:backoff status:502',
    (code, { id }) => id === 'operator-sessions' && code.retry.policy === 'backoff' && has(code, 502),
  );
  assert.deepEqual(codesOf(complete, 'api:nothing'), []);
  assert.deepEqual(codesOf(complete, 'scope api:nothing'), []);
});

test('a status finds all of its codes', () => {
  for (const status of [400, 401, 403, 404, 409, 429, 503]) {
    const expected = all().filter(({ statuses }) => statuses.some((it) => it.status === status));
    const { hits } = complete.search(String(status), 500);
    const byStatus = hits.filter(({ kind, tier }) => kind === 'code' && tier === STATUS);
    assert.equal(byStatus.length, expected.length, String(status));
  }
});

test('the match is marked, in the code and in the line', () => {
  const marked = (query: string) => {
    const { name, line } = present(complete.search(query).hits[0]);
    const of = (pieces: string[]) => pieces.filter((_, place) => place % 2 === 1);
    return { code: of(name), line: of(line) };
  };
  assert.deepEqual(marked('scope'), { code: ['SCOPE'], line: ['scope', 'scope'] });
  assert.deepEqual(marked('insufficientscope').code, ['INSUFFICIENT_SCOPE']);
  assert.deepEqual(marked('ficient-sc').code, ['FICIENT_SC']);
  assert.deepEqual(marked('auth_requird').code, ['AUTH', 'REQUIRED']);
  assert.deepEqual(marked('postgres').line, ['Postgres']);
});

test('hits are whole: marks and cuts lose nothing of a code', () => {
  const known = new Set(all().map(({ code }) => code));
  for (const query of ['a', '4', 'the', 'not found', '5xx', 'auth required', 'e_', 'studio audio export failed']) {
    for (const { kind, name } of complete.search(query, 500).hits) {
      if (kind === 'code') assert.ok(known.has(name.join('')));
    }
  }
});

test('more matches than are shown are announced', () => {
  assert.deepEqual([complete.search('4xx', 5).hits.length, complete.search('4xx', 5).more], [5, true]);
  assert.equal(complete.search('INSUFFICIENT_SCOPE', 50).more, false);
});

test('whatever is typed, there is an answer', async () => {
  const engines = [
    complete,
    await engineOf(await indexOf(HOSTILE)),
    new Engine(ours.codes),
    await engineOf(searchIndex([], urlsUnder('/'))),
  ];
  const queries = [
    '',
    ' ',
    '_',
    '***',
    '"',
    '\\',
    'api:',
    'api:"',
    'status:',
    'status:x',
    ':::',
    '(',
    '[a',
    '.*',
    '$&',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '<script>alert(1)</script>',
    '\u0000',
    '\ud800',
    '😀',
    'Ünïcödé',
    'İ',
    '注文',
    'x'.repeat(100_000),
    'a b '.repeat(5_000),
    '4xx 5xx 403 404',
    'http/1.1',
    'HTTP/2 ',
    'ß',
  ];
  for (const engine of engines) {
    for (const query of queries) assert.ok(Array.isArray(engine.search(query).hits), query.slice(0, 40));
  }
});

test('codes of punctuation, other scripts and numbers are found', async () => {
  const engine = await engineOf(await indexOf(HOSTILE));
  for (const api of (await registryIn(HOSTILE)).apis) {
    for (const { code, address } of api.codes) {
      const [hit] = engine.search(`api:${api.id} ${code}`).hits;
      assert.equal(hit?.name.join(''), code);
      assert.equal(hit.href, `/${api.id}/errors/${address}/`);
    }
  }
});

test('every address honours the base path', async () => {
  const { codes } = await indexOf(OURS, '/pr-7/');
  assert.ok(codes.texts.every((address) => address.startsWith('/pr-7/search/texts-')));
  assert.ok(new Engine(codes).search('4xx', 500).hits.every(({ href }) => href.startsWith('/pr-7/')));
});

test('texts of another version are not mixed in', async () => {
  const engine = new Engine(ours.codes);
  await engine.addTexts(ours.texts.map((part) => ({ ...part, version: 'another' })));
  assert.notDeepEqual(codesOf(complete, 'pause'), []);
  assert.deepEqual(codesOf(engine, 'pause'), []);
});

for (const [codes, most] of [
  [2_000, 150 * 1024],
  [10_000, 600 * 1024],
] as const) {
  test(`the first part of ${codes} codes stays small, even where their texts do not compress`, () => {
    const index = searchIndex([noisyApi(codes)], urlsUnder('/'));
    assert.ok(gzipSync(JSON.stringify(index.codes)).length <= most);
    assert.equal(new Engine(index.codes).size, codes);
  });
}

function all(): (Code & { id: string })[] {
  return registry.apis.flatMap((api) => api.codes.map((code) => ({ ...code, id: api.id })));
}

/** An API with as many codes as asked for, whose words are drawn from thousands that mean nothing. */
function noisyApi(count: number): Api {
  let state = 1;
  const draw = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const word = () => (draw(4000) + 46_656).toString(36);
  const words = (number: number) => Array.from({ length: number }, word).join(' ');
  const [api] = registry.apis;
  assert.ok(api);
  const [domain] = api.domains;
  const codes = Array.from({ length: count }, (_, number) => {
    const code = `${words(2).replaceAll(' ', '_')}_${number}`.toUpperCase();
    return { ...present(api.codes[0]), code, address: code, message: words(6), meaning: words(40) };
  });
  return { ...api, codes, domains: [{ ...present(domain), codes: codes.map(({ code }) => code) }] };
}

test('a code is found by its old spellings, once, and by its own spelling as itself', async () => {
  const grown = await engineOf(await indexOf(GROWN));
  const found = (query: string) => grown.search(query).hits.map(({ name, now }) => [name.join(''), now]);
  assert.deepEqual(found('SAILING_FULL')[0], ['SAILING_FULL', 'CROSSING_FULL']);
  assert.deepEqual(found('sailing full')[0], ['SAILING_FULL', 'CROSSING_FULL']);
  assert.deepEqual(found('SAILNG_FULL')[0], ['SAILING_FULL', 'CROSSING_FULL']);
  assert.deepEqual(found('CROSSING_FULL')[0], ['CROSSING_FULL', undefined]);
  for (const query of ['full', 'no places full', 'log: SAILING_FULL then CROSSING_FULL', '409']) {
    const { hits } = grown.search(query);
    assert.ok(hits.length > 0, query);
    assert.equal(new Set(hits.map(({ href }) => href)).size, hits.length, query);
  }
});

test('with many aliases the first hits are as many as without, and it is said that there are more', () => {
  const [api] = registry.apis as [Api];
  const codes = Array.from({ length: 60 }, (_, at): Code => {
    const code = `AUTH_${at}`;
    const aliases = ['AUTH_OLD', 'AUTH_OLDER'].map((old) => ({ code: `${old}_${at}`, address: `${old}_${at}` }));
    return { ...present(api.codes[0]), code, address: code, aliases };
  });
  const { codes: index } = searchIndex([{ ...api, codes }], urlsUnder('/'));
  const { hits, more } = new Engine(index).search('AUTH');
  assert.equal(new Set(hits.map(({ href }) => href)).size, 20);
  assert.equal(more, true);
});
