import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { files, registryOf } from '../helpers/checked.ts';

const API = `title: Parcel Desk API
summary: Sends parcels.
codeStyle: SCREAMING_SNAKE_CASE
domains: [parcels, scans]
statuses:
  STOPPED: { meaning: A border officer stopped the parcel. }
envelopes:
  body:
    fields:
      - { pointer: /code, type: string, role: code, meaning: Branch on it. }
      - { pointer: /message, type: string, role: message, meaning: For people. }
    headers:
      Retry-After: { meaning: Seconds to wait., example: "30" }
states:
  parcel: { title: Parcel, values: { SENT_OFF: { meaning: It is on its way. } } }
limits:
  - { title: Parcels, max: 100, per: day, codes: [PARCEL_LIMIT] }
`;

const PARCELS = `title: Parcels
envelope: body
codes:
  PARCEL_STOPPED:
    status: STOPPED
    message: Stopped.
    meaning: A border officer stopped the parcel that was \`SENT_OFF\`.
    remediation: Ask the sender for papers.
    retry: never
    states: [SENT_OFF]
    fields:
      - { pointer: /papers, type: integer, example: 3, meaning: How many are missing. }
    example: { /papers: 2 }
  PARCEL_LIMIT:
    status: 429
    message: Too many parcels.
    meaning: The desk took more parcels than it can carry in a day.
    remediation: Wait, then send the next parcel.
    retry: retry-after
    related: [PARCEL_STOPPED, SCAN_LOST]
`;

const SCANS = `title: Scans
envelope: none
codes:
  SCAN_LOST:
    status: 503
    meaning: The scanner was switched off in the middle of a scan.
    remediation: Scan the parcel again.
    retry: backoff
`;

const GUIDE = `---
title: Parcels
summary: What stops a parcel.
---

<Codes domain="scans" status="503 STOPPED" state="SENT_OFF" />

<Envelope name="body" />

<States group="parcel" />

See \`PARCEL_LIMIT\`.
`;

const WHOLE = {
  'desk/api.yaml': API,
  'desk/parcels.yaml': PARCELS,
  'desk/scans.yaml': SCANS,
  'desk/guides/parcels.mdx': GUIDE,
  'desk/approvals.yaml': 'approvals: []\n',
  'desk/baseline.yaml': 'gaps: {}\n',
};

test('without a mistake nothing is said', () => {
  assert.equal(registryOf(files(WHOLE)).apis.length, 1);
});

/** One mistake each: the file, what stands there, what stands there by mistake, and the one rule that speaks. */
const MISTAKES: [file: keyof typeof WHOLE, right: string, wrong: string, rule: string][] = [
  ['desk/api.yaml', 'title: Parcel Desk API', 'title: 1', 'wrong-value'],
  ['desk/api.yaml', 'domains: [parcels, scans]', 'domains: [parcels, scans, "Lost & found"]', 'wrong-value'],
  ['desk/api.yaml', 'domains: [parcels, scans]', 'domain: [parcels, scans]', 'missing-field unknown-key'],
  ['desk/api.yaml', 'statuses:\n', 'statuses:\n  LOST: {}\n', 'missing-field'],
  ['desk/api.yaml', 'type: string, role: code', 'type: text, role: code', 'wrong-value'],
  ['desk/api.yaml', 'role: message', 'roll: message', 'unknown-key'],
  ['desk/api.yaml', ', example: "30"', ', example: 30', 'wrong-value'],
  ['desk/api.yaml', 'codeStyle: SCREAMING_SNAKE_CASE', 'codeStyle: SHOUTING', 'wrong-value'],
  ['desk/api.yaml', 'values: { SENT_OFF', 'values: { LOST: 1, SENT_OFF', 'wrong-value'],
  ['desk/api.yaml', 'per: day', 'per: dai', 'wrong-value'],
  ['desk/api.yaml', 'title: Parcel Desk API', 'title: "Parcel Desk API', 'syntax'],
  ['desk/parcels.yaml', 'status: 429', 'status: {}', 'wrong-value'],
  ['desk/parcels.yaml', 'message: Stopped.', 'message: 1', 'wrong-value'],
  ['desk/parcels.yaml', 'type: integer, example: 3', 'type: integer, exampel: 3', 'unknown-key'],
  ['desk/parcels.yaml', 'type: integer, example: 3', 'type: number-ish, example: 3', 'wrong-value'],
  ['desk/parcels.yaml', '/papers: 2', 'papers: 2', 'wrong-value'],
  ['desk/parcels.yaml', 'envelope: body', 'envelope: [body]', 'wrong-value'],
  ['desk/parcels.yaml', 'envelope: body', 'envelope: buddy', 'unknown-reference'],
  ['desk/parcels.yaml', 'retry: retry-after', 'retry: after', 'wrong-value'],
  ['desk/parcels.yaml', 'related: [PARCEL_STOPPED, SCAN_LOST]', 'related: PARCEL_STOPPED', 'wrong-value'],
  ['desk/parcels.yaml', 'status: 429', 'status: *limit', 'syntax'],
  ['desk/scans.yaml', 'codes:\n', 'codes:\n\t', 'syntax'],
  ['desk/scans.yaml', 'envelope: none', 'envelop: none', 'missing-message unknown-key'],
  ['desk/guides/parcels.mdx', '/>\n', '>\n', 'syntax'],
  ['desk/guides/parcels.mdx', 'title: Parcels', 'title: [Parcels', 'syntax'],
  ['desk/api.yaml', 'title: Parcel Desk API', 'title: *desk', 'syntax'],
  ['desk/guides/parcels.mdx', 'title: Parcels', 'title: *parcels', 'syntax'],
  ['desk/approvals.yaml', 'approvals: []', 'approvals: *all', 'syntax'],
  ['desk/approvals.yaml', 'approvals: []', 'approvals: {}', 'wrong-value'],
  ['desk/baseline.yaml', 'gaps: {}', 'gaps: *all', 'syntax'],
  ['desk/baseline.yaml', 'gaps: {}', 'gaps: []', 'wrong-value'],
];

for (const [file, right, wrong, rule] of MISTAKES) {
  test(`one mistake is said once: ${JSON.stringify(wrong)} in ${file}`, () => {
    assert.ok(WHOLE[file].includes(right));
    const { diagnostics, registry } = check(files({ ...WHOLE, [file]: WHOLE[file].replace(right, wrong) }));
    assert.deepEqual(diagnostics.map((it) => it.rule).sort(), rule.split(' '));
    assert.ok(diagnostics.some((it) => it.file === file));
    assert.equal(registry, undefined);
  });
}
