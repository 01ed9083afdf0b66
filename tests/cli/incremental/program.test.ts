import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertSame, Place } from '../../helpers/incremental.ts';
import * as R from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

const DESK = join(R.SMALL, '../../../../view/documents/contracts');
for (const [name, contracts, flags] of [
  ['ours', R.OURS, { site: 'https://errors.example.com' }],
  ['hostile', R.HOSTILE, {}],
  ['grown', R.GROWN, { base: '/docs/', site: 'https://ferries.example' }],
  ['branded', R.GROWN, { base: '/reference/', site: 'https://errors.halyard.example', config: R.BRANDED }],
  ['searched', R.SEARCHED, { base: '/kb/' }],
  ['namespaces', R.NAMESPACES, {}],
  ['versions', R.VERSIONS, {}],
  ['desk', DESK, { host: 'nginx,netlify', precompress: true }],
  ['hidden', R.HIDDEN, {}],
] as const) {
  test(`a kept program writes what Astro writes: ${name}`, () =>
    inTemporaryFolder(async (folder) => {
      const place = new Place(folder, contracts);
      const whole = join(folder, 'whole');
      const t = performance.now();
      const [pages] = await place.build(flags, whole);
      const t2 = performance.now();
      assert.deepEqual(await place.build(flags), [pages, 0]);
      const t3 = performance.now();
      await assertSame(place.out, whole);
      assert.deepEqual(await place.build(flags), [pages, pages]);
      console.log(name, pages, (t2 - t) | 0, (t3 - t2) | 0, (performance.now() - t3) | 0);
    }));
}
