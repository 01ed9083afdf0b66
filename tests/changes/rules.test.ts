import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CHANGE_LEVELS, type ChangeRule, changeRules } from '../../src/index.ts';
import { expectTable } from '../helpers/docs.ts';
import { ROOT } from '../helpers/fixture.ts';

const FOLDER = join(ROOT, 'src/changes/rules');

test('a rule of the comparison is one file by its id, which exports a rule of that id', async () => {
  const files = readdirSync(FOLDER).sort();
  for (const file of files) {
    const module: Record<string, ChangeRule> = await import(pathToFileURL(join(FOLDER, file)).href);
    assert.deepEqual(
      Object.values(module).map(({ id }) => `${id}.ts`),
      [file],
    );
  }
  assert.deepEqual(changeRules.map(({ id }) => `${id}.ts`).sort(), files);
});

test('every rule of the comparison says what it finds and why it has its level, and looks at something', () => {
  for (const { id, summary, reason, check, checkRegistry } of changeRules) {
    for (const text of [summary, reason]) assert.match(text, /^[A-Z].+\.$/, id);
    assert.notEqual(summary, reason, id);
    assert.equal(!check, !!checkRegistry, id);
  }
});

test('rules stand in the order of their levels, then of their ids', () => {
  const key = ({ id, level }: ChangeRule) => `${CHANGE_LEVELS.indexOf(level)} ${id}`;
  assert.deepEqual(changeRules.map(key), changeRules.map(key).sort());
});

test('the documentation lists every rule of the comparison with what it finds and why', () => {
  expectTable('changes', ['| rule | level | what it finds | why |', '|---|---|---|---|', ...changeRules.map(rowOf)]);
});

function rowOf({ id, level, summary, reason }: ChangeRule): string {
  return `| \`${id}\` | ${level} | ${summary} | ${reason} |`;
}
