import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../src/cli/configuration.ts';
import { readContracts } from '../../src/cli/contracts.ts';
import { hostingOption } from '../../src/cli/hosting.ts';
import { basePath, siteAddress } from '../../src/cli/options.ts';
import { buildSite } from '../../src/cli/site-build.ts';
import { siteSettings } from '../../src/cli/site-settings.ts';
import { check } from '../../src/index.ts';
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

/** Where a test builds: a registry, an output, and a cache of its own. */
export class Place {
  readonly folder: string;
  readonly contracts: string;
  readonly out: string;
  readonly cache: string;

  constructor(folder: string, contracts: string) {
    this.folder = folder;
    this.contracts = join(folder, 'contracts');
    this.out = join(folder, 'out');
    this.cache = join(folder, 'cache');
    cpSync(contracts, this.contracts, { recursive: true });
  }

  /** Builds, and gives how many pages there are and how many were kept. */
  build(flags: Flags = {}, out = this.out, cache: string | undefined = this.cache): Promise<[pages: number, kept: number]> {
    return built(this.contracts, out, cache, flags);
  }

  /**
   * Builds, and then once more where nothing is kept but the program, or not even that where `whole` says so: every byte of every file
   * must be the same. Gives how many pages were kept.
   */
  async buildsTheSame(flags: Flags = {}, whole = false): Promise<number> {
    const [, kept] = await this.build(flags);
    const fresh = join(this.folder, `fresh-${++this.#fresh}`);
    await built(this.contracts, fresh, whole ? undefined : this.cache, flags);
    await assertSame(this.out, fresh);
    return kept;
  }

  #fresh = 0;
}

/** Fails unless two folders hold the same files with the same bytes. */
export async function assertSame(actual: string, expected: string): Promise<void> {
  const files = await filesIn(expected);
  assert.deepEqual(await filesIn(actual), files);
  const other = files.filter((file) => !readFileSync(join(actual, file)).equals(readFileSync(join(expected, file))));
  assert.deepEqual(other, []);
}

async function built(
  contracts: string,
  out: string,
  cache: string | undefined,
  flags: Flags,
): Promise<[pages: number, kept: number]> {
  const said: string[] = [];
  const io = {
    out: (text: string) => void said.push(text),
    err: (text: string) => assert.fail(text),
    cwd: contracts,
    today: TODAY,
    terminal: { out: false, err: false },
  };
  const { registry, diagnostics } = check(await readContracts(contracts), { today: TODAY });
  assert.ok(registry, JSON.stringify(diagnostics));
  const build = {
    folder: { path: contracts, shown: 'contracts' },
    registry,
    out,
    site: siteAddress(flags),
    base: basePath(flags),
    hosting: hostingOption(flags),
    strict: false,
    settings: await siteSettings(flags.config ? await readConfiguration(flags, io) : undefined, contracts, io),
    preview: undefined,
    cache,
  };
  await buildSite(build, io, performance.now());
  const [, pages, kept = '0'] = /^Built ([\d,]+) pages(?:, ([\d,]+) of them kept,)? into /m.exec(said.join('\n')) ?? [];
  return [Number(pages?.replaceAll(',', '')), Number(kept.replaceAll(',', ''))];
}
