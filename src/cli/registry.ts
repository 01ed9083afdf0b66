import { type Api, type Checked, check, codeNames, type Links, type Registry, withRetryLabels } from '../index.ts';
import { urlsUnder } from '../site/urls.ts';
import type { Configuration } from './configuration-file.ts';
import { readContracts } from './contracts.ts';
import type { Options } from './flags.ts';
import { reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { type Io, UsageError } from './io.ts';
import { basePath, contractsFolder, siteAddress } from './options.ts';

/** The registry that the options name; where it has errors they are reported, with what follows from them, and it is undefined. */
export async function registryOf(
  options: Options,
  io: Io,
  consequence: string,
  configuration?: Pick<Configuration, 'retryLabels'> | undefined,
): Promise<Registry | undefined> {
  const registry = (await checkedRegistry(options, io, consequence))?.registry;
  return registry && withRetryLabels(registry, configuration?.retryLabels);
}

/** The same, with all that checking it has found out. */
export async function checkedRegistry(
  options: Options,
  io: Io,
  consequence: string,
): Promise<(Checked & { registry: Registry }) | undefined> {
  const folder = contractsFolder(options, io);
  const checked = check(await readContracts(folder.path));
  const { registry } = checked;
  if (registry) return { ...checked, registry };
  io.out(formatText(reportOf(checked, folder.shown), io.terminal.out));
  io.err(consequence);
  return undefined;
}

/** The API that --api names; without it the only one. */
export function apiNamed({ apis }: Registry, { api: id }: Options): Api {
  const found = id === undefined && apis.length === 1 ? apis[0] : apis.find((it) => it.id === id);
  if (found) return found;
  const known = apis.map((it) => it.id).join(', ');
  if (id === undefined) throw new UsageError(`--api is missing; the registry has ${known}.`);
  throw new UsageError(`The registry has no API \`${id}\`; it has ${known}.`);
}

/** Where the pages of an API stand, as far as --site and --base say. */
export function linksOf(options: Options, api: Api): Links {
  const urls = urlsUnder(basePath(options), siteAddress(options));
  return {
    api: urls.absolute(urls.api(api.id)),
    code: (code) => urls.absolute(urls.code(api.id, code)),
    named: codeNames(api),
  };
}
