import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * `npm run fuzz`: the tests of this folder with many times the runs of the suite, about an hour of them, and inputs that
 * are new each time. A failure says with which `--seed` and `--path` it can be tried again.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
    only: { type: 'string' },
  },
});

const env = {
  ...process.env,
  ERRORBOOK_FUZZ_TIMES: values.times,
  ERRORBOOK_FUZZ_SEED: values.seed,
  ...(values.path !== undefined && { ERRORBOOK_FUZZ_PATH: values.path }),
};
const only = values.only === undefined ? [] : ['--test-name-pattern', literal(values.only)];
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));

const failed = files.filter((file) => {
  // run by itself, a file of tests has the terminal, and so can show how far it is
  const { status } = spawnSync(process.execPath, [...only, join(import.meta.dirname, file)], { stdio: 'inherit', env });
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;

/** A pattern that only this name fits. */
function literal(name: string): string {
  return `/^${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$/`;
}
