import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfiguration } from '../../src/cli/configuration.ts';
import { readContracts } from '../../src/cli/contracts.ts';
import { hostingOption } from '../../src/cli/hosting.ts';
import type { Io } from '../../src/cli/io.ts';
import { basePath, siteAddress } from '../../src/cli/options.ts';
import { buildSite } from '../../src/cli/site-build.ts';
import { siteSettings } from '../../src/cli/site-settings.ts';
import { check } from '../../src/index.ts';
import type { SiteSettings } from '../../src/shared/settings.ts';
import { node, type Running } from './command.ts';
import { filesIn } from './files.ts';
import { TODAY } from './fixture.ts';

/** Options of a build, as on the command line. */
export interface Flags {
  site?: string;
  base?: string;
  host?: string;
  precompress?: boolean;
  config?: string;
}

/** Where a test builds: a registry made of some others, an output, and a cache of its own. */
export class Place {
  readonly contracts: string;
  readonly out: string;
  readonly cache: string;
  readonly #folder: string;
  #fresh = 0;

  constructor(folder: string, ...contracts: readonly string[]) {
    this.contracts = join(folder, 'contracts');
    this.out = join(folder, 'out');
    this.cache = join(folder, 'cache');
    this.#folder = folder;
    for (const each of contracts) cpSync(each, this.contracts, { recursive: true });
  }

  /** Builds, and gives how many pages there are, and how many of them were kept. */
  build(flags: Flags = {}, out = this.out): Promise<[pages: number, kept: number]> {
    return built(this.contracts, out, this.cache, flags);
  }

  /** Builds, and again without the previous output: every byte of every file must be the same. Gives the files that were not kept. */
  async buildsTheSame(flags: Flags = {}): Promise<string[]> {
    const before = await this.#inodes();
    const [, kept] = await this.build(flags);
    const now = await this.#inodes();
    const fresh = join(this.#folder, `fresh-${++this.#fresh}`);
    await this.build(flags, fresh);
    await assertSame(this.out, fresh);
    rmSync(fresh, { recursive: true });
    const other = [...now].filter(([file, inode]) => before.get(file) !== inode).map(([file]) => file);
    assert.equal(kept, [...now.keys()].filter((file) => file.endsWith('.html') && !other.includes(file)).length);
    return other;
  }

  /** The numbers by which the disk knows the files of the output. */
  async #inodes(): Promise<Map<string, bigint>> {
    const files = existsSync(this.out) ? await filesIn(this.out) : [];
    return new Map(files.map((file) => [file, statSync(join(this.out, file), { bigint: true }).ino]));
  }
}

/** Fails unless two folders hold the same files with the same bytes. */
export async function assertSame(actual: string, expected: string): Promise<void> {
  const files = await filesIn(expected);
  assert.deepEqual(await filesIn(actual), files);
  const other = files.filter((file) => !readFileSync(join(actual, file)).equals(readFileSync(join(expected, file))));
  assert.deepEqual(other, []);
}

/** Runs a build; without a cache, it is a whole one. */
export async function built(
  contracts: string,
  out: string,
  cache: string | undefined,
  flags: Flags,
): Promise<[pages: number, kept: number]> {
  const said: string[] = [];
  const io = ioFor(contracts, said);
  const { registry, diagnostics } = check(await readContracts(contracts), { today: TODAY });
  assert.ok(registry, JSON.stringify(diagnostics));
  const build = {
    folder: { path: contracts, shown: 'contracts' },
    registry,
    out,
    site: siteAddress(flags),
    base: basePath(flags),
    hosting: hostingOption(flags),
    settings: await settingsFor(contracts, flags),
    preview: undefined,
    cache,
  };
  await buildSite(build, io, performance.now());
  const [, pages, kept = '0'] = /^Built ([\d,]+) pages(?:, ([\d,]+) of them kept,)? into /m.exec(said.join('\n')) ?? [];
  return [Number(pages?.replaceAll(',', '')), Number(kept.replaceAll(',', ''))];
}

/** What the configuration that the options name says of a site. */
export async function settingsFor(contracts: string, flags: Flags): Promise<SiteSettings> {
  const io = ioFor(contracts, []);
  return siteSettings(flags.config ? await readConfiguration(flags, io) : undefined, contracts, io);
}

function ioFor(contracts: string, said: string[]): Io {
  return {
    out: (text) => void said.push(text),
    err: (text) => assert.fail(text),
    cwd: dirname(contracts),
    today: TODAY,
    terminal: { out: false, err: false },
  };
}

/** Starts a build in a process of its own, with options for Node. */
export function starting(
  { contracts, out, cache }: Pick<Place, 'contracts' | 'out' | 'cache'>,
  ...options: string[]
): Running {
  return node([...options, import.meta.filename, contracts, out, cache], dirname(contracts));
}

if (import.meta.main) {
  const [contracts = '', out = '', cache = ''] = process.argv.slice(2);
  await built(contracts, out, cache, {});
}
