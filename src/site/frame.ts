import type { PageHead, TextLink } from './page.ts';
import { knownRail } from './rail-html.ts';
import type { Site } from './site.ts';

/** What a layout shows around a page that depends on where the page is. */
export interface Frame {
  /** The page's address under the base path, as links name it. */
  here: string;
  /** Its address with the host; undefined where that is not known, and for a page without an address of its own. */
  address: string | undefined;
  /** The address to index. */
  canonical: string | undefined;
  crumbs: TextLink[];
  /** The API that the page belongs to; undefined for a page above all APIs. */
  api: FramedApi | undefined;
}

interface FramedApi {
  name: string;
  title: string;
  href: string;
  /** Its navigation on this page; undefined where Astro has not rendered it yet. */
  rail: string | undefined;
}

/** The frame of a page. `path` is its address under the base path, as browsers send it. */
export function frameOf(
  site: Site,
  { rail, crumbs = [], canonical, unlisted = false }: PageHead & { unlisted?: boolean },
  path: string,
): Frame {
  const { urls } = site;
  const here = decodeURI(path);
  const address = urls.isAbsolute && !unlisted ? urls.absolute(path) : undefined;
  return {
    here,
    address,
    canonical: canonical === undefined ? address : urls.absolute(canonical),
    crumbs: crumbs.filter(({ href }) => href !== here),
    api: rail && { name: rail.id, title: rail.title, href: rail.codes.href, rail: knownRail(site, rail, here) },
  };
}
