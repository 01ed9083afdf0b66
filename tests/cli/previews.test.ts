import assert from 'node:assert/strict';
import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles as write, writeBuilt } from '../helpers/built.ts';
import { node } from '../helpers/command.ts';
import { ROOT } from '../helpers/fixture.ts';
import { commitAll, git } from '../helpers/git.ts';
import { type Ended, type Pull, type State, withGithub } from '../helpers/github.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const SHA = 'a'.repeat(40);
const PULL = 'GET /repos/acme/errors/pulls/7';
const WHERE = '`gh-pages` of `origin`';

type Work = (state: State, run: (...argv: string[]) => Promise<Ended>, folder: string) => Promise<void>;

/** Runs a test in a repository with an origin, a site in `dist`, and GitHub with these pull requests. */
function withPulls(pulls: Pull[], work: Work): Promise<void> {
  return withGithub(async (state, run, folder) => {
    state.pulls = pulls;
    git(folder, 'init', '--quiet', '--bare', '-b', 'main', 'origin.git');
    git(folder, 'init', '--quiet', '-b', 'main');
    git(folder, 'remote', 'add', 'origin', join(folder, 'origin.git'));
    write(folder, { '.gitignore': '*', 'contracts/x/api.yaml': '' });
    await writeBuilt(join(folder, 'dist'), { 'index.html': 'home' });
    commitAll(folder);
    git(folder, 'push', '--quiet', 'origin', 'main');
    await work(state, run, folder);
  });
}

function pull(number: number, state: 'open' | 'closed', sha = SHA): Pull {
  return { number, state, head: { sha, repo: { full_name: 'alice/errors' } } };
}

function published(folder: string): string[] {
  const branch = git(folder, 'ls-remote', 'origin', 'gh-pages');
  if (branch === '') return [];
  return git(join(folder, 'origin.git'), 'ls-tree', '-r', '--name-only', 'gh-pages').split('\n');
}

const publish = ['publish', '--under', 'pr-7', '--sha', SHA];

test('a preview is published while its pull request is open at that commit', () =>
  withPulls([pull(7, 'open')], async (_, run, folder) => {
    assert.deepEqual(await run(...publish), {
      status: 0,
      out: `To the new branch ${WHERE}, ${join(folder, 'origin.git')}: 3 files added, 0 changed, 0 removed.
Published 2 files under pr-7 to ${WHERE}.\n`,
      err: '',
      output: 'published=true\n',
    });
    assert.deepEqual(published(folder), ['.nojekyll', 'pr-7/.errorbook', 'pr-7/index.html']);
    const again = await run(...publish);
    assert.deepEqual([again.out, again.output], [`${WHERE} is already up to date: 2 files.\n`, 'published=true\n']);
  }));

const STALE: [name: string, pulls: Pull[], said: string][] = [
  ['is closed', [pull(7, 'closed')], 'Pull request 7 is not open. Nothing was published.\n'],
  ['is not there', [], 'Pull request 7 is not open. Nothing was published.\n'],
  [
    'has newer commits',
    [pull(7, 'open', 'b'.repeat(40))],
    'Pull request 7 has newer commits. Nothing was published.\n',
  ],
];

for (const [name, pulls, said] of STALE) {
  test(`where the pull request ${name}, nothing is published, and the next step hears of it`, () =>
    withPulls(pulls, async (_, run, folder) => {
      assert.deepEqual(await run(...publish), { status: 0, out: said, err: '', output: 'published=false\n' });
      assert.deepEqual(published(folder), []);
    }));
}

test('GitHub is asked again before each push: a pull request that closes meanwhile leaves no preview', () =>
  withPulls([pull(7, 'open')], async (state, run, folder) => {
    await run('publish');
    // another push comes first, and the pull request closes after we asked for the first time
    write(folder, {
      '.git/hooks/pre-push': `#!/bin/sh
commit=$(git -c user.name=o -c user.email=o@example.com commit-tree FETCH_HEAD^{tree} -p FETCH_HEAD -m Overtaken)
git push --quiet --no-verify origin $commit:refs/heads/gh-pages
`,
    });
    chmodSync(join(folder, '.git/hooks/pre-push'), 0o755);
    state.after[PULL] = () => {
      state.pulls = [pull(7, 'closed')];
    };
    const ended = await run(...publish);
    assert.deepEqual(ended, {
      status: 0,
      out: `To ${WHERE}, ${join(folder, 'origin.git')}: 2 files added, 0 changed, 0 removed.
Pull request 7 is not open. Nothing was published.\n`,
      err: '',
      output: 'published=false\n',
    });
    assert.deepEqual(
      state.asked.filter((asked) => asked === PULL),
      [PULL, PULL],
    );
    assert.equal(git(join(folder, 'origin.git'), 'log', '--format=%s', 'gh-pages'), 'Overtaken\nPublish the site');
  }));

test('a sweep removes the previews of closed pull requests, and nothing else', () =>
  withPulls([pull(3, 'closed'), pull(7, 'open'), pull(30, 'closed')], async (_, run, folder) => {
    await run('publish');
    for (const name of ['pr-3', 'pr-7', 'pr-9', 'pr-30']) await run('publish', '--under', name);
    assert.deepEqual(await run('sweep'), {
      status: 0,
      out: `To ${WHERE}, ${join(folder, 'origin.git')}: 0 files added, 0 changed, 4 removed.
Removed pr-3, pr-30 from ${WHERE}.
pr-9 stays, because GitHub has no such pull request. To remove it, run \`npm run publish -- --remove pr-9\`.
`,
      err: '',
      output: '',
    });
    assert.deepEqual(published(folder), [
      '.errorbook',
      '.nojekyll',
      'index.html',
      ...['pr-7', 'pr-9'].flatMap((name) => [`${name}/.errorbook`, `${name}/index.html`]),
    ]);
    const log = () => git(join(folder, 'origin.git'), 'log', '--format=%s', 'gh-pages').split('\n');
    assert.equal(log()[0], 'Remove the previews of closed pull requests');
    const before = log().length;
    const again = await run('sweep');
    assert.match(again.out, /^No preview in `gh-pages` of `origin` belongs to a closed pull request\.\n/);
    assert.equal(log().length, before, 'no commit without a change');
  }));

test('a sweep that GitHub does not answer removes nothing', () =>
  withPulls([pull(3, 'closed'), pull(7, 'closed')], async (state, run, folder) => {
    for (const name of ['pr-3', 'pr-7']) await run('publish', '--under', name);
    for (const [refused, said] of [
      [
        [403, '{"message":"Resource not accessible"}'],
        /^GitHub returned 403 for GET .*\/pulls\/7: Resource not accessible\./,
      ],
      [
        [200, '{"state":"merged"}'],
        /^The response of GitHub to GET \/repos\/acme\/errors\/pulls\/7 isn't a pull request\.\n$/,
      ],
    ] as const) {
      state.refuse[PULL] = [...refused];
      const { status, out, err } = await run('sweep');
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, said);
      assert.deepEqual(published(folder), [
        '.nojekyll',
        ...['pr-3', 'pr-7'].flatMap((name) => [`${name}/.errorbook`, `${name}/index.html`]),
      ]);
    }
  }));

test('the commands of jobs that may write run from the files of this repository alone', () =>
  inTemporaryFolder(async (folder) => {
    for (const part of ['src', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    const errorbook = async (...argv: string[]) => {
      const { status, out, err } = await node([join(folder, 'src/cli/errorbook.mjs'), ...argv], folder).ended;
      return [status, out, err];
    };
    write(folder, { 'contracts/x/api.yaml': '' });
    const nowhere = `The registry ${join(folder, 'contracts')} isn't in a git repository, so there is no branch to publish to; name another with --contracts DIR.\n`;
    assert.deepEqual(await errorbook('publish'), [2, '', nowhere]);
    assert.deepEqual(await errorbook('sweep'), [2, '', nowhere]);
    assert.deepEqual(await errorbook('comment'), [2, '', '--pull takes a number such as 7.\n']);
    assert.deepEqual(await errorbook('pull-request'), [2, '', '--sha takes the full hash of a commit.\n']);
    await writeBuilt(join(folder, 'dist'), { 'index.html': 'home' });
    assert.deepEqual(await errorbook('publish', '--check'), [
      0,
      `The 2 files in ${join(folder, 'dist')} may be published.\n`,
      '',
    ]);
  }));
