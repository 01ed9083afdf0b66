import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';

test('what changed reads as Markdown release by release, with values and approvals', async () => {
  const { out, err } = await runIn(ROOT, [
    ...['generate', '--artifact', 'changes-markdown', '--api', 'ferries'],
    ...['--contracts', 'tests/browser/fixtures/grown/contracts', '--site', 'https://errors.example'],
  ]);
  assert.equal(err, '');
  expectFile(join(import.meta.dirname, 'changes.md'), out);
});
