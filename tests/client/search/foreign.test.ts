import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Engine } from '../../../src/client/search/engine.ts';
import { present } from '../../helpers/present.ts';
import { FOREIGN } from '../../helpers/registry.ts';
import { indexOf } from './setup.ts';

/*
 * What people search for in catalogs whose codes are numbers, SQLSTATEs and dotted or lower-case names, pasted with what was
 * around them.
 */

interface Group {
  what: string;
  /** Queries, each with the code that must come first: `api/code`. */
  first: Record<string, string>;
}

const groups: Group[] = JSON.parse(await readFile(new URL('foreign.json', import.meta.url), 'utf8'));
const queries = groups.flatMap(({ first }) => Object.entries(first));
const { codes, texts } = await indexOf(FOREIGN);
const engine = new Engine(codes);
await engine.addTexts(texts);

test('of at least a hundred queries, 98 of 100 find the right code first', () => {
  assert.ok(queries.length >= 100);
  const misses = queries.flatMap(([query, wanted]) => {
    const found = firstOf(query);
    return found === wanted ? [] : [`${query}: ${found} instead of ${wanted}`];
  });
  assert.ok(misses.length * 50 <= queries.length, misses.join('\n'));
});

test('a code among other words needs no texts', () => {
  const early = new Engine(codes);
  const named = groups
    .filter(({ what }) => !/message|operation/.test(what))
    .flatMap(({ first }) => Object.entries(first));
  for (const [query, wanted] of named) assert.equal(firstOf(query, early), wanted, query);
});

function firstOf(query: string, among = engine): string {
  const [hit] = among.search(query).hits;
  return hit ? `${hit.href.split('/')[1]}/${hit.name.join('')}` : 'nothing';
}

test('a hit shows the message first, then what it means, without Markdown and nothing twice', () => {
  const lineOf = (query: string) => present(engine.search(query).hits[0]).line.join('');
  assert.equal(lineOf('30007'), 'Message filtered · The carrier took the text for spam.');
  assert.equal(lineOf('30007 campaign pending'), 'Message filtered · Campaign registration is pending for the sender.');
  assert.equal(lineOf('links to shorteners'), 'Message filtered · Links to shorteners are often blocked.');
  assert.equal(lineOf('13520'), '<Speak>: invalid text · There is nothing to say.');
  assert.equal(lineOf('is_archived'), 'The room was archived.');
});
