import assert from 'node:assert/strict';
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { filesBelow } from '../../../src/cli/files-below.ts';
import { isSameFile, stateOf, statesIn, type TreeStates, treeLister } from '../../../src/cli/incremental/states.ts';
import { writeFiles } from '../../helpers/built.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

const FILES = { 'index.html': 'a', 'errors/A/index.html': 'a', 'errors/B/index.html': 'b', 'errors/A.md': 'a' };

/** What is known of a folder with {@link FILES} a moment after they were written. */
async function noted(folder: string): Promise<TreeStates> {
  writeFiles(folder, FILES);
  await setTimeout(200);
  return statesIn(folder, treeLister(folder));
}

test('files and folders are noted in order', () =>
  inTemporaryFolder(async (folder) => {
    const { files, folders } = await noted(folder);
    assert.deepEqual(
      files.map(([path]) => path),
      Object.keys(FILES).sort(),
    );
    assert.deepEqual(folders.map(([path]) => path).sort(), ['errors', 'errors/A', 'errors/B']);
    for (const [path, state] of files) assert.equal(state, stateOf(join(folder, path)));
  }));

test('folders that are as they were are not read again, and their files come with their states', () =>
  inTemporaryFolder(async (folder) => {
    const before = await noted(folder);
    assert.ok(before.folders.every(([, state]) => state !== ''));
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    const { list } = treeLister(moved, before);
    const states = Object.fromEntries(before.files);
    const entries = list(join(moved, 'errors'));
    assert.deepEqual(entries.map(({ name }) => name).sort(), ['A', 'A.md', 'B']);
    assert.equal(entries.find(({ name }) => name === 'A.md')?.state, states['errors/A.md']);
    assert.deepEqual(statesIn(moved, treeLister(moved, before)).files, before.files);
    rmSync(moved, { recursive: true });
  }));

for (const [what, work] of Object.entries({
  'a new file': (errors: string) => writeFileSync(join(errors, 'B/notes.txt'), 'mine'),
  'a file less': (errors: string) => rmSync(join(errors, 'A/index.html')),
  'a file in the place of another': (errors: string) => {
    rmSync(join(errors, 'A.md'));
    linkSync(join(errors, 'B/index.html'), join(errors, 'A.md'));
  },
  'a file in the place of another, at the same time as it seems': (errors: string) => {
    writeFileSync(join(errors, 'new'), 'mine');
    renameSync(join(errors, 'new'), join(errors, 'A.md'));
    utimesSync(errors, 1, 1);
  },
  'an empty folder': (errors: string) => mkdirSync(join(errors, 'C')),
  'a folder less': (errors: string) => rmSync(join(errors, 'B'), { recursive: true }),
  'a folder in the place of another': (errors: string) => {
    renameSync(join(errors, 'A'), join(errors, 'B/A'));
    mkdirSync(join(errors, 'A'));
    writeFileSync(join(errors, 'A/index.html'), 'other');
  },
})) {
  test(`a folder that changed is read again: ${what}`, () =>
    inTemporaryFolder(async (folder) => {
      const before = await noted(folder);
      work(join(folder, 'errors'));
      const lister = treeLister(folder, before);
      const read = (path: string) => readdirSync(path, { withFileTypes: true });
      assert.deepEqual(filesBelow(folder, read(folder), lister.list), filesBelow(folder));
      assert.deepEqual(statesIn(folder, treeLister(folder, before)).files, statesIn(folder, treeLister(folder)).files);
    }));
}

test('what was changed a moment ago is not known for sure', (context) =>
  inTemporaryFolder(async (folder) => {
    await noted(folder);
    writeFileSync(join(folder, 'errors/B/more.txt'), '');
    const changed = Math.round(statSync(join(folder, 'errors/B')).ctimeMs);
    const stateAt = (now: number) => {
      context.mock.timers.enable({ apis: ['Date'], now });
      const { folders } = statesIn(folder, treeLister(folder));
      context.mock.timers.reset();
      return Object.fromEntries(folders)['errors/B'];
    };
    assert.equal(stateAt(changed + 50), '');
    assert.notEqual(stateAt(changed + 150), '');
  }));

test('a file is the same one under another name and with another time, and another one with the same text is not', () =>
  inTemporaryFolder(async (folder) => {
    writeFiles(folder, { a: 'text', c: 'text' });
    const before = stateOf(join(folder, 'a')) ?? '';
    linkSync(join(folder, 'a'), join(folder, 'b'));
    utimesSync(join(folder, 'b'), 1, 1);
    assert.equal(isSameFile(before, stateOf(join(folder, 'b')) ?? ''), true);
    assert.equal(isSameFile(before, stateOf(join(folder, 'c')) ?? ''), false);
    assert.equal(stateOf(join(folder, 'none')), undefined);
  }));
