import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { writeRegistry } from '../../src/bench/generate.ts';
import { peersHere } from '../../src/bench/peers/peers.ts';
import { filesIn } from '../helpers/files.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Writes programs that only say their version. */
function programs(folder: string): { hugo: string; eleventy: string } {
  mkdirSync(folder);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${text}'\n`, { mode: 0o755 });
    return join(folder, name);
  };
  return { hugo: write('hugo', 'hugo v0.150.1+extended linux/amd64'), eleventy: write('eleventy', '3.1.2') };
}

test('other programs are used as they are named, else as they are found on the path', () =>
  inTemporaryFolder(async (folder) => {
    const { hugo, eleventy } = programs(join(folder, 'bin'));
    const found = (named: Record<string, string>, path: string) =>
      peersHere(named, path).map(({ name, version, file }) => [name, version, file]);
    const both = [
      ['Hugo', '0.150.1', hugo],
      ['Eleventy', '3.1.2', eleventy],
    ];
    assert.deepEqual(found({ hugo, eleventy }, ''), both);
    assert.deepEqual(found({}, [join(folder, 'none'), join(folder, 'bin')].join(delimiter)), both);
    assert.deepEqual(found({ eleventy }, ''), [['Eleventy', '3.1.2', eleventy]]);
    assert.deepEqual(found({}, ''), []);
  }));

test('each builds a page for each code and each domain, from the same Markdown', () =>
  inTemporaryFolder(async (folder) => {
    const registry = join(folder, 'registry');
    await writeRegistry(registry, 3, 2);
    const pages: string[] = [];
    for (const { name, prepare, argumentsFor } of peersHere(programs(join(folder, 'bin')), '')) {
      prepare(registry, join(folder, name));
      const files = await filesIn(join(folder, name));
      const [page = ''] = files.filter((file) => file.includes('codes/'));
      pages.push(readFileSync(join(folder, name, page), 'utf8'));
      expectFile(
        join(ROOT, `tests/bench/fixtures/${name.toLowerCase()}.txt`),
        [...files, '', `${name.toLowerCase()} ${argumentsFor('OUT').join(' ')}`].join('\n'),
      );
    }
    assert.equal(new Set(pages).size, 1);
    expectFile(join(ROOT, 'tests/bench/fixtures/page.md'), pages[0] ?? '');
  }));
