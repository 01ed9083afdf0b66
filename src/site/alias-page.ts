import {
  type AliasedCode,
  type AliasedGuide,
  type DomainForward,
  domainForwardsOf,
  forwardsOf,
  guideAliasesOf,
} from './aliases.ts';
import { codeHtml, escapeHtml } from './escape.ts';
import { around } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { pageText } from './paging.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';
import { texts } from './texts.ts';

const { forward: t } = texts;

/** Everything that the page of an alias shows, which forwards to the page of a code, a domain or a guide. */
export interface AliasPage {
  head: PageHead;
  lead: string;
  href: string;
  /** HTML, as is the text of the link. */
  heading: string;
  linkText: string;
  /** Why the code was renamed; HTML, with paragraphs. */
  reason: string | undefined;
  since: string | undefined;
}

/** An address that forwards: its last part, and its page, made when it is rendered. */
export interface Forwarding {
  alias: string;
  page(): AliasPage;
}

/** The addresses of earlier spellings of an API's codes. */
export function codeForwardings(api: SiteApi): Forwarding[] {
  const aliases = forwardsOf(api, api.aliases.values());
  return aliases.map((it) => ({ alias: it.alias.address, page: () => aliasPage(api, it) }));
}

/** The addresses of earlier ids of an API's domains, with those of the further pages of their lists. */
export function domainForwardings(api: SiteApi): Forwarding[] {
  return domainForwardsOf(api).map((it) => ({
    alias: `${it.alias}/${it.path}`.slice(0, -1),
    page: () => domainAliasPage(api, it),
  }));
}

/** The addresses of earlier ids of an API's guides. */
export function guideForwardings(api: SiteApi): Forwarding[] {
  return guideAliasesOf(api).map((it) => ({ alias: it.alias, page: () => guideAliasPage(api, it) }));
}

/** The page of one alias of a code. */
export function aliasPage(api: SiteApi, { alias, code }: AliasedCode): AliasPage {
  const { urls } = api;
  const href = urls.code(api.id, code.code);
  return {
    head: {
      title: `${t.title(alias.code, code.code)} · ${api.title}`,
      description: t.description(alias.code, code.code, api.title),
      ...around(api, { domain: code.domain }, [
        { text: api.byDomain.get(code.domain)?.title ?? code.domain, href: urls.domain(api.id, code.domain) },
      ]),
      canonical: href,
    },
    lead: t.lead,
    href,
    heading: t.title(codeHtml(alias.code), codeHtml(code.code)),
    linkText: t.go(codeHtml(code.code)),
    reason: alias.reason && api.block(alias.reason),
    since: alias.since && t.since(alias.since),
  };
}

/** A page of a domain's list under an id that the domain had before. */
export function domainAliasPage(api: SiteApi, { alias, domain, page, path }: DomainForward): AliasPage {
  return renamedPage(api, {
    from: alias,
    to: domain.title,
    on: pageText(page),
    href: api.urls.domain(api.id, domain.id) + path,
    lead: t.domain(domain.title, api.title),
    place: around(api, { domain: domain.id }),
  });
}

/** The page of an id that a guide had before. */
export function guideAliasPage(api: SiteApi, { alias, guide }: AliasedGuide): AliasPage {
  const list = { text: shellTexts.guides.title, href: api.urls.guides(api.id) };
  return renamedPage(api, {
    from: alias,
    to: guide.title,
    on: undefined,
    href: api.urls.guide(api.id, guide.id),
    lead: t.guide(guide.title, api.title),
    place: around(api, { guide: guide.id }, [list]),
  });
}

/** What was renamed: its earlier id, its title, and the page of its list where that isn't the first. */
interface Renamed {
  from: string;
  to: string;
  on: string | undefined;
  href: string;
  lead: string;
  place: ReturnType<typeof around>;
}

function renamedPage(api: SiteApi, { from, to, on, href, lead, place }: Renamed): AliasPage {
  return {
    head: { title: titled(t.title(from, to), on, api.title), description: lead, ...place, canonical: href },
    lead,
    href,
    heading: t.title(codeHtml(from), escapeHtml(to)),
    linkText: t.go(escapeHtml(to)),
    reason: undefined,
    since: undefined,
  };
}
