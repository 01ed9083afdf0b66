import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/registry/index.ts';
import { SHAPES } from '../support/large.ts';
import { files } from '../support/registry.ts';
import { workOf } from '../support/work.ts';

/** What doubling the input may do to the work that it adds: 2 where it grows with the input, 4 where with its square. */
const MOST = 2.7;

const SMALL = 40;

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`the work of a check grows with its input: ${name}`, async () => {
    const work: number[] = [];
    for (const count of [SMALL, SMALL, SMALL * 2, SMALL * 4]) {
      const sources = files(shape(count));
      work.push(await workOf(() => check(sources)));
    }
    // the first run also pays for what is prepared once
    const [, small = 0, double = 0, fourfold = 0] = work;
    const growth = (fourfold - double) / (double - small);
    assert.ok(growth < MOST, `from ${small} by way of ${double} to ${fourfold} steps: ${growth.toFixed(2)}`);
  });
}
