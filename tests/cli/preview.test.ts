import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runIn } from '../helpers/fixture.ts';
import { AFTER, BEFORE } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Runs a test in a folder with two states of a registry, `contracts` and `old`. */
function withRegistries(work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    cpSync(AFTER, join(folder, 'contracts'), { recursive: true });
    cpSync(BEFORE, join(folder, 'old'), { recursive: true });
    await work(folder);
  });
}

test('a registry with errors is not previewed; they are told as by `check`', () =>
  withRegistries(async (folder) => {
    writeFileSync(join(folder, 'contracts/lockers/doors.yaml'), 'title: Doors\ncodes: {}\nmore: 1\n');
    const { status, out, err } = await runIn(folder, ['preview', '--against', 'old']);
    assert.equal(status, 1);
    assert.match(out, /^contracts\/lockers\/doors\.yaml:3:1 {2}error {2}unknown-key$/m);
    assert.equal(err, 'Nothing was built; fix the errors above first.');
    assert.equal(existsSync(join(folder, 'preview')), false);
  }));

test('an output that no build made is left alone', () =>
  withRegistries(async (folder) => {
    mkdirSync(join(folder, 'preview'));
    writeFileSync(join(folder, 'preview/mine.txt'), 'mine');
    const { status, err } = await runIn(folder, ['preview', '--against', 'old']);
    assert.equal(status, 2);
    assert.match(err, /contains files that no build wrote/);
  }));

test('what it cannot be compared with is one line and status 2, before anything is built', () =>
  withRegistries(async (folder) => {
    const { status, out, err } = await runIn(folder, ['preview', '--against', './older']);
    assert.deepEqual(
      { status, out, err },
      { status: 2, out: '', err: "The folder ./older to compare with doesn't exist." },
    );
  }));
