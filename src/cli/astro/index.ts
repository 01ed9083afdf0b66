import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Registry } from '../../index.ts';
import { readConfiguration, withConfiguration } from '../configuration.ts';
import { type SitePlace, writeFilesOfSite } from '../files-of-site.ts';
import { GUIDE_RENDERER } from '../guides.ts';
import { type Io, localDay } from '../io.ts';
import { contractsFolder } from '../options.ts';
import { checkedOrThrow, type RegistrySource, registryPlugin } from '../registry-plugin.ts';
import { filesOf, siteSettings } from '../site-settings.ts';
import { installationOf, TOOL } from '../tool.ts';
import { routesUnder } from './routes.ts';
import { stylePlugin } from './style-plugin.ts';

/** How the pages of a registry become part of an Astro site. Paths are relative to the root of that site. */
export interface ErrorbookOptions {
  /** The registry's folder: by default the one that the configuration of Errorbook names, else `contracts`. */
  contracts?: string;
  /** The path of the pages below the base path of the site; `/errors` by default. */
  prefix?: string;
  /** A component that shows the pages in its slot, such as `./src/layouts/Docs.astro`; without one, pages look as on a site of their own. */
  layout?: string;
  /** Whether pages in a layout show the navigation of their API; true by default. */
  navigation?: boolean;
  /** The configuration of Errorbook: by default the `errorbook.config` in the root of the site, if there is one. */
  config?: string;
  /** Whether warnings of the check stop a build too. */
  strict?: boolean;
}

/** Mounts all pages and files of a registry under a prefix. A registry with errors ends a build, with its diagnostics. */
export default function errorbook(options: ErrorbookOptions = {}): AstroIntegration {
  let build: { registry: Registry; source: RegistrySource; place: SitePlace } | undefined;
  let host: RegistrySource['host'];
  return {
    name: 'errorbook',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, addRenderer }) => {
        const prefix = prefixOf(options);
        if (config.trailingSlash === 'never' || config.build.format !== 'directory')
          throw new HostError(
            "Its pages have addresses that end with a slash: leave out `trailingSlash: 'never'` and `build.format`.",
          );
        const source = await sourceOf(options, fileURLToPath(config.root), prefix);
        host = source.host;
        const registry = command === 'build' ? await checkedOrThrow(source) : undefined;
        if (registry)
          build = {
            registry,
            source,
            place: { base: `${config.base.replace(/\/$/, '')}${prefix}/`, address: config.site },
          };
        for (const route of routesUnder(prefix)) injectRoute({ ...route, prerender: true });
        addRenderer(GUIDE_RENDERER);
        const installation = installationOf(TOOL);
        updateConfig({
          vite: {
            plugins: [registryPlugin(source, registry), stylePlugin(options.layout !== undefined)],
            ssr: { noExternal: ['errorbook'] },
            server: { fs: { allow: [fileURLToPath(config.root), installation ?? TOOL] } },
          },
        });
      },
      'astro:config:done': ({ config }) => {
        if (host) host.hasContentPolicy = Boolean(config.security.csp);
      },
      'astro:build:done': async ({ dir }) => {
        if (!build) return;
        const { registry, source, place } = build;
        const folder = join(fileURLToPath(dir), source.host?.prefix ?? '');
        await writeFilesOfSite({ folder, registry, place, settings: await source.settings.read() });
      },
    },
  };
}

/** What is wrong with the options, for the person who wrote them: without the place in this program. */
class HostError extends Error {
  override readonly name = 'errorbook/astro';
  override readonly stack = '';
}

function prefixOf({ prefix = '/errors' }: ErrorbookOptions): string {
  const path = `/${prefix}`.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '');
  if (/^(?:\/[\w-][\w.-]*)+$/.test(path)) return path;
  throw new HostError(`\`prefix\` takes a path such as /errors, not \`${prefix}\`.`);
}

/** The registry and what is configured, for the modules that pages import. */
export async function sourceOf(options: ErrorbookOptions, root: string, prefix: string): Promise<RegistrySource> {
  const io: Io = {
    out() {},
    err() {},
    cwd: resolve(root),
    today: localDay(new Date()),
    terminal: { out: false, err: false },
  };
  const given = { config: options.config, contracts: options.contracts };
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  try {
    const configuration = await readConfiguration(asked, io);
    const { path, shown } = contractsFolder(withConfiguration(asked, configuration), io);
    const read = async () => siteSettings(configuration && (await readConfiguration(asked, io)), path, io);
    await read();
    return {
      contracts: path,
      shown: shown || relative(io.cwd, path),
      strict: options.strict ?? false,
      settings: { read, files: configuration ? filesOf(configuration) : [] },
      host: {
        prefix,
        layout: options.layout?.startsWith('.') ? resolve(io.cwd, options.layout) : options.layout,
        navigation: options.navigation ?? true,
        hasContentPolicy: false,
      },
    };
  } catch (error) {
    throw error instanceof Error ? new HostError(error.message) : error;
  }
}
