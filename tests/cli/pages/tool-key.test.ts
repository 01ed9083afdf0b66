import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keyOf } from '../../../src/cli/pages/tool-key.ts';
import { writeFiles } from '../../helpers/built.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** A program in a folder: its own files, and two packages, of which it uses one through the other. */
const TOOL = {
  'package.json': '{ "dependencies": { "kit": "*" } }',
  'tsconfig.json': '{}',
  'src/pages/decode.astro': '<p>one</p>',
  'src/styles/page.css': 'p { color: red }',
  'src/cli/files.ts': 'export const a = 1;',
  'public/social.png': 'png',
  'node_modules/kit/package.json': '{ "version": "1.0.0", "dependencies": { "part": "1" } }',
  'node_modules/part/package.json': '{ "version": "1.0.0" }',
  'node_modules/other/package.json': '{ "version": "1.0.0" }',
};

test('Errorbook has the same key wherever nothing changed that it is made of', async () => {
  await inTemporaryFolder(async (folder) => {
    writeFiles(folder, TOOL);
    const key = keyOf(folder);
    writeFiles(folder, {
      'contracts/a/api.yaml': 'title: A',
      'node_modules/other/package.json': '{ "version": "2.0.0" }',
    });
    utimesSync(join(folder, 'src/cli/files.ts'), 2, 2);
    assert.equal(keyOf(folder), key);
  });
});

for (const [what, files] of [
  ['a component', { 'src/pages/decode.astro': '<p>two</p>' }],
  ['a style', { 'src/styles/page.css': 'p { color: tan }' }],
  ['the command line', { 'src/cli/files.ts': 'export const a = 2;' }],
  ['another file', { 'src/cli/more.ts': '' }],
  ['a public file', { 'public/social.png': 'gif' }],
  ['a setting of the compiler', { 'tsconfig.json': '[]' }],
  [
    'the version of a dependency',
    { 'node_modules/kit/package.json': TOOL['node_modules/kit/package.json'].replace('1.0.0', '1.0.1') },
  ],
  ['the version of a dependency of a dependency', { 'node_modules/part/package.json': '{ "version": "1.0.1" }' }],
  [
    'a dependency of a dependency in another place',
    { 'node_modules/kit/node_modules/part/package.json': '{ "version": "1.0.0" }' },
  ],
] satisfies [string, Record<string, string>][]) {
  test(`with another ${what.replace(/^(?:a|an|the|another) /, '')}, Errorbook has another key`, () =>
    inTemporaryFolder(async (folder) => {
      writeFiles(folder, TOOL);
      const key = keyOf(folder);
      writeFiles(folder, files);
      assert.notEqual(keyOf(folder), key);
    }));
}
