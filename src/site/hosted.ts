import type { LayoutProps } from './host.ts';
import type { PageHead } from './page.ts';
import type { Site } from './site.ts';

/** What the layout of another site gets of a page. */
export function layoutProps(
  page: Pick<PageHead, 'title' | 'description' | 'contents' | 'canonical' | 'rail'> & {
    site: Site;
    unlisted?: boolean;
  },
): LayoutProps {
  const { site, description, contents = [], canonical, rail, unlisted = false } = page;
  // that site adds its own name
  const suffix = ` · ${site.name}`;
  const title = page.title.endsWith(suffix) ? page.title.slice(0, -suffix.length) : page.title;
  return {
    title,
    description,
    headings: contents.map(({ text, href }) => ({ depth: 2, slug: href.slice(1), text })),
    canonical: canonical === undefined ? undefined : site.urls.absolute(canonical),
    noindex: unlisted,
    frontmatter: { title, description },
    rail,
  };
}
