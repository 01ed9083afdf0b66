import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { MOST_LISTED } from '../../src/load/rule.ts';
import { Candidates } from '../../src/model/nearest.ts';
import { files, shortly } from '../helpers/checked.ts';
import { PRODUCTS, SHAPES } from '../helpers/large.ts';

const TOO_MANY = Object.entries(PRODUCTS).map(([name, shape], i) => ({ name, shape, count: [1001, 601][i] ?? 1001 }));

for (const { name, shape, count } of TOO_MANY) {
  test(`a check that would take too long stops and says so: ${name}`, () => {
    const checked = check(files(shape(count)));
    assert.deepEqual(
      shortly(checked).map((line) => line.replace(/^\S+ /, '')),
      [
        'example-mismatch: The examples from here on were not checked, because the API has too many codes with too many fields.',
      ],
    );
  });
}

for (const name of ['items of a wrong type', 'domains listed twice', 'domains without files'] as const) {
  test(`of very many problems of one kind the first are listed, and the next place says how many more there are: ${name}`, () => {
    const { diagnostics, counts } = check(files(SHAPES[name](MOST_LISTED + 5)));
    const last = diagnostics.filter(({ message }) => message.includes('problems of this kind that are not listed: '));
    assert.equal(last.length, 1);
    assert.equal(counts.errors, diagnostics.length);
    assert.ok(diagnostics.length <= MOST_LISTED + 2, `${diagnostics.length} diagnostics`);
  });
}

test('of very many entries with mistakes the first are listed, and the next one says how many more there are', () => {
  const { diagnostics } = check(files(SHAPES['entries that are no mappings'](MOST_LISTED + 5)));
  assert.equal(diagnostics.length, MOST_LISTED + 1);
  assert.match(diagnostics.at(-1)?.message ?? '', /not listed: 5 entries in all\.$/);
});

test('when the effort is spent, names that differ in one letter are still found, and none that is farther', () => {
  const names = ['PARCEL_LOST', 'PARCEL_HEAVY', 'LETTER_LOST'];
  const spent = new Candidates(names, { effort: 1 });
  assert.equal(spent.nearest('PARCEL_LSOT'), 'PARCEL_LOST');
  assert.equal(spent.isSpent, true);
  assert.equal(spent.nearest('LETTRE_LOTS'), undefined);
  assert.equal(new Candidates(names).nearest('LETTRE_LOTS'), 'LETTER_LOST');
});

test('of a very long word at most 20 letters may differ', () => {
  const name = 'PARCEL'.repeat(50_000);
  const near = new Candidates([name]);
  assert.equal(near.nearest(name.replaceAll(/(?<=^(?:PARCEL){0,9})P/g, 'B')), name);
  assert.equal(near.nearest(`${'LETTER'.repeat(25_000)}${'PARCEL'.repeat(25_000)}`), undefined);
});
