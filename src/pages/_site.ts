import preview from 'virtual:errorbook/preview';
import registry from 'virtual:errorbook/registry';
import settings from 'virtual:errorbook/settings';
import { makeSite, type SiteApi } from '../site/site.ts';
import { contentPolicyOf } from '../site/theme-snippet.ts';

/** The site of this build. Astro's environment ends here: page objects and components get what they need from it. */
export const site = makeSite({
  registry,
  preview,
  settings,
  base: import.meta.env.BASE_URL,
  address: import.meta.env.SITE,
  // the scripts of the development server would violate it
  contentPolicy: import.meta.env.PROD ? contentPolicyOf(settings) : undefined,
});

/** For `getStaticPaths`: one path for each API that has such a page. */
export function apiPaths<Page>(pageOf: (api: SiteApi) => Page | undefined) {
  return site.apis.flatMap((api) => {
    const page = pageOf(api);
    return page === undefined ? [] : [{ params: { api: api.id }, props: { page } }];
  });
}
