import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { FLAGS, textsIn, write } from './init-project.ts';

/** Command lines and folders that can't be meant, each with the one line that is said. */
const REFUSED: [argv: string[], files: Record<string, string>, said: RegExp][] = [
  [
    [],
    {},
    /^Nobody can be asked here; pass --api NAME --envelope problem\|.*\|none --ci github\|gitlab\|none, or --yes for the defaults\.$/,
  ],
  [['--api', 'A', '--ci', 'none'], {}, /^Nobody can be asked here; pass --envelope \S+, or --yes for the defaults\.$/],
  [
    [],
    { 'contracts/a/api.yaml': 'title: A' },
    /^Nobody can be asked here; pass --ci \S+, or --yes for the defaults\.$/,
  ],
  [
    ['--envelope', 'error', '--yes'],
    { 'contracts/a/api.yaml': 'title: A' },
    /^--envelope is for a new API; name that with --api\.$/,
  ],
  [['--envelope', 'soap'], {}, /^--envelope takes problem, error, json-api, graphql, google-rpc, none, not `soap`\.$/],
  [['--envelope', 'constructor'], {}, /^--envelope takes .*, not `constructor`\.$/],
  [['--ci', 'Jenkins'], {}, /^--ci takes github, gitlab, none, not `Jenkins`\.$/],
  [['--api', ' '], {}, /^--api: The title of the API is missing\.$/],
  [['--api', 'a\nb'], {}, /^--api: The title of the API is text in one line\.$/],
  [
    ['--source', 'no.csv'],
    {},
    /^There is no file `no\.csv`; --source takes the file in which your errors are today\.$/,
  ],
  [
    FLAGS,
    { 'package.json': '{' },
    /^package\.json is not a valid JSON object with scripts and dependencies; fix it first\.$/,
  ],
  [FLAGS, { contracts: '' }, /^contracts is not a folder; move it, or run init in another folder\.$/],
  [FLAGS, { '.gitignore/a': '' }, /^\.gitignore is not a file; move it, or run init in another folder\.$/],
];

for (const [argv, files, said] of REFUSED) {
  test(`one line, status 2 and no file for: ${JSON.stringify(argv.join(' '))} with ${Object.keys(files)}`, () =>
    inTemporaryFolder(async (folder) => {
      write(folder, files);
      const before = await textsIn(folder);
      const { status, out, err } = await runIn(folder, ['init', ...argv]);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      assert.match(err, said);
      assert.doesNotMatch(err, /\n/);
      assert.deepEqual(await textsIn(folder), before);
    }));
}

test('a file that is no text is not damaged', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, '.gitignore'), Buffer.from([0x63, 0xe9, 0x0a]));
    const { status, err } = await runIn(folder, ['init', ...FLAGS]);
    assert.deepEqual([status, err], [2, '.gitignore is not text in UTF-8; convert it first.']);
    assert.deepEqual(readdirSync(folder), ['.gitignore']);
  }));

test('if a file can’t be written, everything is as before', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, { 'package.json': '{}', '.gitignore': 'a\n' });
    // a link that leads nowhere looks as if there were no file, and yet none can be created
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    symlinkSync('nowhere/errors.yml', join(folder, '.github/workflows/errors.yml'));
    chmodSync(join(folder, 'package.json'), 0o640);
    const before = readdirSync(folder, { recursive: true });
    const { status, err } = await runIn(folder, ['init', ...FLAGS.slice(0, 4), '--ci', 'github']);
    assert.equal(status, 2);
    assert.match(err, /^The files couldn't be written \(EEXIST: .*\); nothing was changed\.$/);
    assert.deepEqual(readdirSync(folder, { recursive: true }), before);
    assert.equal(readFileSync(join(folder, 'package.json'), 'utf8'), '{}');
    assert.equal(statSync(join(folder, 'package.json')).mode & 0o777, 0o640);
    assert.equal(readFileSync(join(folder, '.gitignore'), 'utf8'), 'a\n');
  }));
