import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, type SourceFile } from '../../src/index.ts';
import { files, shortly } from '../helpers/checked.ts';
import { RICH } from '../helpers/edits.ts';
import { expectFile } from '../helpers/fixture.ts';

const HERE = join(import.meta.dirname, 'whole-release');

/** What a release of the API would be. */
function plan(sources: readonly SourceFile[], name: string, date: string) {
  const [planned] = check(sources).release({ name, date, today: date });
  assert.ok(planned?.release);
  const { path, text, codes, step, approved, changes } = planned.release;
  const said = { path, codes, step, approved: [...approved.values()], changes: changes.length };
  return { file: { path, text }, said: JSON.stringify(said) };
}

/** The API after a year: some of it is gone, and some of it new. */
const LATER = RICH.map(({ path, text }) => ({
  path,
  text: text
    .replace('status: [429, 503]', 'status: 503')
    .replace(/ {2}'4020':[\s\S]*?(?= {2}NO_MONEY)/, '')
    .replace(", '4020']", ']')
    .replace('PARCEL_KEPT:', 'PARCEL_STAYS:')
    .replace('codes="PARCEL_KEPT,', 'codes="PARCEL_STAYS,')
    .replace('money]', 'cash]'),
})).map(({ path, text }) => ({ path: path.replace('money', 'cash'), text }));

const APPROVALS = files({
  'desk/approvals.yaml': `approvals:
  - { rule: code-removed, code: '4020', reason: Nobody pays., until: '2027-12-31' }
  - { rule: address-removed, part: /desk/domains/money/, reason: It is cash now., until: '2027-12-31' }
`,
});

test('releases hold everything, and what has changed since the one before', () => {
  const first = plan(RICH, '1.0', '2026-01-01');
  expectFile(join(HERE, 'first.txt'), `${first.said}\n${first.file.text}`);
  assert.deepEqual(shortly(check([...RICH, first.file])), []);
  const second = plan([...LATER, ...APPROVALS, first.file], '2.0', '2027-01-01');
  expectFile(join(HERE, 'second.txt'), `${second.said}\n${second.file.text}`);
  assert.deepEqual(shortly(check([...LATER, ...APPROVALS, first.file, second.file])), []);
  const api = check([...LATER, first.file, second.file]).registry?.apis[0];
  const since = api?.codes.map((code) => `${code.code} since ${code.since}`) ?? [];
  expectFile(join(HERE, 'read.txt'), [...since, JSON.stringify(api?.releases, null, 1)].join('\n'));
});
