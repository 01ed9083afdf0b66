import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { type Checked, check, type Registry, withRetryLabels } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { below } from './below.ts';
import { readContracts } from './contracts.ts';
import { announce } from './dev-log.ts';
import { filesServer, type SitePlace, startFilesOfSite } from './files-of-site.ts';
import { type Report, reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { GUIDES, guideModule, guidesModule } from './guides.ts';
import { HANDOVER, handOver } from './handover.ts';
import { localDay } from './io.ts';
import { prepareOutput } from './output/prepare.ts';
import { type Growing, growFor } from './output/swap.ts';
import { readRuntimes } from './runtimes.ts';
import { TOOL } from './tool.ts';

/** Where the settings come from: how to read them, and the files that they depend on. */
export interface SettingsSource {
  read(): Promise<SiteSettings>;
  files: readonly string[];
}

interface ErrorbookOptions {
  /** The registry's folder, and how diagnostics name it. */
  contracts: string;
  shown: string;
  /** Warnings stop a build too. */
  strict: boolean;
  /** A registry that was checked already; else it is read and checked here. */
  registry?: Registry | undefined;
  /** What changed; undefined for a site that is no preview. */
  preview?: Preview | undefined;
  /** What the team has configured; read again where `dev` sees that one of these files changed. */
  settings: SettingsSource;
  /** Adds to the finished output, before it takes the place of the previous one. */
  complete?: ((folder: string) => Promise<void>) | undefined;
}

/**
 * Gives Astro the registry: pages import it as `virtual:errorbook/registry`, and guides as `virtual:errorbook/guides`,
 * the fixed part of generated programs as `virtual:errorbook/runtimes`,
 * what the team has configured as `virtual:errorbook/settings`,
 * and of a preview what changed as `virtual:errorbook/preview`; only a preview has the page that shows that.
 * A build with errors stops before it writes anything, and a finished one takes the output's place at once.
 */
export function errorbook(options: ErrorbookOptions): AstroIntegration {
  let growing: Growing | undefined;
  let registry = options.registry;
  let place: SitePlace | undefined;
  let written: (() => Promise<void>) | undefined;
  return {
    name: 'errorbook',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute }) => {
        if (command === 'build') {
          registry ??= await checkedOrThrow(options);
          const out = resolve(fileURLToPath(config.outDir));
          prepareOutput(out, options.contracts);
          growing = growFor(out, fileURLToPath(config.root));
          updateConfig({
            outDir: pathToFileURL(growing.folder + sep),
            build: { server: pathToFileURL(growing.programs + sep) },
          });
        }
        // a route that takes any name, as that of the team's own files does, would else match folders alone while it is served
        if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
        if (options.preview) injectRoute({ pattern: '/preview', entrypoint: PREVIEW_PAGE });
        updateConfig({ vite: { plugins: [registryPlugin(options, registry), WITHOUT_PRELOADS] } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        if (growing) setAdapter(ADAPTER);
        place = { base: config.base, address: config.site };
      },
      'astro:build:setup': async ({ target }) => {
        // from here on, Astro empties no folder
        if (!growing || !registry || !place || target !== 'server') return;
        written ??= startFilesOfSite({
          folder: growing.folder,
          registry,
          place,
          settings: await options.settings.read(),
        });
      },
      'astro:build:done': async () => {
        if (!growing) return;
        await written?.();
        await options.complete?.(growing.folder);
        await growing.finish();
      },
    },
  };
}

/**
 * Astro takes the folder for the program that renders the pages from `build.server` only if an adapter asks for that. Without
 * one, the folder depends on the one in which the command was started (`getOutDirWithinCwd` in Astro's `core/build/common.js`).
 */
const ADAPTER: AstroAdapter = {
  name: 'errorbook',
  entrypointResolution: 'auto',
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
};

/** Its name keeps it out of sites that are no previews. */
const PREVIEW_PAGE = join(TOOL, 'src/pages/_preview.astro');

const REGISTRY = 'virtual:errorbook/registry';
const RUNTIMES = 'virtual:errorbook/runtimes';
const PREVIEW = 'virtual:errorbook/preview';
const SETTINGS = 'virtual:errorbook/settings';

/** The ids of these modules; a guide's is below that of the guides. */
const OURS = /^virtual:errorbook\/(?:registry|runtimes|guides|preview|settings|guides\/[^?#]+\.mdx)$/;

/** On every page, the names of what scripts on demand import would weigh more than they save on the few that load them. */
const WITHOUT_PRELOADS: Plugin = {
  name: 'errorbook-without-preloads',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
};

function registryPlugin(options: ErrorbookOptions, checked: Registry | undefined): Plugin {
  const { settings } = options;
  const inside = (file: string) => Boolean(below(options.contracts, file)) || settings.files.includes(file);
  let last: Promise<Registry> | undefined = checked && Promise.resolve(checked);
  // a registry with errors is read again, a good one when a file of it has changed
  const read = () => {
    last ??= checkedOrThrow(options).catch((error) => {
      last = undefined;
      throw error;
    });
    return last;
  };
  return {
    name: 'errorbook:registry',
    enforce: 'pre',
    resolveId(id) {
      // the bundler makes a path of a file's address
      if (id === HANDOVER || resolve(id) === fileURLToPath(HANDOVER)) return { id: HANDOVER, external: 'absolute' };
      return OURS.test(id) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${REGISTRY}`) {
        // `dev` runs pages as modules of its own, and reads the registry again and again
        if (this.environment.mode === 'dev') {
          const { retryLabels } = await settings.read();
          return dataModule(withRetryLabels(await read(), retryLabels));
        }
        const { retryLabels } = await settings.read();
        handOver(withRetryLabels(await read(), retryLabels));
        return `import { handedOver } from ${JSON.stringify(HANDOVER)};\nexport default handedOver();`;
      }
      if (id === `\0${RUNTIMES}`) return dataModule(await readRuntimes());
      if (id === `\0${SETTINGS}`) return dataModule(await settings.read());
      if (id === `\0${PREVIEW}`) return options.preview ? dataModule(options.preview) : 'export default undefined;';
      if (id === `\0${GUIDES}`) return guidesModule(await read());
      return id.startsWith(`\0${GUIDES}/`) ? guideModule(await read(), id) : undefined;
    },
    configureServer(server) {
      const serve = filesServer(read, settings.read, { base: server.config.base, address: undefined });
      server.middlewares.use((request, response, next) => serve(request.url ?? '', response, next).catch(next));
      server.watcher.add([options.contracts, ...settings.files]);
      server.watcher.on('all', (_event, file) => {
        if (!inside(file)) return;
        last = undefined;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}

/** Reading JSON is faster than reading a program of the same size. */
function dataModule(value: object): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

async function checkedOrThrow({ contracts, shown, strict }: ErrorbookOptions): Promise<Registry> {
  const checked = check(await readContracts(contracts), { today: localDay(new Date()) });
  const { registry, counts } = checked;
  const isGood = registry && !(strict && counts.warnings > 0);
  announce(isGood ? undefined : formatText(reportOf(checked, shown), false));
  if (!isGood) throw new RegistryError(checked, contracts, shown);
  return registry;
}

/** A registry with errors, in the form in which Vite and Astro show a place: on the terminal and in the page's overlay. */
class RegistryError extends Error {
  readonly loc: { file: string; line: number; column: number };
  readonly frame: string;
  readonly hint: string;
  override readonly name = 'The registry has errors';

  constructor(checked: Checked, contracts: string, shown: string) {
    const report: Report = reportOf(checked, shown);
    super(formatText(report, false));
    const first = checked.diagnostics.find(({ level }) => level === 'error') ?? checked.diagnostics[0]!;
    const file = join(contracts, first.file);
    this.loc = {
      ...first.start,
      get file() {
        return file;
      },
      // Astro takes a file outside of its own folder for a path below it, and would write that here
      set file(_wrong) {},
    };
    this.frame = first.frame;
    this.hint = first.fix;
    // Astro looks for `window` and `document` in an error's text, and would replace the hint by one about browsers
    this.toString = () => this.name;
    // the place in the registry is what counts, not the place in this program
    this.stack = `at ${this.loc.file}:${this.loc.line}:${this.loc.column}`;
  }
}
