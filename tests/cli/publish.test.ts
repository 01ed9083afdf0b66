import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeMark } from '../../src/cli/output/contents.ts';
import { plainFiles } from '../../src/cli/site-files.ts';
import { writeFiles as write, writeBuilt } from '../helpers/built.ts';
import { runIn } from '../helpers/fixture.ts';
import { commitAll, git } from '../helpers/git.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

interface Place {
  /** The repository that is published from, with a site in `dist`. */
  work: string;
  /** The bare repository that `origin` names. */
  origin: string;
}

/** Runs a test with a repository, its bare origin, and a small site. */
function inPlace(test: (place: Place) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const place = { work: join(folder, 'work'), origin: join(folder, 'origin.git') };
    git(folder, 'init', '--quiet', '--bare', '-b', 'main', place.origin);
    git(folder, 'init', '--quiet', '-b', 'main', place.work);
    git(place.work, 'remote', 'add', 'origin', place.origin);
    write(place.work, {
      'contracts/x/api.yaml': '',
      'source.txt': 'source',
      '.gitignore': 'dist\n',
      '.gitattributes': '* text=auto eol=crlf\n',
    });
    commitAll(place.work);
    git(place.work, 'push', '--quiet', 'origin', 'main');
    await writeBuilt(join(place.work, 'dist'), { 'index.html': 'home\r\n', 'a/b.html': 'b\n', 'ü x.txt': 'ü' });
    await test(place);
  });
}

async function publish({ work }: Place, ...options: string[]) {
  return runIn(work, ['publish', '--yes', ...options]);
}

/** The files of the branch in the bare repository. */
function published({ origin }: Place, branch = 'gh-pages'): string[] {
  return git(origin, 'ls-tree', '-r', '-z', '--name-only', branch).split('\0').filter(Boolean);
}

const SITE = ['.errorbook', '.nojekyll', 'a/b.html', 'index.html', 'ü x.txt'];
const under = (preview: string) => SITE.filter((file) => file !== '.nojekyll').map((file) => `${preview}/${file}`);

test('the first publication makes the branch, byte for byte, and touches nothing here', () =>
  inPlace(async (place) => {
    const { status, out, err } = await publish(place);
    assert.deepEqual([status, err], [0, '']);
    assert.equal(
      out,
      `To the new branch \`gh-pages\` of \`origin\`, ${place.origin}: 5 files added, 0 changed, 0 removed.
Published 4 files to \`gh-pages\` of \`origin\`.`,
    );
    assert.deepEqual(published(place), SITE);
    assert.equal(git(place.origin, 'cat-file', '-s', 'gh-pages:index.html'), '6', 'line ends stay as they are');
    assert.equal(git(place.work, 'status', '--porcelain'), '');
    assert.equal(git(place.work, 'branch', '--format=%(refname:short)'), 'main');
    assert.equal(git(place.origin, 'log', '--format=%s', 'gh-pages'), 'Publish the site');
  }));

test('the same site again is no commit', () =>
  inPlace(async (place) => {
    await publish(place);
    const { status, out } = await publish(place);
    assert.equal(status, 0);
    assert.equal(out, '`gh-pages` of `origin` is already up to date: 4 files.');
    assert.equal(git(place.origin, 'rev-list', '--count', 'gh-pages'), '1');
  }));

test('previews and the root leave each other alone, and so does the domain of the site', () =>
  inPlace(async (place) => {
    await publish(place, '--under', 'pr-7');
    await publish(place, '--under', 'pr-70');
    assert.deepEqual(published(place), ['.nojekyll', ...under('pr-7'), ...under('pr-70')].sort());
    const clone = `${place.work}-clone`;
    git(place.work, 'clone', '--quiet', '--branch=gh-pages', place.origin, clone);
    write(clone, { CNAME: 'errors.example.com', '.well-known/security.txt': 'Contact: us' });
    commitAll(clone);
    git(clone, 'push', '--quiet', 'origin', 'gh-pages');

    await publish(place);
    assert.deepEqual(
      published(place),
      [...SITE, '.well-known/security.txt', 'CNAME', ...under('pr-7'), ...under('pr-70')].sort(),
    );

    await writeBuilt(join(place.work, 'dist'), { 'index.html': 'home\r\n', 'ü x.txt': 'ü' });
    await publish(place, '--under', 'pr-7');
    const without = under('pr-7').filter((file) => !file.endsWith('a/b.html'));
    assert.deepEqual(
      published(place),
      [...SITE, '.well-known/security.txt', 'CNAME', ...without, ...under('pr-70')].sort(),
    );
  }));

test('a preview is removed, once', () =>
  inPlace(async (place) => {
    await publish(place);
    await publish(place, '--under', 'pr-7');
    const first = await publish(place, '--remove', 'pr-7');
    assert.deepEqual([first.status, first.out.split('\n')[1]], [0, 'Removed pr-7 from `gh-pages` of `origin`.']);
    assert.deepEqual(published(place), SITE);
    const again = await publish(place, '--remove', 'pr-7');
    assert.deepEqual(
      [again.status, again.out],
      [0, '`gh-pages` of `origin` has no pr-7, so there is nothing to remove.'],
    );
    assert.equal(git(place.origin, 'rev-list', '--count', 'gh-pages'), '3');
  }));

test('where there is no branch yet, there is nothing to remove, and none is made', () =>
  inPlace(async (place) => {
    const { status, out } = await publish(place, '--remove', 'pr-7', '--branch', 'pages');
    assert.deepEqual([status, out], [0, '`pages` of `origin` has no pr-7, so there is nothing to remove.']);
    assert.doesNotMatch(git(place.origin, 'branch', '--format=%(refname)'), /pages/);
  }));

test('many publications at once all arrive', () =>
  inPlace(async (place) => {
    await publish(place);
    const numbers = [1, 2, 3, 4];
    const clones: Place[] = [];
    for (const number of numbers) {
      const clone = `${place.work}-${number}`;
      git(place.work, 'clone', '--quiet', place.origin, clone);
      await writeBuilt(join(clone, 'dist'), { 'index.html': `preview ${number}` });
      clones.push({ work: clone, origin: place.origin });
    }
    const outcomes = await Promise.all(clones.map((clone, i) => publish(clone, '--under', `pr-${numbers[i]}`)));
    assert.deepEqual(
      outcomes.map(({ status, err }) => [status, err]),
      numbers.map(() => [0, '']),
    );
    assert.deepEqual(
      published(place),
      [...SITE, ...numbers.flatMap((number) => [`pr-${number}/.errorbook`, `pr-${number}/index.html`])].sort(),
    );
    assert.equal(git(place.origin, 'log', '--merges', '--format=%H', 'gh-pages'), '');
  }));

test('a push that another one overtakes is made again on top of that', () =>
  inPlace(async (place) => {
    await publish(place);
    // overtakes the first push of another repository: the hook runs when that one has already looked at the branch
    const other = `${place.work}-other`;
    git(place.work, 'clone', '--quiet', place.origin, other);
    const hook = join(place.work, '.git/hooks/pre-push');
    write(place.work, {
      '.git/hooks/pre-push': `#!/bin/sh
[ -e .git/overtaken ] && exit 0
touch .git/overtaken
git -C "${other}" fetch --quiet origin gh-pages
commit=$(git -C "${other}" -c user.name=o -c user.email=o@example.com commit-tree FETCH_HEAD^{tree} -p FETCH_HEAD -m Overtaken)
git -C "${other}" push --quiet --no-verify origin $commit:refs/heads/gh-pages
`,
    });
    chmodSync(hook, 0o755);
    const { status, err } = await publish(place, '--under', 'pr-7');
    assert.deepEqual([status, err], [0, '']);
    assert.equal(git(place.origin, 'log', '--format=%s', 'gh-pages'), 'Publish pr-7\nOvertaken\nPublish the site');
    assert.deepEqual(published(place), [...SITE, ...under('pr-7')].sort());
  }));

test('a shallow clone, as workflows have, publishes too', () =>
  inPlace(async (place) => {
    await publish(place);
    await publish(place, '--under', 'pr-6');
    const shallow = `${place.work}-shallow`;
    git(place.work, 'clone', '--quiet', '--depth=1', `file://${place.origin}`, shallow);
    await writeBuilt(join(shallow, 'dist'), { 'index.html': 'new' });
    const { status, err } = await publish({ ...place, work: shallow }, '--under', 'pr-7');
    assert.deepEqual([status, err], [0, '']);
    assert.deepEqual(published(place), [...SITE, ...under('pr-6'), 'pr-7/.errorbook', 'pr-7/index.html'].sort());
    assert.equal(git(place.origin, 'rev-list', '--count', 'gh-pages'), '3');
  }));

test('a machine on which nobody is configured commits all the same', () =>
  inPlace(async (place) => {
    const before = { ...process.env };
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' });
    git(place.work, 'config', 'user.useConfigOnly', 'true');
    try {
      assert.equal((await publish(place)).status, 0);
    } finally {
      for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM', 'EMAIL']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    assert.equal(git(place.origin, 'log', '--format=%an <%ae>', 'gh-pages'), 'Errorbook <noreply@errorbook.invalid>');
  }));

/** What is never published, with the words in which it is refused. */
const REFUSED: [name: string, make: (dist: string) => unknown, said: RegExp][] = [
  [
    'a link to a file',
    (dist) => symlinkSync('/etc/passwd', join(dist, 'x.html')),
    /^x\.html in .* is a link, .* Nothing/,
  ],
  ['a link to a folder', (dist) => symlinkSync('..', join(dist, 'a/up')), /^a\/up in .* is a link, /],
  ['a repository', (dist) => write(dist, { 'a/.git/config': '' }), /^a\/\.git in .* is a file or folder of git, /],
  ['one in capitals', (dist) => write(dist, { '.GIT/hooks/x': '' }), /^\.GIT in .* is a file or folder of git, /],
  ['a name with a line end', (dist) => write(dist, { 'a\nb': '' }), /^a b in .* a control character in its name, /],
  ['a folder where a preview goes', (dist) => writeBuilt(dist, { 'pr-3/x': '' }), /^The site has pr-3 at its root, /],
  [
    'a folder of sources',
    (dist) => rmSync(join(dist, '.errorbook')),
    /^The folder .*dist was not built by Errorbook: it has no file \.errorbook that lists its files\. Nothing was pushed; /,
  ],
  [
    'a folder whose mark is of another program',
    (dist) => write(dist, { '.errorbook': 'index.html\na/b.html\nü x.txt\n' }),
    /^The folder .*dist was not built by Errorbook: /,
  ],
  [
    'a folder whose mark lists nothing',
    (dist) => write(dist, { '.errorbook': 'This folder was built by Errorbook; the next build replaces it.\n' }),
    /^The folder .*dist was built by an earlier version of Errorbook\. Nothing was pushed; build the site first/,
  ],
  [
    'a built folder with a file of secrets',
    (dist) => write(dist, { '.env': 'TOKEN=x' }),
    /^The folder .*dist contains files that no build wrote: \.env\. Nothing was pushed; /,
  ],
  [
    'a built folder with other files',
    (dist) => write(dist, { 'a/notes.txt': '', 'b.txt': '', 'c.txt': '', 'd.txt': '' }),
    /contains files that no build wrote: a\/notes\.txt, b\.txt, c\.txt and 1 more\. Nothing was pushed; /,
  ],
  [
    'a part of a site',
    (dist) => rmSync(join(dist, 'a/b.html')),
    /^The folder .*dist is not complete: a\/b\.html of its build is missing\. Nothing was pushed; build again\.$/,
  ],
  [
    'a preview at the root',
    (dist) => writeBuilt(dist, { 'index.html': '', 'preview/index.html': '', 'report.md': '' }),
    /^The folder .*dist is a preview, with changes marked; publish it with --under pr-N, or build the site\.$/,
  ],
  [
    'a missing folder',
    (dist) => rmSync(dist, { recursive: true }),
    /^The folder .*dist doesn't exist; name .* --dir DIR\.$/,
  ],
];

for (const [name, make, said] of REFUSED) {
  test(`${name} is refused, and nothing is pushed`, () =>
    inPlace(async (place) => {
      await make(join(place.work, 'dist'));
      const { status, out, err } = await publish(place);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, said);
      assert.equal(git(place.origin, 'branch', '--format=%(refname:short)'), 'main');
    }));
}

/** Makes files of so many bytes that take no space on the disk. */
function grow(folder: string, bytes: number, ...names: string[]): void {
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), bytes);
  }
}

const MIB = 1024 * 1024;

/** Sites above a limit, with the words in which they are refused after `The site in … has `. */
const TOO_LARGE: [name: string, options: string[], make: (dist: string) => void, said: string][] = [
  [
    'a large file in a preview',
    ['--under', 'pr-7'],
    (dist) => grow(dist, 50 * MIB + 1, 'a/x.json'),
    'a file of 52,428,801 bytes, a/x.json, where at most 52,428,800 are allowed',
  ],
  [
    'a large file in a site',
    [],
    (dist) => grow(dist, 100 * MIB + 1, 'x.json'),
    'a file of 104,857,601 bytes, x.json, where at most 104,857,600 are allowed',
  ],
  [
    'a large preview',
    ['--under', 'pr-7', '--check'],
    (dist) => grow(dist, 50 * MIB, ...'0123456789'),
    'more than 500,000,000 bytes',
  ],
  ['a large site', [], (dist) => grow(dist, 100 * MIB, ...'0123456789'), 'more than 1,000,000,000 bytes'],
];

for (const [name, options, make, said] of TOO_LARGE) {
  test(`${name} is refused with its limit, and nothing is pushed`, () =>
    inPlace(async (place) => {
      const dist = join(place.work, 'dist');
      make(dist);
      assert.deepEqual(await publish(place, ...options), {
        status: 2,
        out: '',
        err: `The site in ${dist} has ${said}. Nothing was pushed; publish a smaller site.`,
      });
      assert.equal(git(place.origin, 'branch', '--format=%(refname:short)'), 'main');
    }));
}

test('files and folders are counted, and reading stops at the limit', () =>
  inPlace(async ({ work }) => {
    const dist = join(work, 'dist');
    for (let i = 0; i < 20; i++) mkdirSync(join(dist, `empty${i}`));
    const limits = { entries: 25, bytes: 1000, largest: 1000 };
    assert.deepEqual(await plainFiles(dist, limits), ['.errorbook', 'a/b.html', 'index.html', 'ü x.txt']);
    await assert.rejects(plainFiles(dist, { ...limits, entries: 24 }), {
      message: `The site in ${dist} has more than 24 files and folders. Nothing was pushed; publish a smaller site.`,
    });
  }));

test('a site at a limit is published', () =>
  inPlace(async (place) => {
    grow(join(place.work, 'dist'), 50 * MIB, 'x.json');
    rmSync(join(place.work, 'dist/.errorbook'));
    await writeMark(join(place.work, 'dist'));
    const { status, out } = await publish(place, '--check', '--under', 'pr-7');
    assert.deepEqual([status, out], [0, `The 5 files in ${join(place.work, 'dist')} may be published.`]);
  }));

test('a remote that does not take the push is not tried for ever, and says why', () =>
  inPlace(async (place) => {
    write(place.origin, { 'hooks/pre-receive': '#!/bin/sh\necho "No pushes today." >&2\nexit 1\n' });
    chmodSync(join(place.origin, 'hooks/pre-receive'), 0o755);
    const { status, err } = await publish(place);
    assert.equal(status, 2);
    assert.match(err, /^`origin` rejected the push to `gh-pages`: .*No pushes today\./);
  }));

/** Command lines that cannot be meant. */
const MISUSED: [options: string[], said: RegExp][] = [
  [['--under', 'docs'], /^--under takes the name of a preview such as pr-7, not `docs`\.$/],
  [['--sha', 'a'.repeat(40)], /^--sha needs --under with the preview of a pull request, such as --under pr-7\.$/],
  [['--under', 'pr-7', '--sha', 'main'], /^--sha takes the full hash of a commit\.$/],
  [['--under', 'pr-7/../..'], /^--under takes /],
  [['--under', 'pr-07'], /^--under takes /],
  [['--remove', ''], /^--remove takes /],
  [['--remove', '.'], /^--remove takes /],
  [['--branch', 'a..b'], /^--branch takes the name of a branch such as gh-pages, not `a\.\.b`\.$/],
  [['--branch', '-d'], /^Option '--branch' argument is ambiguous/],
  [['--branch=-d'], /^--branch takes /],
  [['--branch=@{-1}'], /^--branch takes /],
  [['--remote=--upload-pack=x'], /^--remote takes /],
  [['--remote', 'nowhere'], /^git ls-remote failed in /],
];

for (const [options, said] of MISUSED) {
  test(`one line and status 2 for: publish ${options.join(' ')}`, () =>
    inPlace(async (place) => {
      const { status, out, err } = await publish(place, ...options);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, said);
      assert.doesNotMatch(err, /\n/);
    }));
}

test('outside of a repository there is nothing to publish to', () =>
  inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, 'contracts'));
    const { status, err } = await runIn(folder, ['publish']);
    assert.equal(status, 2);
    assert.match(err, /^The registry .*contracts isn't in a git repository, so there is no branch to publish to; /);
  }));
