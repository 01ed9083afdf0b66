import { type Api, CHANGE_LEVELS, type ChangeLevel } from '../index.ts';
import type { Preview, PreviewChange } from '../shared/preview.ts';
import { markDifferences } from './difference.ts';
import { escapeHtml } from './escape.ts';
import { inline } from './markdown.ts';
import { markFor, type PreviewMark } from './preview.ts';
import { compared, type PageSide, sideOf } from './preview-side.ts';
import { apis, type SiteApi, siteApi, urls } from './site.ts';
import { texts } from './texts.ts';

/** So many codes of an API are shown before and after; of more, the first, which are those that break the most. */
const PAIRS = 200;
/** So many changes of one level are listed; a page of more is no help to anybody. */
const LISTED = 1000;

/** What a preview shows of an API that changed. */
export interface PreviewApi {
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
  mend: string | undefined;
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

/** The APIs that changed, in the order of the changes. */
export function previewApis({ changes, before }: Preview): PreviewApi[] {
  return [...Map.groupBy(changes, ({ api }) => api)].map(([id, own]) => {
    const now = apis.find((api) => api.id === id);
    const old = before.filter((api) => api.id === id || !apis.some((it) => it.id === api.id));
    const codes = [...Map.groupBy(own, ({ code }) => code).values()].filter(([first]) => first!.code !== undefined);
    return {
      id,
      title: (now ?? old.find((api) => api.id === id))?.title ?? id,
      href: now && urls.api(id),
      levels: levelsOf(own, now),
      pairs: codes.slice(0, PAIRS).map(([first]) => pagePair(first!, now, old)),
      more: Math.max(0, codes.length - PAIRS),
    };
  });
}

function levelsOf(changes: readonly PreviewChange[], now: SiteApi | undefined): PreviewApi['levels'] {
  return CHANGE_LEVELS.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    const [title, what] = texts.preview.levels[level];
    const shown = own.slice(0, LISTED).map((change) => shownChange(change, now));
    return own.length > 0 ? [{ level, title, what, changes: shown, more: own.length - shown.length }] : [];
  });
}

function shownChange(change: PreviewChange, now: SiteApi | undefined): ShownChange {
  const { rule, level, api, code, what, before, after, reason, mend, approval } = change;
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
    mend: mend === undefined ? undefined : withCode(mend),
    approval: approval && { title: texts.preview.approved(approval.until), reason: prose(approval.reason) },
  };
}

/** Plain text with names in backticks as HTML. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function pagePair(
  { api, code = '', codeAfter, level }: PreviewChange,
  now: SiteApi | undefined,
  states: readonly Api[],
): PagePair {
  const old = states.find(({ codes }) => codes.some((it) => it.code === code));
  const previous = old?.codes.find((it) => it.code === code);
  const current = now?.byCode.get(codeAfter ?? code);
  const before =
    old && previous && sideOf(siteApi({ ...old, id: api }, now ?? { id: api, named: () => undefined }), previous, now);
  const after = now && current && sideOf(now, current, now);
  return {
    anchor: urls.changed(api, code),
    code,
    codeAfter,
    href: current && urls.code(api, current.code),
    mark: current ? markFor(api, current.code) : { text: texts.preview.marks.removed, level },
    ...(before && after ? compared(before, after) : { before, after }),
  };
}
