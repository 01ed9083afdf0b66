import type { AliasedCode, AliasedDomain, AliasedGuide } from './aliases.ts';
import { codeHtml, escapeHtml } from './escape.ts';
import { around } from './navigation.ts';
import type { PageHead } from './page.ts';
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

/** The page of an id that a domain had before. */
export function domainAliasPage(api: SiteApi, { alias, domain }: AliasedDomain): AliasPage {
  const lead = t.domain(domain.title, api.title);
  return renamedPage(
    api,
    alias,
    domain.title,
    lead,
    api.urls.domain(api.id, domain.id),
    around(api, { domain: domain.id }),
  );
}

/** The page of an id that a guide had before. */
export function guideAliasPage(api: SiteApi, { alias, guide }: AliasedGuide): AliasPage {
  const lead = t.guide(guide.title, api.title);
  const crumbs = [{ text: shellTexts.guides.title, href: api.urls.guides(api.id) }];
  return renamedPage(
    api,
    alias,
    guide.title,
    lead,
    api.urls.guide(api.id, guide.id),
    around(api, { guide: guide.id }, crumbs),
  );
}

function renamedPage(
  api: SiteApi,
  alias: string,
  title: string,
  lead: string,
  href: string,
  place: ReturnType<typeof around>,
): AliasPage {
  return {
    head: { title: `${t.title(alias, title)} · ${api.title}`, description: lead, ...place, canonical: href },
    lead,
    href,
    heading: t.title(codeHtml(alias), escapeHtml(title)),
    linkText: t.go(escapeHtml(title)),
    reason: undefined,
    since: undefined,
  };
}
