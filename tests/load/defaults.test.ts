import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Code, check } from '../../src/index.ts';
import { API, files, registryOf, shortly } from '../helpers/checked.ts';

const sources = (domain: string) => files({ 'desk/api.yaml': API, 'desk/parcels.yaml': `title: Parcels\n${domain}` });

/** Entries without anything but a meaning. */
const codes = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `  PARCEL_${i + 1}:\n    meaning: Part ${i + 1} of the parcel is lost.\n`,
  ).join('');

test('a code has its domain’s defaults, and what it says itself takes their place as a whole', () => {
  const [api] = registryOf(
    sources(`defaults:
  status: [500, 502]
  retry: { policy: backoff, delay: 5, reason: It takes a moment. }
  effect: none
  remediation: Wait for the desk.
  headers: { X-Desk: "1" }
codes:
  PARCEL_LOST:
    meaning: Nobody has seen the parcel.
  PARCEL_HEAVY:
    status: 422
    retry: never
    fault: service
    effect: done
    headers: { X-Scale: "2" }
    meaning: It is heavier than 30 kg.
`),
  ).apis;
  assert.ok(api);
  assert.equal('defaults' in (api.domains[0] ?? {}), false);
  const facts = ({ statuses, retry, fault, effect, remediation, headers }: Code) => ({
    status: statuses.map(({ status }) => status),
    retry,
    fault,
    effect,
    remediation,
    headers: Object.keys(headers),
  });
  assert.deepEqual(api.codes.map(facts), [
    {
      status: [500, 502],
      retry: { policy: 'backoff', delay: 5, reason: 'It takes a moment.' },
      fault: 'service',
      effect: 'none',
      remediation: ['Wait for the desk.'],
      headers: ['X-Desk'],
    },
    {
      status: [422],
      retry: { policy: 'never' },
      fault: 'service',
      effect: 'done',
      remediation: ['Wait for the desk.'],
      headers: ['X-Scale'],
    },
  ]);
});

test('a wrong default is one problem, at the default, however many codes have it', () => {
  const rest = 'remediation: Ask the desk for the money.\n  retry: never';
  for (const [defaults, expected] of [
    [
      'status: lost',
      /^desk\/parcels\.yaml:3:11 unknown-status: .* 3 other codes with this default have the same problem\.$/,
    ],
    ['status: true', /^desk\/parcels\.yaml:3:11 wrong-value: /],
    ['status: 410\n  fault: nobody', /^desk\/parcels\.yaml:4:10 wrong-value: /],
    ['status: "a\\u0007"', /^desk\/parcels\.yaml:3:11 wrong-value: /],
  ] as const) {
    const found = shortly(check(sources(`defaults:\n  ${defaults}\n  ${rest}\ncodes:\n${codes(4)}`)));
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
  }
});

test('a fact that is neither in the entry nor a default is missing', () => {
  const found = shortly(check(sources(`defaults: { status: 410, retry: never }\ncodes:\n${codes(1)}`)));
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /^desk\/parcels\.yaml:4:3 missing-field: `PARCEL_1` has no `remediation`\./);
});
