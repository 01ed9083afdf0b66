import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorbook } from '../helpers/command.ts';
import { present } from '../helpers/present.ts';
import { SMALL } from '../helpers/registry.ts';

/** Runs `npm run mock` until it says where it answers. */
async function withServer(work: (url: string) => Promise<void>): Promise<void> {
  const { child, ended } = errorbook('mock', '--port', '0', '--contracts', SMALL);
  try {
    const said = await new Promise<string>((resolve) =>
      present(child.stdout).once('data', (text) => resolve(String(text))),
    );
    await work(present(/http:\/\/localhost:\d+/.exec(said))[0]);
  } finally {
    child.kill('SIGINT');
  }
  const { status, signal, err } = await ended;
  assert.deepEqual({ status, signal, err }, { status: 0, signal: null, err: '' });
}

test('the command says where it answers, lists the codes there, and ends when it is interrupted', async () => {
  await withServer(async (url) => {
    const [line] = (await (await fetch(url)).text()).split('\n');
    const [status, path] = present(line).split('  ');
    assert.equal(String((await fetch(`${url}${path}`)).status), status);
  });
});

test('pages of other origins may ask and read, whatever they send', async () => {
  await withServer(async (url) => {
    const path = present((await (await fetch(url)).text()).split('\n')[0]).split('  ')[1];
    const preflight = await fetch(`${url}${path}`, {
      method: 'OPTIONS',
      headers: { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'authorization' },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'PUT');
    assert.equal(preflight.headers.get('access-control-allow-headers'), 'authorization');
    const answer = await fetch(`${url}${path}`, { method: 'PUT', body: new Uint8Array(5_000_000) });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.ok((await answer.text()).length > 0);
  });
});
