import type { AliasedCode } from './aliases.ts';
import { codeHtml } from './escape.ts';
import { around } from './navigation.ts';
import type { PageHead } from './page.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

const { forward: t } = texts;

/** Everything that the page of an alias shows, which forwards to the code's page. */
interface AliasPage {
  head: PageHead;
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
    href,
    heading: t.title(codeHtml(alias.code), codeHtml(code.code)),
    linkText: t.go(codeHtml(code.code)),
    reason: alias.reason && api.block(alias.reason),
    since: alias.since && t.since(alias.since),
  };
}
