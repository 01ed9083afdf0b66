import { type Api, CHANGE_LEVELS, type ChangeLevel } from '../index.ts';
import type { Preview, PreviewChange } from '../shared/preview.ts';
import { markDifferences } from './difference.ts';
import { escapeHtml } from './escape.ts';
import { inline } from './markdown.ts';
import type { PageHead, TextLink } from './page.ts';
import type { PreviewMark } from './preview.ts';
import { compared, type PageSide, sideOf } from './preview-side.ts';
import type { Site, SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** At most this many codes of an API are shown before and after: the first, which break the most. */
const MOST_COMPARED = 200;
/** At most this many changes of one level are listed, because a longer page helps nobody. */
const MOST_LISTED = 1000;

/** Everything that the page of a preview shows. */
interface PreviewPage {
  head: PageHead;
  /** HTML, as are the counts and the notes. */
  lead: string;
  counts: string;
  notes: string[];
  contents: TextLink[];
  apis: PreviewApi[];
}

/** What a preview shows of an API that changed. */
interface PreviewApi {
  id: string;
  title: string;
  /** Undefined where it is gone. */
  href: string | undefined;
  levels: { level: ChangeLevel; title: string; what: string; changes: ShownChange[]; more: number }[];
  pairs: PagePair[];
  /** How many codes more changed than `pairs` has. */
  more: number;
}

/** A change, ready to show; HTML where a text may hold markup. */
export interface ShownChange {
  rule: string;
  /** The place of the code's pages below, where it concerns a code. */
  href: string | undefined;
  code: string | undefined;
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

/** The page of a preview: what changed, and each changed code before and after. */
export function previewPage(site: Site, preview: Preview): PreviewPage {
  const { preview: t } = texts;
  const apis = previewApis(site, preview);
  return {
    head: { title: `${t.title} · ${site.name}`, description: preview.counts },
    lead: inline(t.lead(preview.against)),
    counts: inline(`${preview.counts} ${preview.step}`),
    notes: preview.notes.map((note) => inline(note)),
    contents: apis.map(({ id, title }) => ({ text: title, href: `#${id}` })),
    apis,
  };
}

/** The APIs that changed, in the order of the changes. */
function previewApis(site: Site, { changes, before }: Preview): PreviewApi[] {
  const { apis, urls } = site;
  return [...Map.groupBy(changes, ({ api }) => api)].map(([id, own]) => {
    const now = apis.find((api) => api.id === id);
    const old = before.filter((api) => api.id === id || !apis.some((it) => it.id === api.id));
    const seen = new Set<string | undefined>([undefined]);
    const first = own.filter(({ code }) => !seen.has(code) && seen.add(code));
    return {
      id,
      title: (now ?? old.find((api) => api.id === id))?.title ?? id,
      href: now && urls.api(id),
      levels: levelsOf(site, own, now),
      pairs: first.slice(0, MOST_COMPARED).map((change) => pagePair(site, change, now, old)),
      more: Math.max(0, first.length - MOST_COMPARED),
    };
  });
}

function levelsOf(site: Site, changes: readonly PreviewChange[], now: SiteApi | undefined): PreviewApi['levels'] {
  return CHANGE_LEVELS.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    const [title, what] = texts.preview.levels[level];
    const shown = own.slice(0, MOST_LISTED).map((change) => shownChange(site, change, now));
    return own.length > 0 ? [{ level, title, what, changes: shown, more: own.length - shown.length }] : [];
  });
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
    code,
    href: code === undefined ? undefined : `#${urls.changed(api, code)}`,
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
