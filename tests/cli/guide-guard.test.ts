import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { guarded } from '../../src/cli/guide-guard.ts';
import type { SourceFile } from '../../src/index.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Ends itself at each text with a certain word, as native code that crashes does, and writes down that it ran. */
const CRASHING = `
import { appendFileSync, readFileSync, writeSync } from 'node:fs';
appendFileSync(process.argv[1] + '.runs', 'x');
for (const [index, text] of JSON.parse(readFileSync(0, 'utf8')).entries()) {
  writeSync(1, index + '\\n');
  if (text.includes('crash')) process.abort();
}`;

/** Which of the guides are marked, and how often the reader ran. */
async function marked(texts: Record<string, string>): Promise<{ crashes: string[]; runs: number }> {
  let found = { crashes: ['nothing ran'], runs: 0 };
  await inTemporaryFolder(async (folder) => {
    const reader = join(folder, 'reader.mjs');
    await writeFile(reader, CRASHING);
    const sources = Object.entries(texts).map(([path, text]): SourceFile => ({ path, text }));
    const read = await guarded(sources, reader);
    assert.deepEqual(
      read.map(({ path, text, trouble }) => ({ path, text, trouble })),
      sources.map(({ path, text }, index) =>
        read[index]?.trouble ? { path, text: '', trouble: 'crash' } : { path, text, trouble: undefined },
      ),
    );
    const runs = await readFile(`${reader}.runs`, 'utf8').catch(() => '');
    found = { crashes: read.flatMap(({ path, trouble }) => (trouble ? [path] : [])), runs: runs.length };
  });
  return found;
}

test('guides on which the parser crashes are marked, and no others', async () => {
  const texts = {
    'a/api.yaml': 'import crash',
    'a/guides/1.mdx': 'import a',
    'a/guides/2.mdx': 'A {crash}.',
    'a/guides/3.mdx': '{b}',
    'a/guides/4.mdx': 'Text.\n\n- export crash',
    'a/guides/5.mdx': 'export c',
  };
  assert.deepEqual(await marked(texts), { crashes: ['a/guides/2.mdx', 'a/guides/4.mdx'], runs: 3 });
});

test('guides without code are read by no other process', async () => {
  const text = 'Call `/v1/{id}`, that may crash.\n\n```js\nimport { a } from "b";\n```\n\nAn import.\n';
  assert.deepEqual(await marked({ 'a/guides/1.mdx': text }), { crashes: [], runs: 0 });
});

test('after many crashes the other guides with code are not read at all', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`a/guides/${index}.mdx`, index < 20 ? 'import crash' : 'import a']),
  );
  const { crashes, runs } = await marked(texts);
  assert.deepEqual({ crashes: crashes.length, runs }, { crashes: 40, runs: 9 });
});
