import type { Runtimes } from '../index.ts';
import {
  type DomainSection,
  domainSections,
  hasFilters,
  isOnOnePage,
  type PolicyGroup,
  policyGroups,
  type UnknownCodeRule,
  unknownCodeRule,
} from './api-sections.ts';
import { type ArtifactRow, apiAlternates, artifactRows } from './artifacts.ts';
import { feedLink } from './changes-page.ts';
import { plainText } from './markdown.ts';
import type { PageHead, TextLink } from './page.ts';
import { limitsHtml, scopesHtml, statesHtml } from './reference.ts';
import { countsOf } from './releases.ts';
import { type EnvelopeSection, envelopeSections } from './responses.ts';
import { type StatusRow, statusRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { shownHandler } from './snippets.ts';
import { counted, texts } from './texts.ts';
import { statesAnchor } from './urls.ts';

const { api: t } = texts;

/** Everything that an API's page shows. */
export interface ApiPage {
  head: PageHead;
  title: string;
  /** HTML, with paragraphs. */
  lead: string;
  codes: string;
  statusCount: { count: number; href: string };
  lastRelease: { name: string; href: string; counts: string } | undefined;
  version: string | undefined;
  baseUrl: string | undefined;
  contents: TextLink[];
  /** The summaries are HTML. */
  guides: { title: string; href: string; summary: string }[];
  sendsCodes: boolean;
  envelopes: EnvelopeSection[];
  policies: PolicyGroup[];
  unknownCode: UnknownCodeRule;
  /** The lead and the program are HTML; a program that is too long to read here is left out. */
  handler: { lead: string; href: string; html: string | undefined };
  /** Whether the tables of all domains are on this page. */
  isOnOnePage: boolean;
  hasFilters: boolean;
  domains: DomainSection[];
  /** Each table is HTML, and so are those of the scopes and the limits, which are undefined if there are none. */
  states: { title: string; anchor: string; html: string }[];
  scopes: string | undefined;
  limits: string | undefined;
  statuses: StatusRow[];
  artifacts: ArtifactRow[];
}

/** The page of one API. `runtimes` are the fixed parts of generated programs. */
export function apiPage(api: SiteApi, runtimes: Runtimes): ApiPage {
  const { id, urls, title } = api;
  const [last] = api.releases;
  const page = {
    title,
    lead: api.block(api.summary),
    codes: counted(api.codes.length, 'code'),
    statusCount: { count: api.statuses.length, href: urls.statuses(id) },
    lastRelease: last && { name: last.name, href: urls.changes(id), counts: countsOf(last) },
    version: api.version,
    baseUrl: api.baseUrl,
    guides: api.guides.map((guide) => ({
      title: guide.title,
      href: urls.guide(id, guide.id),
      summary: api.inline(guide.summary),
    })),
    sendsCodes: api.sendsCodes,
    envelopes: envelopeSections(api),
    policies: policyGroups(api),
    unknownCode: unknownCodeRule(api),
    handler: {
      lead: api.inline(t.handlerLead),
      href: urls.artifact(id, 'handler.ts'),
      html: shownHandler(api, runtimes),
    },
    isOnOnePage: isOnOnePage(api),
    hasFilters: isOnOnePage(api) && hasFilters(api.codes),
    domains: domainSections(api),
    states: Object.entries(api.states).map(([group, states]) => ({
      title: states.title,
      anchor: statesAnchor(group),
      html: statesHtml(api, states),
    })),
    scopes: Object.keys(api.scopes).length > 0 ? scopesHtml(api) : undefined,
    limits: api.limits.length > 0 ? limitsHtml(api) : undefined,
    statuses: statusRows(api),
    artifacts: artifactRows(api),
  };
  return { head: headOf(api), ...page, contents: contentsOf(page) };
}

function headOf(api: SiteApi): PageHead {
  return {
    title: `${api.title} · ${texts.home.title}`,
    description: `${plainText(api.summary)} ${texts.home.count(api.codes.length, api.domains.length)}.`,
    alternates: apiAlternates(api),
    feed: feedLink(api),
  };
}

function contentsOf(page: Omit<ApiPage, 'head' | 'contents'>): TextLink[] {
  const domains = page.domains.map(({ title, anchor }) => ({ text: title, href: `#${anchor}` }));
  const section = (text: string, id: string, isShown = true) => (isShown ? [{ text, href: `#${id}` }] : []);
  return [
    ...section(t.guides, 'guides', page.guides.length > 0),
    ...section(t.envelope, 'envelope', page.envelopes.length > 0),
    ...section(t.handling, 'handling'),
    ...(page.isOnOnePage ? domains : section(t.domains, 'domains')),
    ...page.states.flatMap(({ title, anchor }) => section(title, anchor)),
    ...section(t.scopes, 'scopes', page.scopes !== undefined),
    ...section(t.limits, 'limits', page.limits !== undefined),
    ...section(t.statuses, 'statuses'),
    ...section(t.programs, 'programs'),
  ];
}
