import host from 'virtual:errorbook/host';
import place from 'virtual:errorbook/place';
import preview from 'virtual:errorbook/preview';
import registry from 'virtual:errorbook/registry';
import settings from 'virtual:errorbook/settings';
import type { Forwarding } from '../site/alias-page.ts';
import { pageParam } from '../site/paging.ts';
import { previewPageOf } from '../site/preview-parts.ts';
import { makeSite, type SiteApi } from '../site/site.ts';
import { contentPolicyOf } from '../site/theme-snippet.ts';

const COMPILED_BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The site of this build. Astro's environment ends here: page objects and components get what they need from it. */
export const site = makeSite({
  registry,
  preview,
  previewPageOf,
  settings,
  // the base path and the prefix of another site, with a slash at each end
  base: place?.base ?? `${COMPILED_BASE}${host?.prefix ?? ''}/`,
  bundled: (href) => (place ? place.base + href.slice(COMPILED_BASE.length + 1) : href),
  host,
  address: place ? place.address : import.meta.env.SITE,
  // the scripts of the development server would violate it, and another site has its own
  contentPolicy: import.meta.env.PROD && !host ? contentPolicyOf(settings) : undefined,
});

/** For `getStaticPaths`: a path for each page of a list of an API's. */
export function apiPaths<Page>(pagesOf: (api: SiteApi) => readonly Page[]) {
  return site.apis.flatMap((api) =>
    pagesOf(api).map((page, at) => ({ params: { api: api.id, page: pageParam({ number: at + 1 }) }, props: { page } })),
  );
}

/** For `getStaticPaths`: one path for each address that forwards from an earlier name. */
export function forwardPaths(forwardingsOf: (api: SiteApi) => Forwarding[]) {
  return site.apis.flatMap((api) =>
    forwardingsOf(api).map((forwarding) => ({
      params: { api: api.id, alias: forwarding.alias },
      props: { forwarding },
    })),
  );
}
