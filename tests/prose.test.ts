import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOCS } from './helpers/docs.ts';
import { findingsIn, type Prose } from './helpers/prose-lint.ts';
import { commentsOf, filesBelow, markdownOf, textsOfProgram } from './helpers/prose-sources.ts';

/** It has the phrases that nothing else may have. */
const VOCABULARY = 'src/load/lint/vocabulary.ts';

/** Everything that a person reads, by what it is. The registries have the rule `wording` of `check`. */
const SOURCES: Record<string, () => Prose[]> = {
  'the documentation': () => DOCS.flatMap(markdownOf),
  'the program: interface texts, diagnostics, help, and the comments of what it generates': () =>
    filesBelow('src', '.ts')
      .filter((file) => file !== VOCABULARY)
      .flatMap(textsOfProgram),
  'the runtimes in other languages': () => [
    ...filesBelow('src/artifacts/runtimes', '.py').flatMap((file) => commentsOf(file, '#')),
    ...filesBelow('src/artifacts/runtimes', '.go').flatMap((file) => commentsOf(file, '//')),
  ],
  'the workflows': () => filesBelow('.github', '.yml').flatMap((file) => commentsOf(file, '#')),
};

for (const [what, texts] of Object.entries(SOURCES)) {
  test(`the words of ${what} are plain`, async () => {
    const all = texts();
    assert.ok(all.length > 2, `${all.length} texts`);
    assert.deepEqual(await findingsIn(all), []);
  });
}

test('only prose is linted: no code, quotation or address, in whichever form it is written', async () => {
  const markdown = [
    'Mend `the mend` and "mend" and [this](https://example.com/mend).',
    '    mend',
    '```\nmend\n```',
    '| a | b |\n|---|---|\n| mend | `mend` |',
  ].join('\n\n');
  assert.deepEqual(await findingsIn([{ file: 'a.md', line: 1, markdown }]), [
    'a.md:1: "Mend": write "Fix"',
    'a.md:11: "mend": write "fix"',
  ]);
});
