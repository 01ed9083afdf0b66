import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { concerned, type DecodeIndex, decode, directoryOf } from '../../src/decode/index.ts';
import { examplesOf, type Registry, responseText } from '../../src/index.ts';
import { FOREIGN, registryIn } from '../helpers/registry.ts';
import { outline } from './outline.ts';
import { index, indexOf, NOW, registry } from './setup.ts';

const foreign = await registryIn(FOREIGN);
const foreignIndex = indexOf(foreign);
const folder = join(import.meta.dirname, 'cases');

/** The part of an index that a paste may concern, as a browser loads it. */
function partFor(paste: string, whole: DecodeIndex): DecodeIndex {
  const directory = directoryOf(whole, ({ id }) => `/decode/apis/${id}.json`);
  const ids = new Set(concerned(paste, JSON.parse(JSON.stringify(directory))).map(({ id }) => id));
  return { ...whole, apis: whole.apis.filter(({ id }) => ids.has(id)) };
}

/** Holds that the part says of a paste what the whole says, as far as it says anything. */
function holds(paste: string, whole: DecodeIndex): void {
  const some = decode(paste, partFor(paste, whole), NOW);
  const all = decode(paste, whole, NOW);
  // where it says nothing, the browser asks the whole
  if (some.explanations.length > 0 || all.explanations.length === 0)
    assert.deepEqual(outline(some.explanations.length > 0 ? some : all), outline(all), paste);
}

test('the APIs that a paste may concern say the same of it as all of them', () => {
  for (const name of readdirSync(folder).filter((it) => it.endsWith('.paste.txt')))
    holds(readFileSync(join(folder, name), 'utf8'), index);
  const pastes: { paste: string }[] = JSON.parse(readFileSync(join(import.meta.dirname, 'foreign.json'), 'utf8'));
  for (const { paste } of pastes) holds(paste, foreignIndex);
});

test('every example, every code and every message is explained by the part as by the whole', () => {
  const all: [Registry, DecodeIndex][] = [
    [registry, index],
    [foreign, foreignIndex],
  ];
  for (const [{ apis }, whole] of all) {
    for (const api of apis) {
      for (const code of api.codes) {
        for (const { response } of examplesOf(api, code, '/')) {
          holds(responseText(response), whole);
          holds(JSON.stringify(JSON.stringify(response.body)), whole);
          holds(JSON.stringify(response.body).replaceAll(code.code, `${code.code}_X`), whole);
        }
        holds(`it failed with code=${code.code}`, whole);
        holds(code.message ?? code.code, whole);
      }
    }
  }
});

test('a code of one API concerns that API alone', () => {
  const ids = partFor('An error occurred (NoSuchEntity) when calling', foreignIndex).apis.map(({ id }) => id);
  assert.deepEqual(ids, ['keyring']);
});
