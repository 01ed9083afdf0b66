import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { readRuntimes } from '../../../src/cli/runtimes.ts';
import { type Api, type Code, handlerOf, SNIPPET_LANGUAGES, snippetsOf } from '../../../src/index.ts';
import { findCompiler } from '../../helpers/compilers.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';
import { apisIn } from '../setup.ts';
import { RUNNERS, type Scenario } from './languages.ts';

/*
 * Which requests are sent again, by what is known of their effect: each snippet and each handler sends a request of each method to
 * a server that always fails, which counts what arrives.
 */

const ATTEMPTS = 3;

/** Whether a write is retried after each code: without a key that the API honors, and with one. */
const WRITES: Record<string, [without: boolean, withKey: boolean]> = {
  REJECTED: [true, true],
  NOT_STARTED: [true, true],
  UNCERTAIN: [false, true],
  EITHER: [false, true],
  CLOSED: [false, true],
  BOOKED: [false, false],
  OTHER_OPERATION: [false, false],
  ANY_OPERATION: [false, false],
};

/** Methods, and whether they are idempotent (RFC 9110, 9.2.2); LINK is one that clients don't know. */
const METHODS = { GET: true, PUT: true, POST: false, PATCH: false, LINK: false };

const NEEDED = { typescript: [], python: ['python3'], go: ['go'], curl: ['curl', 'jq'] } as const;

let requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  // the call at the end of a snippet names no status, and succeeds
  response.writeHead(Number(searchParams.get('status') ?? 200), { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ code: searchParams.get('code') }));
});

before(() => new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening)));
after(() => server.close().closeAllConnections());
beforeEach(() => {
  requests = [];
});

const runtimes = await readRuntimes();
const apis = await apisIn('tests/artifacts/snippets/effects');

for (const language of SNIPPET_LANGUAGES.filter((it) => NEEDED[it].every(findCompiler))) {
  test(`a snippet in ${language} sends a write again exactly where that is harmless`, async () => {
    const scenarios = apis.flatMap((api) => api.codes.flatMap((code) => casesOf(api, code, `${api.id}${code.code}`)));
    const snippets = new Map(
      apis.flatMap((api) =>
        api.codes.map((code): [string, string] => {
          const snippet = snippetsOf(api, code).find((it) => it.language === language);
          assert.ok(snippet, code.code);
          // the call at the end of a snippet would send a request of its own
          return [`${api.id}${code.code}`, snippet.text.replaceAll('https://parcels.example.com', address('/call'))];
        }),
      ),
    );
    await inTemporaryFolder(async (folder) => {
      await RUNNERS[language]({ folder, snippets, scenarios, state: '' });
    });
    for (const { id, method, api, code } of scenarios) {
      const sent = sentBy(id);
      const isKeyed = api.id === 'keyed' || api.id === 'partly';
      assert.equal(sent.length, expected(code, method, isKeyed), `${language}: ${method} ${id}`);
      const keys = new Set(sent.map(({ headers }) => headers['x-booking-key']));
      if (sent.length > 1) assert.equal(keys.size, 1, `${language}: ${id} sends ${[...keys]}`);
    }
  });
}

test('the handler of an API sends a write again exactly where that is harmless', async () => {
  for (const api of apis) {
    for (const key of [undefined, 'k']) {
      for (const path of ['/v1/bookings', '/v1/labels']) {
        requests = [];
        const headers: Record<string, string> = key ? { 'X-Booking-Key': key } : {};
        const scenarios = api.codes
          .flatMap((code) => casesOf(api, code, 'handler', path))
          .map((it) => ({ ...it, policy: 'handler', headers }));
        const snippets = new Map([['handler', handlerOf(api, runtimes)]]);
        await inTemporaryFolder(async (folder) => {
          await RUNNERS.typescript({ folder, snippets, scenarios, state: '' });
        });
        for (const { id, method, code } of scenarios) {
          // here the request says which operation it is, and not the code
          const isKeyed =
            key !== undefined &&
            (api.id === 'keyed' || (api.id === 'partly' && method === 'POST' && path === '/v1/bookings'));
          const known = code.code.endsWith('_OPERATION') ? 'UNCERTAIN' : code.code;
          const count = expected({ ...code, code: known }, method, isKeyed);
          assert.equal(sentBy(id).length, count, `${api.id} ${method} ${path} ${id} with key ${key}`);
        }
      }
    }
  }
});

function address(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

function casesOf(api: Api, code: Code, file: string, path = '/v1/bookings') {
  return Object.keys(METHODS).map((method): Scenario & { api: Api; code: Code } => {
    const id = `${file}-${code.code}-${method}`;
    const query = `status=${code.statuses.at(-1)?.status}&code=${code.code}&id=${id}`;
    return { id, file, policy: code.retry.policy, method, url: address(`${path}?${query}`), decides: false, api, code };
  });
}

function sentBy(id: string): IncomingMessage[] {
  return requests.filter(({ url }) => url?.endsWith(`&id=${id}`));
}

function expected({ code }: Code, method: string, isKeyed: boolean): number {
  const isIdempotent = Object.entries(METHODS).some(([name, is]) => name === method && is);
  const [without, withKey] = WRITES[code] ?? [];
  return isIdempotent || (isKeyed ? withKey : without) ? ATTEMPTS : 1;
}
