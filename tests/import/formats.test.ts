import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entriesOf, filesBelow } from '../../src/cli/files-below.ts';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const FIXTURES = join(ROOT, 'tests/import/fixtures');
const EXPECTED = join(ROOT, 'tests/import/expected');

/** Each file as a team has it; a program has another ending here, so that nothing else reads it. */
for (const fixture of readdirSync(FIXTURES).sort()) {
  const name = fixture.replace(/\.txt$/, '');

  test(`${name} is imported as expected, passes the check, and a second import changes nothing`, () =>
    inTemporaryFolder(async (folder) => {
      copyFileSync(join(FIXTURES, fixture), join(folder, name));
      const shown = await runIn(folder, ['import', name, '--all']);
      assert.equal(existsSync(join(folder, 'contracts')), false, 'nothing is written unless asked for');

      const written = await runIn(folder, ['import', name, '--all', '--write']);
      assert.equal(written.out, shown.out, 'what was shown is what is written');
      assert.deepEqual([shown.status, written.status], [0, 0]);
      expectFile(join(EXPECTED, name, 'output.txt'), `${shown.out}\n\n${shown.err}\n${written.err}`);
      for (const file of filesBelow(join(folder, 'contracts')))
        expectFile(join(EXPECTED, name, file), readFileSync(join(folder, 'contracts', file), 'utf8').trimEnd());

      const checked = await runIn(folder, ['check', '--strict']);
      assert.equal(checked.status, 0, checked.out);
      assert.match(checked.out, /: 0 errors, 0 warnings, [\d,]+ known gaps\.$/);

      const before = snapshot(join(folder, 'contracts'));
      const again = await runIn(folder, ['import', name, '--write']);
      assert.deepEqual([again.status, again.err], [0, 'Nothing to write.']);
      assert.deepEqual(snapshot(join(folder, 'contracts')), before);
    }));
}

function snapshot(folder: string): string[][] {
  return filesBelow(folder, entriesOf(folder)).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
}

test('every expected output belongs to a fixture', () => {
  const names = readdirSync(FIXTURES).map((name) => name.replace(/\.txt$/, ''));
  assert.deepEqual(readdirSync(EXPECTED).sort(), names.sort());
});
