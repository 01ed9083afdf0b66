import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeWhole } from '../../src/cli/output/write-whole.ts';
import { ERRORBOOK, node, ROOT } from '../helpers/command.ts';
import { killedBefore, onFullDisk } from '../helpers/faults.ts';
import { filesIn } from '../helpers/files.ts';
import { runIn } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const GENERATE = ['generate', '--contracts', SMALL, '--api', 'parcels', '--artifact', 'typescript', '--out'];

test('on a full disk `generate` says so in one sentence, and the file there stays as it was', () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'codes.ts');
    writeFileSync(file, 'what was there');
    const { status, err } = await node(['--import', onFullDisk(), ERRORBOOK, ...GENERATE, file], ROOT).ended;
    assert.equal(status, 2);
    assert.match(
      err,
      /^\S+codes\.ts couldn't be written \(ENOSPC: no space left on device\); nothing was changed\.\n$/,
    );
    assert.equal(readFileSync(file, 'utf8'), 'what was there');
    assert.deepEqual(readdirSync(folder), ['codes.ts']);
  }));

test('a command killed while it writes leaves the file as it was or whole, and the next removes what it left', async () => {
  const killed = async (step: number) => {
    let text = '';
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'a.txt');
      writeFileSync(file, 'old');
      const module = new URL('../../src/cli/output/write-whole.ts', import.meta.url).href;
      const script = `const { writeWhole } = await import('${module}'); await writeWhole(${JSON.stringify(file)}, 'new')`;
      await node(['--import', killedBefore(step), '--input-type=module', '-e', script], folder).ended;
      text = readFileSync(file, 'utf8');
      await writeWhole(file, 'next');
      assert.equal(readFileSync(file, 'utf8'), 'next');
      assert.deepEqual(readdirSync(folder), ['a.txt']);
    });
    return text;
  };
  const texts = await Promise.all([0, 1, 2, 3, 4, 5].map(killed));
  assert.deepEqual([...new Set(texts)], ['old', 'new']);
});

test('a file keeps its mode, and a link to it stays a link', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'real.sh'), 'old');
    chmodSync(join(folder, 'real.sh'), 0o751);
    symlinkSync('real.sh', join(folder, 'link.sh'));
    await writeWhole(join(folder, 'link.sh'), 'new');
    assert.ok(lstatSync(join(folder, 'link.sh')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'real.sh'), 'utf8'), 'new');
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'real.sh')).mode & 0o777, 0o751);
  }));

test('a link to a file that is not there yet stays, folders are made, and any name that a disk takes will do', () =>
  inTemporaryFolder(async (folder) => {
    symlinkSync(join('later', 'real.ts'), join(folder, 'link.ts'));
    await writeWhole(join(folder, 'link.ts'), 'one');
    assert.ok(lstatSync(join(folder, 'link.ts')).isSymbolicLink());
    assert.equal(readFileSync(join(folder, 'later/real.ts'), 'utf8'), 'one');
    for (const name of ['x'.repeat(255), 'a/b/ошибки.ts']) {
      await writeWhole(join(folder, name), 'text');
      assert.equal(readFileSync(join(folder, name), 'utf8'), 'text');
    }
  }));

test('halves of other commands that may still run stay; those of yesterday go', () =>
  inTemporaryFolder(async (folder) => {
    const half = '.errorbook-half-elsewhere-1-0';
    writeFileSync(join(folder, half), 'theirs');
    await writeWhole(join(folder, 'a.txt'), 'ours');
    assert.deepEqual(readdirSync(folder).sort(), [half, 'a.txt']);
    const old = Date.now() / 1000 - 25 * 60 * 60;
    utimesSync(join(folder, half), old, old);
    await writeWhole(join(folder, 'a.txt'), 'again');
    assert.deepEqual(readdirSync(folder), ['a.txt']);
  }));

for (const [what, name, said] of [
  ['a folder', 'folder', /folder is a folder; name a file\.$/],
  [
    'below a file',
    'file/codes.ts',
    /codes\.ts couldn't be written \((?:ENOTDIR|EEXIST): [^\n]+\); nothing was changed\.$/,
  ],
  ['a name too long', 'x'.repeat(300), /ENAMETOOLONG: name too long/],
] as const) {
  test(`\`generate --out\` with ${what} is refused in one sentence`, () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'folder'));
      writeFileSync(join(folder, 'file'), 'a file');
      const { status, err } = await runIn(folder, [...GENERATE, name]);
      assert.equal(status, 2);
      assert.match(err, said);
      assert.match(err, /^[^\n]+$/);
      assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'a file');
    }));
}

test('a release on a full disk leaves no part of a file', () =>
  inTemporaryFolder(async (folder) => {
    cpSync(SMALL, join(folder, 'contracts'), { recursive: true });
    const before = await filesIn(folder);
    const args = ['release', '--name', '2026-12', '--contracts', join(folder, 'contracts')];
    const { status, err } = await node(['--import', onFullDisk(), ERRORBOOK, ...args], ROOT).ended;
    assert.equal(status, 2);
    assert.match(err, /^[^\n]+ENOSPC[^\n]+\n$/);
    assert.deepEqual(await filesIn(folder), before);
  }));

/** Files of the command line that write by other means, and why they may. */
const OTHER_WRITERS = {
  'github/output.ts': 'A runner reads the outputs of a step from a file to which each step adds lines.',
  'incremental/places.ts': 'Notes beside the folder in which a build grows, removed with it.',
  'incremental/record.ts': 'A file of a cache, written beside and renamed, with a sum in it; it is no loss.',
  'init/write-steps.ts':
    'A new file must not replace one that appeared meanwhile, and is removed if a later one fails.',
  'output/new-files.ts': 'Thousands of new files, in a folder that is not the output yet.',
  'pages/compile-process.ts': 'Files of a program that nobody runs before all is done.',
  'pages/programs.ts': 'Files of a cache, in a folder that is renamed once it is complete.',
  'precompress.ts': 'A compressed file is new, and in a folder that is not the output yet.',
  'work-folder.ts':
    'A manifest for Astro, in a folder of caches, written beside and renamed before any promise can be awaited.',
};

test('the command line writes every file with the one function that writes it whole, or has a reason', async () => {
  const writes = /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream)\b/;
  const folder = join(ROOT, 'src/cli');
  const files = (await filesIn(folder)).filter((file) => writes.test(readFileSync(join(folder, file), 'utf8')));
  assert.deepEqual(files, ['output/write-whole.ts', ...Object.keys(OTHER_WRITERS)].sort());
});
