import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { type Checked, check, type Registry } from '../registry/index.ts';
import type { Preview } from '../shared/preview.ts';
import { readContracts } from './contracts.ts';
import { type Report, reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { localDay } from './io.ts';
import { readRuntimes } from './runtimes.ts';
import { type Growing, growFor, refuseOutput } from './swap.ts';

export interface ErrorbookOptions {
  /** The registry's folder, and how diagnostics name it. */
  contracts: string;
  shown: string;
  /** Warnings stop a build too. */
  strict: boolean;
  /** A registry that was checked already; else it is read and checked here. */
  registry?: Registry | undefined;
  /** What changed; undefined for a site that is no preview. */
  preview?: Preview | undefined;
}

/**
 * Gives Astro the registry: pages import it as `virtual:errorbook/registry`, and guides as `virtual:errorbook/guides`,
 * the fixed part of generated programs as `virtual:errorbook/runtimes`,
 * and of a preview what changed as `virtual:errorbook/preview`; only a preview has the page that shows that.
 * A build with errors stops before it writes anything, and a finished one takes the output's place at once.
 */
export function errorbook(options: ErrorbookOptions): AstroIntegration {
  let growing: Growing | undefined;
  return {
    name: 'errorbook',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute }) => {
        let registry = options.registry;
        if (command === 'build') {
          registry ??= await checkedOrThrow(options);
          const out = resolve(fileURLToPath(config.outDir));
          refuseOutput(out, options.contracts);
          growing = growFor(out, fileURLToPath(config.root));
          updateConfig({ outDir: pathToFileURL(growing.folder + sep) });
        }
        if (options.preview) injectRoute({ pattern: '/preview', entrypoint: PREVIEW_PAGE });
        updateConfig({ vite: { plugins: [registryPlugin(options, registry)] } });
      },
      'astro:build:done': () => growing?.finish(),
    },
  };
}

/** Its name keeps it out of sites that are no previews. */
const PREVIEW_PAGE = fileURLToPath(new URL('../pages/_preview.astro', import.meta.url));

const REGISTRY = 'virtual:errorbook/registry';
const RUNTIMES = 'virtual:errorbook/runtimes';
const GUIDES = 'virtual:errorbook/guides';
const PREVIEW = 'virtual:errorbook/preview';

function registryPlugin(options: ErrorbookOptions, checked: Registry | undefined): Plugin {
  const inside = (file: string) => file.startsWith(options.contracts + sep);
  const read = async () => checked ?? (await checkedOrThrow(options));
  return {
    name: 'errorbook:registry',
    resolveId(id, importer) {
      if ([REGISTRY, RUNTIMES, GUIDES, PREVIEW].includes(id)) return `\0${id}`;
      // a registry may lie outside the project, where no package is found
      if (importer && inside(importer) && /^[\w@]/.test(id))
        return this.resolve(id, import.meta.filename, { skipSelf: true });
      return undefined;
    },
    async load(id) {
      if (id === `\0${REGISTRY}`) return handOver(await read());
      if (id === `\0${RUNTIMES}`) return dataModule(await readRuntimes());
      if (id === `\0${PREVIEW}`) return options.preview ? dataModule(options.preview) : 'export default undefined;';
      if (id === `\0${GUIDES}`) return guidesModule(await read(), options.contracts);
      return undefined;
    },
    configureServer(server) {
      server.watcher.add(options.contracts);
      server.watcher.on('all', (_event, file) => {
        if (!inside(file)) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}

/**
 * Pages are rendered in this process, and find the registry where it is: as the text of a program, ten thousand codes would
 * cost seconds and 160 MB.
 */
function handOver(registry: Registry): string {
  Object.assign(globalThis, { [Symbol.for(REGISTRY)]: registry });
  return `export default globalThis[Symbol.for(${JSON.stringify(REGISTRY)})];`;
}

/** Reading JSON is faster than reading a program of the same size. */
function dataModule(value: object): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

function guidesModule(registry: Registry, contracts: string): string {
  const entries = registry.apis.flatMap(({ id, guides }) =>
    guides.map((guide) => {
      const file = join(contracts, id, 'guides', `${guide.id}.mdx`);
      return `${JSON.stringify(`${id}/${guide.id}`)}: () => import(${JSON.stringify(file)}),`;
    }),
  );
  return `export default {\n${entries.join('\n')}\n};`;
}

async function checkedOrThrow({ contracts, shown, strict }: ErrorbookOptions): Promise<Registry> {
  const checked = check(await readContracts(contracts), { today: localDay(new Date()) });
  const { registry, counts } = checked;
  if (!registry || (strict && counts.warnings > 0)) throw new RegistryError(checked, contracts, shown);
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
    this.loc = { file: join(contracts, first.file), ...first.start };
    this.frame = first.frame;
    this.hint = first.fix;
    // the place in the registry is what counts, not the place in this program
    this.stack = `at ${this.loc.file}:${this.loc.line}:${this.loc.column}`;
  }
}
