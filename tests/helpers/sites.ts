import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorbook, ROOT } from './command.ts';
import { AFTER, BEFORE, BRANDED, GROWN, HOSTILE, NAMESPACES, OURS, SEARCHED, VERSIONS } from './registry.ts';
import { type Served, serve } from './serve.ts';

/** The sites that the tests look at: what each is built from, and how. */
const SITES: Record<SiteName, Omit<BuiltSite, 'name' | 'folder' | 'url'>> = {
  ours: { contracts: OURS, against: undefined, base: '/', site: 'https://errors.example.com' },
  preview: { contracts: OURS, against: undefined, base: '/pr-7/', site: 'https://preview.example.com' },
  hostile: { contracts: HOSTILE, against: undefined, base: '/', site: undefined },
  grown: { contracts: GROWN, against: undefined, base: '/docs/', site: 'https://ferries.example' },
  searched: { contracts: SEARCHED, against: undefined, base: '/kb/', site: undefined },
  namespaces: { contracts: NAMESPACES, against: undefined, base: '/', site: undefined },
  versions: { contracts: VERSIONS, against: undefined, base: '/', site: undefined },
  changed: { contracts: AFTER, against: BEFORE, base: '/pr-9/', site: undefined },
  // what the configuration says
  branded: {
    contracts: GROWN,
    against: undefined,
    base: '/reference/',
    site: 'https://errors.halyard.example',
    config: BRANDED,
  },
};

type SiteName =
  | 'ours'
  | 'preview'
  | 'hostile'
  | 'grown'
  | 'searched'
  | 'namespaces'
  | 'versions'
  | 'changed'
  | 'branded';

export const SITE_NAMES = Object.keys(SITES) as SiteName[];

/** A site that was built for the tests. */
export interface BuiltSite {
  name: SiteName;
  contracts: string;
  /** The state that it was compared with, for a preview. */
  against: string | undefined;
  base: string;
  /** The address given with `--site`. */
  site: string | undefined;
  /** The configuration that says all of that in place of options. */
  config?: string;
  /** Where its files lie. */
  folder: string;
  /** Where it is served, base path included. */
  url: string;
}

const CACHE = join(ROOT, 'node_modules/.cache/errorbook-tests');
const VARIABLE = 'ERRORBOOK_TEST_SITES';

/** Playwright's global set-up: builds every site through the command line, and serves it until the tests are over. */
export default async function buildAndServe(): Promise<() => Promise<void>> {
  const folder = join(CACHE, String(process.pid));
  await mkdir(folder, { recursive: true });
  const servers: Served[] = [];
  const tearDown = async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const sites: BuiltSite[] = [];
    for (const name of SITE_NAMES) {
      const site = { name, ...SITES[name], folder: join(folder, name) };
      await build(site);
      const server = await serve(site.folder, site.base);
      servers.push(server);
      sites.push({ ...site, url: server.url });
    }
    process.env[VARIABLE] = JSON.stringify(sites);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function build({ contracts, against, folder, base, site, config }: Omit<BuiltSite, 'url'>): Promise<void> {
  const address = site ? ['--site', site] : [];
  const place = config ? ['--config', config] : ['--contracts', contracts, '--base', base, ...address];
  const command = against ? ['preview', '--against', against] : ['build'];
  const { status, out, err } = await errorbook(...command, ...place, '--out', folder, '--host', 'nginx,caddy').ended;
  if (status !== 0) throw new Error(`The site for the tests was not built:\n${out}\n${err}`);
}

/** A site that the global set-up has built. */
export function siteNamed(name: SiteName): BuiltSite {
  const sites = JSON.parse(process.env[VARIABLE] ?? '[]') as BuiltSite[];
  const site = sites.find((it) => it.name === name);
  if (!site) throw new Error(`The global set-up has not built the site \`${name}\`.`);
  return site;
}
