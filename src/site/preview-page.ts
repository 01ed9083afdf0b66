import type { Preview } from '../shared/preview.ts';
import { inline } from './markdown.ts';
import { type PageHead, type TextLink, titled } from './page.ts';
import { type Paging, pagePath, pageText, pagingOf } from './paging.ts';
import {
  type PagePair,
  type PreviewedApi,
  type PreviewHead,
  type PreviewRow,
  previewParts,
  type ShownChange,
} from './preview-parts.ts';
import type { LaterSection, SectionsPage } from './section-pages.ts';
import type { Site } from './site.ts';
import { texts } from './texts.ts';

/** Everything that a page of a preview shows. */
interface PreviewPage {
  head: PageHead;
  /** HTML, as are the counts and the notes. */
  lead: string;
  counts: string;
  notes: string[];
  contents: TextLink[];
  apis: PreviewApi[];
  later: LaterSection[];
  paging: Paging | undefined;
}

/** What a page shows of an API that changed. */
interface PreviewApi extends PreviewedApi {
  /** Whether it begins on a page before. */
  isContinued: boolean;
  levels: (NonNullable<PreviewHead['level']> & { changes: LinkedChange[]; notes: string[] })[];
  pairs: PagePair[];
  notes: string[];
}

/** A change with the address of the code's pages before and after. */
export type LinkedChange = ShownChange & { href: string | undefined };

type PreviewPart = SectionsPage<PreviewHead, PreviewRow>;

/** A page of a preview: what changed, and each changed code before and after. */
export function previewPage(site: Site, preview: Preview, part: PreviewPart): PreviewPage {
  const { preview: t } = texts;
  const first = site.urls.preview;
  const { starts } = previewParts(site);
  const apis = [...Map.groupBy(part.sections, ({ head }) => head.api)].map(([api, sections]) => ({
    ...api,
    isContinued: starts.get(api) !== part.number,
    ...shownOf(site, sections, part.number),
  }));
  const later = part.number > 1 ? [] : [...starts].filter(([, page]) => page > 1);
  return {
    head: {
      title: titled(t.title, pageText(part), site.name),
      description: preview.counts,
    },
    lead: inline(t.lead(preview.against)),
    counts: inline(`${preview.counts} ${preview.step}`),
    notes: preview.notes.map((note) => inline(note)),
    contents: apis.map(({ id, title }) => ({ text: title, href: `#${id}` })),
    apis,
    later: later.map(([{ id, title }, page]) => ({ anchor: id, text: title, href: `${first}${pagePath(page)}#${id}` })),
    paging: pagingOf(part, first),
  };
}

/** What a page has of one API. */
function shownOf(
  site: Site,
  sections: PreviewPart['sections'],
  page: number,
): Pick<PreviewApi, 'levels' | 'pairs' | 'notes'> {
  const levels = sections.flatMap(({ head, items }) => {
    if (!head.level) return [];
    const changes = items.flatMap((row) => ('change' in row ? [linked(site, row.change, page)] : []));
    return [{ ...head.level, changes, notes: notesIn(items) }];
  });
  const others = sections.filter(({ head }) => !head.level).flatMap(({ items }) => items);
  return { levels, pairs: others.flatMap((row) => ('pair' in row ? [row.pair] : [])), notes: notesIn(others) };
}

function linked(site: Site, change: ShownChange, page: number): LinkedChange {
  const { anchor } = change;
  const isHere = anchor !== undefined && previewParts(site).places.get(anchor) === page;
  return { ...change, href: isHere ? `#${anchor}` : anchor && site.previewHref(anchor) };
}

function notesIn(rows: readonly PreviewRow[]): string[] {
  return rows.flatMap((row) => ('note' in row ? [row.note] : []));
}
