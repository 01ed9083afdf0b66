import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

/** What makes elements of JSX in the program that a page is in: `astro/jsx-runtime`. */
export type JsxRuntime = typeof import('astro/jsx-runtime');

type Component = (props: { components?: Readonly<Record<string, unknown>> }) => unknown;

/** A compiled guide, as a function that gives its component. */
export type MakeContent = (runtime: JsxRuntime) => { default: Component };

/** A heading of a guide, as the compiler of guides reports it. */
export interface GuideHeading {
  depth: number;
  slug: string;
  text: string;
}

/** What the page of a guide shows of the guide's text. */
export interface GuideContent {
  Content: AstroComponentFactory;
  headings: readonly GuideHeading[];
}

/** Loads a guide as what its page shows, for the JSX runtime of the program that the page is in. */
export type GuideLoader = (runtime: JsxRuntime) => Promise<GuideContent>;

/** The text of a compiled guide as a component, with what Astro's own integration adds to one. */
export function guideContent(make: MakeContent, headings: readonly GuideHeading[], runtime: JsxRuntime): GuideContent {
  const { default: body } = make(runtime);
  const Content: Component = ({ components, ...props }) =>
    body({ ...props, components: { Fragment: runtime.Fragment, ...components } });
  Object.assign(Content, {
    [Symbol.for('mdx-component')]: true,
    [Symbol.for('astro.needsHeadRendering')]: false,
    [Symbol.for('astro:renderer')]: 'astro:jsx',
  });
  return { Content: Content as unknown as AstroComponentFactory, headings };
}
