import assert from 'node:assert/strict';
import { Agent, get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { present } from '../helpers/present.ts';
import type { Served } from '../helpers/serve.ts';
import { SERVERS } from '../helpers/servers.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { ALWAYS, CACHING, EXPECTED } from './answers.ts';
import { siteFor } from './site.ts';

for (const [name, serve] of Object.entries(SERVERS)) {
  for (const base of ['/', '/pr-7/', '/a.b/c/']) {
    suite(`${name} under ${base}`, () => {
      let served: Served;
      let release = () => {};
      let released: Promise<void>;

      before(async () => {
        await new Promise<void>((ready, failed) => {
          released = inTemporaryFolder(async (folder) => {
            await siteFor(name, base, join(folder, 'site'), true);
            served = await serve(join(folder, 'site'), base, join(folder, 'work'));
            ready();
            await new Promise<void>((done) => {
              release = done;
            });
            await served.close();
          });
          released.catch(failed);
        });
      });

      after(async () => {
        release();
        await released;
      });

      test('every address has its status, type, caching and headers', async () => {
        for (const { path, status = 200, type, cache = 'asked again', open = false, to } of EXPECTED) {
          const answer = await ask(served.url + path);
          const { headers } = answer;
          assert.equal(answer.status, status, path);
          assert.equal(headers.location && below(headers.location, served.url + path, served.url), to, path);
          if (type) assert.equal(headers['content-type'], type, path);
          assert.equal(headers['cache-control'], CACHING[cache], path);
          // a missing file of JSON may have it too
          if (status === 200) assert.equal(headers['access-control-allow-origin'], open ? '*' : undefined, path);
          for (const [header, value] of Object.entries(ALWAYS))
            assert.equal(headers[header], value, `${path} ${header}`);
          if (status === 404) assert.match(answer.body.toString(), /<h1>Page not found<\/h1>/, path);
        }
      });

      test('what was compressed before is sent where it is asked for, and says what it depends on', async () => {
        const path = 'desk/errors.json';
        const plain = await ask(served.url + path);
        const zipped = await ask(served.url + path, { 'Accept-Encoding': 'gzip' });
        assert.equal(zipped.headers['content-encoding'], 'gzip');
        assert.match(String(zipped.headers.vary), /accept-encoding/i);
        assert.equal(zipped.headers['content-type'], 'application/json');
        assert.deepEqual(gunzipSync(zipped.body), plain.body);
        assert.equal(Number(zipped.headers['content-length']), zipped.body.length, 'a file, not a stream');
        const brotli = await ask(served.url + path, { 'Accept-Encoding': 'br, gzip' });
        if (brotli.headers['content-encoding'] === 'br')
          assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
        else assert.equal(name, 'nginx', 'which serves these with a module of its own alone');
        assert.equal(
          (await ask(`${served.url}desk/`, { 'Accept-Encoding': 'br' })).headers['content-encoding'],
          undefined,
        );
      });

      test('an unchanged page is not sent again', async () => {
        const first = await ask(`${served.url}desk/`);
        const again = await ask(`${served.url}desk/`, { 'If-None-Match': String(first.headers.etag) });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
      });

      test('an address that is none gets an error that tells nothing of the machine', async () => {
        for (const path of ['%', '%00', '..%2f..%2f..%2fetc/passwd', '.%2e/.%2e/etc/passwd', '%ff%fe/']) {
          const { status = 0, body } = await ask(served.url + path);
          // what leads out of the base path is none of this site's, and Caddy answers with nothing
          assert.ok(status >= 400 || body.length === 0, `${path}: ${status}`);
          assert.doesNotMatch(body.toString(), /root:|\/tmp|errorbook-test/, path);
        }
      });

      test('no address leads to another site', async () => {
        const { origin } = new URL(served.url);
        for (const path of [
          '//desk',
          '//evil.example/..//desk',
          '//evil.example/%2e%2e/desk',
          '/\\evil.example/..//desk',
          '/%5cevil.example/%2e%2e/desk',
          '/%2fevil.example/..%2f..%2fdesk',
          '//evil.example/..//desk/errors/CLOSED_DESK',
          '/.//evil.example/..//desk',
        ]) {
          for (const asked of [path, served.url.slice(origin.length, -1) + path]) {
            const { headers } = await ask(origin + asked);
            const to = headers.location;
            if (to !== undefined) assert.equal(new URL(to, served.url).origin, origin, `${asked} → ${to}`);
          }
        }
      });

      const count = base === '/' ? 2000 : 200;
      test(`${count} requests, 50 at a time, are all answered as one is`, async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 50 });
        const waiting = Array.from({ length: count }, (_, index) =>
          present(EXPECTED[index % EXPECTED.length]),
        ).values();
        const wrong = new Set<string>();
        let answered = 0;
        const work = async () => {
          for (const { path, status = 200 } of waiting) {
            const answer = await ask(served.url + path, {}, agent);
            answered++;
            if (answer.status !== status) wrong.add(`${path}: ${answer.status}`);
          }
        };
        await Promise.all(Array.from({ length: 50 }, work));
        agent.destroy();
        assert.deepEqual([...wrong], []);
        assert.equal(answered, count);
      });
    });
  }
}

test('where CI is set, nginx and Caddy are both tried', async () => {
  if (process.env.CI) assert.deepEqual(Object.keys(SERVERS), ['nginx', 'caddy']);
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request to the letter: its path as it is, redirects not followed, bodies not decoded. */
async function ask(url: string, headers: Record<string, string> = {}, agent?: Agent): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const [, hostname, port, path] = /^http:\/\/([^:/]+):(\d+)(.*)$/.exec(url) ?? [];
    get({ hostname, port, path, headers, ...(agent && { agent }) }, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

/** Where a redirect leads, below the base path. */
function below(location: string, asked: string, root: string): string {
  const to = new URL(location, asked).href;
  assert.ok(to.startsWith(root), to);
  return to.slice(root.length);
}
