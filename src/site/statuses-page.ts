import { statusText } from '../index.ts';
import type { PageHead } from './page.ts';
import { type CodeLink, codeLinks } from './rows.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { statusAnchor } from './urls.ts';

const { statuses: t } = texts;

/** Everything that the page of an API's statuses shows. */
export interface StatusesPage {
  head: PageHead;
  lead: string;
  statuses: StatusSection[];
}

/** A status with its codes. */
export interface StatusSection {
  status: string;
  anchor: string;
  family: string;
  /** Empty where it is the status itself. */
  title: string;
  /** HTML; undefined where the API says nothing about it. */
  meaning: string | undefined;
  /** What the status says by its family. */
  familyMeaning: string;
  codes: CodeLink[];
}

/** The page of all statuses of an API. */
export function statusesPage(api: SiteApi): StatusesPage {
  const statuses = api.statuses.map((it) => ({ text: statusText(it), href: `#${statusAnchor(it.status)}` }));
  return {
    head: {
      title: `${t.title} · ${api.title}`,
      description: t.lead(api.title),
      crumbs: [{ text: api.title, href: api.urls.api(api.id) }],
      contents: statuses,
    },
    lead: t.lead(api.title),
    statuses: api.statuses.map(({ status, title, family, meaning }) => ({
      status: String(status),
      anchor: statusAnchor(status),
      family,
      title: title === String(status) ? '' : title,
      meaning: meaning && api.block(meaning),
      familyMeaning: texts.families[family],
      codes: codeLinks(api, api.inStatus.get(status) ?? []),
    })),
  };
}
