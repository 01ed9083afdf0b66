import { type Code, statusText, supportLinks } from '../index.ts';
import type { TextLink } from './page.ts';
import type { SiteApi } from './site.ts';

/** What a code's page offers to those who ask for help: links, and what a script copies beside the values of a response. */
export interface SupportPart {
  links: TextLink[];
  code: string;
  api: string;
  /** The usual status; undefined for a code without any. */
  status: string | undefined;
}

/** The support of an API, and what is copied for it about a code. */
export function supportOf(api: SiteApi, { code, statuses: [status] }: Code): SupportPart {
  return { links: supportLinks(api), code, api: api.title, status: status && statusText(status) };
}
