import type { Code } from '../index.ts';
import { type CodePage, codePage } from './code-page.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Site, SiteApi } from './site.ts';

/** Everything that differs between the pages of two codes, as data: what the page shows and what is around it. */
export interface CodeValues {
  page: CodePage;
  frame: Frame;
}

/** The values of a code's page; undefined until Astro has rendered a page with the same navigation. */
export function codeValues(site: Site, api: SiteApi, code: Code): CodeValues | undefined {
  const page = codePage(api, code);
  const frame = frameOf(site, page.head, new URL(site.urls.code(api.id, code.code), 'http://localhost').pathname);
  // the navigation of the frame says the same
  return frame.api?.rail === undefined
    ? undefined
    : { page: { ...page, head: { ...page.head, rail: undefined } }, frame };
}
