import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { MANAGERS } from '../../src/init/packages.ts';
import { ROOT } from '../helpers/command.ts';
import { commitAll, edit, git } from '../helpers/git.ts';
import { MARKER } from '../helpers/github.ts';
import { present } from '../helpers/present.ts';
import { bash, inTeam } from './runner.ts';

interface Input {
  description: string;
  default: string | boolean | number;
  options?: string[];
}

interface Job {
  extends?: string;
  variables?: Record<string, string>;
  before_script?: string[];
  script?: string[];
  rules?: { if: string }[];
  pages?: Record<string, string>;
  artifacts?: { paths?: string[]; reports?: Record<string, string>; when?: string };
}

const FILE = join(ROOT, '.gitlab/errorbook.gitlab-ci.yml');
const TEXT = readFileSync(FILE, 'utf8');
const [{ spec }, JOBS]: [{ spec: { inputs: Record<string, Input> } }, Record<string, Job>] = (() => {
  const [head, body] = parseAllDocuments(TEXT).map((document) => document.toJS());
  return [head, body];
})();

/** The lines that a runner gives to the shell for a job, and its variables. */
function shellOf(name: string, inputs: Record<string, string>) {
  const base = present(JOBS['.errorbook']);
  const job = present(JOBS[name]);
  assert.equal(job.extends, '.errorbook');
  const filled = (text: string) =>
    text.replace(
      /\$\[\[ inputs\.([\w-]+) \]\]/g,
      (_, input: string) => inputs[input] ?? String(spec.inputs[input]?.default),
    );
  const variables = Object.entries(base.variables ?? {}).map(([key, value]) => [key, filled(value)] as const);
  const script = [...(base.before_script ?? []), ...(job.script ?? [])].join('\n');
  return { script, variables: Object.fromEntries(variables) };
}

interface Given {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
}

/** Runs a job of the template in a project, as a pipeline of a merge request would. */
function run(folder: string, name: string, { inputs = {}, env = {} }: Given = {}) {
  const { script, variables } = shellOf(name, inputs);
  const base = git(folder, 'rev-parse', 'main');
  return bash(script, folder, {
    PATH: [join(folder, '../programs'), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: dirname(folder),
    GITLAB_CI: 'true',
    CI_PROJECT_DIR: folder,
    CI_PROJECT_ID: '12',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_PAGES_URL: 'https://team.gitlab.example/errors',
    ...variables,
    ...env,
  });
}

/** A project with the command line installed, as `npm ci` would; it stands on a branch with a breaking change. */
function inProject(work: (folder: string) => Promise<void>): Promise<void> {
  return inTeam(async (folder) => {
    const outer = dirname(folder);
    // the packages are there already
    const script = '#!/bin/sh\n[ "$*" = "ci --ignore-scripts" ]\n';
    mkdirSync(join(outer, 'programs'));
    writeFileSync(join(outer, 'programs/npm'), script, { mode: 0o755 });
    git(folder, 'checkout', '--quiet', '-b', 'change');
    edit(join(folder, 'contracts/parcels/tracking.yaml'), 'status: 404', 'status: 410');
    commitAll(folder);
    await work(folder);
  });
}

/** A server that keeps the notes of merge request 7 as GitLab does. */
async function withNotes(work: (address: string, notes: { id: number; body: string }[]) => Promise<void>) {
  const notes = [{ id: 1, body: `${MARKER}\nof somebody else`, author: { username: 'mallory' } }];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers['private-token'] !== 'secret') return answer(401, { message: '401 Unauthorized' });
    const [path] = (request.url ?? '').split('?');
    if (path === '/api/v4/user') return answer(200, { username: 'bot' });
    const id = /^\/api\/v4\/projects\/12\/merge_requests\/7\/notes(?:\/(\d+))?$/.exec(path ?? '');
    if (!id) return answer(404, { message: '404 Not found' });
    if (request.method === 'GET') return answer(200, notes);
    const { body }: { body: string } = JSON.parse(text);
    if (request.method === 'POST') notes.push({ id: notes.length + 1, body, author: { username: 'bot' } });
    else present(notes.find((note) => note.id === Number(id[1]))).body = body;
    return answer(200, {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`, notes);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

test('the jobs are these, and each input is described and used outside of scripts', () => {
  assert.deepEqual(Object.keys(JOBS), [
    '.errorbook',
    'errorbook-check',
    'errorbook-preview',
    'errorbook-preview-pages',
    'errorbook-note',
    'errorbook-pages',
    'errorbook-part',
    'errorbook-pages-of-parts',
  ]);
  for (const [name, { description, default: usual, options }] of Object.entries(spec.inputs)) {
    assert.ok(description, name);
    assert.ok(options === undefined || options.includes(String(usual)), name);
    assert.ok(TEXT.includes(`$[[ inputs.${name} ]]`), name);
  }
  for (const { script = [], before_script = [] } of Object.values(JOBS))
    assert.doesNotMatch([...before_script, ...script].join('\n'), /\$\[\[/);
});

test('nothing replaces the published site unless a team chose it', () => {
  const conditions = (name: string) => present(JOBS[name]?.rules).map((rule) => rule.if);
  const merge = '$CI_PIPELINE_SOURCE == "merge_request_event"';
  assert.deepEqual(conditions('errorbook-preview-pages'), [`"$[[ inputs.previews ]]" == "pages" && ${merge}`]);
  const chosen = (shards: string) => [
    `"$[[ inputs.pages ]]" == "true" && "$[[ inputs.shards ]]" ${shards} "1" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH`,
  ];
  assert.deepEqual(conditions('errorbook-pages'), chosen('=='));
  for (const name of ['errorbook-part', 'errorbook-pages-of-parts']) assert.deepEqual(conditions(name), chosen('!='));
  assert.deepEqual([spec.inputs.previews?.default, spec.inputs.pages?.default], ['artifact', false]);
  assert.equal(JOBS['errorbook-preview']?.pages, undefined);
});

test('check writes a Code Quality report, and fails on errors and on what breaks callers', () =>
  inProject(async (folder) => {
    const report = join(folder, present(JOBS['errorbook-check']?.artifacts?.reports?.codequality));
    const breaking = await run(folder, 'errorbook-check');
    assert.deepEqual([breaking.status, breaking.err], [1, '']);
    assert.match(breaking.out, /404.*410/);
    assert.deepEqual(JSON.parse(readFileSync(report, 'utf8')), []);
    const branch = await run(folder, 'errorbook-check', { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' } });
    assert.equal(branch.status, 0, branch.out + branch.err);
    edit(join(folder, 'contracts/parcels/tracking.yaml'), 'status: 410', 'status: 99');
    const wrong = await run(folder, 'errorbook-check', { env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: '' } });
    assert.equal(wrong.status, 1);
    const [problem, ...others] = JSON.parse(readFileSync(report, 'utf8'));
    assert.deepEqual(others, []);
    assert.equal(problem.location.path, 'contracts/parcels/tracking.yaml');
    assert.match(wrong.out, /contracts\/parcels\/tracking\.yaml:\d+:\d+/);
  }));

test('the note is written once and updated, with the changes as a quotation; another user’s note is left alone', () =>
  inProject((folder) =>
    withNotes(async (address, notes) => {
      const env = { CI_API_V4_URL: address, GITLAB_TOKEN: 'secret' };
      const first = await run(folder, 'errorbook-note', { env });
      assert.deepEqual([first.status, first.out, first.err], [0, 'Wrote a comment of merge request 7.\n', '']);
      edit(join(folder, 'contracts/parcels/tracking.yaml'), 'status: 410', 'status: 411');
      rmSync(join(folder, 'errorbook-report.md'));
      const second = await run(folder, 'errorbook-note', { env });
      assert.deepEqual([second.status, second.out], [0, 'Updated the comment of merge request 7.\n']);
      assert.equal(notes.length, 2);
      const body = present(notes[1]).body;
      assert.ok(body.startsWith(`${MARKER}\n`));
      assert.match(body, /^> .*404 to 411/m);
      const refused = await run(folder, 'errorbook-note', { env: { ...env, GITLAB_TOKEN: 'wrong' } });
      assert.equal(refused.status, 2);
      assert.match(
        refused.err,
        /^GitLab returned 401 for GET .*: 401 Unauthorized\. Pass a project access token as GITLAB_TOKEN\.\n$/,
      );
      const none = await run(folder, 'errorbook-note', { env: { CI_API_V4_URL: address } });
      assert.match(none.err, /^GITLAB_TOKEN isn't set; [^\n]+\n$/);
    }),
  ));

test('what GitLab would read into a text is parted, but code and the addresses of the preview stay', () =>
  inProject((folder) =>
    withNotes(async (address, notes) => {
      const links = 'https://team.gitlab.example/errors/mr-7/a/~b';
      mkdirSync(join(folder, 'errorbook-preview'));
      writeFileSync(join(folder, 'errorbook-preview/report.md'), `/merge !7 &7 ~bug @team #7 \`!x\` [a](${links})\n`);
      const env = { CI_API_V4_URL: address, GITLAB_TOKEN: 'secret' };
      assert.equal((await run(folder, 'errorbook-note', { env })).status, 0);
      assert.equal(
        present(notes[1]).body.split('\n').at(-1),
        `> \\/merge !\u200b7 &amp;\u200b7 \\~\u200bbug @\u200bteam \\#\u200b7 \`!x\` [a](${links})`,
      );
      assert.equal(existsSync(join(folder, 'errorbook-report.md')), false);
    }),
  ));

test('the preview of a merge request is built for the address that GitLab Pages gives it, and published from that folder', () =>
  inProject(async (folder) => {
    const env = { CI_PAGES_URL: 'https://team.gitlab.example/errors/mr-7' };
    const { status, err } = await run(folder, 'errorbook-preview-pages', { env });
    assert.deepEqual([status, err], [0, '']);
    const { pages, artifacts } = present(JOBS['errorbook-preview-pages']);
    assert.deepEqual(artifacts?.paths, [`${pages?.publish}/`]);
    const report = readFileSync(join(folder, present(pages?.publish), 'report.md'), 'utf8');
    assert.match(report, /\]\(https:\/\/team\.gitlab\.example\/errors\/mr-7\/parcels\/errors\/PARCEL_UNKNOWN\/\)/);
  }));

test('each of several jobs builds a part, and the next combines them into one site for GitLab Pages', () =>
  inProject(async (folder) => {
    const outer = dirname(folder);
    const log = join(outer, 'log');
    writeFileSync(join(outer, 'programs/npx'), `#!/bin/sh\nprintf '<%s>' "$@" >> '${log}'\necho >> '${log}'\n`, {
      mode: 0o755,
    });
    for (const part of ['1', '2']) {
      const env = { CI_NODE_INDEX: part, CI_NODE_TOTAL: '2' };
      assert.equal((await run(folder, 'errorbook-part', { env })).status, 0);
      mkdirSync(join(folder, 'errorbook-parts', part), { recursive: true });
    }
    assert.equal((await run(folder, 'errorbook-pages-of-parts')).status, 0);
    const built = (part: string) =>
      `<--no><errorbook><build><--shard><${part}/2><--site><https://team.gitlab.example><--base></errors><--out><${folder}/errorbook-parts/${part}>\n`;
    const parts = `<${folder}/errorbook-parts/1><${folder}/errorbook-parts/2>`;
    const merged = `<--no><errorbook><merge>${parts}<--out><${folder}/public>\n`;
    assert.equal(readFileSync(log, 'utf8'), built('1') + built('2') + merged);
    assert.deepEqual(JOBS['errorbook-part']?.artifacts?.paths, ['errorbook-parts/']);
    const { pages, artifacts } = present(JOBS['errorbook-pages-of-parts']);
    assert.deepEqual(artifacts?.paths, [`${pages?.publish}/`]);
  }));

test('packages are installed as init writes it, without scripts', () => {
  const action = readFileSync(join(ROOT, '.github/actions/errorbook/read.sh'), 'utf8');
  for (const { ci, prepare, locks, exec } of Object.values(MANAGERS)) {
    for (const line of [ci, ...prepare]) {
      assert.ok(TEXT.includes(line), line);
      assert.ok(action.includes(line), line);
    }
    for (const text of [...locks, `${exec} errorbook`]) assert.ok(action.includes(text), text);
  }
});

test('the hook for pre-commit runs the installed package on changes of the registry alone', async () => {
  const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  assert.deepEqual(hooks, [
    {
      id: 'errorbook',
      name: 'Check the error registry',
      entry: 'npx --no errorbook check',
      language: 'system',
      files: '^contracts/',
      pass_filenames: false,
    },
  ]);
  await inProject(async (folder) => {
    const env = { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: dirname(folder) };
    const { status, out } = await bash(String(present(hooks[0]).entry), folder, env);
    assert.deepEqual([status, out], [0, '5 files, 5 codes: 0 errors, 0 warnings.\n']);
  });
});
