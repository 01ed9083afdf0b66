import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type Ended, ERRORBOOK, errorbook, node, ROOT, type Running } from './helpers/command.ts';
import { filesIn } from './helpers/files.ts';
import { HIDDEN, SMALL } from './helpers/registry.ts';
import { inTemporaryFolder } from './helpers/temporary.ts';

test('a build from a folder outside the project leaves nothing there and is the same bytes, guide and all', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    const { status, out: said, err } = await build(contracts, out);
    assert.equal(status, 0, err);
    assert.match(said, /^Built \d+ pages into /m);
    const guide = await readFile(join(out, 'parcels/guides/waiting/index.html'), 'utf8');
    assert.match(guide, /has a label and no place yet/);
    assert.match(guide, /<a href="\/parcels\/errors\/PARCEL_UNKNOWN\/">/);

    const elsewhere = join(folder, 'elsewhere');
    await mkdir(elsewhere);
    const again = join(folder, 'again');
    const second = await node([ERRORBOOK, 'build', '--contracts', contracts, '--out', again], elsewhere).ended;
    assert.deepEqual([second.status, second.err], [0, '']);
    assert.deepEqual(await readdir(elsewhere), []);
    assert.deepEqual(await bytesOf(again), await bytesOf(out));
  }));

test('no script loads styles that the bundler would have to fetch for it, because pages have no program for that', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    assert.equal((await build(contracts, out)).status, 0);
    const scripts = (await filesIn(out)).filter((file) => /^assets\/.*\.js$/.test(file));
    assert.ok(scripts.length > 3);
    for (const script of scripts)
      assert.doesNotMatch(await readFile(join(out, script), 'utf8'), /mapDeps|vite:preload/);
  }));

test('no file that a page loads is hidden, or has a name that hosts leave out', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    assert.equal((await build(contracts, out)).status, 0);
    const odd = (await filesIn(out)).filter((file) => /(?:^|\/)[._]/.test(file));
    assert.deepEqual(odd.sort(), ['.errorbook', '.nojekyll']);
  }));

test('internal codes are nowhere in the output: in no byte of a file and in no name', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    assert.equal((await build(contracts, out)).status, 0);
    const files = await filesIn(out);
    assert.ok(files.includes('parcels/errors/DEPOT_CLOSED/index.html'));
    for (const file of files) {
      assert.doesNotMatch(file, /zebra/i);
      assert.doesNotMatch(await readFile(join(out, file), 'latin1'), /zebra/i, file);
    }
  }));

test('codes that were public once, that have aliases, or that are all of a domain, are nowhere either once internal', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = { contracts: HIDDEN, out: join(folder, 'dist') };
    assert.equal((await build(contracts, out, '--site', 'https://depot.example')).status, 0);
    const sources = await Promise.all(['parcels.yaml', 'staff.yaml'].map((file) => read(contracts, `depot/${file}`)));
    const released = await Promise.all(
      ['2026-10', '2026-11'].map((it) => read(contracts, `depot/releases/${it}.json`)),
    );
    // all that may not be published has this word in it, in what the site is built from
    for (const text of [...sources, ...released]) assert.match(text, /zebra/i);
    const files = await filesIn(out);
    for (const file of ['errors/PARCEL_MISSING/index.html', 'changes/index.html', 'changes/feed.xml', 'errors.json']) {
      assert.ok(files.includes(`depot/${file}`), file);
    }
    for (const file of files) {
      assert.doesNotMatch(file, /zebra/i);
      assert.doesNotMatch(await readFile(join(out, file), 'latin1'), /zebra/i, file);
    }
    // what only they had in common with the rest is gone with them
    assert.doesNotMatch(await read(out, 'depot/statuses/index.html'), /418/);
    assert.equal(existsSync(join(out, 'depot/domains/staff')), false);
    assert.match(await read(out, 'depot/changes/index.html'), /November 1, 2026/);
    assert.deepEqual(files.filter((file) => file.startsWith('depot/images/')).sort(), [
      'depot/images/label.png',
      'depot/images/states.png',
    ]);
  }));

test('texts and guides show the images of the registry with their size, byte for byte', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = { contracts: HIDDEN, out: join(folder, 'dist') };
    assert.equal((await build(contracts, out, '--site', 'https://depot.example', '--base', '/docs/')).status, 0);
    const page = await read(out, 'depot/errors/PARCEL_UNKNOWN/index.html');
    const alt = 'alt="A parcel goes from the desk to the van to the door"';
    assert.ok(page.includes(`<img src="/docs/depot/images/states.png" ${alt} width="620" height="160" loading="lazy"`));
    const guide = await read(out, 'depot/guides/waiting/index.html');
    const label = 'width="4" height="4" alt="&quot;Black&quot; &amp; square" loading="lazy"';
    assert.ok(guide.includes(`<img src="/docs/depot/images/label.png" ${label}`));
    for (const name of ['states.png', 'label.png']) {
      assert.deepEqual(
        await readFile(join(out, 'depot/images', name)),
        await readFile(join(contracts, 'depot/images', name)),
      );
    }
    const images = 'https://depot.example/docs/depot/images';
    assert.ok((await read(out, 'depot/errors/PARCEL_UNKNOWN.md')).includes(`](${images}/states.png)`));
    assert.ok((await read(out, 'depot/guides/waiting.md')).includes(`](${images}/label.png)`));
  }));

test('a registry with errors exits with 1, says where, and leaves the previous output byte for byte', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    assert.equal((await build(contracts, out)).status, 0);
    const before = await bytesOf(out);
    await breakRegistry(contracts);
    const { status, out: said, err } = await build(contracts, out);
    assert.equal(status, 1);
    assert.match(said, /tracking\.yaml:4:\d+ {2}error {2}unknown-status$/m);
    assert.match(err, /^Nothing was built/);
    assert.deepEqual(await bytesOf(out), before);
    assert.deepEqual(leftovers(out), []);
  }));

test('a registry with errors makes no output where there was none', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    await breakRegistry(contracts);
    assert.equal((await build(contracts, out)).status, 1);
    assert.equal(existsSync(out), false);
    assert.deepEqual(leftovers(out), []);
  }));

test('under --strict a warning stops the build, and without it does not', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    await edit(
      join(contracts, 'parcels/tracking.yaml'),
      'Compare the number with the one on the receipt.',
      'Try again later.',
    );
    assert.equal((await build(contracts, out, '--strict')).status, 1);
    assert.equal(existsSync(out), false);
    assert.equal((await build(contracts, out)).status, 0);
  }));

test('a rebuild takes away the pages of codes that are gone', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    assert.equal((await build(contracts, out)).status, 0);
    await edit(join(contracts, 'parcels/tracking.yaml'), 'PARCEL_UNKNOWN', 'PARCEL_NEVER_SEEN');
    assert.equal((await build(contracts, out)).status, 0);
    assert.equal(existsSync(join(out, 'parcels/errors/PARCEL_UNKNOWN')), false);
    assert.equal(existsSync(join(out, 'parcels/errors/PARCEL_NEVER_SEEN/index.html')), true);
    assert.deepEqual(leftovers(out), []);
  }));

test('an output folder with files that no build made is refused in one line, and stays as it is', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'years of work');
    const { status, err } = await build(contracts, out);
    assert.equal(status, 2);
    assert.match(err, /^[^\n]*contains files that no build wrote[^\n]*\n$/);
    assert.deepEqual(await readdir(out), ['thesis.txt']);
    assert.equal(await readFile(join(out, 'thesis.txt'), 'utf8'), 'years of work');
    assert.deepEqual(leftovers(out), []);
  }));

for (const [what, place] of [
  ['the registry itself', 'contracts'],
  ['a folder inside the registry', 'contracts/site'],
  ['a folder around the registry', '.'],
] as const) {
  test(`an output that is ${what} is refused in one line`, () =>
    inTemporaryFolder(async (folder) => {
      const { contracts } = await smallRegistry(folder);
      const before = await bytesOf(contracts);
      const { status, err } = await build(contracts, join(folder, place));
      assert.equal(status, 2);
      assert.match(err, /^[^\n]+\n$/);
      assert.deepEqual(await bytesOf(contracts), before);
    }));
}

test('an output that is a file is refused in one line, and stays', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    await writeFile(out, 'a file');
    const { status, err } = await build(contracts, out);
    assert.equal(status, 2);
    assert.match(err, /^[^\n]+\n$/);
    assert.equal(await readFile(out, 'utf8'), 'a file');
  }));

for (const [signal, expected] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} in the middle of a build leaves the previous output as it was, and nothing else`, () =>
    inTemporaryFolder(async (folder) => {
      const { contracts, out } = await smallRegistry(folder);
      assert.equal((await build(contracts, out)).status, 0);
      const before = await bytesOf(out);
      await addManyCodes(contracts);
      const running = errorbook('build', '--contracts', contracts, '--out', out);
      await begun(running);
      running.child.kill(signal);
      const { status, out: said } = await running.ended;
      assert.equal(status, expected, said);
      assert.deepEqual(await bytesOf(out), before);
      assert.deepEqual(leftovers(out), []);
      assert.equal(existsSync(growing(running)), false);
    }));
}

test('what a killed build left behind is taken away by the next', () =>
  inTemporaryFolder(async (folder) => {
    const { contracts, out } = await smallRegistry(folder);
    await addManyCodes(contracts);
    const running = errorbook('build', '--contracts', contracts, '--out', out);
    await begun(running);
    running.child.kill('SIGKILL');
    await running.ended;
    assert.equal(existsSync(out), false);
    assert.equal(existsSync(growing(running)), true);

    await rm(contracts, { recursive: true });
    await cp(SMALL, contracts, { recursive: true });
    assert.equal((await build(contracts, out)).status, 0);
    assert.deepEqual(leftovers(out), []);
    assert.equal(existsSync(growing(running)), false);
  }));

test('`astro build` alone builds the project, and fails on a broken registry with the output as it was', () =>
  inTemporaryFolder(async (folder) => {
    const project = join(folder, 'project');
    for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
      await cp(join(ROOT, name), join(project, name), { recursive: true });
    }
    await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
    await cp(SMALL, join(project, 'contracts'), { recursive: true });
    const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');

    const built = await node([astro, 'build'], project).ended;
    assert.equal(built.status, 0, built.err);
    const before = await bytesOf(join(project, 'dist'));
    assert.ok(before.has('parcels/errors/PARCEL_UNKNOWN/index.html'));

    await breakRegistry(join(project, 'contracts'));
    const broken = await node([astro, 'build'], project).ended;
    assert.notEqual(broken.status, 0);
    assert.match(broken.out + broken.err, /contracts\/parcels\/tracking\.yaml:4:\d+/);
    assert.deepEqual(await bytesOf(join(project, 'dist')), before);
    assert.deepEqual(leftovers(join(project, 'dist')), []);
  }));

for (const [args, said] of [
  [['--base', 'https://x.example/'], /--base takes a path/],
  [['--site', 'errors.example.com'], /--site takes an address/],
  [['--site', 'https://errors.example.com/docs/'], /--base/],
  [['--out', ''], /--out is empty/],
  [['--nonsense'], /takes .*--contracts/],
] as const) {
  test(`\`build ${args.join(' ')}\` is refused in one line, before anything is read`, async () => {
    const { status, err, out } = await errorbook('build', ...args).ended;
    assert.equal(status, 2);
    assert.match(err, said);
    assert.match(err, /^[^\n]+\n$/);
    assert.equal(out, '');
  });
}

function build(contracts: string, out: string, ...more: string[]): Promise<Ended> {
  return errorbook('build', '--contracts', contracts, '--out', out, ...more).ended;
}

/** A copy of the small registry in a folder outside the project, and a place for its site. */
function read(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

async function smallRegistry(folder: string): Promise<{ contracts: string; out: string }> {
  const contracts = join(folder, 'contracts');
  await cp(SMALL, contracts, { recursive: true });
  return { contracts, out: join(folder, 'site') };
}

function breakRegistry(contracts: string): Promise<void> {
  return edit(join(contracts, 'parcels/tracking.yaml'), 'status: 404', 'status: 999');
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  assert.ok(text.includes(from));
  await writeFile(file, text.replace(from, to));
}

/** So many codes that a build is not over before a signal reaches it. */
async function addManyCodes(contracts: string): Promise<void> {
  const entries = Array.from({ length: 3000 }, (_, index) => [
    `MANY_${index}`,
    {
      status: 400,
      message: `Message number ${index}.`,
      meaning: `The meaning of number ${index}.`,
      remediation: `Look at number ${index}.`,
      retry: 'never',
    },
  ]);
  await edit(join(contracts, 'parcels/api.yaml'), 'depots, staff', 'depots, staff, many');
  await writeFile(
    join(contracts, 'parcels/many.json'),
    JSON.stringify({ title: 'Many', codes: Object.fromEntries(entries) }),
  );
}

/** The folder in which a build grows before it takes the output's place. */
function growing({ child }: Running): string {
  const nursery = join(ROOT, '.astro');
  const names = existsSync(nursery) ? readdirSync(nursery) : [];
  const own = names.find((name) => name.startsWith('building-') && name.includes(`-${child.pid}-`));
  return join(nursery, own ?? 'none', 'site');
}

/** Waits until a build writes its first pages; a build that ends before that fails the test. */
function begun(running: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (!existsSync(join(growing(running), 'parcels'))) return;
      clearInterval(look);
      resolve();
    }, 5);
    running.ended.then(({ err }) => {
      clearInterval(look);
      reject(new Error(`The build ended too early. ${err}`));
    });
  });
}

/** What stands beside an output and belongs to a build. */
function leftovers(out: string): string[] {
  return readdirSync(dirname(out)).filter((name) => name.startsWith('.errorbook-'));
}

/** Every file of a folder with a digest of its bytes. */
async function bytesOf(folder: string): Promise<Map<string, string>> {
  const files = await filesIn(folder);
  const digests = files.map(
    async (file): Promise<[string, string]> => [
      file,
      createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex'),
    ],
  );
  return new Map(await Promise.all(digests));
}
