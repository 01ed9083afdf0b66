import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { test } from 'node:test';
import { prepareOutput } from '../../src/cli/output/prepare.ts';
import { ERRORBOOK, node, ROOT } from '../helpers/command.ts';
import { killedBefore } from '../helpers/faults.ts';
import { runIn } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { FILES, tinyBuild } from '../helpers/tiny-build.ts';

const TINY = join(ROOT, 'tests/helpers/tiny-build.ts');

interface Place {
  folder: string;
  contracts: string;
  project: string;
  out: string;
  build(text: string): Promise<void>;
}

/** Runs a test in a folder with a registry, a project in which builds grow, and a place for the output. */
function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const [contracts, project, out] = ['contracts', 'project', 'home/site'].map((name) => join(folder, name));
    assert.ok(contracts && project && out);
    cpSync(SMALL, contracts, { recursive: true });
    for (const name of [project, join(folder, 'home')]) mkdirSync(name);
    await work({ folder, contracts, project, out, build: (text) => tinyBuild(out, project, text) });
  });
}

/** What every file of a tiny build says; fails if one is missing or they differ. */
function textOf(out: string): string {
  const texts = FILES.map((file) => readFileSync(join(out, file), 'utf8'));
  assert.equal(new Set(texts).size, 1, texts.join());
  assert.deepEqual(readFileSync(join(out, '.errorbook'), 'utf8').split('\n').slice(1), [...FILES, '']);
  return texts[0] ?? '';
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

test('a build killed before any of its steps leaves a whole output, which the next command finds in its place', async () => {
  const texts: string[] = [];
  for (let first = 0; texts.length === first; first += 8) {
    assert.ok(first < 64);
    const steps = Array.from({ length: 8 }, (_, index) => first + index);
    const left = await Promise.all(steps.map(killedAt));
    texts.push(...left.filter((text) => text !== undefined));
  }
  assert.ok(texts.length > 8, `${texts.length} steps`);
  assert.deepEqual([...new Set(texts)], ['old', 'new']);
});

/** Kills a build before a step and returns what the output says then; undefined if the build has fewer steps. */
async function killedAt(step: number): Promise<string | undefined> {
  let found: string | undefined;
  await withPlace(async ({ folder, contracts, project, out, build }) => {
    await build('old');
    write(join(out, '.git/HEAD'), 'ref');
    write(join(out, 'CNAME'), 'errors.example');
    const { status, signal, err } = await node(['--import', killedBefore(step), TINY, out, project, 'new'], ROOT).ended;
    if (signal === null) assert.equal(status, 0, err);

    prepareOutput(out, contracts);
    if (signal !== null) found = textOf(out);
    else assert.equal(textOf(out), 'new');
    assert.equal(readFileSync(join(out, '.git/HEAD'), 'utf8'), 'ref');
    assert.equal(readFileSync(join(out, 'CNAME'), 'utf8'), 'errors.example');

    await build('next');
    assert.equal(textOf(out), 'next');
    assert.deepEqual(readdirSync(out).sort(), ['.errorbook', '.git', 'CNAME', 'a', 'index.html', 'notes.md']);
    assert.deepEqual(readdirSync(join(folder, 'home')), ['site']);
    assert.deepEqual(readdirSync(join(project, '.astro')), []);
  });
  return found;
}

test('an output that a killed build took away is back after a command that builds nothing', () =>
  withPlace(async ({ folder, out, build }) => {
    await build('old');
    const swap = join(folder, 'home/.errorbook-swap-elsewhere-1-0');
    mkdirSync(join(swap, 'saved-1'), { recursive: true });
    cpSync(out, join(swap, 'saved-1/site'), { recursive: true });
    rmSync(out, { recursive: true });
    write(join(folder, 'contracts/parcels/tracking.yaml'), 'title: 1\n');
    assert.equal((await runIn(folder, ['build', '--out', 'home/site'])).status, 1);
    assert.equal(textOf(out), 'old');
  }));

test('builds in two containers have one process id and keep their folders; those of killed ones go after a day', () =>
  withPlace(async ({ folder, contracts, out, build }) => {
    const names = ['project/.astro/building', 'home/.errorbook-swap', 'home/.errorbook-over'];
    const others = names.map((name, index) => join(folder, `${name}-elsewhere-1-${index}`));
    for (const other of others) write(join(other, 'built/site/index.html'), 'theirs');
    prepareOutput(out, contracts);
    await build('ours');
    for (const other of others) assert.equal(readFileSync(join(other, 'built/site/index.html'), 'utf8'), 'theirs');

    const old = Date.now() / 1000 - 25 * 60 * 60;
    for (const other of others) utimesSync(other, old, old);
    prepareOutput(out, contracts);
    await build('ours');
    for (const other of others) assert.equal(existsSync(other), false, other);
    assert.equal(textOf(out), 'ours');
  }));

test('builds of one output at once disturb each other in nothing', () =>
  withPlace(async ({ folder, project, out, build }) => {
    await build('first');
    write(join(out, '.git'), 'gitdir: elsewhere');
    const texts = ['a', 'b', 'c', 'd'];
    const ended = await Promise.all(texts.map((text) => node([TINY, out, project, text], ROOT).ended));
    for (const { status, err } of ended) assert.equal(status, 0, err);
    assert.ok(texts.includes(textOf(out)));
    assert.equal(readFileSync(join(out, '.git'), 'utf8'), 'gitdir: elsewhere');
    assert.deepEqual(readdirSync(join(folder, 'home')), ['site']);
    assert.deepEqual(readdirSync(join(project, '.astro')), []);
  }));

test('what makes a folder a worktree or a published site stays in it, from the first build on', () =>
  withPlace(async ({ contracts, out, build }) => {
    const kept = ['.git', '.nojekyll', '.well-known/security.txt', 'CNAME'];
    for (const file of kept) write(join(out, file), file);
    for (const text of ['one', 'two']) {
      prepareOutput(out, contracts);
      await build(text);
      assert.equal(textOf(out), text);
      for (const file of kept) assert.equal(readFileSync(join(out, file), 'utf8'), file);
    }
  }));

for (const file of ['thesis.txt', 'a/thesis.txt', 'a/.git/HEAD', 'pr-7/index.html']) {
  test(`a built folder that got ${file} is refused by that name, and stays as it is`, () =>
    withPlace(async ({ contracts, out, build }) => {
      await build('old');
      write(join(out, file), 'years of work');
      const said = { message: new RegExp(`contains files that no build wrote: ${file};`) };
      assert.throws(() => prepareOutput(out, contracts), said);
      await assert.rejects(build('new'), said);
      assert.equal(readFileSync(join(out, file), 'utf8'), 'years of work');
      assert.equal(textOf(out), 'old');
    }));
}

test('what file managers leave in a built folder is in nobody’s way', () =>
  withPlace(async ({ contracts, out, build }) => {
    await build('old');
    write(join(out, 'a/.DS_Store'), '');
    prepareOutput(out, contracts);
    await build('new');
    assert.equal(textOf(out), 'new');
  }));

test('a built folder whose mark lists no files, as earlier versions wrote it, is replaced but for what is kept', () =>
  withPlace(async ({ contracts, out, build }) => {
    write(join(out, '.errorbook'), 'This folder was built by Errorbook; the next build replaces it.\n');
    write(join(out, 'old/index.html'), 'old');
    write(join(out, 'CNAME'), 'errors.example');
    prepareOutput(out, contracts);
    await build('new');
    assert.deepEqual(readdirSync(out).sort(), ['.errorbook', 'CNAME', 'a', 'index.html', 'notes.md']);
  }));

for (const [what, target] of [
  ['a folder', 'real/site'],
  ['nothing yet', 'later/site'],
] as const) {
  test(`an output that is a link to ${what} stays a link, and the build is where it leads`, () =>
    withPlace(async ({ folder, contracts, out, build }) => {
      mkdirSync(join(folder, 'real/site'), { recursive: true });
      symlinkSync(join(folder, target), out, 'junction');
      for (const text of ['one', 'two']) {
        prepareOutput(out, contracts);
        await build(text);
        assert.ok(lstatSync(out).isSymbolicLink());
        assert.equal(textOf(join(folder, target)), text);
      }
      assert.deepEqual(readdirSync(join(folder, target, '..')), ['site']);
    }));
}

test('an output that is the registry, holds it or is in it, through whatever link, is refused', () =>
  withPlace(async ({ folder, contracts }) => {
    symlinkSync(contracts, join(folder, 'link'), 'junction');
    symlinkSync(folder, join(folder, 'home/up'), 'junction');
    symlinkSync(join(contracts, 'not/yet'), join(folder, 'dangling'), 'junction');
    for (const name of [
      'link',
      'link/site',
      'link/a/b/site/',
      'home/up',
      'home/up/contracts/x',
      'dangling',
      'dangling/x',
    ]) {
      assert.throws(
        () => prepareOutput(join(folder, name), contracts),
        /The output \S+ and the registry \S+ overlap; /,
        name,
      );
      assert.throws(() => prepareOutput(join(folder, name), join(folder, 'link')), / overlap; /, name);
    }
    prepareOutput(join(folder, 'contracts-site'), contracts);
  }));

for (const [what, out, said] of [
  ['the root of the disk', parse(ROOT).root, /overlap|root of a disk/],
  ['the home folder', homedir(), /would replace|overlap/],
  ['the project', ROOT, /would replace/],
  ['where builds grow', join(ROOT, '.astro'), /would replace/],
  ['a file', join(ROOT, 'README.md'), /README\.md is a file; name a folder with --out\.$/],
  ['below a file', join(ROOT, 'README.md/a/b'), /README\.md is a file; name another/],
  ['a name too long for a disk', join(ROOT, 'x'.repeat(300)), /can't be used \(ENAMETOOLONG/],
] as const) {
  test(`an output that is ${what} is refused in one sentence, before anything is built`, () =>
    withPlace(async ({ folder }) => {
      mkdirSync(join(ROOT, '.astro'), { recursive: true });
      const { status, err, out: printed } = await runIn(folder, ['build', '--out', out]);
      assert.deepEqual({ status, printed }, { status: 2, printed: '' });
      assert.match(err, said);
      assert.match(err, /^[^\n]+$/);
    }));
}

test('an output may have the longest name of a disk, a slash at its end, and letters of any script', () =>
  withPlace(async ({ folder, contracts, project }) => {
    for (const name of ['x'.repeat(255), 'ошибки/エラー/', 'a b/%20']) {
      const out = join(folder, name);
      for (const text of ['one', 'two']) {
        prepareOutput(out, contracts);
        await tinyBuild(out, project, text);
        assert.equal(textOf(out), text);
      }
    }
  }));

test('what the system refuses to write ends a build in one sentence, with the output as it was', () =>
  inTemporaryFolder(async (folder) => {
    const out = join(folder, 'site');
    write(join(out, '.errorbook'), 'errorbook\nindex.html\n');
    write(join(out, 'index.html'), 'before');
    // no file may be larger than 8 KB
    const limited = ['-c', 'ulimit -f 16; exec "$0" "$@"', process.execPath];
    const { status, stderr } = spawnSync(
      'sh',
      [...limited, ERRORBOOK, 'build', '--contracts', SMALL, '--out', out, '--no-cache'],
      { encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } },
    );
    assert.equal(status, 2);
    assert.match(stderr, /^The site couldn't be built \([^\n]*\); the output \S+ was left unchanged\.$/m);
    assert.doesNotMatch(stderr, / at |Stack/);
    assert.equal(readFileSync(join(out, 'index.html'), 'utf8'), 'before');
  }));
