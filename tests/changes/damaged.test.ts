import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { check, compare, type SourceFile } from '../../src/index.ts';
import { seeded, withoutReleases } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { OURS } from '../helpers/registry.ts';
import { listed } from './setup.ts';

const all = withoutReleases(await readContracts(OURS));
const whole = check(all).snapshots();

function statesWith(path: string, text: string) {
  return check(all.map((source): SourceFile => (source.path === path ? { path, text } : source)));
}

test('a file that breaks off takes nothing away and adds nothing: what cannot be read is not compared', () => {
  const random = seeded(7);
  for (const { path, text } of all.filter((source) => source.path.endsWith('.json'))) {
    for (let i = 0; i < 8; i++) {
      const end = 1 + random(text.trimEnd().length - 1);
      const broken = statesWith(path, text.slice(0, end)).snapshots();
      const what = `${path} up to ${end}`;
      assert.equal(listed(compare(whole, broken)), 'No change.', what);
      assert.equal(listed(compare(broken, whole)), 'No change.', `${what}, before`);
    }
  }
});

test('whatever happens to a file, a comparison is made, and the same states give the same changes', () => {
  const random = seeded(8);
  for (let i = 0; i < 40; i++) {
    const { path, text } = present(all[random(all.length)]);
    const lines = text.split('\n');
    lines.splice(random(lines.length), 1 + random(3));
    const broken = statesWith(path, lines.join('\n')).snapshots();
    for (const [before, after] of [
      [whole, broken],
      [broken, whole],
    ] as const) {
      assert.deepEqual(compare(before, after), compare(structuredClone(before), structuredClone(after)));
    }
  }
});
