import assert from 'node:assert/strict';
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, runIn } from '../helpers/fixture.ts';
import { commitAll, edit, git, smallRepository } from '../helpers/git.ts';
import { present } from '../helpers/present.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const TRACKING = 'contracts/parcels/tracking.yaml';
const NOTHING = /Nothing changed for callers\. No new version is needed\.$/;
const STATUS = /\n1 change: 1 breaking\. The next version is a major one for `parcels`\.$/;

/** Runs a test in a repository of its own that holds the small registry in one commit on `main`. */
function inRepository(work: (folder: string) => Promise<void>, contracts?: string): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    smallRepository(folder, contracts);
    await work(folder);
  });
}

function diffIn(folder: string, ...options: string[]) {
  return runIn(folder, ['diff', ...options]);
}

/** The one breaking change that these tests make. */
function breakStatus(folder: string, file = TRACKING): void {
  edit(join(folder, file), 'status: 404', 'status: 410');
}

test('what is as it was is said, with status 0', () =>
  inRepository(async (folder) => {
    const { status, out, err } = await diffIn(folder);
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.match(out, NOTHING);
  }));

test('a change that is not committed is seen, on the main branch too', () =>
  inRepository(async (folder) => {
    breakStatus(folder);
    const { status, out } = await diffIn(folder);
    assert.equal(status, 1);
    assert.match(out, /^`contracts` as it is now, uncommitted changes included, against `\w{9}`, the commit that/);
    assert.match(out, /^contracts\/parcels\/tracking\.yaml:4:13 {2}status-changed$/m);
    assert.match(out, STATUS);
  }));

test('a branch is compared with where it left the main branch, whatever happened there since', () =>
  inRepository(async (folder) => {
    git(folder, 'checkout', '--quiet', '-b', 'topic');
    breakStatus(folder);
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'main');
    edit(join(folder, TRACKING), 'status: 409', 'status: 423');
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'topic');
    const { status, out } = await diffIn(folder);
    assert.equal(status, 1);
    assert.match(out, /where this branch left `main`\./);
    assert.match(out, STATUS);
    assert.doesNotMatch(out, /SCAN_PENDING/);
  }));

test('a ref is compared as it stands, and where this branch lacks some of it that is said', () =>
  inRepository(async (folder) => {
    git(folder, 'branch', 'topic');
    breakStatus(folder);
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'topic');
    const { status, out } = await diffIn(folder, '--against', 'main');
    assert.equal(status, 1);
    assert.match(out, /changed from 410 to 404/);
    assert.match(
      out,
      /^`main` has 1 commit that this branch doesn't have: .* in reverse\. .*--against "\$\(git merge-base HEAD main\)"$/m,
    );
    assert.equal((await diffIn(folder)).status, 0);
  }));

test('tags, parents and whole names of commits are refs', () =>
  inRepository(async (folder) => {
    const first = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'tag', '-a', '-m', 'A release', 'v1/odd+name');
    breakStatus(folder);
    commitAll(folder);
    for (const ref of [first, 'v1/odd+name', 'HEAD^1', 'HEAD~1', 'refs/tags/v1/odd+name']) {
      assert.match((await diffIn(folder, '--against', ref)).out, STATUS, ref);
    }
  }));

test('where the remote has a default branch, that is the one', () =>
  inTemporaryFolder(async (folder) => {
    const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')];
    mkdirSync(origin);
    smallRepository(origin);
    git(origin, 'branch', '-m', 'main', 'trunk');
    git(folder, 'clone', '--quiet', origin, clone);
    breakStatus(clone);
    commitAll(clone);
    const { out } = await diffIn(clone);
    assert.match(out, /where this branch left `origin\/trunk`\./);
    assert.match(out, STATUS);
  }));

test('the registry may lie anywhere, and its files may be renamed', () =>
  inRepository(async (folder) => {
    const inside = 'deep/er/my contracts';
    renameSync(join(folder, inside, 'parcels/tracking.yaml'), join(folder, inside, 'parcels/tracking.yml'));
    assert.match((await diffIn(folder, '--contracts', inside)).out, NOTHING);
    breakStatus(folder, `${inside}/parcels/tracking.yml`);
    const fromInside = await diffIn(join(folder, 'deep'), '--contracts', 'er/my contracts');
    assert.match(fromInside.out, /^er\/my contracts\/parcels\/tracking\.yml:4:13 {2}status-changed$/m);
    assert.match(fromInside.out, STATUS);
  }, 'deep/er/my contracts'));

test('a folder that a commit does not have is an empty registry, and that is said', () =>
  inRepository(async (folder) => {
    renameSync(join(folder, 'contracts'), join(folder, 'moved'));
    const { out } = await diffIn(folder, '--contracts', 'moved');
    assert.match(out, /^That commit doesn’t have the registry’s folder, so everything is new\.$/m);
  }));

test('two folders are compared without git', () =>
  inTemporaryFolder(async (folder) => {
    for (const name of ['contracts', 'old']) cpSync(SMALL, join(folder, name), { recursive: true });
    breakStatus(folder);
    for (const against of ['old', './old', join(folder, 'old')]) {
      const { status, out } = await diffIn(folder, '--against', against);
      assert.equal(status, 1);
      assert.match(out, STATUS);
    }
  }));

test('what changed for one operation is shown where the operation says it', () =>
  inTemporaryFolder(async (folder) => {
    const [before, after] = ['before', 'after'].map((side) =>
      join(ROOT, 'tests/changes/cases/an-operation-with-other-facts-than-before', side),
    );
    cpSync(present(before), join(folder, 'before'), { recursive: true });
    cpSync(present(after), join(folder, 'after'), { recursive: true });
    const { out } = await diffIn(folder, '--against', 'before', '--contracts', 'after');
    assert.deepEqual(out.match(/^after\S+ {2}\S+$/gm), [
      'after/rooms/rooms.yaml:10:44  status-changed',
      'after/rooms/rooms.yaml:12:9  status-changed',
      'after/rooms/rooms.yaml:11:56  retry-tightened',
      'after/rooms/rooms.yaml:13:55  retry-loosened',
      'after/rooms/rooms.yaml:10:62  text-changed',
      'after/rooms/rooms.yaml:11:56  text-changed',
    ]);
  }));

test('a folder that is also a branch is asked about', () =>
  inRepository(async (folder) => {
    git(folder, 'branch', 'contracts');
    breakStatus(folder);
    const { status, err } = await diffIn(folder, '--against', 'contracts');
    assert.equal(status, 2);
    assert.match(err, /^`contracts` is both a folder and a git ref\. Write \.\/contracts .* refs\/heads\/contracts /);
    assert.match((await diffIn(folder, '--against', './contracts')).out, NOTHING);
    assert.match((await diffIn(folder, '--against', 'refs/heads/contracts')).out, STATUS);
  }));

test('inside a hook, where git names its own index, the folder decides all the same', () =>
  inRepository(async (folder) => {
    breakStatus(folder);
    const before = process.env.GIT_DIR;
    process.env.GIT_DIR = join(folder, 'elsewhere');
    try {
      assert.match((await diffIn(folder)).out, STATUS);
    } finally {
      if (before === undefined) delete process.env.GIT_DIR;
      else process.env.GIT_DIR = before;
    }
  }));

test('links and hidden files are read from a commit as from the folder', () =>
  inTemporaryFolder(async (folder) => {
    smallRepository(folder);
    const api = join(folder, 'contracts/parcels');
    writeFileSync(join(api, '.hidden.yaml'), '{');
    writeFileSync(join(api, 'tracking.yaml~'), '{');
    renameSync(join(api, 'tracking.yaml'), join(folder, 'contracts/shared.yaml~'));
    symlinkSync('../shared.yaml~', join(api, 'tracking.yaml'));
    symlinkSync('parcels', join(folder, 'contracts/letters'));
    commitAll(folder);
    const same = await diffIn(folder);
    assert.deepEqual([same.status, same.err], [0, '']);
    assert.match(same.out, NOTHING);
    rmSync(join(folder, 'contracts/letters'));
    const gone = await diffIn(folder, '--against', 'HEAD', '--format', 'json');
    assert.deepEqual(JSON.parse(gone.out).notes, []);
  }));

test('what is staged stays staged, and nothing else is written', () =>
  inRepository(async (folder) => {
    breakStatus(folder);
    git(folder, 'add', '--all');
    const staged = git(folder, 'status', '--porcelain');
    assert.equal((await diffIn(folder)).status, 1);
    assert.equal(git(folder, 'status', '--porcelain'), staged);
    git(folder, 'diff', '--exit-code', '--quiet');
  }));

test('a folder that was a link in the commit is named', () =>
  inRepository(async (folder) => {
    renameSync(join(folder, 'contracts'), join(folder, 'registry'));
    symlinkSync('registry', join(folder, 'contracts'));
    commitAll(folder);
    rmSync(join(folder, 'contracts'));
    cpSync(join(folder, 'registry'), join(folder, 'contracts'), { recursive: true });
    const { status, err } = await diffIn(folder, '--against', 'HEAD');
    assert.equal(status, 2);
    assert.match(err, /contracts is a file or a link, not a folder; name another commit\.$/);
  }));

test('a link out of the folder is followed from nowhere', () =>
  inRepository(async (folder) => {
    const file = join(folder, TRACKING);
    renameSync(file, join(folder, 'outside.yaml'));
    for (const [i, target] of ['../../outside.yaml', '/etc/hostname', 'tracking.yaml', 'nowhere.yaml'].entries()) {
      symlinkSync(target, file);
      commitAll(folder, `Link ${i}`);
      rmSync(file);
      cpSync(join(folder, 'outside.yaml'), file);
      const { status, out } = await diffIn(folder, '--against', 'HEAD');
      assert.equal(status, 0, target);
      assert.match(out, /the registry has 1 error; left out of the comparison: .*`parcels`\.$/m, target);
      assert.match(out, NOTHING, target);
      rmSync(file);
    }
  }));

test('a registry that was broken is compared as far as it can be read', () =>
  inRepository(async (folder) => {
    edit(join(folder, TRACKING), 'status: 409', 'statsu: 409');
    commitAll(folder);
    edit(join(folder, TRACKING), 'statsu: 409', 'status: 409');
    breakStatus(folder);
    const { status, out } = await diffIn(folder, '--against', 'HEAD');
    assert.equal(status, 1);
    assert.match(out, /^In `HEAD` .* left out of the comparison: 1 entry without a required field\.$/m);
    assert.match(out, STATUS);
  }));

test('a registry that is broken now has its errors told as by `check`, and fails', () =>
  inRepository(async (folder) => {
    writeFileSync(join(folder, TRACKING), 'title: [');
    const { status, out } = await diffIn(folder);
    assert.equal(status, 1);
    assert.match(out, /^contracts\/parcels\/tracking\.yaml:\d+:\d+ {2}error {2}syntax$/m);
    assert.doesNotMatch(out, /code-removed/, 'what cannot be read is not gone');
    assert.match(out, NOTHING);
    const { status: machine, out: json } = await diffIn(folder, '--format', 'json');
    assert.equal(machine, 1);
    assert.equal(JSON.parse(json).errors[0].rule, 'syntax');
  }));

test('a file that is not UTF-8 in a commit is not guessed at', () =>
  inRepository(async (folder) => {
    writeFileSync(join(folder, TRACKING), Buffer.from([0x74, 0xe9, 0x0a]));
    commitAll(folder);
    git(folder, 'checkout', '--quiet', 'HEAD~1', '--', '.');
    const { out } = await diffIn(folder, '--against', 'HEAD');
    assert.match(out, /left out of the comparison: unreadable files of `parcels`/);
  }));

test('a shallow clone that ends too early says how to fetch the rest', () =>
  inTemporaryFolder(async (folder) => {
    const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')];
    mkdirSync(origin);
    smallRepository(origin);
    git(origin, 'checkout', '--quiet', '-b', 'topic');
    breakStatus(origin);
    commitAll(origin);
    git(origin, 'checkout', '--quiet', 'main');
    commitAll(origin);
    git(folder, 'clone', '--quiet', '--depth=1', '--no-single-branch', '--branch=topic', `file://${origin}`, clone);
    const { status, out, err } = await diffIn(clone);
    assert.deepEqual({ status, out }, { status: 2, out: '' });
    assert.match(err, /^This clone is shallow .*git fetch --unshallow, or .*--against REF\.$/);
    git(clone, 'fetch', '--quiet', '--unshallow');
    assert.match((await diffIn(clone)).out, STATUS);
  }));

/** Situations in which there is nothing to compare with, each with the one line that is said. */
const TROUBLES: [name: string, make: (folder: string) => void, options: string[], said: RegExp][] = [
  [
    'no common ancestor',
    (folder) => {
      git(folder, 'checkout', '--quiet', '--orphan', 'other');
      commitAll(folder);
    },
    [],
    /^This branch and `main` have no common commit\. Name .*--against REF or --against DIR\.$/,
  ],
  [
    'no default branch',
    (folder) => git(folder, 'branch', '-m', 'main', 'work'),
    [],
    /^This repository has no branch origin\/HEAD, .* --against DIR\.$/,
  ],
  [
    'no commit',
    (folder) => {
      rmSync(join(folder, '.git'), { recursive: true });
      git(folder, 'init', '--quiet');
    },
    [],
    /^This repository has no commits yet, /,
  ],
  [
    'no repository',
    (folder) => rmSync(join(folder, '.git'), { recursive: true }),
    [],
    /is not in a git repository\. .*--against DIR\.$/,
  ],
  [
    'no repository for a ref',
    (folder) => rmSync(join(folder, '.git'), { recursive: true }),
    ['--against', 'main'],
    /is not in a git repository\. .*--against DIR\.$/,
  ],
  [
    'an unknown ref',
    () => {},
    ['--against', 'origin/next'],
    /^`origin\/next` is neither a commit of this repository nor a folder\. Fetch it first: git fetch origin next$/,
  ],
  ['an option in the place of a ref', () => {}, ['--against=--output=x'], /^`--output=x` is neither a commit /],
  ['a ref that is a file', () => {}, ['--against', 'HEAD:contracts'], /^`HEAD:contracts` is neither a commit /],
  ['an empty name', () => {}, ['--against', ''], /^--against is empty; name a git ref or a folder\.$/],
  [
    'a folder that is missing',
    () => {},
    ['--against', './nowhere'],
    /^The folder \.\/nowhere to compare with doesn't exist\.$/,
  ],
  [
    'a folder without an API',
    () => {},
    ['--against', 'contracts/parcels'],
    /is the folder of one API; name its parent, /,
  ],
  ['an unknown format', () => {}, ['--format', 'html'], /^There is no format `html`; --format takes text, markdown, /],
];

for (const [name, make, options, said] of TROUBLES) {
  test(`one line and status 2 for ${name}`, () =>
    inRepository(async (folder) => {
      make(folder);
      const { status, out, err } = await diffIn(folder, ...options);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      assert.match(err, said);
      assert.doesNotMatch(err, /\n/);
    }));
}

test('a machine without git is told so', () =>
  inRepository(async (folder) => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const { status, err } = await diffIn(folder);
      assert.equal(status, 2);
      assert.match(err, /^git isn't installed /);
    } finally {
      process.env.PATH = path;
    }
  }));
