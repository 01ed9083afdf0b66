import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATS } from '../../src/cli/check.ts';
import { reportOf } from '../../src/cli/format/report.ts';
import { check } from '../../src/index.ts';
import { ROOT, TODAY } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';

test('half a character in a file’s name leaves every form of a report whole', async () => {
  const checked = check([{ path: 'desk/a\ud800b%/api.yaml', text: '' }], { today: TODAY });
  const report = reportOf(checked, 'contracts');
  const io = { out() {}, err() {}, cwd: ROOT, today: TODAY, terminal: { out: false, err: false } };
  for (const [name, format] of Object.entries(FORMATS)) assert.match(await format(report, io), /desk/, name);
  const { runs } = JSON.parse(await present(FORMATS.sarif)(report, io));
  const [{ locations }] = runs[0].results;
  assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'contracts/desk/a%EF%BF%BDb%25/api.yaml');
});
