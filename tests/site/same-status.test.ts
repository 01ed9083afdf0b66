import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allStatuses, type Code } from '../../src/index.ts';
import { sameStatusFinder } from '../../src/site/same-status.ts';
import { usualStatus } from '../../src/site/usual-status.ts';
import { FOREIGN, OURS, registryIn } from '../helpers/registry.ts';

/** The same, by looking at every code. */
function bySearching(codes: readonly Code[], code: Code): Code[] | undefined {
  const { status } = usualStatus(code);
  const all = codes.filter((it) => allStatuses(it).some((its) => its.status === status));
  if (all.length <= 1) return undefined;
  const others = all.filter((it) => it !== code && !code.related.includes(it.code));
  const isNear = (it: Code) => it.domain === code.domain || it.related.includes(code.code);
  const near = others.filter(isNear).slice(0, 6);
  return others.length > 6 ? near : [...near, ...others.filter((it) => !isNear(it))];
}

test('the other codes with a status are those of the domain and those that name the code, or all where they are few', async () => {
  const registries = await Promise.all([OURS, FOREIGN].map(registryIn));
  const lengths = new Set<number>();
  for (const { codes } of registries.flatMap(({ apis }) => apis)) {
    // both orders, because near codes are found in other lists than the rest
    for (const ordered of [codes, codes.toReversed()]) {
      const find = sameStatusFinder(ordered);
      for (const code of ordered) {
        const found = find(code);
        assert.deepEqual(found, bySearching(ordered, code), code.code);
        lengths.add(found?.length ?? -1);
      }
    }
  }
  assert.deepEqual([...lengths].sort(), [-1, 0, 1, 2, 3, 4, 5, 6]);
});
