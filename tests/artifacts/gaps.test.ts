import assert from 'node:assert/strict';
import { test } from 'node:test';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { textOf } from './setup.ts';

const [desk] = registryOf(
  files({
    'desk/api.yaml': API,
    'desk/parcels.yaml': `title: Parcels
codes:
  PARCEL_LOST:
    meaning: Nobody has seen the parcel for a month.
    remediation: Ask the desk for the money.
    retry: never
`,
    'desk/baseline.yaml': 'gaps: { missing-field: { PARCEL_LOST: [status] } }',
  }),
).apis;

/** The line about the code in what an artifact says of each code. */
function lineOf(artifact: string, start: string): string {
  const lines = textOf(artifact, present(desk)).split('\n');
  return present(lines.find((line) => line.trim().startsWith(start))).trim();
}

test('a fault that the docs do not state yet is in no program', () => {
  const entry = "PARCEL_LOST: { statuses: [], retry: { policy: 'never' } },";
  assert.equal(lineOf('typescript', 'PARCEL_LOST: {'), entry);
  assert.equal(
    lineOf('python', '"PARCEL_LOST": ErrorInfo('),
    '"PARCEL_LOST": ErrorInfo((), "never", None, None, None, None, None),',
  );
  assert.equal(lineOf('go', '{Code: '), '{Code: CodeParcelLost, Statuses: []int{}, Retry: RetryNever},');
});
