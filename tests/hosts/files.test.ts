import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileTypeOf, hosts, isPlainBase } from '../../src/hosts/index.ts';
import { apiArtifacts, codeArtifacts } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { hostedSite } from './site.ts';

const EXPECTED = fileURLToPath(new URL('expected/', import.meta.url));

for (const [name, host] of Object.entries(hosts)) {
  for (const [folder, base] of [
    ['root', '/'],
    ['path', '/pr-7/'],
  ] as const) {
    test(`the files of ${name} under ${base} are those expected`, async () => {
      // services compress by themselves
      const files = host.files(await hostedSite(base, !host.compresses && base !== '/'));
      for (const { path, text } of files) {
        const file = join(EXPECTED, name, folder, path);
        if (process.env.UPDATE) {
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, text);
        }
        assert.equal(text, await readFile(file, 'utf8'), `${path}: UPDATE=1 rewrites the expected file`);
      }
    });
  }
}

test('a site without aliases needs no redirects on Cloudflare, and at the root none on Netlify', async () => {
  const files = (name: string, base: string, site: Awaited<ReturnType<typeof hostedSite>>) =>
    present(hosts[name])
      .files({ ...site, base, moves: [] })
      .map(({ path }) => path);
  const site = await hostedSite('/');
  assert.deepEqual(files('cloudflare', '/', site), ['_headers']);
  assert.deepEqual(files('netlify', '/', site), ['_headers']);
  assert.deepEqual(files('netlify', '/pr-7/', site), ['_headers', '_redirects']);
});

test('Cloudflare gets no more redirects than it reads', async () => {
  const moves = Array.from({ length: 2500 }, (_, index) => ({
    from: `/desk/errors/A${index}/`,
    to: '/desk/errors/B/',
  }));
  const files = present(hosts.cloudflare).files({ ...(await hostedSite('/')), moves });
  const redirects = files.find(({ path }) => path === '_redirects')?.text.match(/^\//gm);
  assert.equal(redirects?.length, 2000);
});

test('base paths are taken as they are or not at all', () => {
  for (const base of ['/', '/pr-7/', '/a.b/~c_d/E/']) assert.equal(isPlainBase(base), true, base);
  for (const base of ['/a b/', '/a;b/', '/$uri/', '/{a}/', '/"/', "/'/", '/é/', '/a*b/', '/a\n/', '/(a|b)/', '/#/']) {
    assert.equal(isPlainBase(base), false, base);
  }
});

test('every file that is derived from a registry has the type that its name gets on every host', async () => {
  const { apis } = await registryIn(OURS);
  const paths = [
    ...apiArtifacts.map((it) => [it.path, it.mediaType] as const),
    ...codeArtifacts.flatMap((it) =>
      apis.flatMap((api) => api.codes.map((code) => [it.pathOf(code), it.mediaType] as const)),
    ),
  ];
  assert.ok(paths.length > 100);
  for (const [path, mediaType] of paths) {
    const type = fileTypeOf(path);
    assert.ok(type, path);
    assert.equal(mediaType, type.utf8 ? `${type.type}; charset=utf-8` : type.type, path);
  }
});
