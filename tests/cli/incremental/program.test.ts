import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { editOne, writeRegistry } from '../../../src/bench/generate.ts';
import branded from '../../browser/fixtures/branded.config.ts';
import { EVERYTHING } from '../../helpers/everything.ts';
import { assertSame, type Flags, Place } from '../../helpers/incremental.ts';
import { BRANDED, DESK, GROWN, HIDDEN, HOSTILE, NAMESPACES, OURS, SEARCHED, VERSIONS } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** What is built: the registry, and with which options. */
const SITES: Record<string, [contracts: string, flags: Flags]> = {
  desk: [DESK, { host: 'nginx,netlify', precompress: true }],
  versions: [VERSIONS, { base: '/kb/' }],
  branded: [GROWN, { site: 'https://errors.halyard.example', base: '/reference/', config: 'errorbook.config.json' }],
  ...(EVERYTHING && {
    ours: [OURS, { site: 'https://errors.example.com' }],
    hostile: [HOSTILE, {}],
    grown: [GROWN, {}],
    searched: [SEARCHED, {}],
    namespaces: [NAMESPACES, {}],
    hidden: [HIDDEN, {}],
  }),
};

for (const [name, [contracts, flags]] of Object.entries(SITES)) {
  test(`the kept program of a site writes what Astro writes, byte for byte: ${name}`, () =>
    inTemporaryFolder(async (folder) => {
      const place = new Place(folder, contracts);
      const { contracts: _, ...configuration } = branded;
      cpSync(join(dirname(BRANDED), 'branded'), join(folder, 'branded'), { recursive: true });
      writeFileSync(join(folder, 'errorbook.config.json'), JSON.stringify(configuration));

      const whole = join(folder, 'whole');
      const [pages] = await place.build(flags, whole);
      assert.deepEqual(await place.build(flags), [pages, 0]);
      await assertSame(place.out, whole);
      assert.deepEqual(await place.build(flags), [pages, pages]);
      await assertSame(place.out, whole);
    }));
}

test('a site of so many codes that two threads write it is the same from kept parts', () =>
  inTemporaryFolder(async (folder) => {
    const place = new Place(folder);
    await writeRegistry(place.contracts, 510);
    const whole = join(folder, 'whole');
    const [pages] = await place.build({}, whole);
    assert.deepEqual(await place.build(), [pages, 0]);
    await assertSame(place.out, whole);
    await editOne(place.contracts);
    const written = await place.buildsTheSame();
    assert.ok(written.length < 100, written.join());
  }));
