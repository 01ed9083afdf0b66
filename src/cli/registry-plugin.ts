import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Checked, check, type Registry, withRetryLabels } from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { below } from './below.ts';
import { readContracts } from './contracts.ts';
import { announce } from './dev-log.ts';
import { filesServer } from './files-of-site.ts';
import { type Report, reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { GUIDES, guideModule, guidesModule, isGuide } from './guides.ts';
import { type HandedOver, handedOver } from './handover.ts';
import { localDay } from './io.ts';
import { readRuntimes } from './runtimes.ts';
import { TOOL } from './tool.ts';

/** Where the settings come from: how to read them, and the files that they depend on. */
export interface SettingsSource {
  read(): Promise<SiteSettings>;
  files: readonly string[];
}

/** What the modules that pages import are made from. */
export interface RegistrySource {
  /** The registry's folder, and how diagnostics name it. */
  contracts: string;
  shown: string;
  /** Warnings stop a build too. */
  strict: boolean;
  /** What the team has configured; read again where `dev` sees that one of these files changed. */
  settings: SettingsSource;
  /** The site of which our pages are a part; undefined for a site of our own. */
  host?: HostSource | undefined;
}

/** How our pages are part of another site. */
export interface HostSource {
  /** What is before the path of each of our pages: a slash and one or more names, without a slash at the end. */
  prefix: string;
  /** The file of the layout, or of a package; undefined where our pages have our layout. */
  layout: string | undefined;
  /** Whether pages show the navigation of their API. */
  navigation: boolean;
  /** Whether Astro writes a content security policy for that site; known when its configuration is complete. */
  hasContentPolicy: boolean;
}

const PREFIX = '\0virtual:errorbook/';
const RUNTIMES = `${PREFIX}runtimes`;
const HOST = `${PREFIX}host`;

/** The modules with what a site is made from, which a build hands over to the program of its pages. */
const HANDED: Readonly<Record<string, keyof HandedOver>> = {
  [`${PREFIX}registry`]: 'registry',
  [`\0${GUIDES}`]: 'guides',
  [`${PREFIX}settings`]: 'settings',
  [`${PREFIX}preview`]: 'preview',
  [`${PREFIX}place`]: 'place',
};

/** The ids of all these modules; a guide's is below that of the guides. */
const OURS = /^virtual:errorbook\/(?:registry|runtimes|guides|preview|place|settings|host|guides\/[^?#]+\.guide)$/;

/** Provides the modules that pages import. `checked` is a registry that was read already; a change of its files makes it read again. */
export function registryPlugin(options: RegistrySource, checked?: Registry): Plugin {
  const { settings, host } = options;
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
  const moduleOf = async (part: keyof HandedOver): Promise<string> => {
    if (part === 'registry') return dataModule(withRetryLabels(await read(), (await settings.read()).retryLabels));
    if (part === 'guides') return guidesModule(await read());
    if (part === 'settings') return dataModule(await settings.read());
    return NOTHING;
  };
  return {
    name: 'errorbook:registry',
    enforce: 'pre',
    resolveId: (id) => (OURS.test(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === RUNTIMES) return dataModule(await readRuntimes());
      if (id === HOST) return host ? hostModule(host) : NOTHING;
      if (isGuide(id)) return { code: await guideModule(await read(), id), moduleType: 'js' };
      const part = HANDED[id];
      if (part === undefined) return undefined;
      // `dev` runs pages as modules of its own, and reads the registry again and again; and a server of another site runs elsewhere
      return this.environment.mode === 'dev' || host ? moduleOf(part) : handedOver(part);
    },
    configureServer(server) {
      const base = `${server.config.base.replace(/\/$/, '')}${host?.prefix ?? ''}/`;
      const serve = filesServer(read, settings.read, { base, address: undefined });
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

const NOTHING = 'export default undefined;';

function hostModule({ prefix, layout, navigation, hasContentPolicy }: HostSource): string {
  const part = JSON.stringify({ prefix, navigation, hasContentPolicy });
  if (layout === undefined) return `export default ${part};`;
  const styles = join(TOOL, 'src/styles/pages/hosted.css');
  return `import ${JSON.stringify(styles)};\nimport Layout from ${JSON.stringify(layout)};\nexport default { ...${part}, Layout };`;
}

/** Reading JSON is faster than reading a program of the same size. */
function dataModule(value: object): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

/** Reads and checks a registry; throws its diagnostics in the form in which Astro shows errors. */
export async function checkedOrThrow({
  contracts,
  shown,
  strict,
}: Pick<RegistrySource, 'contracts' | 'shown' | 'strict'>): Promise<Registry> {
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
