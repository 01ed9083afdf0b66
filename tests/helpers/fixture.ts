import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/main.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Holds a whole output against a file; `UPDATE=1` rewrites the file, for its author to read. */
export function expectFile(file: string, actual: string): void {
  const text = `${actual}\n`;
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.ok(existsSync(file), `${file} is missing; UPDATE=1 writes it`);
  assert.equal(text, readFileSync(file, 'utf8'), `${file} is out of step; UPDATE=1 rewrites it`);
}

/** What a command line left behind. */
export interface Outcome {
  status: number;
  out: string;
  err: string;
}

/** The day on which every command of the tests runs. */
export const TODAY = '2026-11-21';

/** Runs a command line in this process, as if from `cwd`, with nobody watching unless `terminal` says so. */
export async function runIn(
  cwd: string,
  argv: string[],
  terminal = { out: false, err: false },
  more: Pick<Io, 'columns' | 'input' | 'ci' | 'confirm' | 'dialog'> = {},
): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    cwd,
    today: TODAY,
    terminal,
  };
  const status = await run(argv, { ...io, ...more });
  return { status, out: out.join('\n'), err: err.join('\n') };
}
