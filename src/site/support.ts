import type { Code } from '../index.ts';
import { statusText } from './rows.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

const { support: t } = texts;

/** What a code's page offers to those who ask for help. */
export interface SupportPart {
  links: { text: string; href: string }[];
  /** What the script that copies for support needs, as JSON. */
  words: string;
}

/** The support of an API, and what is copied for it about a code. */
export function supportOf(api: SiteApi, code: Code): SupportPart {
  const [status] = code.statuses;
  return {
    links: supportLinks(api.support),
    words: JSON.stringify({ labels: t.labels, code: code.code, api: api.title, status: status && statusText(status) }),
  };
}

/** The links to an API's support, each with its text. */
export function supportLinks({ url, email, status }: NonNullable<SiteApi['support']> = {}): SupportPart['links'] {
  return [
    ...(url === undefined ? [] : [{ text: t.contact, href: url }]),
    ...(email === undefined ? [] : [{ text: t.email, href: `mailto:${email}` }]),
    ...(status === undefined ? [] : [{ text: t.serviceStatus, href: status }]),
  ];
}
