import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approve } from '../../src/changes/approve.ts';
import { check } from '../../src/index.ts';
import type { Change } from '../../src/model/change.ts';
import { Candidates } from '../../src/model/nearest.ts';
import { files } from '../helpers/checked.ts';
import { SHAPES } from '../helpers/large.ts';
import { workCounter } from '../helpers/work.ts';

/** What doubling an input may do to the work that it adds: it is 2 where the work grows with the input, 4 where with its square. */
const MOST_GROWTH = 2.8;

/** The first run also pays for what is prepared once, so it counts for nothing. */
const SIZES = [40, 40, 80, 160];

const workOf = await workCounter();

/** Holds that no block of code is entered more often than in proportion to the size of what it is given. */
async function holdsLinear(prepare: (size: number) => () => unknown): Promise<void> {
  const work: Map<string, number>[] = [];
  for (const size of SIZES) work.push(await workOf(prepare(size)));
  for (const place of work[3]?.keys() ?? []) {
    const [, small = 0, double = 0, fourfold = 0] = work.map((counts) => counts.get(place) ?? 0);
    // the engine tells blocks apart only where their counts differ, so one may be new
    if (fourfold < 4000 || small === 0) continue;
    const growth = (fourfold - double) / (double - small);
    assert.ok(
      growth < MOST_GROWTH,
      `${place}: doubling adds ${growth.toFixed(2)} times the work: ${small}, ${double}, ${fourfold}`,
    );
  }
}

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`a check takes work in proportion to its input: ${name}`, () =>
    holdsLinear((size) => {
      const sources = files(shape(size));
      return () => check(sources);
    }));
}

test('names that are far from all others are looked for in proportion to their number once the effort is spent', () =>
  holdsLinear((size) => {
    const candidates = new Candidates(
      Array.from({ length: size }, (_, i) => `PARCEL_${i * 7919}_LOST`),
      { effort: 1 },
    );
    const words = Array.from({ length: size }, (_, i) => `LETTER_${i * 7919}_FOUND`);
    return () => words.map((word) => candidates.nearest(word));
  }));

test('approvals are held against changes in proportion to their number', () =>
  holdsLinear((size) => {
    const rule = 'field-removed';
    const changes = Array.from(
      { length: size },
      (_, i): Change => ({
        api: 'desk',
        rule,
        level: 'breaking',
        code: 'LOST',
        part: `/f${i}`,
        what: 'It is gone.',
      }),
    );
    const approvals = changes.map(({ part }) => ({
      api: 'desk',
      rule,
      code: 'LOST',
      part: `${part}x`,
      reason: 'R.',
      until: '2030-01-01',
    }));
    return () => approve(changes, approvals, '2026-01-01');
  }));
