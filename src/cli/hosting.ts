import { join, sep } from 'node:path';
import { memberOf } from '../browser.ts';
import { type Host, type HostedSite, hosts, isPlainBase, type Move } from '../hosts/index.ts';
import type { Registry } from '../index.ts';
import { aliasesOf, domainForwardsOf, forwardsOf, guideAliasesOf } from '../site/aliases.ts';
import { urlsUnder } from '../site/urls.ts';
import { filesBelow } from './files-below.ts';
import type { Options } from './flags.ts';
import { UsageError } from './io.ts';
import { basePath } from './options.ts';
import { writeWhole } from './output/write-whole.ts';
import { precompress } from './precompress.ts';

/** Where a site will be served: what is written for its hosts once its pages are there. */
export interface Hosting {
  hosts: readonly Host[];
  /** Whether `.br` and `.gz` files are written beside the files that they compress. */
  precompressed: boolean;
  base: string;
}

/** The hosts that `--host` names, separated by commas, and `--precompress`. Throws a {@link UsageError} for what can't be. */
export function hostingOption(options: Options): Hosting {
  const names = options.host === undefined ? [] : [...new Set(options.host.split(','))];
  const known = names.map((name) => ({ name, host: memberOf(hosts, name) }));
  const unknown = known.find(({ host }) => !host);
  if (unknown)
    throw new UsageError(`There is no host \`${unknown.name}\`; --host takes ${Object.keys(hosts).join(', ')}.`);
  const found = known.flatMap(({ host }) => host ?? []);
  if (names.includes('netlify') && names.includes('cloudflare'))
    throw new UsageError('Netlify and Cloudflare read `_redirects` differently; name only one of them with --host.');
  const base = basePath(options);
  if (found.length > 0 && !isPlainBase(base))
    throw new UsageError(`--host needs a --base of letters, digits and \`. _ ~ -\`, not \`${base}\`.`);
  const precompressed = options.precompress === true;
  if (precompressed && found.length > 0 && found.every(({ compresses }) => compresses))
    throw new UsageError(
      `${found.map(({ title }) => title).join(' and ')} compresses files itself and doesn't serve precompressed ones; leave out --precompress.`,
    );
  return { hosts: found, precompressed, base };
}

/** Writes what the hosts of a site need into its folder; the files in `kept` are compressed already. */
export async function writeHosting(
  hosting: Hosting,
  registry: Registry,
  folder: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  if (!hosting.precompressed && hosting.hosts.length === 0) return;
  const files = filesBelow(folder);
  if (hosting.precompressed)
    await precompress(
      folder,
      files.filter((file) => !kept.has(file)),
    );
  await writeHostFiles(hosting, movesOf(registry, hosting.base), files, folder);
}

/** Writes the hosts' own files into the folder of a site that has these files, without compressed ones. */
export async function writeHostFiles(
  hosting: Hosting,
  moves: readonly Move[],
  files: readonly string[],
  folder: string,
): Promise<void> {
  const site: HostedSite = { ...hosting, files, moves };
  for (const file of hosting.hosts.flatMap((host) => host.files(site)))
    await writeWhole(join(folder, file.path), file.text);
}

/** What is left to do for each host, a sentence each; `folder` is the output. */
export function nextSteps({ hosts, base }: Hosting, folder: string): string[] {
  return hosts.map((host) => host.next({ folder: folder + sep, base }));
}

/** What a host forwards: the addresses of aliases. */
export function movesOf({ apis }: Registry, base: string): Move[] {
  const urls = urlsUnder(base);
  return apis.flatMap((api) => [
    ...forwardsOf(api, aliasesOf(api).values()).map(({ alias, code }) => ({
      from: urls.code(api.id, alias.code),
      to: urls.code(api.id, code.code),
    })),
    ...domainForwardsOf(api).map(({ alias, domain, path }) => ({
      from: urls.domain(api.id, alias) + path,
      to: urls.domain(api.id, domain.id) + path,
    })),
    ...guideAliasesOf(api).map(({ alias, guide }) => ({
      from: urls.guide(api.id, alias),
      to: urls.guide(api.id, guide.id),
    })),
  ]);
}
