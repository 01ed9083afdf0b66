import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type RuleMeta, rules } from '../../src/index.ts';
import { expectTable } from '../helpers/docs.ts';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';

const FIXTURES = join(ROOT, 'tests/load/rules');
const SOURCES = ['src/load/rules', 'src/load/lint/rules', 'src/changes/release/rules'];

for (const { id, group } of rules) {
  const optional = group === undefined ? [] : ['--rules', group];
  const folder = join(FIXTURES, id);

  test(`${id}: what it asks for passes, and so do its neighbours`, async () => {
    const { status, out, err } = await runIn(folder, ['check', '--strict', '--contracts', 'valid', ...optional]);
    assert.match(
      out,
      /^\d+ files?, \d+ codes?: 0 errors, 0 warnings(?:, \d+ known gaps?)?\.(?: \d+ facts? not confirmed: .+\.)?$/,
    );
    assert.deepEqual({ status, err }, { status: 0, err: '' });
  });

  test(`${id}: what breaks it is shown with its place and its fix`, async () => {
    const { status, out, err } = await runIn(folder, ['check', '--strict', '--contracts', 'invalid', ...optional]);
    assert.deepEqual({ status, err }, { status: 1, err: '' });
    expectFile(join(folder, 'expected.txt'), out);
    const named = new Set([...out.matchAll(/^\S.*:\d+:\d+ {2}(?:error|warning) {2}(\S+)$/gm)].map((match) => match[1]));
    assert.deepEqual([...named], [id], 'its fixture breaks this rule alone');
  });
}

test('a rule is one file by its id, which exports a rule of that id', async () => {
  const found: string[] = [];
  for (const source of SOURCES) {
    for (const file of readdirSync(join(ROOT, source))) {
      const module: Record<string, unknown> = await import(pathToFileURL(join(ROOT, source, file)).href);
      const exported = Object.values(module).filter(isRule);
      assert.deepEqual(
        exported.map(({ id }) => `${id}.ts`),
        [file],
      );
      found.push(...exported.map(({ id }) => id));
    }
  }
  assert.deepEqual(
    found.sort(),
    rules.map(({ id }) => id),
  );
});

test('every fixture folder belongs to a rule', () => {
  const folders = readdirSync(FIXTURES).sort();
  assert.deepEqual(
    folders,
    rules.map(({ id }) => id),
  );
  for (const folder of folders) assert.ok(existsSync(join(FIXTURES, folder, 'expected.txt')), folder);
});

test('the documentation lists every rule with what it holds', () => {
  expectTable('rules', ['| rule | level | what it holds |', '|---|---|---|', ...rules.map(rowOf)]);
});

function rowOf({ id, level, group, summary }: RuleMeta): string {
  return `| \`${id}\` | ${level}${group === undefined ? '' : `, with \`--rules ${group}\``} | ${summary} |`;
}

function isRule(value: unknown): value is RuleMeta {
  return typeof value === 'object' && value !== null && 'id' in value && 'level' in value && 'summary' in value;
}
