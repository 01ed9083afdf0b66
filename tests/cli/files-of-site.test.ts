import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesInTwo } from '../../src/cli/files-in-two.ts';
import { writeFilesOfSite } from '../../src/cli/files-of-site.ts';
import { type Api, type Code, codePath, type Registry } from '../../src/index.ts';
import { NO_SETTINGS } from '../../src/shared/settings.ts';
import { filesIn } from '../helpers/files.ts';
import { present } from '../helpers/present.ts';
import { AFTER, registryIn } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const settings = NO_SETTINGS;
const place = { base: '/docs/', address: 'https://errors.example' };

/** A registry of so many codes, all like the first one of a fixture. */
async function largeRegistry(count: number): Promise<Registry> {
  const registry = await registryIn(AFTER);
  const api: Api = present(registry.apis[0]);
  const first: Code = present(api.codes[0]);
  const codes = Array.from({ length: count }, (_, index) => ({ ...first, code: `C${index}`, address: `C${index}` }));
  return { ...registry, apis: [{ ...api, codes }] };
}

test('a large site gets the same files from a thread of its own, each at its address below the base path', () =>
  inTemporaryFolder(async (folder) => {
    const registry = await largeRegistry(600);
    const [there, here] = [join(folder, 'there'), join(folder, 'here')];
    const files = filesInTwo({ registry, settings, place });
    files.begin({ folder: there });
    await files.finish();
    await writeFilesOfSite({ folder: here, registry, settings, place });
    const names = await filesIn(here);
    assert.deepEqual(await filesIn(there), names);
    assert.ok(names.includes(`lockers/${codePath('C599').replace(/\/$/, '.md')}`), names.join('\n'));
    for (const file of ['sitemap.xml', 'llms.txt', 'search/codes.json', 'search/texts-0.json', 'decode/index.json'])
      assert.ok(names.includes(file), file);
    for (const file of names)
      assert.deepEqual(await readFile(join(there, file)), await readFile(join(here, file)), file);
  }));

test('what goes wrong in the thread is an error of the build', () =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const files = filesInTwo({ registry: await largeRegistry(600), settings, place });
    files.begin({ folder: file });
    await assert.rejects(files.finish(), /ENOTDIR|EEXIST/);
  }));
