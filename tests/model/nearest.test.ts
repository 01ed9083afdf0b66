import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distanceUpTo } from '../../src/model/distance.ts';
import { editDistance } from '../../src/model/edit-distance.ts';
import { Candidates, nearest } from '../../src/model/nearest.ts';
import { seeded } from '../helpers/checked.ts';

/** Two words, and how many letters must be added, dropped, replaced or swapped to turn one into the other. */
const DISTANCES: [a: string, b: string, distance: number][] = [
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'ab', 1],
  ['abc', 'xabc', 1],
  ['abc', 'acb', 1],
  ['abc', 'bac', 1],
  ['abcd', 'badc', 2],
  ['abc', 'bca', 2],
  ['abc', 'cba', 2],
  ['kitten', 'sitting', 3],
  ['abcdef', 'ghijkl', 6],
];

test('the distance of two words counts letters added, dropped, replaced and swapped with a neighbor', () => {
  for (const [a, b, distance] of DISTANCES) {
    assert.deepEqual([editDistance(a, b), editDistance(b, a)], [distance, distance], `${a} ${b}`);
    assert.deepEqual([distanceUpTo(9, a, b), distanceUpTo(9, b, a)], [distance, distance], `${a} ${b}`);
  }
});

test('a distance is exact up to a limit, and more than the limit beyond it, for words of any length', () => {
  const random = seeded(3);
  const word = (most: number) => Array.from({ length: random(most) }, () => 'abc'[random(3)]).join('');
  for (let i = 0; i < 2000; i++) {
    const around = i % 20 === 0 ? word(100) : '';
    const [a, b] = [around + word(9), around + word(9)];
    const exact = editDistance(a, b);
    for (const most of [0, 1, 2, 3, 5]) {
      assert.equal(distanceUpTo(most, a, b), Math.min(exact, most + 1), `${a} ${b} up to ${most}`);
    }
  }
});

test('a name is meant if at most a third of its letters differ, and at least one may', () => {
  assert.equal(nearest('ABCDEFGHI', ['ABCDEFXYZ']), 'ABCDEFXYZ');
  assert.equal(nearest('ABCDEFGHI', ['ABCDEWXYZ']), undefined);
  assert.equal(nearest('AB', ['AX']), 'AX');
  assert.equal(nearest('AB', ['XY']), undefined);
  assert.equal(nearest('ABCDEFGH', ['ABCDEFXY']), 'ABCDEFXY');
  assert.equal(nearest('ABCDEFGH', ['ABCDEXYZ']), undefined);
  assert.equal(nearest('ABCDEF', []), undefined);
});

test('case and separators count for nothing', () => {
  assert.equal(nearest('parcel-lost', ['PARCEL_SENT', 'PARCEL_LOST']), 'PARCEL_LOST');
  assert.equal(nearest('Parcel lost', ['PARCEL_LOST']), 'PARCEL_LOST');
});

test('the nearest name is meant, and of equally near ones the first', () => {
  assert.equal(nearest('PARCEL', ['PARXXL', 'PARXEL', 'PARCXX']), 'PARXEL');
  assert.equal(nearest('PARCEL', ['PARXEL', 'PAXCEL', 'PARCELS']), 'PARXEL');
  assert.equal(nearest('PARCEL', ['PARCELS', 'PAXCEL']), 'PARCELS');
  assert.equal(nearest('PARCELS_LOST', ['PARCXXS_LOST', 'PARCELS_XXST']), 'PARCXXS_LOST');
  assert.equal(nearest('PARCELS_LOST', ['XXRCELS_LOSTED', 'PARCELS_LO']), 'PARCELS_LO');
  assert.equal(nearest('PARCEL', ['PARCEL', 'PARCEL_']), 'PARCEL');
});

test('fewer letters may be allowed to differ', () => {
  const near = new Candidates(['ABCDEFGHI'], { most: 2 });
  assert.deepEqual([near.nearest('ABCDEFGXY'), near.nearest('ABCDEFXYZ')], ['ABCDEFGHI', undefined]);
});

test('a name may be longer or shorter than the word by all the letters that may differ', () => {
  assert.equal(nearest('ABCDEF', ['ABCDEFGH']), 'ABCDEFGH');
  assert.equal(nearest('ABCDEF', ['ABCD']), 'ABCD');
  assert.equal(nearest('ABCDEF', ['ABCDEFGHI']), undefined);
});

test('at most 20 letters of a long word may differ', () => {
  const name = 'ABCDEFGHIJ'.repeat(9);
  const changed = (count: number) => 'x'.repeat(count) + name.slice(count);
  assert.equal(nearest(changed(20), [name]), name);
  assert.equal(nearest(changed(21), [name]), undefined);
});

test('effort is counted in pairs of letters that are compared, and ten to begin', () => {
  const effort = { left: 1000 };
  const spent = (most: number, a: string, b: string) => {
    const before = effort.left;
    distanceUpTo(most, a, b, effort);
    return before - effort.left;
  };
  assert.equal(spent(1, 'abc', 'abcdef'), 10, 'lengths alone say that they differ too much');
  assert.equal(spent(1, 'abcde', 'abcde'), 15, 'equal letters at both ends are compared once');
  assert.equal(spent(1, 'abXde', 'abYde'), 15, 'and one pair in the middle');
  assert.equal(spent(3, 'abc', 'xyz'), 19, 'each letter with each');
});

test('once the effort is spent, only names that differ in one letter are found', () => {
  const names = ['PARCEL_LOST', 'LETTER_LOST'];
  const fresh = new Candidates(names, { effort: 1000 });
  assert.deepEqual([fresh.isSpent, fresh.nearest('PARCEL_LOXX')], [false, 'PARCEL_LOST']);
  const spent = new Candidates(names, { effort: 20 });
  assert.deepEqual([spent.nearest('PERCAL_LUST'), spent.isSpent], ['PARCEL_LOST', true]);
  assert.deepEqual([spent.nearest('PARCEL_LOXX'), spent.nearest('LETTER_LOSX')], [undefined, 'LETTER_LOST']);
});

test('words longer than 64 letters are compared like others', () => {
  for (const length of [62, 63, 64, 65, 66]) {
    const name = 'A'.repeat(length);
    assert.equal(nearest(`${name}B`, ['C', name]), name);
    assert.equal(nearest(`${name.slice(1)}B`, ['C', name]), name);
    assert.equal(nearest(name, ['C', name]), name);
  }
});
