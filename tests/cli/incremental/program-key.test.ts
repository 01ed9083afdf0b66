import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { programKey } from '../../../src/cli/incremental/program-key.ts';
import type { ProgramSource } from '../../../src/cli/pages/compile.ts';
import { NO_SETTINGS } from '../../../src/shared/settings.ts';
import { writeFiles } from '../../helpers/built.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** A program in a folder: its own files, and two packages, of which it uses one through the other. */
const TOOL = {
  'package.json': '{ "dependencies": { "kit": "*" } }',
  'tsconfig.json': '{}',
  'src/pages/index.astro': '<p>one</p>',
  'src/styles/page.css': 'p { color: red }',
  'src/cli/files.ts': 'export const a = 1;',
  'public/social.png': 'png',
  'node_modules/kit/package.json': '{ "version": "1.0.0", "dependencies": { "part": "1" } }',
  'node_modules/part/package.json': '{ "version": "1.0.0" }',
  'node_modules/other/package.json': '{ "version": "1.0.0" }',
};

const SOURCE: Omit<ProgramSource, 'preview'> = {
  place: { base: '/', address: undefined },
  settings: NO_SETTINGS,
  registry: { guideBodies: { 'api/guide': 'Wait.' } },
};

test('the same program has the same key, wherever nothing else matters', async () => {
  await inTemporaryFolder(async (folder) => {
    writeFiles(folder, TOOL);
    const key = programKey(SOURCE, folder);
    writeFiles(folder, {
      'contracts/a/api.yaml': 'title: A',
      'node_modules/other/package.json': '{ "version": "2.0.0" }',
    });
    utimesSync(join(folder, 'src/cli/files.ts'), 2, 2);
    assert.equal(programKey(SOURCE, folder), key);
  });
});

for (const [what, files, source] of [
  ['a component', { 'src/pages/index.astro': '<p>two</p>' }],
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
  ['the base path', {}, { place: { base: '/docs/', address: undefined } }],
  ['the address', {}, { place: { base: '/', address: 'https://errors.example' } }],
  ['a setting', {}, { settings: { ...NO_SETTINGS, name: 'Halyard' } }],
  ['the text of a guide', {}, { registry: { guideBodies: { 'api/guide': 'Wait!' } } }],
] satisfies [string, Record<string, string>, Partial<ProgramSource>?][]) {
  test(`with another ${what.replace(/^(?:a|an|the|another) /, '')}, the program has another key`, () =>
    inTemporaryFolder(async (folder) => {
      writeFiles(folder, TOOL);
      const key = programKey(SOURCE, folder);
      writeFiles(folder, files);
      assert.notEqual(programKey({ ...SOURCE, ...source }, folder), key);
    }));
}
