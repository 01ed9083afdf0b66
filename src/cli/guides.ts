import { join } from 'node:path';
import type { SatteriAstroData } from '@astrojs/markdown-satteri';
import { memberOf } from '../browser.ts';
import { GUIDE_FEATURES, type Registry } from '../index.ts';
import { codeTheme, toClasses } from '../site/code-theme.ts';
import { type GuideHeading, type GuideLoader, guideContent, type MakeContent } from '../site/guide-content.ts';
import { TOOL } from './tool.ts';

/** What renders the elements of guides. */
export const GUIDE_RENDERER = {
  name: 'astro:jsx',
  serverEntrypoint: new URL(import.meta.resolve('@astrojs/mdx/server.js')),
};

/** A compiled guide. */
export interface CompiledGuide {
  /** The body of a function that is a {@link MakeContent}. A guide may have no code of its own, so this only makes elements. */
  body: string;
  headings: readonly GuideHeading[];
}

/** Compiles a guide's text, as it was checked. Rejects with what the compiler says. */
export async function compileGuide(text: string): Promise<CompiledGuide> {
  // a registry without guides does without these packages
  const [astro, { mdxToJs }] = await Promise.all([import('@astrojs/markdown-satteri'), import('satteri')]);
  const highlight = await astro.satteriCreateHighlightFn('shiki', { theme: codeTheme, transformers: [toClasses] });
  if (!highlight) throw new Error('The installed @astrojs/markdown-satteri has no highlighter.');
  const found: SatteriAstroData = {
    frontmatter: {},
    headings: [],
    localImagePaths: new Set(),
    remoteImagePaths: new Set(),
  };
  const { code } = await mdxToJs(text, {
    hastPlugins: [astro.satteriHighlightPlugin(highlight, undefined), astro.satteriHeadingIdsPlugin()],
    features: GUIDE_FEATURES,
    elementAttributeNameCase: 'html',
    outputFormat: 'function-body',
    data: { astro: found },
  });
  return { body: code, headings: found.headings };
}

/** Compiled guides by `api/guide`. */
export type CompiledGuides = Record<string, CompiledGuide>;

/**
 * What loads each guide of a registry. A guide is compiled when its page is rendered, unless it is among those that are `compiled` already,
 * and then is one of these.
 */
export function guideLoaders(
  { guideBodies }: Pick<Registry, 'guideBodies'>,
  compiled: CompiledGuides,
): Record<string, GuideLoader> {
  const loader =
    (name: string, text: string): GuideLoader =>
    async (runtime) => {
      const guide = compiled[name] ?? (await compileGuide(text));
      compiled[name] = guide;
      return guideContent(new Function(guide.body) as MakeContent, guide.headings, runtime);
    };
  return Object.fromEntries(Object.entries(guideBodies).map(([name, text]) => [name, loader(name, text)]));
}

/** The module from which pages load guides where the bundler makes one of each. */
export const GUIDES = 'virtual:errorbook/guides';

/** The module of a guide is below that one, never a file, so that what is compiled can't be anything but a guide of the registry. */
const ENDING = '.guide';

/** Whether a module is that of a guide. */
export function isGuide(id: string): boolean {
  return id.startsWith(`\0${GUIDES}/`) && id.endsWith(ENDING);
}

/** The module with what loads each guide, by `api/guide`. */
export function guidesModule({ guideBodies }: Registry): string {
  const content = JSON.stringify(join(TOOL, 'src/site/guide-content.ts'));
  const entries = Object.keys(guideBodies).map((name) => {
    const id = JSON.stringify(`${GUIDES}/${name}${ENDING}`);
    return `${JSON.stringify(name)}: async (runtime) => {
  const { make, headings } = await import(${id});
  return guideContent(make, headings, runtime);
},`;
  });
  return `import { guideContent } from ${content};\nexport default {\n${entries.join('\n')}\n};`;
}

/** The module of a guide, by its id. Rejects with what the compiler says, or where the registry has no such guide. */
export async function guideModule({ guideBodies }: Registry, id: string): Promise<string> {
  const name = id.slice(id.indexOf(GUIDES) + GUIDES.length + 1, id.lastIndexOf('.'));
  const text = memberOf(guideBodies, name);
  if (text === undefined) throw new Error(`The registry has no guide ${name}.`);
  const { body, headings } = await compileGuide(text);
  return `export function make() {\n${body}\n}\nexport const headings = ${JSON.stringify(headings)};`;
}
