import { isTransient, type Status, statusSentence, statusText } from '../index.ts';
import { hasFilters } from './api-sections.ts';
import { bytesOf, htmlSize } from './html-size.ts';
import { summaryText } from './markdown.ts';
import { around } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { type ListPage, type Paging, pageText, pagingOf, partsBeside } from './paging.ts';
import { type CodeGroup, codeGroups, type StatusRow, statusRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { counted, texts } from './texts.ts';
import { statusPath } from './urls.ts';

const { statuses: t } = texts;

/** Everything that a page of an API's statuses shows. */
export interface StatusesPage {
  head: PageHead;
  lead: string;
  statuses: StatusRow[];
  paging: Paging | undefined;
}

/** The pages of all statuses of an API. */
export function statusesPages(api: SiteApi): StatusesPage[] {
  const { id, urls } = api;
  const lead = t.lead(api.title);
  const paths = api.statuses.map(({ status }) => statusPath(status));
  return partsBeside(paths, statusRows(api), statusSize).map((part) => ({
    head: { title: titled(t.title, pageText(part), api.title), description: lead, ...around(api) },
    lead,
    statuses: [...part.items],
    paging: pagingOf(part, urls.statuses(id)),
  }));
}

function statusSize({ status, anchor, href, title, meaning }: StatusRow): number {
  return 120 + anchor.length + href.length + bytesOf(title + meaning) + 2 * htmlSize(status);
}

/** Everything that the page of one status shows. */
interface StatusPage {
  head: PageHead;
  title: string;
  /** What the API says about it, or what its family means; HTML. */
  intro: string;
  sendsCodes: boolean;
  hasFilters: boolean;
  groups: CodeGroup[];
  paging: Paging | undefined;
}

/** One page of the list of codes with a status. */
export function statusPage(api: SiteApi, status: Status, list: ListPage): StatusPage {
  const { id, urls } = api;
  const title = statusText(status);
  const meaning = status.meaning ?? generalMeaning(status);
  const count = api.inStatus.get(status.status)?.length ?? 0;
  return {
    head: {
      title: titled(title, pageText(list), api.title),
      description: `${counted(count, 'code')}. ${summaryText(meaning)}`,
      ...around(api, {}, [{ text: t.title, href: urls.statuses(id) }]),
    },
    title,
    intro: api.inline(meaning),
    sendsCodes: api.sendsCodes,
    hasFilters: hasFilters(list.items),
    groups: codeGroups(api, list.items),
    paging: pagingOf(list, urls.status(id, status.status)),
  };
}

/** What a status means where the API doesn't say: its family, but for a 4xx after which the same request may succeed. */
function generalMeaning({ status, family }: Status): string {
  return family === '4xx' && typeof status === 'number' && isTransient(status)
    ? statusSentence(status)
    : texts.families[family];
}
