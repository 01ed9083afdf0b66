import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { changeRules } from '../../src/index.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { compareIn, listed } from './setup.ts';

const HERE = join(ROOT, 'tests/changes');
const RULES = join(HERE, 'rules');
const CASES = join(HERE, 'cases');

/** The lines `name: why` of a file beside a fixture; nothing where there is no such file. */
function comments(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [name, why] = line.split(': ');
      assert.ok(name && why, `${file}: \`${line}\` names something and says why`);
      return name;
    });
}

async function holds(folder: string): Promise<string[]> {
  const { changes, problems } = await compareIn(folder);
  expectFile(join(folder, 'expected.txt'), listed(changes));
  const broken = comments(join(folder, 'broken.txt'));
  assert.deepEqual(
    [...new Set(problems.map((problem) => present(problem.split(' ')[1]).replace(/:$/, '')))],
    broken,
    `${problems.join('\n')}\nboth sides pass a check, or broken.txt says why not`,
  );
  const names = changes.filter(({ level }) => level === 'breaking').map((it) => [it.api, it.rule, it.code, it.part]);
  assert.equal(new Set(names.map((name) => JSON.stringify(name))).size, names.length, 'each can be approved by itself');
  return [...new Set(changes.map(({ rule }) => rule))].sort();
}

for (const { id } of changeRules) {
  test(`${id}: it is found, and nothing else is`, async () => {
    const folder = join(RULES, id);
    assert.deepEqual(await holds(folder), [id, ...comments(join(folder, 'also.txt'))].sort());
  });
}

for (const name of readdirSync(CASES).sort()) {
  test(`${name.replaceAll('-', ' ')}: what is found`, async () => {
    await holds(join(CASES, name));
  });
}

test('every fixture folder belongs to a rule', () => {
  assert.deepEqual(readdirSync(RULES).sort(), changeRules.map(({ id }) => id).sort());
});
