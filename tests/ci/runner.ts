import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { ERRORBOOK, ROOT } from '../helpers/command.ts';
import { commitAll, smallRepository } from '../helpers/git.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** A step of the composite action. */
export interface ActionStep {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  'working-directory'?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}

interface ActionFile {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: ActionStep[] };
}

const FOLDER = join(ROOT, '.github/actions/errorbook');

/** The action as its file says. */
export const ACTION: ActionFile = parse(readFileSync(join(FOLDER, 'action.yml'), 'utf8'));

/** How a use of the action ended: what it printed, its outputs, and what it added to the summary of the job. */
export interface Used {
  status: number | null;
  out: string;
  err: string;
  outputs: Record<string, string>;
  summary: string;
}

/** A use of the action: inputs by name, and what the runner adds to the environment. */
export interface Use {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  /** Programs to find before all others. */
  programs?: string;
}

/** The values of an environment that a runner fills in; anything but an input or the token is an error. */
function filledIn(text: string, inputs: Record<string, string>): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (all, expression: string) => {
    if (expression === 'github.token') return 'secret-token';
    const name = /^inputs\.([\w-]+)$/.exec(expression)?.[1];
    if (name === undefined || inputs[name] === undefined) throw new Error(`Unknown expression ${all}`);
    return inputs[name];
  });
}

/** Whether a step runs: its condition is a list that has the command, or not. */
function isRun({ if: condition }: ActionStep, command: string): boolean {
  const [, not, list] = /^\$\{\{ (!?)contains\(fromJSON\('(.*)'\), inputs\.command\) \}\}$/.exec(condition ?? '') ?? [];
  const commands: string[] = JSON.parse(present(list));
  return commands.includes(command) !== (not === '!');
}

/**
 * Runs the shell step of the action that a command takes, in a folder, with bash as a runner starts it and with the
 * environment that a runner gives. Node is the one of the tests, as if the step before had set it up.
 */
export async function use(folder: string, { inputs = {}, env = {}, programs }: Use = {}): Promise<Used> {
  const defaults = Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default] as const);
  const given = { ...Object.fromEntries(defaults), ...inputs };
  const step = present(ACTION.runs.steps.find((it) => it.run !== undefined && isRun(it, present(given.command))));
  const temp = mkdtempSync(join(tmpdir(), 'errorbook-runner-'));
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, filledIn(text, given)] as const);
  const path = [programs, dirname(process.execPath), process.env.PATH].filter((it) => it !== undefined);
  const ended = await bash(present(step.run), join(folder, filledIn(step['working-directory'] ?? '.', given)), {
    PATH: path.join(delimiter),
    HOME: temp,
    GITHUB_ACTION_PATH: FOLDER,
    GITHUB_REPOSITORY: 'acme/errors',
    ...files,
    ...env,
    ...Object.fromEntries(own),
  });
  const lines = readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').slice(0, -1);
  const outputs = Object.fromEntries(lines.map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]));
  const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
  rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  return { ...ended, outputs, summary };
}

/** Runs lines of a shell as the runners of GitHub and GitLab do: bash, which stops at the first that fails. */
export async function bash(
  script: string,
  cwd: string,
  env: Record<string, string>,
): Promise<Pick<Used, 'status' | 'out' | 'err'>> {
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd,
    env: { CI: 'true', GIT_CONFIG_NOSYSTEM: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  const status = await new Promise<number | null>((ended) => child.on('close', ended));
  return { status, ...texts };
}

/** Installs the command line of these sources into a project, with a lock file that lists it. */
export function link(project: string): void {
  const tool = join(project, 'node_modules/errorbook');
  mkdirSync(tool, { recursive: true });
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
  const manifest = { name: 'errorbook', version: '0.1.0', bin: { errorbook: 'errorbook.mjs' } };
  writeFileSync(join(tool, 'package.json'), JSON.stringify(manifest));
  const shim = `#!/bin/sh\nexec node '${ERRORBOOK}' "$@"\n`;
  writeFileSync(join(project, 'node_modules/.bin/errorbook'), shim, { mode: 0o755 });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ devDependencies: { errorbook: '0.1.0' } }));
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, packages: { 'node_modules/errorbook': manifest } }),
  );
  writeFileSync(join(project, '.gitignore'), 'node_modules/\n');
}

/** Runs a test in a repository that has the small registry and the command line as a dependency of its own. */
export function inTeam(work: (folder: string) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (outer) => {
    const folder = join(outer, 'équipe 7');
    mkdirSync(folder);
    smallRepository(folder);
    link(folder);
    commitAll(folder);
    await work(folder);
  });
}
