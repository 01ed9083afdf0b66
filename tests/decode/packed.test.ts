import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeRegistry } from '../../src/bench/generate.ts';
import { packed, unpacked } from '../../src/decode/index.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { builtIndexOf, registry } from './setup.ts';

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

test('an API has all its codes again after it was packed, fields that few codes have and addresses of their own included', () => {
  for (const api of builtIndexOf(registry).apis) {
    const [first, ...others] = api.codes;
    const moved = { ...api, codes: [{ ...present(first), href: '/elsewhere/' }, ...others] };
    for (const it of [api, moved, { ...api, codes: [] }]) {
      const sent = throughJson(packed(it));
      assert.deepEqual(unpacked(sent), throughJson(it));
    }
  }
});

test('packed, an API of many codes compresses to less', () =>
  inTemporaryFolder(async (folder) => {
    await writeRegistry(folder, 1000);
    const api = present(builtIndexOf(await registryIn(folder)).apis[0]);
    const [columns, rows] = [packed(api), api].map((it) => gzipSync(JSON.stringify(it)).length);
    assert.ok(present(columns) < 0.85 * present(rows), `${columns} of ${rows} bytes`);
  }));
