import assert from 'node:assert/strict';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT, runIn } from '../helpers/fixture.ts';
import { commitAll, edit, git } from '../helpers/git.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const BROKEN = join(ROOT, 'tests/load/rules/missing-field/invalid');
const FILE = 'desk/api.yaml';

/** A repository with a registry that has errors in `services/api/contracts`. */
function inRepository(work: (repository: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const repository = join(folder, 'repository');
    cpSync(BROKEN, join(repository, 'services/api/contracts'), { recursive: true });
    git(repository, 'init', '--quiet', '-b', 'main');
    await work(repository);
  });
}

/** The paths that a report names, in each format that a host reads. */
async function pathsIn(cwd: string, ...argv: string[]): Promise<string[]> {
  const out = async (format: string) => (await runIn(cwd, ['check', '--format', format, ...argv])).out;
  const sarif = JSON.parse(await out('sarif'));
  const gitlab: { location: { path: string } }[] = JSON.parse(await out('gitlab'));
  const uris: string[] = sarif.runs[0].results.map(
    (it: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      it.locations[0]?.physicalLocation.artifactLocation.uri,
  );
  const annotated = [...(await out('github')).matchAll(/^::\w+ file=([^,]*),/gm)].map(([, file = '']) => file);
  return [...new Set([...annotated, ...gitlab.map(({ location }) => location.path), ...uris])].filter((path) =>
    path.endsWith(FILE),
  );
}

test('annotations, Code Quality and SARIF name files from the top of the repository, wherever the check is run', () =>
  inRepository(async (repository) => {
    const expected = [`services/api/contracts/${FILE}`];
    assert.deepEqual(await pathsIn(join(repository, 'services/api')), expected);
    assert.deepEqual(await pathsIn(repository, '--contracts', 'services/api/contracts'), expected);
    assert.deepEqual(await pathsIn(dirname(repository), '--contracts', 'repository/services/api/contracts'), expected);
    mkdirSync(join(repository, 'tools/deep'), { recursive: true });
    assert.deepEqual(
      await pathsIn(join(repository, 'tools/deep'), '--contracts', '../../services/api/contracts'),
      expected,
    );
    symlinkSync(join(repository, 'services'), join(dirname(repository), 'link'));
    assert.deepEqual(await pathsIn(join(dirname(repository), 'link/api')), expected);
  }));

test('the text that people read names files from where they stand', () =>
  inRepository(async (repository) => {
    const { out } = await runIn(join(repository, 'services/api'), ['check']);
    assert.match(out, /^contracts\/desk\/api\.yaml:1:1 /);
  }));

test('outside of a repository they are named from where the check is run', () =>
  inTemporaryFolder(async (folder) => {
    cpSync(BROKEN, join(folder, 'a/contracts'), { recursive: true });
    assert.deepEqual(await pathsIn(join(folder, 'a')), [`contracts/${FILE}`]);
  }));

test('the annotations of diff and coverage name files from the top of the repository too', () =>
  inTemporaryFolder(async (repository) => {
    const work = join(repository, 'services/api');
    cpSync(join(ROOT, 'tests/changes/rules/status-changed/before'), join(work, 'contracts'), { recursive: true });
    mkdirSync(join(work, 'src'));
    writeFileSync(join(work, 'src/a.ts'), "throw new ApiError('PARCEL_UNKNOWN_HERE');\n");
    git(repository, 'init', '--quiet', '-b', 'main');
    commitAll(repository);
    cpSync(join(ROOT, 'tests/changes/rules/status-changed/after'), join(work, 'contracts'), { recursive: true });
    const diff = await runIn(work, ['diff', '--format', 'github']);
    assert.match(diff.out, /^::error file=services\/api\/contracts\/parcels\/booking\.yaml,/m);
    edit(join(work, 'contracts/parcels/booking.yaml'), 'status: 400', 'status: wrong');
    const broken = await runIn(work, ['diff', '--format', 'github']);
    assert.match(broken.out, /^::error file=services\/api\/contracts\/parcels\/booking\.yaml,.*title=unknown-status/m);
    edit(join(work, 'contracts/parcels/booking.yaml'), 'status: wrong', 'status: 400');
    const coverage = await runIn(work, ['coverage', '--source', 'src/*.ts', '--format', 'github']);
    const files = [...coverage.out.matchAll(/^::\w+ file=([^,]*),/gm)].map(([, file]) => file);
    assert.ok(files.includes('services/api/contracts/parcels/booking.yaml'), coverage.out);
    assert.deepEqual(
      files.filter((file) => !file?.startsWith('services/api/')),
      [],
      coverage.out,
    );
  }));

test('one error is one error', () =>
  inTemporaryFolder(async (folder) => {
    cpSync(join(ROOT, 'tests/changes/rules/status-changed/before'), join(folder, 'contracts'), { recursive: true });
    edit(join(folder, 'contracts/parcels/booking.yaml'), 'status: 422', 'status: 42');
    const { out } = await runIn(folder, ['check', '--format', 'github']);
    assert.equal(out.split('\n').at(-1), '2 files, 2 codes: 1 error, 0 warnings.');
  }));
