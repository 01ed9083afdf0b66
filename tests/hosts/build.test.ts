import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { filesBelow } from '../../src/cli/files-below.ts';
import { precompress } from '../../src/cli/precompress.ts';
import { errorbook } from '../helpers/command.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { siteFor } from './site.ts';

test('a build writes the files of its hosts and compressed texts, and says what is left to do', () =>
  inTemporaryFolder(async (folder) => {
    const out = join(folder, 'dist');
    const options = ['--host', 'nginx,caddy,netlify', '--precompress', '--base', '/pr-7/'];
    const { status, out: said, err } = await errorbook('build', '--contracts', SMALL, '--out', out, ...options).ended;
    assert.equal(status, 0, err);
    assert.deepEqual(said.split('\n').slice(-4, -1), [
      `nginx: \`include ${out}/nginx.conf;\` in the server block whose root holds the site, then reload.`,
      `Caddy: \`import ${out}/Caddyfile\` in the site block whose root holds the site, then reload.`,
      `Netlify: publish a folder with the site in its pr-7/, and move ${out}/_headers and _redirects to its root.`,
    ]);
    const files = filesBelow(out);
    assert.deepEqual(
      files.filter((file) => /^(?:nginx\.conf|Caddyfile|_\w+)$/.test(file)),
      ['Caddyfile', '_headers', '_redirects', 'nginx.conf'],
    );
    assert.match(await readFile(join(out, 'nginx.conf'), 'utf8'), /^ {2}gzip_static on;$/m);
    assert.match(await readFile(join(out, '_headers'), 'utf8'), /^\/pr-7\/parcels\/error-codes\.ts$/m);
    const page = 'parcels/errors/PARCEL_UNKNOWN/index.html';
    const text = await readFile(join(out, page));
    assert.deepEqual(brotliDecompressSync(await readFile(join(out, `${page}.br`))), text);
    assert.deepEqual(gunzipSync(await readFile(join(out, `${page}.gz`))), text);
  }));

test('only texts are compressed that a reader gains from, and the same text gives the same bytes', () =>
  inTemporaryFolder(async (folder) => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')] as const;
    await siteFor('nginx', '/', first, true);
    await siteFor('nginx', '/', second, true);
    const files = filesBelow(first);
    const compressed = ['desk/errors.json.br', 'desk/errors.json.gz'];
    assert.deepEqual(
      files.filter((file) => /\.(?:br|gz)$/.test(file)),
      compressed,
    );
    for (const file of compressed)
      assert.deepEqual(await readFile(join(first, file)), await readFile(join(second, file)));
    // compressing again does not compress what is compressed
    await precompress(first, filesBelow(first));
    assert.deepEqual(filesBelow(first), files);
  }));
