import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { MOST_LISTED } from '../../src/load/rule.ts';
import { Candidates } from '../../src/model/nearest.ts';
import { files, shortly } from '../helpers/checked.ts';
import { PRODUCTS, SHAPES, type Shape } from '../helpers/large.ts';
import { workCounter } from '../helpers/work.ts';

/** What doubling an input may do to the work that it adds: it is 2 where the work grows with the input, 4 where with its square. */
const MOST_GROWTH = 2.8;

const SMALL = 60;

const workOf = await workCounter();

async function growthOf(shape: Shape): Promise<{ growth: number; work: number[] }> {
  const work: number[] = [];
  for (const count of [SMALL, SMALL, SMALL * 2, SMALL * 4]) {
    const sources = files(shape(count));
    work.push(await workOf(() => check(sources)));
  }
  // the first run also pays for what is prepared once
  const [, small = 0, double = 0, fourfold = 0] = work;
  return { growth: (fourfold - double) / (double - small), work };
}

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`a check takes work in proportion to its input: ${name}`, async () => {
    const { growth, work } = await growthOf(shape);
    assert.ok(growth < MOST_GROWTH, `doubling adds ${growth.toFixed(2)} times the work: ${work.join(', ')} steps`);
  });
}

for (const [name, shape] of Object.entries(PRODUCTS)) {
  test(`a check that would take too long stops and says so: ${name}`, () => {
    const checked = check(files(shape(1500)));
    assert.deepEqual(
      shortly(checked).map((line) => line.replace(/^\S+ /, '')),
      [
        'example-mismatch: The examples from here on were not checked: there are too many codes with too many fields each.',
      ],
    );
  });
}

test('of very many problems of one kind the first are listed, and the next place says how many more there are', () => {
  const { diagnostics, counts } = check(files(SHAPES['items of a wrong type'](MOST_LISTED + 5)));
  assert.equal(diagnostics.length, MOST_LISTED + 1);
  assert.equal(counts.errors, MOST_LISTED + 1);
  assert.equal(
    diagnostics.filter(({ message }) => message.includes('problems of this kind that are not listed: 5 in all.'))
      .length,
    1,
  );
});

test('when the effort is spent, names that differ in one letter are still found, and none that is farther', () => {
  const names = ['PARCEL_LOST', 'PARCEL_HEAVY', 'LETTER_LOST'];
  const spent = new Candidates(names, { effort: 1 });
  assert.equal(spent.nearest('PARCEL_LSOT'), 'PARCEL_LOST');
  assert.equal(spent.isSpent, true);
  assert.equal(spent.nearest('LETTRE_LOTS'), undefined);
  assert.equal(new Candidates(names).nearest('LETTRE_LOTS'), 'LETTER_LOST');
});
