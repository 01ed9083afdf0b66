import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const HERE = join(import.meta.dirname, 'fixtures/coverage');
const REGISTRY = join(ROOT, 'tests/artifacts/fixtures/pair');
const cover = (...argv: string[]) => runIn(HERE, ['coverage', '--contracts', REGISTRY, '--api', 'parcels', ...argv]);

test('what the program and its specification say otherwise than the registry is reported with its place', async () => {
  const { status, out, err } = await cover('--source', 'src/**/*', '--openapi', 'openapi.yaml');
  assert.deepEqual({ status, err }, { status: 1, err: '' });
  expectFile(join(HERE, 'expected.txt'), out);
});

test('an exemption that is not needed, or has no reason, is a problem itself', async () => {
  const argv = ['--source', 'src/**/*', '--openapi', 'openapi.yaml', '--exempt', 'exempt.yaml', '--format', 'github'];
  // outside of a repository, from whose top this format would name the files
  await inTemporaryFolder(async (folder) => {
    cpSync(HERE, folder, { recursive: true });
    cpSync(REGISTRY, join(folder, 'contracts'), { recursive: true });
    const { status, out } = await runIn(folder, ['coverage', '--api', 'parcels', ...argv]);
    assert.equal(status, 1);
    expectFile(join(HERE, 'expected-github.txt'), out);
  });
});

test('what is registered and used nowhere is reported at its entry', async () => {
  const { status, out } = await cover('--source', 'src/*.java', '--format', 'json');
  assert.equal(status, 1);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { rule: string; file: string; message: string }[] };
  assert.deepEqual(
    diagnostics.map(({ rule, file, message }) => [rule, file.split('/').at(-1), /`(.*?)`/.exec(message)?.[1]]),
    [
      ['unused-code', 'booking.yaml', 'PARCEL_TOO_HEAVY'],
      ['unused-code', 'booking.yaml', 'PARCEL_MOVED'],
      ['unused-code', 'booking.yaml', 'TOO_MANY_BOOKINGS'],
      ['unused-code', 'booking.yaml', 'DEPOT_BUSY'],
      ['unused-code', 'odd.yaml', 'urn:x:y'],
    ],
  );
});

test('nothing to report ends with status 0', async () => {
  assert.deepEqual(await cover('--source', 'src/*.ts', '--exempt', 'exempt-needed.yaml'), {
    status: 0,
    out: '1 file, 6 codes: 0 errors, 0 warnings.',
    err: '',
  });
});

for (const [argv, said] of [
  [[], /^Say what to compare: --source /],
  [['--source', 'nothing/**'], /^--source `nothing\/\*\*` matches no file in a supported language: /],
  [['--openapi', 'nowhere.yaml'], /^--openapi: the file nowhere\.yaml doesn't exist\.$/],
  [['--source', 'src/*.ts', '--format', 'sarif'], /^There is no format `sarif`; --format takes text, json, github\.$/],
] as const) {
  test(`one line and status 2 for: ${argv.join(' ') || 'nothing'}`, async () => {
    const { status, out, err } = await cover(...argv);
    assert.deepEqual({ status, out }, { status: 2, out: '' });
    assert.match(err, said);
  });
}
