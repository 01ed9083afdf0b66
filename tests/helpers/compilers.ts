import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Each program with which the tests compile and run artifacts and snippets, and the package of Debian that brings it. */
const PACKAGES = {
  python3: 'python3',
  mypy: 'mypy',
  go: 'golang-go',
  gofmt: 'golang-go',
  curl: 'curl',
  jq: 'jq',
} as const;

export type Compiler = keyof typeof PACKAGES;

const USUAL_PLACES = ['/usr/bin', '/usr/local/bin', '/usr/local/go/bin', '/opt/homebrew/bin'];

/** Where a program of the machine stands; undefined where there is none. */
export function findCompiler(name: Compiler): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), ...USUAL_PLACES];
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return folders.map((folder) => join(folder, file)).find((it) => existsSync(it));
}

/**
 * Finds the programs or installs Debian's, and says so. A reader's machine may do without: there the artifacts are held
 * against the expected files alone; where CI is set, all of them are compiled and run.
 */
function ensureCompilers(): void {
  if (missing().length === 0) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install([...new Set(missing().map(packageOf))]);
  const still = missing().join(', ');
  if (still === '') return;
  if (process.env.CI) throw new Error(`The tests need ${still} here; install what is missing.`);
  console.log(`Not found: ${still}. The artifacts that need them are compared, but neither compiled nor run.`);
}

function missing(): Compiler[] {
  return (Object.keys(PACKAGES) as Compiler[]).filter((name) => !findCompiler(name));
}

function packageOf(name: Compiler): string {
  return PACKAGES[name];
}

function install(packages: string[]): void {
  console.log(`Not all compilers are there for the tests. Installing ${packages.join(', ')} with apt-get …`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

if (import.meta.main) ensureCompilers();
