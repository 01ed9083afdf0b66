import { test } from 'node:test';
import { approve } from '../../src/changes/approve.ts';
import { check } from '../../src/index.ts';
import type { Change } from '../../src/model/change.ts';
import { Candidates } from '../../src/model/nearest.ts';
import { files } from '../helpers/checked.ts';
import { SHAPES } from '../helpers/large.ts';
import { holdsLinear } from '../helpers/work.ts';

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
