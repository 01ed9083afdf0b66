/*
 * A mutation tester, run by hand: `npm run mutate -- FILES [--test GLOB]… [--limit SECONDS] [--sample N] [--seed N]`.
 *
 * It makes one small change after the other in the program's FILES, or in those of a folder (another comparison, a condition that
 * always holds, a number one more, a statement less, …), runs the tests with each up to the first that fails, and lists the changes that
 * no test notices as `file:line:column  before → after`, then the score: the share of changes that made a test fail. The
 * tests are those of `--test`, or else those in the folder of tests/ that mirrors the file's in src/ and, for what these don't
 * notice in a file of the core, the quick ones of the core's other rooms. Only the files of tests run that execute the
 * changed place, which their coverage says. `--sample` tries that
 * many changes, chosen at random: the same ones with the same `--seed` (1 if there is none). A change is made
 * while the file is loaded (`hook.ts`), so nothing on the disk changes, however this ends; processes that read a file by
 * other means, such as a build with Vite, see it unchanged. A file that no
 * test loads has survivors only. Some survivors can't be noticed, because they change nothing
 * that a caller sees: read them before you write a test. The exit status is 0 if all were noticed, 1 if some survived, 2
 * if the arguments or the tests are wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutate } from './mutate.ts';
import { Misuse } from './options.ts';
import { stop } from './run.ts';

const temporary = mkdtempSync(join(tmpdir(), 'errorbook-mutate-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop();
    process.exit(130);
  });
}

/** A line that the next one replaces, for people at a terminal. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

try {
  const print = (line: string) => console.log(line);
  process.exitCode = await mutate(process.argv.slice(2), { cwd: process.cwd(), temporary, print, progress });
} catch (error) {
  progress('');
  if (!(error instanceof Misuse)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
