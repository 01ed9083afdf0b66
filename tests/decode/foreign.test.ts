import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode } from '../../src/decode/index.ts';
import { FOREIGN, registryIn } from '../helpers/registry.ts';
import { indexOf, NOW } from './setup.ts';

/*
 * What programs print about errors of other catalogs: SQLSTATEs, close codes, exceptions, addresses. An error that is not
 * certain is not explained.
 */

const pastes: { paste: string; found: string[] }[] = JSON.parse(
  readFileSync(new URL('foreign.json', import.meta.url), 'utf8'),
);
const index = indexOf(await registryIn(FOREIGN));

for (const { paste, found } of pastes) {
  test(`${paste.split('\n').at(0)}: ${found.join(', ') || 'nothing that is certain'}`, () => {
    const { explanations } = decode(paste, index, NOW);
    const codes = explanations.map(({ api, entry, others }) =>
      [`${api.id}/${entry?.code}`, ...others.map(({ id }) => `or ${id}`)].join(' '),
    );
    assert.deepEqual(codes, found);
  });
}
