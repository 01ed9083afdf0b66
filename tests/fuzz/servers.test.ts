import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import fc from 'fast-check';
import { errorbook, ROOT } from '../helpers/command.ts';
import { startMock } from '../helpers/mock.ts';
import { freePort } from '../helpers/port.ts';
import { present } from '../helpers/present.ts';
import { SMALL } from '../helpers/registry.ts';
import { alwaysLater } from './holds.ts';
import { small } from './small.ts';

/** A request as it crosses the wire; anything may be wrong with it. */
interface Raw {
  method: string;
  path: string;
  headers: string[];
  body: string;
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'QUERY',
  'PROPFIND',
  'get',
  'GE T',
  'CONNECT',
];
const PARTS = [
  '/',
  '//',
  '/desk',
  '/desk/',
  'NOT_FOUND',
  'a~2Fb',
  '__proto__',
  '..',
  '.',
  '%',
  '%2',
  '%2F',
  '%2e%2e',
  '%00',
  '%FF',
  '%C3%A9',
  '%ZZ',
  '~',
  '\\',
  '..\\',
  '?',
  '#',
  '&',
  '=',
  '?status=429',
  '?times=2',
  '?times=-1',
  '?times=1e9',
  '?example=one',
  '&example=%',
  'errors/',
  'assets/',
  'index.html',
  '404.html',
  '.git/config',
  'etc/passwd',
  'node_modules/',
  'src/cli/errorbook.mjs',
  '@fs/',
  '@id/',
  '@vite/client',
  '__x00__',
  '?url',
  '?raw',
  '?import',
  'C:/',
  ';',
  '+',
  ' ',
  '"',
  '<b>',
  '*',
  'http://a.example/',
  'é',
  'a'.repeat(3000),
];
const HEADERS = [
  'Prefer: code=NOT_FOUND',
  'Prefer: code="a/b \\"c\\""',
  'Prefer: code=',
  'Prefer: ,,,;=',
  'Prefer: code="',
  'Prefer: code=desk/BUSY',
  'Prefer: code=ferries/\u00e9',
  'Host: evil.example',
  'Host:',
  'Origin: null',
  'Access-Control-Request-Method: a b',
  'Access-Control-Request-Method: PUT',
  'Access-Control-Request-Headers: \u00e9',
  'Content-Length: 5',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: x',
  'Expect: 100-continue',
  'Upgrade: websocket',
  'Connection: upgrade',
  'Range: bytes=0-',
  'Range: bytes=9-1',
  'If-None-Match: *',
  'If-Modified-Since: never',
  'Accept: text/html',
  'Accept-Encoding: br;q=x',
  'Sec-WebSocket-Protocol: vite-hmr',
  'Cookie: a=b',
  'X: \u0001',
  `X: ${'a'.repeat(9000)}`,
  'no colon',
  ' folded',
];

const requests: fc.Arbitrary<Raw> = fc.record({
  method: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST') }, fc.constantFrom(...METHODS)),
  path: fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PARTS) }, fc.string({ maxLength: 8 })), { maxLength: 6 })
    .map((all) => `/${all.join('')}`),
  headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 3 }),
  body: fc.constantFrom(
    '',
    '',
    '',
    'x',
    '{"a":1}',
    '5\r\nhello\r\n0\r\n\r\n',
    'ffffffffffffffff\r\n',
    '\u0000'.repeat(2000),
  ),
});

/** Far more than any answer takes, on a busy machine too: a request that gets none must fail the test, not stop it. */
const LONGEST = 60_000;

/** The whole answer to a request; empty where the server hung up, as it may on what is not HTTP. */
async function answerOf(port: number, { method, path, headers, body }: Raw): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  let isLate = false;
  socket.setTimeout(LONGEST, () => {
    isLate = true;
    socket.destroy();
  });
  // a connection that is reset closes as well
  socket.on('data', (part) => parts.push(part)).on('error', () => undefined);
  const lines = [
    `${method} ${path.replace(/[\r\n]/g, '')} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...headers,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  await new Promise<void>((closed) => void socket.on('close', () => closed()));
  assert.ok(!isLate, 'a request gets an answer, or its connection is closed');
  return Buffer.concat(parts).toString('utf8');
}

/** Holds that an answer has a status, is no crash, and says nothing of the machine. */
function expectCalm(answer: string, isPromised: (status: number) => boolean): void {
  if (answer === '') return;
  const status = Number(/^HTTP\/1\.1 ([1-5]\d\d)/.exec(answer)?.[1]);
  assert.ok(Number.isInteger(status), `an answer has a status: ${answer.slice(0, 100)}`);
  assert.ok(status < 500 || isPromised(status), `${answer.slice(0, 400)}`);
  assert.ok(!answer.includes(ROOT), 'no path of the machine');
  assert.doesNotMatch(answer, /^\s+at .*[:(]\d+:\d+\)?$/m, 'no stack');
}

const mocked = new Set(
  small.apis.flatMap(({ codes }) => codes.flatMap(({ statuses }) => statuses.map(({ status }) => status))),
);

/*
 * A server starts with the first request to it: hooks before all tests would start it where no test of this file is
 * wanted, and nothing would end it then.
 */
let mock: ReturnType<typeof startMock> | undefined;
after(async () => (await mock)?.close());

alwaysLater(
  'the mock server answers any request, and only with the statuses that the registry has',
  400,
  requests,
  async (request) => {
    mock ??= startMock(small);
    const { port } = new URL((await mock).url);
    // 501 says that a code is not an HTTP response
    expectCalm(await answerOf(Number(port), request), (status) => status === 501 || mocked.has(status));
  },
);

let site: ReturnType<typeof startSite> | undefined;
after(async () => (await site)?.stop());

async function startSite(): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const out = join(ROOT, 'node_modules/.cache/errorbook-tests', `fuzz-${process.pid}`);
  const { child, ended } = errorbook('start', '--contracts', SMALL, '--out', out, '--port', String(port));
  await new Promise<void>((listening, failed) => {
    child.stdout?.on('data', (text: string) => text.includes('Serving the site') && listening());
    ended.then(({ out: said, err }) => failed(new Error(`${said}\n${err}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(out, { recursive: true, force: true });
  };
  return { port, stop };
}

alwaysLater('the server of `start` answers any request without an error of its own', 300, requests, async (request) => {
  site ??= startSite();
  const answer = await answerOf((await site).port, request);
  expectCalm(answer, (status) => status === 501);
  assert.ok(!answer.includes(await ownSecret), 'nothing outside the site is served');
});

/** A line that is in the project's folder, and in no file of the site. */
const ownSecret = readFile(join(ROOT, 'package.json'), 'utf8').then(
  (text) => present(/"description": "[^"]+"/.exec(text))[0],
);
