import { join, resolve } from 'node:path';
import type { AstroUserConfig } from 'astro';
import type { ExperimentalOptions } from 'vite';
import { NO_SETTINGS } from '../shared/settings.ts';
import { errorbook } from './integration.ts';
import type { SettingsSource } from './registry-plugin.ts';
import { BUNDLED, installationOf, ownDependencies, TOOL } from './tool.ts';
import { workFolder } from './work-folder.ts';

interface SiteOptions {
  /** The registry's folder. */
  contracts: string;
  /** How diagnostics name that folder. */
  shown: string;
  /** The output's folder. */
  out: string;
  /** The site's address without a path, where it is known. */
  site: string | undefined;
  /** The base path, with a slash at each end. */
  base: string;
  /** Warnings stop a build too. */
  strict: boolean;
  /** What the team has configured. */
  settings: SettingsSource;
  /** The folder of a program to compile that renders the pages of any site; undefined for a site. */
  program: string | undefined;
}

/** The whole configuration of Astro; an option left out has the default that `astro build` uses. */
export function siteConfig(options: Partial<SiteOptions> = {}): AstroUserConfig {
  const {
    contracts = join(TOOL, 'contracts'),
    shown = 'contracts',
    out = join(TOOL, 'dist'),
    strict = false,
  } = options;
  const root = workFolder();
  const installation = installationOf(TOOL);
  return {
    root,
    srcDir: join(TOOL, 'src'),
    publicDir: join(TOOL, 'public'),
    outDir: resolve(out),
    site: options.site,
    base: options.base ?? '/',
    trailingSlash: 'always',
    build: { inlineStylesheets: 'never', assets: 'assets' },
    devToolbar: { enabled: false },
    prefetch: false,
    integrations: [
      errorbook({
        contracts,
        shown,
        strict,
        settings: options.settings ?? { read: async () => NO_SETTINGS, files: [] },
        program: options.program,
      }),
    ],
    vite: {
      build: { assetsInlineLimit: 0, rolldownOptions: { output: { assetFileNames } } },
      experimental: { renderBuiltUrl },
      // a program runs elsewhere
      ...(options.program !== undefined && { environments: { prerender: { resolve: PORTABLE } } }),
      // styles are as they are here, whatever the project around an installation does with its own
      css: { postcss: { plugins: [] } },
      // the development server serves files of packages from there
      ...(installation !== undefined && { server: { fs: { allow: [root, installation] } } }),
    },
  };
}

/** The program of the pages loads most of our packages when it runs. It has those of Astro in it, which may be where it doesn't find them. */
const PORTABLE = {
  noExternal: true as const,
  external: Object.keys(ownDependencies()).filter((name) => !name.includes('astro') && !BUNDLED.includes(name)),
};

/** A script finds another one beside it, whatever the base path is. */
const renderBuiltUrl: NonNullable<ExperimentalOptions['renderBuiltUrl']> = (_name, { hostType, ssr }) =>
  hostType === 'js' && !ssr ? { relative: true } : undefined;

/**
 * The bundler names a stylesheet after some module of its chunk, which Astro keeps up to its `@_@`. That of the layout is
 * `Page` whatever shares its chunk: GitHub's own site builder serves no file whose name begins with `_`.
 */
function assetFileNames({ names: [name = ''] }: { names: readonly string[] }): string {
  const [stem = ''] = name
    .replace(/^_site\b/, 'Page')
    .replace(/^_/, '')
    .split('@_@');
  return `assets/${stem.replace(/\.css$/, '')}.[hash][extname]`;
}
