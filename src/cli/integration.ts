import { renameSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroAdapter, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import type { Registry } from '../index.ts';
import { type FilesInTwo, filesInTwo } from './files-in-two.ts';
import type { SitePlace } from './files-of-site.ts';
import { GUIDE_RENDERER } from './guides.ts';
import { handOver } from './handover.ts';
import { prepareOutput } from './output/prepare.ts';
import { type Growing, growFor } from './output/swap.ts';
import { type Parts, partsIn } from './pages/parts.ts';
import { writePages } from './pages/write.ts';
import { checkedOrThrow, type RegistrySource, registryPlugin } from './registry-plugin.ts';
import { TOOL } from './tool.ts';

interface ErrorbookOptions extends RegistrySource {
  /** The folder of a program to compile that renders the pages of any site (see `partsIn`); undefined for a site. */
  program?: string | undefined;
}

/**
 * Gives Astro the registry: pages import it as `virtual:errorbook/registry`, and guides as `virtual:errorbook/guides`,
 * the fixed part of generated programs as `virtual:errorbook/runtimes`, what the team has configured as `virtual:errorbook/settings`,
 * and of a preview what changed as `virtual:errorbook/preview`.
 * A build with errors stops before it writes anything, and a finished one takes the output's place at once.
 */
export function errorbook(options: ErrorbookOptions): AstroIntegration {
  const { program } = options;
  let registry: Registry | undefined;
  let growing: Growing | undefined;
  let into: Pick<Growing, 'folder' | 'programs'> | undefined;
  let place: SitePlace | undefined;
  let files: FilesInTwo | undefined;
  return {
    name: 'errorbook',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, addRenderer }) => {
        addRenderer(GUIDE_RENDERER);
        if (command === 'build') {
          if (program) into = { folder: join(program, 'site'), programs: join(program, 'server') };
          else {
            registry = await checkedOrThrow(options);
            const out = resolve(fileURLToPath(config.outDir));
            prepareOutput(out, options.contracts);
            into = growing = growFor(out, fileURLToPath(config.root));
          }
          const { folder, programs } = into;
          updateConfig({ outDir: pathToFileURL(folder + sep), build: { server: pathToFileURL(programs + sep) } });
        }
        // a route that takes any name, as that of the team's own files does, would else match folders alone while it is served
        if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
        if (program) injectRoute({ pattern: '/preview/[...page]', entrypoint: PREVIEW_PAGE });
        updateConfig({ vite: { plugins: [registryPlugin(options), WITHOUT_PRELOADS, PAGES] } });
      },
      'astro:config:done': ({ config, setAdapter }) => {
        if (into) setAdapter(ADAPTER);
        place = { base: config.base, address: config.site };
      },
      'astro:build:setup': async ({ target }) => {
        // from here on, Astro empties no folder
        if (files || !growing || !registry || !place || target !== 'server') return;
        files = filesInTwo({ registry, place, settings: await options.settings.read() });
        files.begin({ folder: growing.folder });
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        if (!into || !place) return;
        const { folder, programs } = into;
        const source = registry && {
          registry,
          place,
          settings: await options.settings.read(),
          preview: undefined,
          compiledGuides: {},
        };
        const compiled = join(programs, '.prerender');
        setPrerenderer({
          name: 'errorbook',
          // leaves no page for Astro, which removes its program when this is done
          async getStaticPaths() {
            if (program) keepParts({ program: compiled, assets: join(folder, 'assets') }, program);
            else if (source && files) {
              handOver(source);
              await writePages({ program: compiled, place: source.place, write: files.write });
            }
            return [];
          },
          render: () => Promise.reject(new Error('Astro has no pages to render.')),
        });
      },
      'astro:build:done': async () => {
        await files?.finish();
        await growing?.finish();
      },
    },
  };
}

function keepParts(parts: Parts, folder: string): void {
  const kept = partsIn(folder);
  renameSync(parts.program, kept.program);
  renameSync(parts.assets, kept.assets);
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

/** Its name keeps it out of sites that can't be previews. */
const PREVIEW_PAGE = join(TOOL, 'src/pages/_preview.astro');

/**
 * On every page, the names of what scripts on demand import would weigh more than they save on the few that load them; and so
 * would Vite's program that loads what they name, a fifth of what a page runs. Styles on demand have addresses of their own.
 */
const WITHOUT_PRELOADS: Plugin = {
  name: 'errorbook-without-preloads',
  enforce: 'pre',
  configEnvironment: (name) => (name === 'client' ? { build: { modulePreload: false } } : undefined),
  load: (id) => (id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
};

const PRELOAD_HELPER = '\0vite/preload-helper.js';

/** With a prerenderer of our own, Astro no longer says what its program is made from. The program brings the licenses of what is in it. */
const PAGES: Plugin = {
  name: 'errorbook-pages',
  configEnvironment: (name) =>
    name === 'prerender'
      ? {
          build: {
            license: { fileName: 'licenses.md' },
            rolldownOptions: { input: join(TOOL, 'src/pages/_program.ts') },
          },
        }
      : undefined,
};
