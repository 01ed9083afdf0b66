import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { check, compare, type Snapshot } from '../../src/index.ts';
import { API, files } from '../helpers/checked.ts';
import { ROOT } from '../helpers/fixture.ts';

interface Texts {
  message: string;
  meaning?: string;
}

interface Case {
  name: string;
  reused: boolean;
  filler?: 'before' | 'both' | 'change';
  before: Texts;
  after: Texts;
}

const CASES: Case[] = parse(readFileSync(join(ROOT, 'tests/changes/reused.yaml'), 'utf8'));

const FILLER = 'Nobody has documented yet what this error means.';
const OTHER_FILLER = 'See the debugger of your console for details.';

/** Entries of which nothing changed, and which share the filler. */
const OTHERS = [
  'Tariff missing',
  'Voicemail box full',
  'Port order rejected',
  'Call screened',
  'Emoji not encodable',
  'Two carriers disagree',
  'Certificate pinned',
  'Daily budget spent',
];

function snapshots(cases: readonly Case[], side: 'before' | 'after'): Snapshot[] {
  const filler = cases.some((it) => it.filler === 'change') && side === 'after' ? OTHER_FILLER : FILLER;
  const entries = [...cases.map((it) => it[side]), ...OTHERS.map((message): Texts => ({ message }))];
  const codes = entries.map(({ message, meaning = filler }, place) => [
    String(40_100 + place),
    { status: 400, message, meaning, remediation: filler, retry: 'never' },
  ]);
  const domain = JSON.stringify({ title: 'Parcels', codes: Object.fromEntries(codes) });
  const checked = check(files({ 'desk/api.yaml': API, 'desk/parcels.json': domain }));
  assert.deepEqual(
    checked.diagnostics.filter(({ level }) => level === 'error'),
    [],
  );
  return checked.snapshots();
}

function reusedIn(cases: readonly Case[]): string[] {
  return compare(snapshots(cases, 'before'), snapshots(cases, 'after')).flatMap(({ rule, code }) =>
    rule === 'code-reused' ? [cases[Number(code) - 40_100]?.name ?? `${code}, of which nothing changed`] : [],
  );
}

for (const it of CASES) {
  // of two codes that changed places, each is seen beside the other
  const cases = it.name.startsWith('two codes') ? CASES.filter(({ name }) => name.startsWith('two codes')) : [it];
  test(`${it.name}: ${it.reused ? 'another error' : 'the same error'}`, () => {
    assert.deepEqual(
      reusedIn(cases),
      cases.filter(({ reused }) => reused).map(({ name }) => name),
    );
  });
}

test('all of them in one catalog', () => {
  const cases = CASES.filter(({ filler }) => filler !== 'change');
  assert.deepEqual(
    reusedIn(cases).sort(),
    cases
      .filter(({ reused }) => reused)
      .map(({ name }) => name)
      .sort(),
  );
});
