import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorbook } from '../helpers/command.ts';
import { freePort } from '../helpers/port.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Asks again until there is an answer with this status; the test's own limit ends it. */
async function answered(url: string, status: number): Promise<Response> {
  for (;;) {
    const response = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined);
    if (response?.status === status) return response;
    await response?.text();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('dev serves the files for programs, and prints a mistake once, at its place', { timeout: 240_000 }, () =>
  inTemporaryFolder(async (folder) => {
    const contracts = join(folder, 'contracts');
    await cp(SMALL, contracts, { recursive: true });
    const port = await freePort();
    const site = `http://localhost:${port}/`;
    const server = errorbook('dev', '--contracts', contracts, '--port', String(port));
    try {
      await answered(`${site}parcels/`, 200);
      for (const [path, type] of [
        ['parcels/errors.json', 'application/json'],
        ['parcels/errors/PARCEL_UNKNOWN.json', 'application/json'],
        ['parcels/errors/PARCEL_UNKNOWN.md', 'text/markdown; charset=utf-8'],
        ['parcels/llms.txt', 'text/plain; charset=utf-8'],
        ['parcels/error-codes.ts', 'text/plain; charset=utf-8'],
        ['llms.txt', 'text/plain; charset=utf-8'],
      ]) {
        const response = await fetch(site + path);
        assert.deepEqual([path, response.status, response.headers.get('content-type')], [path, 200, type]);
        await response.text();
      }
      const tracking = join(contracts, 'parcels/tracking.yaml');
      await writeFile(tracking, (await readFile(tracking, 'utf8')).replace('status: 404', 'status: 999'));
      for (const path of ['parcels/', 'parcels/errors/PARCEL_UNKNOWN/', 'parcels/'])
        await (await answered(site + path, 500)).text();
    } finally {
      server.child.kill('SIGTERM');
    }
    const { out, err } = await server.ended;
    const said = out + err;
    assert.equal(said.split('neither an HTTP status code nor declared by the API').length, 2, said);
    assert.doesNotMatch(said, /\[ERROR\]/);
    assert.match(said, /contracts\/parcels\/tracking\.yaml:4:13 {2}error {2}unknown-status/);
  }),
);
