import type { Guide } from '../index.ts';
import { guideAlternates } from './artifacts.ts';
import type { GuideHeading } from './guide-content.ts';
import { summaryText } from './markdown.ts';
import { around } from './navigation.ts';
import { type PageHead, type PageTurn, turnAt } from './page.ts';
import type { SiteApi } from './site.ts';
import { editLink, sourceFiles } from './source.ts';
import { shellTexts } from './texts/shell.ts';

/** Everything that the page of a guide shows around the guide. */
interface GuidePage {
  head: PageHead;
  title: string;
  /** HTML, with paragraphs. */
  lead: string;
  turn: PageTurn;
}

/** The page of one guide of an API. */
export function guidePage(api: SiteApi, guide: Guide, headings: readonly GuideHeading[]): GuidePage {
  const { urls } = api;
  const sections = headings.filter(({ depth }) => depth === 2);
  return {
    head: {
      title: `${guide.title} · ${api.title}`,
      description: summaryText(guide.summary),
      ...around(api, { guide: guide.id }, [{ text: shellTexts.guides.title, href: urls.guides(api.id) }]),
      alternates: guideAlternates(api, guide),
      edit: editLink(api, sourceFiles(api).guide(guide.id)),
      contents: sections.map(({ text, slug }) => ({ text, href: `#${slug}` })),
    },
    title: guide.title,
    lead: api.block(guide.summary),
    turn: turnAt(api.guides, api.guides.indexOf(guide), ({ id, title }) => ({
      text: title,
      href: urls.guide(api.id, id),
    })),
  };
}
