import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { mockServer } from '../../src/cli/mock-server.ts';
import { siteServer } from '../../src/cli/site-server.ts';
import { mockOf } from '../../src/index.ts';
import { API, files, registryOf, seeded } from '../helpers/checked.ts';

const parent = mkdtempSync(join(tmpdir(), 'errorbook-site-server-'));
const site = join(parent, 'site');
mkdirSync(join(site, 'desk/errors/A~2FB'), { recursive: true });
for (const [file, body] of Object.entries({
  'index.html': 'home',
  '404.html': 'missing',
  'desk/index.html': 'desk',
  'desk/errors.json': '{}',
  'desk/client.ts': 'export {};',
  'desk/errors/A~2FB/index.html': 'a/b',
  '.hidden': 'secret',
  '../outside.txt': 'secret',
})) {
  writeFileSync(join(site, file), body);
}

const PARCELS =
  'title: Parcels\ncodes:\n  LOST: { status: 410, meaning: It is lost., remediation: Ask., retry: never }\n';
const registry = registryOf(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS }));
const root = siteServer(site, '/');
const below = siteServer(site, '/docs/');
const mock = mockServer(mockOf(registry, (api, code) => `/${api}/${code}`));
const SERVERS = [root, below, mock];

before(async () => {
  for (const server of SERVERS) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
});
after(() => {
  for (const server of SERVERS) server.close().closeAllConnections();
  rmSync(parent, { recursive: true });
});

/** A response to a target that no client would send unchanged. */
async function raw(
  server: (typeof SERVERS)[number],
  target: string,
  method = 'GET',
): Promise<{ status: number; head: string; body: string }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  const [head = '', ...body] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') };
}

const shortly = async (target: string, server = root) => {
  const { status, head, body } = await raw(server, target);
  const location = /^Location: (.*)$/im.exec(head)?.[1];
  return `${status} ${location ?? body.trim()}`;
};

test('a site is served as a host of static files would serve it', async () => {
  assert.equal(await shortly('/'), '200 home');
  assert.equal(await shortly('/desk/?q=1'), '200 desk');
  assert.equal(await shortly('/desk?q=1'), '301 /desk/?q=1');
  assert.equal(await shortly('/desk/errors/A~2FB/'), '200 a/b');
  assert.equal(await shortly('/desk/errors/A%7E2FB/'), '200 a/b');
  assert.equal(await shortly('/desk/errors/'), '404 missing');
  assert.equal(await shortly('/desk/errors.json/'), '404 missing');
  assert.equal(await shortly('/docs', below), '301 /docs/');
  assert.equal(await shortly('/docs/desk', below), '301 /docs/desk/');
  assert.equal(await shortly('/desk/', below), '404 missing');
  assert.match((await raw(root, '/desk/errors.json')).head, /^Content-Type: application\/json\r$/m);
  assert.match((await raw(root, '/desk/client.ts')).head, /^Content-Type: text\/plain; charset=utf-8\r$/m);
  assert.equal((await raw(root, '/desk/', 'HEAD')).body, '');
  assert.equal((await raw(root, '/desk/', 'POST')).status, 405);
});

test('an address that is none is a 400, and what lies outside the site is not there', async () => {
  for (const target of ['/%', '/%zz', '/%00', '/%0a', '/%c0%ae%c0%ae/', '/%E0%A4', '/a%', 'http://x/%', '*']) {
    assert.equal(await shortly(target), '400 The path is not valid.', target);
  }
  for (const target of [
    ...['//evil', '//evil/..', '///', '/..%2f', '/..%2foutside.txt', '/../outside.txt', '/%2e%2e/outside.txt'],
    ...['/..\\outside.txt', '/%5c..%5coutside.txt', '/.hidden', '/desk/../.hidden', `/${'a'.repeat(8000)}`, '/C:/x'],
    ...[`/${'a/'.repeat(3000)}`, '/desk/index.html/x', '/constructor', '/__proto__/'],
  ]) {
    assert.equal(await shortly(target), '404 missing', target);
  }
});

test('whatever is asked, no server fails, redirects to another host, or names a folder of its machine', async () => {
  const random = seeded(9);
  const pieces = [
    '/',
    '//',
    '%',
    '%00',
    '%2f',
    '%5c',
    '..',
    '.',
    '%2e',
    'desk',
    'LOST',
    '?',
    '#',
    '%c0%ae',
    '\\',
    'é',
    '%F0%9F',
    ';',
    ':',
    '@',
  ];
  for (let i = 0; i < 100; i++) {
    const target = `/${Array.from({ length: random(8) }, () => pieces[random(pieces.length)]).join('')}`;
    for (const server of SERVERS) {
      const { status, head, body } = await raw(server, target);
      assert.ok(status >= 200 && status < 500, `${status} for ${target}`);
      assert.doesNotMatch(head, /^Location: (?:\/\/|\w+:)/im, target);
      assert.ok(!/secret|node_modules|\.ts:|at \w+ \(/.test(body) && !body.includes(parent), target);
    }
  }
});
