import type { Runtimes } from '../index.ts';
import { identifiedBy, type PolicyGroup, policyGroups, unknownCodeHtml, writesHtml } from './api-sections.ts';
import { type ArtifactRow, apiAlternates, artifactRows, publishedIn } from './artifacts.ts';
import { bytesOf } from './html-size.ts';
import { around } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { type Paging, pagePath, pageText, pagingOf, partsBeside } from './paging.ts';
import { type EnvelopeSection, envelopeSections } from './responses.ts';
import { type LaterSection, sectionPages } from './section-pages.ts';
import type { SiteApi } from './site.ts';
import { shownHandler } from './snippets.ts';
import { editLink } from './source.ts';
import { shellTexts } from './texts/shell.ts';
import { texts } from './texts.ts';
import { envelopeAnchor } from './urls.ts';

/*
 * The pages of an API that hold one table or text each. Where an API has nothing for a page, there
 * is none.
 */

/** What the responses of an API look like. */
export interface ResponsePage {
  head: PageHead;
  title: string;
  lead: string;
  sendsCodes: boolean;
  /** Whether the envelopes have headings, their names. */
  hasHeadings: boolean;
  envelopes: EnvelopeSection[];
  later: LaterSection[];
  paging: Paging | undefined;
}

/** The pages of an API's envelopes; none for an API without one. */
export function responsePages(api: SiteApi): ResponsePage[] {
  const { title, lead } = shellTexts.response;
  const envelopes = envelopeSections(api);
  const first = api.urls.response(api.id);
  const size = ({ meaning = '', example, tables }: EnvelopeSection) =>
    bytesOf(meaning + (example?.html ?? '') + tables);
  const sections = envelopes.map((envelope) => ({ head: envelope, items: [] }));
  return sectionPages<EnvelopeSection, never>(sections, { head: (it) => 500 + size(it), item: () => 0 }).map(
    (part) => ({
      head: { ...headOf(api, titled(title, pageText(part)), lead(api.title)), edit: editLink(api, api.file) },
      title,
      lead: lead(api.title),
      sendsCodes: api.sendsCodes,
      hasHeadings: envelopes.length > 1,
      envelopes: part.sections.map(({ head }) => head),
      later: part.later.map(({ head: { name }, page }) => ({
        anchor: envelopeAnchor(name),
        text: name,
        href: `${first}${pagePath(page)}#${envelopeAnchor(name)}`,
      })),
      paging: pagingOf(part, first),
    }),
  );
}

/** What to do about the errors of an API. */
export interface HandlingPage {
  head: PageHead;
  title: string;
  lead: string;
  /** What identifies an error; HTML, undefined for an API without bodies. */
  identify: string | undefined;
  /** HTML. */
  unknownCode: string;
  policies: PolicyGroup[];
  /** How to retry a request that may take effect twice; HTML. */
  writes: string;
  /** Undefined where it is not published. The lead and the program are HTML; a program that is too long to read here is left out. */
  handler: { lead: string; href: string; html: string | undefined } | undefined;
}

/** The page about handling an API's errors. `runtimes` are the fixed parts of generated programs. */
export function handlingPage(api: SiteApi, runtimes: Runtimes): HandlingPage {
  const { title, lead } = shellTexts.handling;
  return {
    head: headOf(api, title, lead(api.title)),
    title,
    lead: lead(api.title),
    identify: identifiedBy(api),
    unknownCode: unknownCodeHtml(api),
    policies: policyGroups(api),
    writes: writesHtml(api),
    handler: publishedIn(api.settings)({ id: 'handler' })
      ? {
          lead: api.inline(texts.api.handlerLead),
          href: api.urls.artifact(api.id, 'handler.ts'),
          html: shownHandler(api, runtimes),
        }
      : undefined,
  };
}

/** The files of an API for programs. */
export interface FilesPage {
  head: PageHead;
  title: string;
  lead: string;
  artifacts: ArtifactRow[];
}

/** The page of an API's files. */
export function filesPage(api: SiteApi): FilesPage {
  const { title } = shellTexts.files;
  const lead = texts.api.programsLead;
  return {
    head: { ...headOf(api, title, lead), alternates: apiAlternates(api) },
    title,
    lead,
    artifacts: artifactRows(api),
  };
}

/** A page of the list of an API's guides. */
export interface GuidesPage {
  head: PageHead;
  title: string;
  lead: string;
  /** The summaries are HTML. */
  guides: { title: string; href: string; summary: string }[];
  paging: Paging | undefined;
}

/** The pages that list an API's guides; none for an API without guides. */
export function guidesPages(api: SiteApi): GuidesPage[] {
  const { id, urls } = api;
  const { title, lead } = shellTexts.guides;
  const guides = api.guides.map((guide) => ({
    title: guide.title,
    href: urls.guide(id, guide.id),
    summary: api.inline(guide.summary),
  }));
  if (guides.length === 0) return [];
  const paths = api.guides.map((guide) => guide.id);
  return partsBeside(paths, guides, (it) => 60 + it.href.length + bytesOf(it.title + it.summary)).map((part) => ({
    head: headOf(api, titled(title, pageText(part)), lead(api.title)),
    title,
    lead: lead(api.title),
    guides: [...part.items],
    paging: pagingOf(part, urls.guides(id)),
  }));
}

/** The head of a page of which nothing else is known. */
function headOf(api: SiteApi, title: string, description: string): PageHead {
  return { title: `${title} · ${api.title}`, description, ...around(api) };
}
