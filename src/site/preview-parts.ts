import { type Api, CHANGE_LEVELS, type ChangeLevel, oncePer } from '../index.ts';
import type { PreviewChange } from '../shared/preview.ts';
import { markDifferences } from './difference.ts';
import { escapeHtml } from './escape.ts';
import { bytesOf } from './html-size.ts';
import { inline } from './markdown.ts';
import type { PreviewMark } from './preview.ts';
import { compared, type PageSide, sideOf } from './preview-side.ts';
import { type Section, type SectionsPage, sectionPages } from './section-pages.ts';
import type { Site, SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** At most this many codes of an API are shown before and after: the first, which break the most. */
const MOST_COMPARED = 200;
/** At most this many changes of one level are listed, because more of them help nobody. */
const MOST_LISTED = 1000;

/** A part of what a preview shows of an API that changed: the changes of a level, or its codes before and after. */
export interface PreviewHead {
  api: PreviewedApi;
  /** Undefined for the codes before and after. */
  level: { level: ChangeLevel; title: string; what: string } | undefined;
}

export interface PreviewedApi {
  id: string;
  title: string;
  /** Undefined where it is gone. */
  href: string | undefined;
}

/** A change, a changed code, or how many of them are left out. */
export type PreviewRow = { change: ShownChange } | { pair: PagePair } | { note: string };

/** A change, ready to show; HTML where a text may hold markup. */
export interface ShownChange {
  rule: string;
  /** The fragment of the code's pages before and after, where it concerns a code. */
  anchor: string | undefined;
  what: string;
  before: string | undefined;
  after: string | undefined;
  /** Why it matters to a caller; a safe change does not. */
  reason: string | undefined;
  fix: string | undefined;
  approval: { title: string; reason: string } | undefined;
}

/** A code's page before and after, with the differences marked. */
export interface PagePair {
  anchor: string;
  code: string;
  codeAfter: string | undefined;
  href: string | undefined;
  mark: Omit<PreviewMark, 'href'> | undefined;
  before: PageSide | undefined;
  after: PageSide | undefined;
}

/** What a preview shows, on pages that are small enough. */
export interface PreviewParts {
  pages: SectionsPage<PreviewHead, PreviewRow>[];
  /** On which of them each changed code is shown before and after, by its fragment. */
  places: ReadonlyMap<string, number>;
  /** On which of them each API begins. */
  starts: ReadonlyMap<PreviewedApi, number>;
}

/** About how many bytes of HTML the elements of a heading, a change, a pair and a part of a side have. */
const ELEMENTS = { heading: 400, change: 320, pair: 900, part: 25 };

/** What a preview shows, API by API in the order of the changes; of a site that is no preview, one empty page. */
export const previewParts = oncePer((site: Site): PreviewParts => {
  const { changes = [], before = [] } = site.preview ?? {};
  const apis = [...Map.groupBy(changes, ({ api }) => api)];
  const sections = apis.flatMap(([id, own]) => sectionsOf(site, id, own, before));
  const empty = [{ number: 1, of: 1, sections: [], later: [] }];
  const pages = sections.length > 0 ? sectionPages(sections, { head: () => ELEMENTS.heading, item: sizeOf }) : empty;
  const places = pages.flatMap(({ number, sections }) =>
    sections.flatMap(({ items }) =>
      items.flatMap((row) => ('pair' in row ? [[row.pair.anchor, number] as const] : [])),
    ),
  );
  const starts = new Map<PreviewedApi, number>();
  for (const { number, sections } of pages)
    for (const { head } of sections) if (!starts.has(head.api)) starts.set(head.api, number);
  return { pages, places: new Map(places), starts };
});

/** On which page a preview shows a changed code before and after, by its fragment; undefined for one of too many that are shown. */
export function previewPageOf(site: Site, anchor: string): number | undefined {
  return previewParts(site).places.get(anchor);
}

function sectionsOf(
  site: Site,
  id: string,
  own: readonly PreviewChange[],
  before: readonly Api[],
): Section<PreviewHead, PreviewRow>[] {
  const now = site.apis.find((api) => api.id === id);
  const states = before.filter((api) => api.id === id || !site.apis.some((it) => it.id === api.id));
  const title = (now ?? states.find((api) => api.id === id))?.title ?? id;
  const api = { id, title, href: now && site.urls.api(id) };
  const levels: Section<PreviewHead, PreviewRow>[] = CHANGE_LEVELS.map((level) => {
    const [title, what] = texts.preview.levels[level];
    const all = own.filter((change) => change.level === level);
    const shown = all.slice(0, MOST_LISTED).map((change) => ({ change: shownChange(site, change, now) }));
    const more = all.length - shown.length;
    const items: PreviewRow[] = more > 0 ? [...shown, { note: inline(texts.preview.moreChanges(more)) }] : shown;
    return { head: { api, level: { level, title, what } }, items };
  });
  const seen = new Set<string | undefined>([undefined]);
  const first = own.filter(({ code }) => !seen.has(code) && seen.add(code));
  const pairs = first.slice(0, MOST_COMPARED).map((change) => ({ pair: pagePair(site, change, now, states) }));
  const more = first.length - pairs.length;
  const items: PreviewRow[] = more > 0 ? [...pairs, { note: escapeHtml(texts.preview.more(more)) }] : pairs;
  return [...levels, { head: { api, level: undefined }, items }].filter(({ items }) => items.length > 0);
}

function shownChange({ urls }: Site, change: PreviewChange, now: SiteApi | undefined): ShownChange {
  const { rule, level, api, code, what, before, after, reason, fix, approval } = change;
  const prose = now?.inline ?? inline;
  const values: (string | undefined)[] =
    before === undefined || after === undefined
      ? [before, after].map((text) => text && withCode(text))
      : markDifferences(withCode(before), withCode(after));
  return {
    rule,
    anchor: code === undefined ? undefined : urls.changed(api, code),
    what: withCode(what),
    before: values[0],
    after: values[1],
    reason: level === 'safe' ? undefined : withCode(reason),
    fix: fix === undefined ? undefined : withCode(fix),
    approval: approval && { title: texts.preview.approved(approval.until), reason: prose(approval.reason) },
  };
}

/** Plain text with names in backticks as HTML. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function pagePair(
  site: Site,
  { api, code = '', codeAfter, level }: PreviewChange,
  now: SiteApi | undefined,
  states: readonly Api[],
): PagePair {
  const old = states.find(({ codes }) => codes.some((it) => it.code === code));
  const previous = old?.codes.find((it) => it.code === code);
  const current = now?.byCode.get(codeAfter ?? code);
  const before = old && previous && sideOf(site.earlier({ ...old, id: api }), previous, now);
  const after = now && current && sideOf(now, current, now);
  return {
    anchor: site.urls.changed(api, code),
    code,
    codeAfter,
    href: current && site.urls.code(api, current.code),
    mark: current ? now?.previewMark(current.code) : { text: texts.preview.marks.removed, level },
    ...(before && after ? compared(before, after) : { before, after }),
  };
}

function sizeOf(row: PreviewRow): number {
  if ('note' in row) return bytesOf(row.note);
  if ('change' in row) {
    const { what, before = '', after = '', reason = '', fix = '', approval, anchor = '' } = row.change;
    return ELEMENTS.change + bytesOf([what, before, after, reason, fix, approval?.reason, anchor].join(''));
  }
  const { anchor, before, after } = row.pair;
  return [before, after].reduce((sum, side) => sum + (side ? sideSize(side) : 0), ELEMENTS.pair + 2 * bytesOf(anchor));
}

function sideSize({ head, sections }: PageSide): number {
  const parts = [...head, ...sections.flatMap(({ parts }) => parts)];
  return parts.reduce(
    (sum, { open, items, close }) => sum + ELEMENTS.part + bytesOf(open + items.join('') + close),
    ELEMENTS.part * sections.length,
  );
}
