import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { isIn, pagesOf } from '../../src/cli/shard/shard.ts';
import { API, PARCELS } from '../helpers/checked.ts';
import { filesIn } from '../helpers/files.ts';
import { type Outcome, runIn } from '../helpers/fixture.ts';
import { BRANDED, HIDDEN } from '../helpers/registry.ts';

const work = realpathSync.native(mkdtempSync(join(tmpdir(), 'errorbook-shard-')));
after(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }));

const CONFIG = {
  site: 'https://depot.example',
  base: '/docs/',
  name: 'Depot',
  logo: { light: 'branded/logo.svg' },
  css: 'branded/own.css',
};
const HOSTED = ['--host', 'nginx,netlify', '--precompress'];

/** A project with guides, images, aliases and a configuration, and one with a single code. */
const [LARGE, TINY] = [join(work, 'large'), join(work, 'tiny')];

before(() => {
  cpSync(HIDDEN, join(LARGE, 'contracts'), { recursive: true });
  cpSync(join(dirname(BRANDED), 'branded'), join(LARGE, 'branded'), { recursive: true });
  writeFileSync(join(LARGE, 'errorbook.config.json'), JSON.stringify(CONFIG));
  mkdirSync(join(TINY, 'contracts/desk'), { recursive: true });
  writeFileSync(join(TINY, 'contracts/desk/api.yaml'), API);
  writeFileSync(join(TINY, 'contracts/desk/parcels.yaml'), PARCELS);
});

async function succeeds(folder: string, ...argv: string[]): Promise<string> {
  const { status, out, err }: Outcome = await runIn(folder, argv);
  assert.deepEqual([status, err], [0, ''], out);
  return out;
}

/** Every file of a folder with its bytes. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(folder);
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'base64')]));
}

test('three parts with guides, images, a configuration and the files of hosts make the same bytes as one build', async () => {
  const said = await succeeds(LARGE, 'build', ...HOSTED, '--out', 'one');
  const pages = Number(/^Built (\d+) pages/m.exec(said)?.[1]);
  const built: number[] = [];
  for (const part of [1, 2, 3]) {
    const out = await succeeds(LARGE, 'build', ...HOSTED, '--shard', `${part}/3`, '--out', `parts/${part}`);
    assert.match(out, new RegExp(`^It is part ${part} of 3: `, 'm'));
    built.push(Number(/^Built (\d+) pages/m.exec(out)?.[1]));
  }
  assert.equal(
    built.reduce((sum, count) => sum + count),
    pages,
  );
  assert.ok(Math.max(...built) - Math.min(...built) <= 1, built.join());

  const merged = await succeeds(LARGE, 'merge', 'parts/3', 'parts/1', 'parts/2', '--out', 'merged');
  assert.match(merged, new RegExp(`^Merged 3 parts into merged: ${pages} pages\\.\nnginx: .*\nNetlify: `));
  const [one, all] = [await bytesOf(join(LARGE, 'one')), await bytesOf(join(LARGE, 'merged'))];
  assert.deepEqual(Object.keys(all), Object.keys(one));
  for (const file of ['.errorbook', 'nginx.conf', '_redirects', 'depot/index.html.br', 'depot/images/label.png'])
    assert.ok(file in all, file);
  assert.deepEqual(
    Object.keys(all).filter((file) => all[file] !== one[file]),
    [],
  );
  // merging again replaces what is there, and the parts stay
  await succeeds(LARGE, 'merge', 'parts/1', 'parts/2', 'parts/3', '--out', 'merged');
  assert.deepEqual(await bytesOf(join(LARGE, 'merged')), one);
});

test('the only part is the whole site, which merge takes as it is', async () => {
  await succeeds(TINY, 'build', '--out', 'one');
  await succeeds(TINY, 'build', '--shard', '1/1', '--out', 'whole');
  const one = await bytesOf(join(TINY, 'one'));
  assert.deepEqual(await bytesOf(join(TINY, 'whole')), one);
  assert.match(await succeeds(TINY, 'merge', 'whole', '--out', 'merged'), /^Merged 1 part into merged: \d+ pages\.$/);
  assert.deepEqual(await bytesOf(join(TINY, 'merged')), one);
});

test('where there are more parts than pages, some have what all parts have and nothing else', async () => {
  assert.match(await succeeds(TINY, 'build', '--shard', '900/1000', '--out', 'empty'), /^Built 0 pages into empty/m);
  const files = await filesIn(join(TINY, 'empty'));
  assert.deepEqual(
    files.filter((file) => !/^(?:assets|schema)\//.test(file)),
    ['.errorbook', '.errorbook-part.json', '.nojekyll', 'social.png'],
  );
  const publish = await runIn(TINY, ['publish', '--check', '--dir', 'empty']);
  assert.equal(publish.status, 2);
  assert.match(publish.err, /^The folder \S+empty has only a part of a site\. Nothing was pushed; [^\n]+\.$/);
});

test('parts of another registry don’t go together, and a part knows its configuration too', async () => {
  writeFileSync(join(TINY, 'errorbook.config.json'), JSON.stringify({ name: 'Yard' }));
  writeFileSync(join(TINY, 'contracts/desk/parcels.yaml'), PARCELS.replace('410', '404'));
  await succeeds(TINY, 'build', '--shard', '901/1000', '--out', 'other');
  assert.deepEqual(await runIn(TINY, ['merge', 'empty', 'other', '--out', 'refused']), {
    status: 2,
    out: '',
    err: 'empty and other are parts of different builds, because the registry differs; build all parts again from the same files, with the same options.',
  });
  assert.equal(existsSync(join(TINY, 'refused')), false);
  const [empty, other] = ['empty', 'other'].map(
    (name) => JSON.parse(readFileSync(join(TINY, name, '.errorbook-part.json'), 'utf8')).build,
  );
  assert.notEqual(empty.settings, other.settings);
  assert.deepEqual({ ...other, registry: empty.registry, settings: empty.settings }, empty);
});

test('each page and file is in one part, and neighbors are in different ones, whatever the number of parts', () => {
  for (const count of [2, 3, 8, 100]) {
    const parts = Array.from({ length: count }, (_, index) => ({ part: index + 1, of: count }));
    const holders = Array.from({ length: 50 }, (_, index) => parts.filter((shard) => isIn(shard, index)));
    assert.deepEqual(new Set(holders.map(({ length }) => length)), new Set([1]));
    assert.ok(holders.every(([holder], index) => index === 0 || holder !== holders[index - 1]?.[0]));
  }
});

test('what is not a page is in every part', () => {
  const files = ['a', 'b', 'logo.svg', 'c', 'd'].map((file) => ({ file, isPage: !file.includes('.') }));
  const filesOf = (part: number) => files.filter(pagesOf({ part, of: 2 })).map(({ file }) => file);
  assert.deepEqual(filesOf(1), ['a', 'logo.svg', 'c']);
  assert.deepEqual(filesOf(2), ['b', 'logo.svg', 'd']);
  assert.deepEqual(files.filter(pagesOf(undefined)), files);
});

for (const value of ['0/8', '9/8', '2', 'a/b', '2/1000000', '1/1001', '', '2/', '02/8', '1.5/8', '-1/8', '2/8/9']) {
  test(`--shard ${value || 'without a value'} is refused in one sentence`, async () => {
    assert.deepEqual(await runIn(TINY, ['build', `--shard=${value}`]), {
      status: 2,
      out: '',
      err: `--shard takes a part and the number of parts, such as 2/8 and at most 1,000, not \`${value}\`.`,
    });
  });
}

for (const command of ['preview', 'start', 'dev'])
  test(`${command} is of a whole site alone`, async () => {
    const { status, err } = await runIn(TINY, [command, '--shard', '1/2']);
    assert.equal(status, 2);
    assert.match(err, new RegExp(`^Unknown option '--shard'; \`${command}\` takes --`));
  });
