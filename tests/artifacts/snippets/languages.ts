import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SnippetLanguage } from '../../../src/index.ts';
import { ROOT } from '../../helpers/fixture.ts';

/** What is asked of a snippet: one request, with all that follows from it. */
export interface Scenario {
  id: string;
  /** The name of the snippet's file, without its ending. */
  file: string;
  policy: string;
  method: string;
  url: string;
  /** For refetch: whether the caller decides on a new request. */
  decides: boolean;
  /** What the request itself carries; in TypeScript alone. */
  headers?: Record<string, string>;
}

/** What came of a scenario. */
interface Outcome {
  id: string;
  /** `success`, `failure` (the last response is handed to the caller), `stopped: …`, or `broken: …`. */
  outcome: string;
  /** The seconds that the snippet would have waited. */
  waits: number[];
}

/** What all scenarios of a run share. */
interface Run {
  folder: string;
  /** Snippets by the name of their file. */
  snippets: Map<string, string>;
  scenarios: Scenario[];
  /** Where the state is to be read. */
  state: string;
}

/** How each language runs its snippets; the texts are run as they are published. */
export const RUNNERS: Record<SnippetLanguage, (run: Run) => Promise<Outcome[]>> = {
  typescript: async (run) => {
    // an import counts for the whole file, wherever it stands; the program's own timers stay as they are
    write(run, 'ts', (text) => `${exported(text)}import { setTimeout } from './clock.mjs';\n`);
    prepare(run, 'clock.mjs');
    return lines(await succeed(process.execPath, ['driver.mjs'], prepare(run, 'driver.mjs')));
  },
  python: async (run) => {
    write(run, 'py', (text) => `${text}\n`);
    return lines(await succeed('python3', ['driver.py'], prepare(run, 'driver.py')));
  },
  go: async (run) => {
    writeGo(run);
    const folder = prepare(run, 'driver.go');
    await succeed('go', ['build', '-o', 'snippets', '.'], folder);
    return lines(await succeed('./snippets', [], folder));
  },
  curl: async (run) => {
    write(run, 'sh', (text) => `${text}\n`);
    const folder = prepare(run, 'driver.sh');
    const outcomes = [];
    for (const { id, file, policy, method, url, decides } of run.scenarios) {
      await succeed('sh', ['driver.sh', file, policy, method, url, String(decides), run.state], folder);
      const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
      const said = read('said');
      const failed = said === '' ? 'failure' : `stopped: ${said}`;
      outcomes.push({
        id,
        outcome: read('ended') === '0' ? 'success' : failed,
        waits: read('waits').split('\n').filter(Boolean).map(Number),
      });
    }
    return outcomes;
  },
};

function prepare({ folder, scenarios, state }: Run, driver: string): string {
  copyFileSync(join(ROOT, 'tests/artifacts/snippets/drivers', driver), join(folder, driver));
  writeFileSync(join(folder, 'scenarios.json'), JSON.stringify({ scenarios, state }));
  return folder;
}

export function write({ folder, snippets }: Run, ending: string, whole: (text: string) => string): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of snippets) writeFileSync(join(folder, `${file}.${ending}`), whole(text));
}

/** The packages of Go's standard library that snippets name. */
const PACKAGES: Record<string, string> = {
  bytes: 'bytes',
  json: 'encoding/json',
  errors: 'errors',
  fmt: 'fmt',
  io: 'io',
  math: 'math',
  rand: 'math/rand',
  http: 'net/http',
  strconv: 'strconv',
  strings: 'strings',
  time: 'time',
};

/** A Go file with its imports, as Go's tools would add them. */
export function withImports(text: string): string {
  const named = Object.entries(PACKAGES).filter(([name]) => new RegExp(`\\b${name}\\.[A-Z]`).test(text));
  return `package main\n\nimport (\n${named.map(([, path]) => `\t"${path}"\n`).join('')})\n\n${text}\n`;
}

/** One module of all snippets: each `send` gets a name of its own, and `time.Sleep` is the driver's. */
function writeGo(run: Run): void {
  write(run, 'go', (text) => text);
  const tables = { senders: '', refetchers: '' };
  for (const [file, text] of run.snippets) {
    const own = text.replace('func send(', `func ${file}(`).replace('time.Sleep(', 'sleep(');
    writeFileSync(join(run.folder, `${file}.go`), withImports(own));
    tables[text.includes('decide(state)') ? 'refetchers' : 'senders'] += `\t"${file}": ${file},\n`;
  }
  const decide = 'func(*http.Response) *http.Request';
  const table = [
    `var senders = map[string]func(*http.Request) (*http.Response, error){\n${tables.senders}}`,
    `var refetchers = map[string]func(_, _ *http.Request, _ ${decide}) (*http.Response, error){\n${tables.refetchers}}`,
  ];
  writeFileSync(join(run.folder, 'table.go'), withImports(table.join('\n\n')));
  writeFileSync(join(run.folder, 'go.mod'), 'module snippets\n\ngo 1.19\n');
}

/** A snippet as a module; a handler is one already. */
export function exported(text: string): string {
  return text.includes('export async function send') ? `${text}\n` : `${text}\nexport { send };\n`;
}

function lines(out: string): Outcome[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What a program prints; an error with all that it said where it fails. */
export function succeed(program: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(out);
      else reject(new Error(`${program} ended with ${status}: ${err.slice(0, 4000)}${out.slice(-1000)}`));
    });
  });
}
