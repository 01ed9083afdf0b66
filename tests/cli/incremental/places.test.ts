import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPlaces, takingFrom, writePlaces } from '../../../src/cli/incremental/places.ts';
import { stateOf } from '../../../src/cli/incremental/states.ts';
import type { PartOf } from '../../../src/index.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

const API = { id: 'a' };

/** A file with a part for each of two codes, and the codes whose parts were made for it. */
function making(text: string) {
  const made: string[] = [];
  const content = (partOf: PartOf) => {
    const parts = ['ONE', 'TWO'].map((code) =>
      partOf(API, { code }, () => {
        made.push(code);
        return `${code}: ${text}`;
      }),
    );
    return `head\n${parts.join('\n')}\n`;
  };
  return { made, content };
}

/** An output with such a file, in which one code changed since. */
function outputIn(folder: string) {
  const { noted, make } = takingFrom(undefined);
  const file = join(folder, 'codes.txt');
  writeFileSync(file, make('codes.txt', making('as it was').content));
  const states = { 'codes.txt': stateOf(file) ?? '' };
  return { file, before: { folder, places: noted, states, changed: new Set(['a/TWO']) } };
}

test('the parts of unchanged codes are taken from the file of the previous output', () =>
  inTemporaryFolder(async (folder) => {
    const { before } = outputIn(folder);
    const { made, content } = making('as it is');
    const { noted, make } = takingFrom(before);
    assert.equal(make('codes.txt', content), 'head\nONE: as it was\nTWO: as it is\n');
    assert.deepEqual(made, ['TWO']);
    assert.deepEqual(noted, { 'codes.txt': [5, 14, 20, 13] });
  }));

test('nothing is taken from a file that is not as the previous build left it, nor from one of which nothing is known', () =>
  inTemporaryFolder(async (folder) => {
    const { file, before } = outputIn(folder);
    const text = readFileSync(file, 'utf8').replace('was', 'saw');
    rmSync(file);
    writeFileSync(file, text);
    for (const path of ['codes.txt', 'more.txt']) {
      const { made, content } = making('as it is');
      takingFrom(before).make(path, content);
      assert.deepEqual(made, ['ONE', 'TWO']);
    }
  }));

test('what threads have noted is found again, also where one of them noted nothing', () =>
  inTemporaryFolder(async (folder) => {
    const site = join(folder, 'site');
    assert.deepEqual(readPlaces(site), {});
    writePlaces(site, 'last', { a: [1, 2] });
    assert.deepEqual(readPlaces(site), { a: [1, 2] });
    writePlaces(site, 'first', { b: [3, 4] });
    assert.deepEqual(readPlaces(site), { a: [1, 2], b: [3, 4] });
  }));
