import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withoutSecrets } from '../../src/cli/git/target.ts';
import { writeBuilt, writeFiles } from '../helpers/built.ts';
import { runIn } from '../helpers/fixture.ts';
import { commitAll, git } from '../helpers/git.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const QUIET = { out: false, err: false };

/** Runs a test in a folder with `checkout`, a repository with a registry and a site in `dist`, and its bare `origin.git`. */
function inPlace(test: (folder: string, checkout: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const checkout = join(folder, 'checkout');
    git(folder, 'init', '--quiet', '--bare', '-b', 'trunk', 'origin.git');
    git(folder, 'init', '--quiet', '-b', 'trunk', 'checkout');
    git(checkout, 'remote', 'add', 'origin', join(folder, 'origin.git'));
    writeFiles(checkout, { 'contracts/x/api.yaml': '', 'src/main.ts': 'source', '.gitignore': 'dist\n' });
    commitAll(checkout);
    git(checkout, 'push', '--quiet', 'origin', 'trunk', 'trunk:feature');
    await writeBuilt(join(checkout, 'dist'), { 'index.html': 'home', 'a/index.html': 'a' });
    await test(folder, checkout);
  });
}

/** Every branch of the origin with its commit. */
function branches(folder: string): string {
  return git(join(folder, 'origin.git'), 'for-each-ref', '--format=%(refname:short) %(objectname)');
}

/** A branch of the origin that other people wrote. */
function pushBranch(folder: string, branch: string, files: Record<string, string>): void {
  const clone = join(folder, `${branch}-clone`);
  git(folder, 'init', '--quiet', '-b', branch, clone);
  writeFiles(clone, files);
  commitAll(clone);
  git(clone, 'push', '--quiet', join(folder, 'origin.git'), branch);
}

for (const command of [['publish'], ['publish', '--under', 'pr-7'], ['publish', '--remove', 'pr-7'], ['sweep']]) {
  const shown = command.join(' ');
  test(`${shown} refuses the default branch of the remote, whatever its name`, () =>
    inPlace(async (folder, checkout) => {
      const before = branches(folder);
      assert.deepEqual(await runIn(checkout, [...command, '--yes', '--branch', 'trunk']), {
        status: 2,
        out: '',
        err: '`trunk` is the default branch of `origin`, which is never published to; name another with --branch.',
      });
      assert.equal(branches(folder), before);
    }));
}

for (const command of [['publish'], ['publish', '--under', 'pr-7'], ['publish', '--remove', 'pr-7']]) {
  test(`${command.join(' ')} refuses a branch with other files, and names them`, () =>
    inPlace(async (folder, checkout) => {
      const before = branches(folder);
      assert.deepEqual(await runIn(checkout, [...command, '--yes', '--branch', 'feature']), {
        status: 2,
        out: '',
        err: '`feature` of `origin` has files that no build wrote: .gitignore, contracts, src. Nothing was pushed; name another branch with --branch, or remove them from it.',
      });
      assert.equal(branches(folder), before);
    }));
}

test('a published site to which somebody added files is not replaced', () =>
  inPlace(async (folder, checkout) => {
    await runIn(checkout, ['publish', '--yes']);
    const clone = join(folder, 'clone');
    git(folder, 'clone', '--quiet', '-b', 'gh-pages', join(folder, 'origin.git'), 'clone');
    writeFiles(clone, { 'coverage/index.html': 'by hand', 'pr-9/index.html': 'by hand' });
    commitAll(clone);
    git(clone, 'push', '--quiet', 'origin', 'gh-pages');
    const before = branches(folder);
    const { status, err } = await runIn(checkout, ['publish', '--yes']);
    assert.equal(status, 2);
    assert.match(err, /has files that no build wrote: pr-9\/, coverage\/index\.html\. Nothing was pushed; /);
    assert.equal(branches(folder), before);
  }));

test('a branch with nothing but a domain has nothing to lose', () =>
  inPlace(async (folder, checkout) => {
    pushBranch(folder, 'pages', { CNAME: 'errors.example.com' });
    const { status } = await runIn(checkout, ['publish', '--yes', '--branch', 'pages']);
    assert.equal(status, 0);
    assert.equal(git(join(folder, 'origin.git'), 'show', 'pages:CNAME'), 'errors.example.com');
  }));

test('a remote without branches gets none, because the first one would be its default', () =>
  inPlace(async (folder, checkout) => {
    git(folder, 'init', '--quiet', '--bare', '-b', 'main', 'empty.git');
    const empty = join(folder, 'empty.git');
    assert.deepEqual(await runIn(checkout, ['publish', '--yes', '--remote', empty]), {
      status: 2,
      out: '',
      err: `\`${empty}\` has no branches, and the first one that is pushed becomes its default; push the branch with the registry first.`,
    });
    git(checkout, 'push', '--quiet', empty, 'trunk:other');
    const { err } = await runIn(checkout, ['publish', '--yes', '--remote', empty, '--branch', 'main']);
    assert.match(err, /^`main` is the default branch of /);
  }));

test('on a terminal it asks, with what would change, and only a yes pushes', () =>
  inPlace(async (folder, checkout) => {
    const asked: string[] = [];
    const answering = (answer: boolean) => ({
      confirm: async (question: string) => {
        asked.push(question);
        return answer;
      },
    });
    const before = branches(folder);
    const where = `To the new branch \`gh-pages\` of \`origin\`, ${join(folder, 'origin.git')}: 4 files added, 0 changed, 0 removed.`;
    assert.deepEqual(await runIn(checkout, ['publish'], QUIET, answering(false)), {
      status: 2,
      out: where,
      err: 'Nothing was pushed.',
    });
    assert.equal(branches(folder), before);
    assert.deepEqual(await runIn(checkout, ['publish'], QUIET, answering(true)), {
      status: 0,
      out: `${where}\nPublished 3 files to \`gh-pages\` of \`origin\`.`,
      err: '',
    });
    assert.deepEqual(asked, ['Push this?', 'Push this?']);
  }));

test('where nobody can be asked, CI goes on, and other machines need --yes', () =>
  inPlace(async (folder, checkout) => {
    const before = branches(folder);
    const { status, err } = await runIn(checkout, ['publish']);
    assert.equal(status, 2);
    assert.equal(
      err,
      'Nothing was pushed: there is no terminal to ask on, and this is not CI (the variable CI is not set). To push without being asked, add --yes.',
    );
    assert.equal(branches(folder), before);
    assert.equal((await runIn(checkout, ['publish'], QUIET, { ci: true })).status, 0);
    await runIn(checkout, ['publish', '--under', 'pr-7', '--yes']);
    const removed = await runIn(checkout, ['publish', '--remove', 'pr-7']);
    assert.deepEqual([removed.status, removed.err], [2, err]);
  }));

test('a dry run lists every file and pushes nothing', () =>
  inPlace(async (folder, checkout) => {
    await runIn(checkout, ['publish', '--yes']);
    await writeBuilt(join(checkout, 'dist'), { 'index.html': 'new', 'b/index.html': 'b' });
    const before = branches(folder);
    assert.deepEqual(await runIn(checkout, ['publish', '--dry-run']), {
      status: 0,
      out: `To \`gh-pages\` of \`origin\`, ${join(folder, 'origin.git')}: 1 file added, 2 changed, 1 removed.
changed  .errorbook
removed  a/index.html
added    b/index.html
changed  index.html
This was a dry run: nothing was pushed.`,
      err: '',
    });
    assert.equal(branches(folder), before);
  }));

test('the branch is that of the repository in which the registry is, wherever the command is run', () =>
  inPlace(async (folder) => {
    const other = join(folder, 'other');
    mkdirSync(other);
    git(other, 'init', '--quiet', '-b', 'main');
    const { status } = await runIn(other, [
      'publish',
      '--yes',
      '--contracts',
      '../checkout/contracts',
      '--dir',
      '../checkout/dist',
    ]);
    assert.equal(status, 0);
    assert.match(branches(folder), /^gh-pages /m);
    const nowhere = await runIn(other, ['publish', '--yes', '--dir', '../checkout/dist']);
    assert.deepEqual([nowhere.status, nowhere.out], [2, '']);
    assert.match(nowhere.err, /^The registry folder .*contracts doesn't exist, so its repository isn't known; /);
  }));

test('what is pushed to is what is looked at, where a remote fetches from elsewhere', () =>
  inPlace(async (folder, checkout) => {
    git(folder, 'init', '--quiet', '--bare', '-b', 'gh-pages', 'other.git');
    const other = join(folder, 'other.git');
    git(checkout, 'push', '--quiet', other, 'trunk:gh-pages');
    git(checkout, 'remote', 'set-url', '--push', 'origin', other);
    const { status, err } = await runIn(checkout, ['publish', '--yes']);
    assert.deepEqual([status, /^`gh-pages` is the default branch of `origin`/.test(err)], [2, true]);
    git(checkout, 'remote', 'set-url', '--push', '--add', 'origin', join(folder, 'origin.git'));
    const several = await runIn(checkout, ['publish', '--yes']);
    assert.equal(several.err, '`origin` pushes to several addresses; name one of them with --remote.');
  }));

test('an address is shown without its user name, password or token', () => {
  assert.equal(withoutSecrets('https://me:secret@example.com/x.git'), 'https://example.com/x.git');
  assert.equal(withoutSecrets('https://token@example.com/a@b.git'), 'https://example.com/a@b.git');
  assert.equal(withoutSecrets('git@example.com:x.git'), 'git@example.com:x.git');
});
