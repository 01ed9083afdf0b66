import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Engine } from '../../../src/client/search/engine.ts';
import { OURS } from '../../helpers/registry.ts';
import { indexOf } from './setup.ts';

interface Group {
  what: string;
  /** Queries, each with the code that must come first: `api/code`. */
  first: Record<string, string>;
}

const groups: Group[] = JSON.parse(await readFile(new URL('queries.json', import.meta.url), 'utf8'));
const { codes, texts } = await indexOf(OURS);
const engine = new Engine(codes);
await engine.addTexts(texts);

test('there are at least sixty queries, and every API is the answer to one', () => {
  const queries = groups.flatMap(({ first }) => Object.entries(first));
  assert.ok(queries.length >= 60);
  const answers = new Set(queries.map(([, answer]) => answer.split('/')[0]));
  assert.deepEqual([...answers].sort(), codes.apis.map(({ id }) => id).sort());
});

for (const { what, first } of groups) {
  test(`${what} lead to the right code`, () => {
    const found = Object.fromEntries(Object.keys(first).map((query) => [query, firstOf(query)]));
    assert.deepEqual(found, first);
  });
}

function firstOf(query: string): string {
  const [hit] = engine.search(query).hits;
  return hit ? `${hit.href.split('/')[1]}/${hit.name.join('')}` : 'nothing';
}
