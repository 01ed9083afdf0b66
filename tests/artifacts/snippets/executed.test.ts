import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRuntimes } from '../../../src/cli/runtimes.ts';
import {
  type Api,
  type Code,
  envelopeOf,
  examplesOf,
  handlerOf,
  type Registry,
  SNIPPET_LANGUAGES,
  type SnippetLanguage,
  snippetsOf,
} from '../../../src/index.ts';
import { type Compiler, findCompiler } from '../../helpers/compilers.ts';
import { EVERYTHING } from '../../helpers/everything.ts';
import { type Mock, startMock } from '../../helpers/mock.ts';
import { present } from '../../helpers/present.ts';
import { BODIES, HOSTILE, OURS, registryIn } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';
import { RUNNERS, type Scenario } from './languages.ts';

const runtimes = await readRuntimes();

const ODD = fileURLToPath(new URL('odd', import.meta.url));

/** What each language needs; the set-up has said which are not tried where there is none. */
const NEEDED: Record<SnippetLanguage, Compiler[]> = {
  typescript: [],
  python: ['python3'],
  go: ['go'],
  curl: ['curl', 'jq'],
};

const LANGUAGES = SNIPPET_LANGUAGES.filter((language) => NEEDED[language].every(findCompiler));

/** A code's part in a run: what is asked of its snippet, and what must come of it. */
interface Expectation {
  api: Api;
  code: Code;
  scenario: Scenario;
  outcome: string;
  /** How many requests reach the server. */
  requests: number;
  /** How often the state is read. */
  reads: number;
  /** For each pause, the least and the most seconds. */
  waits: [least: number, most: number][];
}

let reads = new Map<string, number>();
const state = createServer(({ url = '' }, response) => {
  reads.set(url, (reads.get(url) ?? 0) + 1);
  response.end('{"version":2}');
});

before(() => new Promise<void>((listening) => void state.listen(0, '127.0.0.1', listening)));
after(() => state.close().closeAllConnections());

/**
 * A registry without the codes that come with a success, which other tests look at; for the shell, which starts programs for each
 * line, every third of the others.
 */
function tried(registry: Registry, language: SnippetLanguage): Registry {
  const isSuccess = ({ statuses }: Code) => statuses.some(({ family }) => family === '2xx');
  const apis = registry.apis.map((api) => ({
    ...api,
    codes: api.codes
      .filter((code) => !isSuccess(code) || envelopeOf(api, code) === undefined)
      .filter((_, at) => EVERYTHING || language !== 'curl' || at % 3 === 0),
  }));
  return { ...registry, apis };
}

for (const [whose, folder] of [
  ['ours', OURS],
  ['a hostile registry', HOSTILE],
  ['a registry of odd forms', ODD],
  ['registries of XML, text and headers', BODIES],
] as const) {
  for (const language of LANGUAGES) {
    test(`each code of ${whose} is handled in ${language} as its policy promises`, async () => {
      const registry = tried(await registryIn(folder), language);
      const mock = await startMock(registry);
      try {
        await inTemporaryFolder((temporary) => handleAll(registry, language, mock, temporary));
      } finally {
        await mock.close();
      }
    });
  }
}

test('the handler of an API does about each of its codes what the policy promises', async () => {
  const registry = await registryIn(OURS);
  const mock = await startMock(registry);
  try {
    for (const api of registry.apis) {
      const expected = api.codes
        .filter(isError)
        .flatMap((code, index) => expectationsOf(api, code, 'handler', mock.url, `${api.id}-${index}`))
        // a caller reads the state by itself, so a refetch ends with the first answer
        .filter(({ code, scenario }) => code.retry.policy !== 'refetch' || scenario.id.endsWith('-stops'));
      await inTemporaryFolder(async (folder) => {
        const scenarios = expected.map(({ scenario }) => ({ ...scenario, policy: 'handler' }));
        const snippets = new Map([['handler', handlerOf(api, runtimes)]]);
        const outcomes = await RUNNERS.typescript({ folder, snippets, scenarios, state: '' });
        for (const [index, { code, outcome, requests, scenario }] of expected.entries()) {
          const what = `${scenario.id} of ${code.code}`;
          const named = api.sendsCodes ? code.code : code.message;
          assert.equal(present(outcomes[index]).outcome, outcome === 'success' ? outcome : `stopped: ${named}`, what);
          const asked = mock.requests.filter(({ url }) => present(url).includes(`&key=${scenario.id}`));
          assert.equal(asked.length, requests, what);
          const bounds = code.retry.policy === 'refetch' ? [] : present(expected[index]).waits;
          assert.equal(present(outcomes[index]).waits.length, bounds.length, what);
          for (const [i, [least, most]] of bounds.entries()) {
            const wait = present(present(outcomes[index]).waits[i]);
            assert.ok(wait >= least && wait <= most, `${what} waits ${wait}`);
          }
        }
      });
    }
  } finally {
    await mock.close();
  }
});

for (const [id, attempts] of [
  ['messaging-channels', 5],
  ['voice-studio', 5],
  ['studio-gateway', 1],
] as const) {
  test(`a code that the docs do not know yet is tried ${attempts} times at most, as ${id} has it`, async () => {
    const api = present((await registryIn(OURS)).apis.find((it) => it.id === id));
    let asked = 0;
    const body = JSON.stringify({ code: 'BRAND_NEW', error: { code: 'BRAND_NEW' } });
    const server = createServer((_, response) => {
      asked += 1;
      response.writeHead(500).end(body);
    });
    await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
    try {
      await inTemporaryFolder(async (folder) => {
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        const scenario = { id: 'new', file: 'handler', policy: 'handler', method: 'GET', url, decides: false };
        const snippets = new Map([['handler', handlerOf(api, runtimes)]]);
        const [got] = await RUNNERS.typescript({ folder, snippets, scenarios: [scenario], state: '' });
        assert.equal(present(got).outcome, 'stopped: BRAND_NEW');
        assert.equal(asked, attempts);
      });
    } finally {
      server.close().closeAllConnections();
    }
  });
}

async function handleAll(registry: Registry, language: SnippetLanguage, mock: Mock, temporary: string) {
  const snippets = new Map<string, string>();
  const expected: Expectation[] = [];
  for (const api of registry.apis) {
    for (const code of api.codes) {
      const snippet = snippetsOf(api, code).find((it) => it.language === language);
      assert.equal(snippet !== undefined, isError(code) && code.retry.policy !== 'never', code.code);
      if (!snippet) continue;
      const file = `snippet${snippets.size}`;
      snippets.set(file, api.baseUrl ? snippet.text.replace(api.baseUrl, `${mock.url}/${api.id}/`) : snippet.text);
      expected.push(...expectationsOf(api, code, file, mock.url));
    }
  }
  const stateUrl = `http://127.0.0.1:${(state.address() as AddressInfo).port}/`;
  const folder = join(temporary, 'run');
  mkdirSync(folder);
  reads = new Map();
  const scenarios = expected.map(({ scenario }) => scenario);
  const outcomes = await RUNNERS[language]({ folder, snippets, scenarios, state: stateUrl });
  assert.deepEqual(
    outcomes.map(({ id }) => id),
    scenarios.map(({ id }) => id),
  );
  const asked = Map.groupBy(mock.requests, ({ url }) => new URLSearchParams(present(url).split('?')[1]).get('key'));
  for (const [index, { code, scenario, outcome, requests, waits }] of expected.entries()) {
    const got = present(outcomes[index]);
    const what = `${language}: ${scenario.id} of ${code.code}`;
    assert.equal(got.outcome, outcome, what);
    assert.equal(asked.get(scenario.id)?.length, requests, `${what}: requests`);
    const waited = `${what} waits ${JSON.stringify(got.waits)}, not ${JSON.stringify(waits)}`;
    assert.equal(got.waits.length, waits.length, waited);
    for (const [i, [least, most]] of waits.entries())
      assert.ok(present(got.waits[i]) >= least && present(got.waits[i]) <= most, waited);
  }
  for (const [key, requests] of asked) {
    if (!key?.endsWith('-post') || requests.length === 1) continue;
    const keys = new Set(requests.map(({ headers }) => headers['idempotency-key']));
    assert.equal(keys.size, 1, `${language}: ${key} sends one key`);
  }
  const read = [...reads.values()].reduce((sum, it) => sum + it, 0);
  assert.equal(
    read,
    expected.reduce((sum, it) => sum + it.reads, 0),
    'reads of the state',
  );
}

const isError = ({ statuses }: Code) => statuses.some(({ status }) => typeof status === 'number' && status >= 400);

/** What a code's policy promises, by the registry alone. */
function expectationsOf(api: Api, code: Code, file: string, base: string, prefix = file): Expectation[] {
  const { policy, attempts = policy === 'refetch' ? 2 : 5 } = code.retry;
  const status = present(code.statuses.find((it) => typeof it.status === 'number' && it.status >= 400)).status;
  const expect = (
    name: string,
    [method, outcome, requests]: [method: string, outcome: string, requests: number],
    query = '',
    decides = true,
  ): Expectation => {
    const id = `${prefix}-${name}`;
    const repeated = requests - 1;
    return {
      api,
      code,
      scenario: {
        id,
        file,
        policy,
        method,
        url: `${base}/${api.id}/${code.address}?status=${status}&key=${id}${query}`,
        decides,
      },
      outcome,
      requests,
      reads: policy === 'refetch' ? (decides ? repeated : 1) : 0,
      waits: policy === 'refetch' && !decides ? pauses(api, code, 1) : pauses(api, code, repeated),
    };
  };
  if (policy === 'never') return [expect('never', ['GET', `stopped: ${code.code}`, 1])];
  const once = attempts === 1;
  const common = [
    expect('gives-up', ['PUT', 'failure', attempts]),
    ...(once ? [] : [expect('succeeds', ['PUT', 'success', 2], '&times=1')]),
  ];
  if (policy === 'refetch') return [...common, ...(once ? [] : [expect('stops', ['PUT', 'failure', 1], '', false)])];
  // which writes are sent again is tested case by case in effects.test.ts
  const isRetried = code.effect === 'none' || (code.effect === 'unknown' && api.idempotency !== undefined);
  return [...common, expect('post', ['POST', 'failure', isRetried ? attempts : 1])];
}

/** The bounds of each pause: what the response says, else the registry's delay, which a backoff doubles up to a limit. */
function pauses(api: Api, code: Code, count: number): [number, number][] {
  const { policy, delay } = code.retry;
  if (policy === 'never') return [];
  const said = saidDelay(api, code);
  const longest = Math.max(60, 5 * (delay ?? 1));
  const bounds = [...Array(count).keys()].map((i): [number, number] => {
    if (policy === 'refetch') return [delay ?? 0, delay ?? 0];
    if (said !== undefined) return [said - 90, said + 1];
    const least = delay ?? 1;
    return policy === 'backoff' ? [least, Math.min(longest, least * 2 ** (i + 1))] : [least, least];
  });
  return policy === 'refetch' && delay === undefined ? [] : bounds;
}

/** The seconds that the response itself names, by header or body. */
function saidDelay(api: Api, code: Code): number | undefined {
  const response = examplesOf(api, code, '')[0]?.response;
  const header = response?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const body = JSON.stringify(response?.body ?? {});
  const field = /"(?:retryAfter|seconds)":"?(\d+)"?/.exec(body)?.[1];
  const value = header ?? field;
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
}
