import { join, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { GUIDE_FEATURES } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import { NO_SETTINGS } from '../shared/settings.ts';
import { codeTheme, toClasses } from '../site/code-theme.ts';
import { errorbook, type ProgramTask } from './integration.ts';
import type { SettingsSource } from './registry-plugin.ts';
import { installationOf, TOOL } from './tool.ts';
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
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
  /** What the team has configured. */
  settings: SettingsSource;
  /** Compiles the program of the pages alone; undefined for a site. */
  program: ProgramTask | undefined;
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
    markdown: {
      // a guide is compiled as it was checked; and `--strict` stays what it is, as in the registry's own prose
      processor: satteri({ features: GUIDE_FEATURES }),
      shikiConfig: { theme: codeTheme, transformers: [toClasses] },
    },
    integrations: [
      mdx(),
      errorbook({
        contracts,
        shown,
        strict,
        preview: options.preview,
        settings: options.settings ?? { read: async () => NO_SETTINGS, files: [] },
        program: options.program,
      }),
    ],
    vite: {
      build: { assetsInlineLimit: 0, rolldownOptions: { output: { assetFileNames } } },
      // styles are as they are here, whatever the project around an installation does with its own
      css: { postcss: { plugins: [] } },
      // the development server serves files of packages from there
      ...(installation !== undefined && { server: { fs: { allow: [root, installation] } } }),
    },
  };
}

/**
 * The bundler names a stylesheet after some module of its chunk, which Astro keeps up to its `@_@`. That of the layout is
 * `Page` whatever shares its chunk: GitHub's own site builder serves no file whose name begins with `_`.
 */
function assetFileNames({ names: [name = ''] }: { names: readonly string[] }): string {
  const [stem = ''] = name.replace(/^_site\b/, 'Page').split('@_@');
  return `assets/${stem.replace(/\.css$/, '')}.[hash][extname]`;
}
