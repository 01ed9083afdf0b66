import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../helpers/files.ts';
import { runIn } from '../helpers/fixture.ts';
import { commitAll, git } from '../helpers/git.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { FLAGS, textsIn, write } from './init-project.ts';

test('in an empty folder: a plan, the files, and the commands that come next; the registry passes a strict check', () =>
  inTemporaryFolder(async (folder) => {
    const { status, out, err } = await runIn(folder, ['init', ...FLAGS]);
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.equal(
      out,
      [
        'create  contracts/parcel-desk-api/api.yaml       the API and the body of its error responses',
        'create  contracts/parcel-desk-api/examples.yaml  two example codes to replace',
        'create  errorbook.config.mjs                     the name of the site, and where it is built',
        'create  package.json                             the scripts errors:*, and errorbook',
        'create  .gitignore                               node_modules/, dist/, .errorbook-*',
        '',
        'Next:',
        '  npm install           installs errorbook; commit the lock file',
        '  npm run errors:check  checks the registry',
        '  npm run errors:start  builds the site and serves it at http://localhost:4321',
      ].join('\n'),
    );
    assert.deepEqual(await filesIn(folder), [
      '.gitignore',
      'contracts/parcel-desk-api/api.yaml',
      'contracts/parcel-desk-api/examples.yaml',
      'errorbook.config.mjs',
      'package.json',
    ]);
    assert.equal((await runIn(folder, ['check', '--strict'])).out, '2 files, 2 codes: 0 errors, 0 warnings.');
  }));

test('a second run adds what is missing, and changes nothing else', () =>
  inTemporaryFolder(async (folder) => {
    await runIn(folder, ['init', ...FLAGS]);
    write(folder, { 'contracts/parcel-desk-api/examples.yaml': 'title: Mine\ncodes: {}\n' });
    const before = await textsIn(folder);
    const again = await runIn(folder, ['init', '--ci', 'github']);
    assert.equal(again.status, 0);
    assert.deepEqual(
      again.out
        .split('\n')
        .slice(0, 5)
        .map((line) => line.split(/ {2,}/)),
      [
        ['leave', 'contracts/parcel-desk-api', 'exists'],
        ['leave', 'errorbook.config.mjs', 'exists'],
        ['leave', 'package.json', 'has all of it'],
        ['leave', '.gitignore', 'git ignores all of it'],
        ['create', '.github/workflows/errors.yml', 'checks pull requests'],
      ],
    );
    const { '.github/workflows/errors.yml': workflow, ...after } = await textsIn(folder);
    assert.deepEqual(after, before);
    assert.match(workflow ?? '', /^# Reports problems/);
    const second = await runIn(folder, [
      'init',
      '--api',
      'Depot',
      '--envelope',
      'none',
      '--ci',
      'none',
      '--source',
      'package.json',
    ]);
    assert.match(second.out, /^create {2}contracts\/depot\/api\.yaml /);
    assert.match(second.out, /^ {2}npx errorbook import package\.json --api depot {2}/m);
  }));

test('next is only what is left: no installation where package.json names errorbook and the packages have it', () =>
  inTemporaryFolder(async (folder) => {
    const manifest = (version: string) => JSON.stringify({ devDependencies: { errorbook: version } });
    write(folder, { 'package.json': manifest('1.0.0') });
    const next = async (...more: string[]) => {
      const { out } = await runIn(folder, ['init', ...FLAGS, ...more]);
      return out.slice(out.indexOf('Next:')).split('\n')[1];
    };
    assert.match((await next()) ?? '', /^ {2}npm install /, 'named, but not installed');
    assert.match((await next()) ?? '', /^ {2}npm install /, 'the second time, too');
    write(folder, { 'node_modules/errorbook/package.json': '{"name":"errorbook"}', 'package.json': manifest('1.0.0') });
    assert.match((await next()) ?? '', /^ {2}npm run errors:check /, 'only the scripts were new');
    write(folder, { 'package.json': '{}' });
    assert.match((await next()) ?? '', /^ {2}npm install /, 'installed, but not named: the lock file lacks it');
  }));

test('next is no installation where a workspace has errorbook in its root', () =>
  inTemporaryFolder(async (folder) => {
    git(folder, 'init', '--quiet');
    write(folder, {
      'pnpm-lock.yaml': '',
      'node_modules/errorbook/package.json': '{"name":"errorbook"}',
      'desk/package.json': '{"devDependencies":{"errorbook":"1.0.0"}}',
    });
    const { out } = await runIn(join(folder, 'desk'), ['init', ...FLAGS]);
    assert.match(out, /\nNext:\n {2}pnpm run errors:check /);
  }));

test('--dry-run writes nothing, and says the same', () =>
  inTemporaryFolder(async (folder) => {
    const dry = await runIn(folder, ['init', ...FLAGS, '--dry-run']);
    assert.deepEqual(readdirSync(folder), []);
    assert.match(dry.out, /^create {2}contracts\/.*\nNothing was written\.$/s);
    const { out } = await runIn(folder, ['init', ...FLAGS]);
    assert.ok(out.startsWith(dry.out.replace('Nothing was written.', '')));
  }));

test('--yes has a default for everything: the names of package and folder, problem details, the host of the remote', () =>
  inTemporaryFolder(async (folder) => {
    const named = join(folder, 'parcel_desk');
    write(folder, {
      'parcel_desk/a.txt': '',
      'Äpfel & Co. API/a.txt': '',
      'other/package.json': '{"name":"@acme/depot-api"}',
    });
    assert.match((await runIn(named, ['init', '--yes', '--dry-run'])).out, / contracts\/parcel-desk-api\/api\.yaml /);
    assert.match((await runIn(join(folder, 'other'), ['init', '--yes', '--dry-run'])).out, / contracts\/depot-api\//);
    git(named, 'init', '--quiet');
    git(named, 'remote', 'add', 'origin', 'git@gitlab.example.com:acme/parcels.git');
    assert.match((await runIn(named, ['init', '--yes', '--dry-run'])).out, /^create {2}\.gitlab-ci\.yml /m);
    const apples = join(folder, 'Äpfel & Co. API');
    await runIn(apples, ['init', '--yes']);
    const texts = await textsIn(apples);
    assert.match(texts['contracts/apfel-co-api/api.yaml'] ?? '', /^title: Äpfel & Co\. API$/m);
    assert.match(texts['errorbook.config.mjs'] ?? '', /^ {2}name: 'Äpfel & Co\. API',$/m);
    assert.equal((await runIn(apples, ['check', '--strict'])).status, 0);
  }));

test('what is there stays: line ends, other fields, lines that git ignores anyway, a folder for a program of one’s own', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, {
      'package.json': '{\r\n    "name": "x",\r\n    "scripts": {}\r\n}\r\n',
      '.gitignore': '/node_modules\r\n*.log',
    });
    await runIn(folder, ['init', ...FLAGS]);
    const texts = await textsIn(folder);
    assert.equal(texts['.gitignore'], '/node_modules\r\n*.log\r\nerrors-site/\r\n.errorbook-*\r\n');
    assert.doesNotMatch(texts['package.json'] ?? '', /[^\r]\n/);
    assert.match(texts['package.json'] ?? '', /^ {8}"errors:check": "errorbook check",\r$/m);
    assert.match(texts['errorbook.config.mjs'] ?? '', /^ {2}out: 'errors-site',$/m);
  }));

test('in a folder of a repository with a space in its name, workflow and hook are those of the repository', () =>
  inTemporaryFolder(async (folder) => {
    git(folder, 'init', '--quiet');
    write(folder, { 'my services/desk/a.txt': '', 'pnpm-lock.yaml': '', '.gitignore': 'node_modules\n' });
    const desk = join(folder, 'my services/desk');
    const { status, out } = await runIn(desk, ['init', ...FLAGS.slice(0, 4), '--ci', 'github', '--hook']);
    assert.equal(status, 0);
    assert.match(out, /^create {2}\.\.\/\.\.\/\.github\/workflows\/errors-my-services-desk\.yml /m);
    assert.match(out, /^ {2}pnpm install /m);
    const texts = await textsIn(folder);
    assert.match(
      texts['.github/workflows/errors-my-services-desk.yml'] ?? '',
      /working-directory: my services\/desk\n/,
    );
    assert.equal(texts['my services/desk/.gitignore'], 'dist/\n.errorbook-*\n');
    // the packages are not in this folder, and so the schemas are elsewhere
    assert.doesNotMatch(texts['my services/desk/contracts/parcel-desk-api/api.yaml'] ?? '', /yaml-language-server/);
    const hook = join(folder, '.git/hooks/pre-commit');
    assert.match(readFileSync(hook, 'utf8'), /\n\(cd 'my services\/desk' && \{ .*pnpm run errors:check; \}\)\n$/);
    assert.ok(statSync(hook).mode & 0o100);
  }));

test('a hook runs the check only if the registry changes, and its failure stops the commit', () =>
  inTemporaryFolder(async (folder) => {
    git(folder, 'init', '--quiet');
    const failing = { scripts: { 'errors:check': 'exit 1' }, devDependencies: { errorbook: '1' } };
    write(folder, { 'package.json': JSON.stringify(failing), 'sub/package.json': JSON.stringify(failing) });
    for (const at of [folder, join(folder, 'sub')]) {
      await runIn(at, ['init', ...FLAGS, '--hook']);
      assert.throws(() => commitAll(folder), `with a registry in ${at}`);
      git(folder, 'reset', '--quiet');
      write(folder, { 'other.txt': at });
      git(folder, 'add', 'other.txt');
      git(folder, 'commit', '--quiet', '-m', 'Another file');
      git(folder, 'config', 'core.hooksPath', 'hooks');
    }
    assert.ok(statSync(join(folder, 'hooks/pre-commit')).isFile());
  }));

test('hooks that every repository of the machine has stay as they are', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, { 'shared/a.txt': '', 'desk/a.txt': '' });
    const desk = join(folder, 'desk');
    git(desk, 'init', '--quiet');
    git(desk, 'config', 'core.hooksPath', join(folder, 'shared'));
    const { out } = await runIn(desk, ['init', ...FLAGS, '--hook']);
    assert.match(
      out,
      /^leave {3}\.git\/hooks +is not used: core\.hooksPath names a folder outside of this repository$/m,
    );
    assert.deepEqual(readdirSync(join(folder, 'shared')), ['a.txt']);
  }));

test('a configuration decides which folder has the registry, and which the site', () =>
  inTemporaryFolder(async (folder) => {
    git(folder, 'init', '--quiet');
    write(folder, {
      'errorbook.config.json': '{\n  "contracts": "./docs/errors/",\n  "out": "public/errors"\n}\n',
      'docs/errors/Desk/api.yaml': 'title: Desk\n',
    });
    const first = await runIn(folder, ['init', '--ci', 'none', '--hook']);
    assert.match(first.out, /^leave {3}docs\/errors\/Desk +exists\nleave {3}errorbook\.config\.json +exists\n/);
    assert.match(readFileSync(join(folder, '.gitignore'), 'utf8'), /^public\/errors\/$/m);
    assert.match(readFileSync(join(folder, '.git/hooks/pre-commit'), 'utf8'), / -- docs\/errors \|\| /);
    const second = await runIn(folder, ['init', '--api', 'DESK', '--envelope', 'none', '--ci', 'none']);
    assert.match(second.out, /^create {2}docs\/errors\/desk-2\/api\.yaml /);
  }));
