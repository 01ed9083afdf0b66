import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeBuilt, writeFiles } from '../helpers/built.ts';
import { filesIn } from '../helpers/files.ts';
import { ROOT, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const BUILD = {
  version,
  node: process.version,
  registry: 'a',
  settings: 'b',
  site: null,
  base: '/',
  hosts: ['netlify'],
  precompressed: true,
};
const MOVES = [{ from: '/old/', to: '/new/' }];
/** What is in every part. */
const COMMON = { 'assets/page.css': 'a{}', 'social.png': 'image' };

/** Writes what `build --shard` leaves: what a part says of itself, its own files and those of all parts. */
function writePart(folder: string, part: object, files: Record<string, string>): Promise<void> {
  const says = JSON.stringify({ part: 1, of: 3, build: BUILD, moves: MOVES, ...part });
  return writeBuilt(folder, { '.errorbook-part.json': says, ...COMMON, ...files });
}

/** Runs a test in a folder with three parts of a site. */
function withParts(work: (folder: string, merge: (...names: string[]) => ReturnType<typeof runIn>) => Promise<void>) {
  return inTemporaryFolder(async (folder) => {
    await writePart(join(folder, 'one'), { part: 1 }, { 'index.html': 'home', 'a/x.json': '{}', 'a/x.json.br': 'b' });
    await writePart(join(folder, 'two'), { part: 2 }, { 'a/index.html': 'a' });
    await writePart(join(folder, 'three'), { part: 3 }, {});
    await work(folder, (...names) => runIn(folder, ['merge', ...names, '--out', 'dist']));
  });
}

test('parts become one site with the files of its hosts, in any order; what the output has beside it stays', () =>
  withParts(async (folder, merge) => {
    const { status, out, err } = await merge('three', 'one', 'two');
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^Merged 3 parts into dist: 2 pages\.\nNetlify: /);
    const dist = join(folder, 'dist');
    assert.deepEqual(await filesIn(dist), [
      '.errorbook',
      '_headers',
      '_redirects',
      'a/index.html',
      'a/x.json',
      'a/x.json.br',
      'assets/page.css',
      'index.html',
      'social.png',
    ]);
    assert.match(readFileSync(join(dist, '_redirects'), 'utf8'), /^\/old\/ \/new\/ 301/m);
    writeFiles(dist, { CNAME: 'errors.example' });
    await writePart(join(folder, 'two'), { part: 2 }, { 'b/index.html': 'b' });
    assert.equal((await merge('one', 'two', 'three')).status, 0);
    assert.deepEqual(
      [readFileSync(join(dist, 'CNAME'), 'utf8'), readFileSync(join(dist, 'b/index.html'), 'utf8')],
      ['errors.example', 'b'],
    );
    assert.equal(existsSync(join(dist, 'a/index.html')), false);
  }));

/** What is done to the three parts, what is merged, and what is said then. */
const REFUSED: Record<string, [spoil: (folder: string) => unknown, merged: string[], said: string]> = {
  'a part is missing': [() => {}, ['one', 'three'], 'Part 2 of 3 is missing; name the folders of all parts.'],
  'two parts are missing': [() => {}, ['two'], 'Parts 1, 3 of 3 are missing; name the folders of all parts.'],
  'a part is there twice': [
    (folder) => writePart(join(folder, 'three'), { part: 2 }, {}),
    ['one', 'two', 'three'],
    'two and three are both part 2 of 3; name each part once, or build the right one again.',
  ],
  'a folder is named twice': [
    () => {},
    ['one', 'two', 'two', 'three'],
    'two and two are both part 2 of 3; name each part once, or build the right one again.',
  ],
  'the parts are of different divisions': [
    (folder) => writePart(join(folder, 'two'), { part: 2, of: 4 }, {}),
    ['one', 'two', 'three'],
    'one and two are parts of different builds, because the number of parts differs; build all parts again from the same files, with the same options.',
  ],
  'another Node built a part': [
    (folder) => writePart(join(folder, 'three'), { part: 3, build: { ...BUILD, node: 'v1.2.3' } }, {}),
    ['one', 'two', 'three'],
    'one and three are parts of different builds, because the version of Node differs; build all parts again from the same files, with the same options.',
  ],
  'a part has another address': [
    (folder) => writePart(join(folder, 'three'), { part: 3, build: { ...BUILD, site: 'https://x.example' } }, {}),
    ['one', 'two', 'three'],
    'one and three are parts of different builds, because `--site` differs; build all parts again from the same files, with the same options.',
  ],
  'a part has other hosts': [
    (folder) => writePart(join(folder, 'three'), { part: 3, build: { ...BUILD, hosts: [] } }, {}),
    ['one', 'two', 'three'],
    'one and three are parts of different builds, because `--host` differs; build all parts again from the same files, with the same options.',
  ],
  'another version built all parts': [
    async (folder) => {
      for (const [index, name] of ['one', 'two', 'three'].entries())
        await writePart(join(folder, name), { part: index + 1, build: { ...BUILD, version: '0.0.1' } }, {});
    },
    ['one', 'two', 'three'],
    `The parts were built by Errorbook 0.0.1, and this is ${version}; merge with the version that built them.`,
  ],
  'a part says what no version writes': [
    (folder) => writeBuilt(join(folder, 'two'), { '.errorbook-part.json': '{"part":"2"}' }),
    ['one', 'two', 'three'],
    ".errorbook-part.json in two can't be read by this version; merge with the version that built it.",
  ],
  'a folder is missing': [
    () => {},
    ['one', 'gone', 'three'],
    'There is no folder gone; name the folders that `build --shard` wrote.',
  ],
  'a folder is no output': [
    (folder) => writeFiles(join(folder, 'other'), { 'index.html': 'x' }),
    ['one', 'other', 'three'],
    'The folder other is not a part of a site; name the folders that `build --shard` wrote.',
  ],
  'a folder is a whole site': [
    (folder) => writeBuilt(join(folder, 'two'), { 'index.html': 'x' }),
    ['one', 'two', 'three'],
    'The folder two is a whole site; name the folders that `build --shard` wrote.',
  ],
  'a part has files of others': [
    (folder) => writeFiles(join(folder, 'two'), { '.env': 'SECRET', 'b/.DS_Store': '' }),
    ['one', 'two', 'three'],
    'The folder two contains files that no build wrote: .env; move them, or build that part again.',
  ],
  'a part lost files': [
    (folder) => rmSync(join(folder, 'two/a'), { recursive: true }),
    ['one', 'two', 'three'],
    'The folder two is not complete: a/index.html of its build is missing; build that part again.',
  ],
  'there is a link in a part': [
    (folder) => {
      rmSync(join(folder, 'two/a/index.html'));
      symlinkSync('../../one/index.html', join(folder, 'two/a/index.html'));
    },
    ['one', 'two', 'three'],
    'a/index.html in two is a link or not a regular file; build that part again.',
  ],
  'there is a linked folder in a part': [
    (folder) => symlinkSync('../one', join(folder, 'two/linked')),
    ['one', 'two', 'three'],
    'linked in two is a link or not a regular file; build that part again.',
  ],
  'two parts have different files of one name': [
    (folder) => writePart(join(folder, 'three'), { part: 3 }, { 'assets/page.css': 'b{}' }),
    ['one', 'two', 'three'],
    'one and three have different files assets/page.css, so they are not parts of one build; build all parts again, with the same version and packages.',
  ],
  'a part has styles of its own': [
    (folder) => writePart(join(folder, 'three'), { part: 3 }, { 'assets/page.2.css': 'b{}' }),
    ['one', 'two', 'three'],
    'assets/page.2.css is in three and not in one, so they are not parts of one build; build all parts again, with the same version and packages.',
  ],
  'a page is in some parts and not in all': [
    (folder) => writePart(join(folder, 'three'), { part: 3 }, { 'index.html': 'home' }),
    ['one', 'two', 'three'],
    'index.html is in one and not in two, so they are not parts of one build; build all parts again, with the same version and packages.',
  ],
  'the output has files that no build wrote': [
    (folder) => writeFiles(join(folder, 'dist'), { 'thesis.txt': 'years of work' }),
    ['one', 'two', 'three'],
    'contains files that no build wrote: thesis.txt; move them, or name another folder with --out.',
  ],
};

for (const [what, [spoil, merged, said]] of Object.entries(REFUSED)) {
  test(`where ${what}, nothing is merged, and one sentence says so`, () =>
    withParts(async (folder, merge) => {
      await spoil(folder);
      const before = await filesIn(folder);
      const { status, out, err } = await merge(...merged);
      assert.deepEqual([status, out], [2, '']);
      assert.ok(err === said || (said.startsWith('contains') && err.endsWith(said)), err);
      assert.deepEqual(await filesIn(folder), before);
    }));
}

test('an output inside of a part, around it or in its place is refused', () =>
  withParts(async (folder) => {
    for (const out of ['two', 'two/a', '.']) {
      const { status, err } = await runIn(folder, ['merge', 'one', 'two', 'three', '--out', out]);
      assert.equal(status, 2);
      assert.match(err, /^The output \S+ and the part (?:one|two) overlap; name another folder with --out\.$/);
    }
    const none = await runIn(folder, ['merge']);
    assert.equal(none.err, 'Name the folders of all parts, as in `npm run merge -- part-1 part-2 --out dist`.');
  }));
