import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type Decoded,
  decode,
  differenceSentence,
  type Explanation,
  noteSentence,
  summarySentence,
  waitSentence,
} from '../../src/decode/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { index, NOW } from './setup.ts';

const folder = join(import.meta.dirname, 'cases');
const pastes = readdirSync(folder).filter((name) => name.endsWith('.paste.txt'));

assert.ok(pastes.length > 20);
for (const name of pastes) {
  test(`decodes ${name.replace('.paste.txt', '').replaceAll('-', ' ')}`, () => {
    const paste = readFileSync(join(folder, name), 'utf8');
    expectFile(join(folder, name.replace('.paste.', '.expected.')), outline(decode(paste, index, NOW)));
  });
}

/** All that a reader is told, without the texts that stand in the registry. */
function outline({ explanations, notes, nearest }: Decoded): string {
  return [
    summarySentence(explanations),
    ...notes.map((note) => `! ${noteSentence(note)}`),
    ...(nearest.length > 0 ? [`? ${nearest.map(({ api, entry }) => `${api.id}/${entry.code}`).join(', ')}`] : []),
    ...explanations.map((it) => ['', ...outlineOf(it)].join('\n')),
  ].join('\n');
}

function outlineOf(it: Explanation): string[] {
  const { entry, api, status, retry, wait } = it;
  return [
    `${api.id}/${entry?.code ?? `unknown ${it.code ?? 'message'}`} (${it.found} in line ${it.line}, ${it.times} in all)`,
    ...it.others.map(({ id }) => `  or from ${id}`),
    ...(it.nearest.length > 0 ? [`  near: ${it.nearest.map((near) => near.entry.code).join(', ')}`] : []),
    `  status: ${status ? `${status.value} from ${status.from}` : 'not given'}`,
    `  retry: ${retry.policy} by ${retry.from}`,
    ...(wait ? [`  ${waitSentence(wait, (moment) => new Date(moment).toISOString())}`] : []),
    ...it.differences.map((difference) => `  - ${differenceSentence(difference)}`),
    ...it.values.map(({ name, role, value }) => `  ${name} (${role ?? 'other'}): ${value}`),
    ...(it.otherRequests.length > 0 ? [`  other requests: ${it.otherRequests.join(', ')}`] : []),
  ];
}
