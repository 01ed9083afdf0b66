import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Change } from '../../src/index.ts';
import { countsOf, dateOf } from '../../src/view/index.ts';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';

test('what changed reads as Markdown release by release, with values and approvals', async () => {
  const { out, err } = await runIn(ROOT, [
    ...['generate', '--artifact', 'changes-markdown', '--api', 'ferries'],
    ...['--contracts', 'tests/browser/fixtures/grown/contracts', '--site', 'https://errors.example'],
  ]);
  assert.equal(err, '');
  expectFile(join(import.meta.dirname, 'changes.md'), out);
});

test('a release says how much it changed, the worst first', () => {
  const change = (level: Change['level']): Change => ({
    api: 'desk',
    rule: 'text-changed',
    level,
    what: 'It changed.',
  });
  const release = {
    name: '2',
    date: '2026-09-03',
    first: false,
    codes: 3,
    step: 'minor' as const,
    changes: [],
    approved: [],
  };
  const counts = (...levels: Change['level'][]) => countsOf({ ...release, changes: levels.map(change) });
  assert.equal(counts('safe', 'breaking', 'safe', 'risky'), '1 breaking, 1 risky, 2 safe');
  assert.equal(counts('safe'), '1 safe');
  assert.equal(counts(), 'no changes for callers');
  assert.equal(countsOf({ ...release, first: true }), 'the first release, with 3 codes');
});

test('the day of a release is written without a leading zero, with the name of its month', () => {
  const days = ['2026-01-01', '2025-09-30', '2024-12-09'].map((date) => dateOf({ date }));
  assert.deepEqual(days, [
    { iso: '2026-01-01', text: 'January 1, 2026' },
    { iso: '2025-09-30', text: 'September 30, 2025' },
    { iso: '2024-12-09', text: 'December 9, 2024' },
  ]);
});
