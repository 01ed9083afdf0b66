import { satteri } from '@astrojs/markdown-satteri';
import type { Plugin } from 'vite';
import { GUIDE_FEATURES } from '../../index.ts';
import { codeTheme, toClasses } from '../../site/code-theme.ts';
import { GUIDES } from '../guides.ts';

/** How a guide's module ends in a site of somebody else, whose own plugins take those that end in `.mdx`. */
export const GUIDE_ENDING = '.guide';

/** Compiles guides as they were checked, whatever another site has configured for its own Markdown. */
export function guidePlugin(srcDir: URL): Plugin {
  const shikiConfig = { theme: codeTheme, transformers: [toClasses] };
  const renderer = async () => {
    const made = satteri({ features: GUIDE_FEATURES }).createMdxRenderer?.(
      { syntaxHighlight: 'shiki', shikiConfig },
      { srcDir, optimize: false },
    );
    if (!made) throw new Error('The installed @astrojs/markdown-satteri does not render MDX.');
    return made;
  };
  let loading: ReturnType<typeof renderer> | undefined;
  return {
    name: 'errorbook:guides',
    async transform(text, id) {
      if (!id.startsWith(`\0${GUIDES}/`) || !id.endsWith(GUIDE_ENDING)) return undefined;
      loading ??= renderer();
      const { code, astroMetadata } = await (await loading).process(text, id, {});
      return { code: withContent(code, id), map: null, moduleType: 'js', meta: { astro: astroMetadata } };
    },
  };
}

/** A compiled guide as Astro's own integration completes it: with `Content`, which is rendered as JSX. */
function withContent(code: string, id: string): string {
  return `${code.replace('export default function MDXContent', 'function MDXContent')}
import { Fragment as ErrorbookFragment } from 'astro/jsx-runtime';
import { __astro_tag_component__ as tagErrorbook } from 'astro/runtime/server/index.js';
export const Content = (props = {}) => MDXContent({ ...props, components: { Fragment: ErrorbookFragment, ...props.components } });
export default Content;
Content[Symbol.for('mdx-component')] = true;
Content[Symbol.for('astro.needsHeadRendering')] = false;
Content.moduleId = ${JSON.stringify(id)};
tagErrorbook(Content, 'astro:jsx');
`;
}
