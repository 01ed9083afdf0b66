import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API_WITH_MESSAGES, files, shortly } from '../helpers/checked.ts';

const PARCELS = `title: Parcels
codes:
  "b: 1": { status: 404, meaning: Nobody has it., message: Lost }
  a2: { meaning: It weighs too much., retry: never, message: Heavy, remediation: Split it. }
  a1: { status: 410, meaning: It was here., retry: never, remediation: Send another one. }
`;

const PATH = 'desk/baseline.yaml';
const LEAD =
  '# Known gaps, written by `errorbook check --baseline`: they pass the check, new ones fail, and fixed ones must leave this list.\n';

/** What a check finds with a baseline, and what it would write. */
function planned(baseline: Record<string, string>, add = false) {
  const checked = check(files({ 'desk/api.yaml': API_WITH_MESSAGES, 'desk/parcels.yaml': PARCELS, ...baseline }));
  return { found: shortly(checked), known: checked.counts.knownGaps, plans: checked.baselines(add) };
}

const ALL = `${LEAD}gaps:
  missing-field:
    "a2": [status]
    "b: 1": [remediation, retry]
  missing-message:
    "a1": [entry]
`;

test('a first baseline lists every gap, sorted by rule, code and part', () => {
  const { found, plans } = planned({});
  assert.deepEqual(found, [
    'desk/parcels.yaml:3:3 missing-field: `b: 1` has no `remediation`. A caller who opens its page needs to know what to do.',
    'desk/parcels.yaml:3:3 missing-field: `b: 1` has no `retry`. A client needs to know whether it may retry the request.',
    "desk/parcels.yaml:4:3 missing-field: `a2` has no `status`. Without it, a caller can't tell which responses have the code.",
    'desk/parcels.yaml:5:3 missing-message: `a1` has no `message`, but the envelope has one at `/message`, so the example response would have to invent it.',
  ]);
  assert.deepEqual(plans, [{ path: PATH, text: ALL, gaps: 4, added: 4, removed: 0, open: 0 }]);
});

test('a baseline that lists all gaps lets them pass, and is not written again', () => {
  const { found, known, plans } = planned({ [PATH]: ALL });
  assert.deepEqual([found, known], [[], 4]);
  assert.deepEqual(plans, [{ path: PATH, text: undefined, gaps: 4, added: 0, removed: 0, open: 0 }]);
});

const SOME = 'gaps:\n  missing-field:\n    "b: 1": [retry]\n    a2: [retry, status, status]\n';

test('fixed gaps leave a baseline, and new ones come in only if they are asked for', () => {
  const { found, known, plans } = planned({ [PATH]: SOME });
  assert.deepEqual(found, [
    'desk/baseline.yaml:4:5 fixed-gap: 2 known gaps are fixed but still listed: `a2` (`missing-field`, `retry`), `a2` (`missing-field`, `status`).',
    'desk/parcels.yaml:3:3 missing-field: `b: 1` has no `remediation`. A caller who opens its page needs to know what to do.',
    'desk/parcels.yaml:5:3 missing-message: `a1` has no `message`, but the envelope has one at `/message`, so the example response would have to invent it.',
  ]);
  const kept = `${LEAD}gaps:\n  missing-field:\n    "a2": [status]\n    "b: 1": [retry]\n`;
  assert.equal(known, 2);
  assert.deepEqual(plans, [{ path: PATH, text: kept, gaps: 2, added: 0, removed: 2, open: 2 }]);
  assert.deepEqual(planned({ [PATH]: SOME }, true).plans, [
    { path: PATH, text: ALL, gaps: 4, added: 2, removed: 2, open: 0 },
  ]);
});

test('gaps of optional rules stay in a baseline where these rules are not applied', () => {
  const wording = '  wording:\n    "a1": [meaning]\n';
  const { found, plans } = planned({ [PATH]: `gaps:\n${wording}  missing-field: { a1: [retry] }\n` }, true);
  assert.equal(found.filter((line) => line.includes('fixed-gap')).length, 1);
  assert.deepEqual(plans, [{ path: PATH, text: ALL + wording, gaps: 5, added: 4, removed: 1, open: 0 }]);
});

test('a baseline in JSON stays in JSON', () => {
  const path = 'desk/baseline.json';
  const gaps = {
    'missing-field': { a2: ['status'], 'b: 1': ['remediation', 'retry'] },
    'missing-message': { a1: ['entry'] },
  };
  const { plans } = planned({ [path]: JSON.stringify({ gaps: { 'missing-message': { a1: ['entry'] } } }) }, true);
  assert.deepEqual(plans, [
    { path, text: `${JSON.stringify({ gaps }, null, 2)}\n`, gaps: 4, added: 3, removed: 0, open: 0 },
  ]);
});

test('when the last gap is fixed, nothing is left to write', () => {
  const whole = PARCELS.replace('message: Lost', 'message: Lost, retry: never, remediation: Wait.')
    .replace('a2: {', 'a2: { status: 413,')
    .replace('a1: {', 'a1: { message: Gone,');
  const checked = check(files({ 'desk/api.yaml': API_WITH_MESSAGES, 'desk/parcels.yaml': whole, [PATH]: SOME }));
  assert.deepEqual(checked.baselines(false), [{ path: PATH, text: '', gaps: 0, added: 0, removed: 4, open: 0 }]);
  assert.deepEqual(shortly(checked), [
    'desk/baseline.yaml:3:5 fixed-gap: 4 known gaps are fixed but still listed: `b: 1` (`missing-field`, `retry`), `a2` (`missing-field`, `retry`), `a2` (`missing-field`, `status`) and 1 more.',
  ]);
});

test('nothing is said of gaps in a file that can’t be read', () => {
  assert.deepEqual(
    planned({ [PATH]: 'gaps: [\n' }).found.map((line) => line.replace(/: .*/, '')),
    ['desk/baseline.yaml:1:7 syntax'],
  );
  const broken = check(files({ 'desk/api.yaml': API_WITH_MESSAGES, 'desk/parcels.yaml': 'codes: [\n', [PATH]: ALL }));
  assert.deepEqual(
    shortly(broken).map((line) => line.replace(/: .*/, '')),
    ['desk/parcels.yaml:1:8 syntax'],
  );
});
