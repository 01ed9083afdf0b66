import type { CodeFilter } from '../index.ts';
import type { TextLink } from './page.ts';
import { limitsHtml, type ReferencePart, retriesHtml, scopesHtml, statesPart } from './reference.ts';
import { filteredCodes, type StatusRow, statusRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { shellTexts as t } from './texts/shell.ts';
import { statesAnchor } from './urls.ts';

/** So many rows of a table are in a guide, which says more than that; the page that the table has of its own has all. */
const MOST = 100;

/** What a guide has of a table as HTML, and where all of it is if that is too much for a guide. */
interface GuideTable {
  html: string;
  all: TextLink | undefined;
}

/** The states of an API, or of one of their groups. */
export function guideStates(api: SiteApi, wanted: string | undefined): (ReferencePart & Pick<GuideTable, 'all'>)[] {
  return Object.entries(api.states)
    .filter(([id]) => wanted === undefined || id === wanted)
    .map(([id, group]) => {
      const { shown, all } = first(Object.entries(group.values), t.allStates, api.urls.state(api.id, statesAnchor(id)));
      const part = statesPart(api, id, { ...group, values: Object.fromEntries(shown) });
      // a picture of some of them would say that there are no others
      return { ...part, picture: all ? undefined : part.picture, all };
    });
}

/** The limits of an API. */
export function guideLimits(api: SiteApi): GuideTable {
  const { shown, all } = first(api.limits, t.allLimits, api.urls.limits(api.id));
  return { html: limitsHtml({ ...api, limits: shown }), all };
}

/** The scopes of an API. */
export function guideScopes(api: SiteApi): GuideTable {
  const { shown, all } = first(Object.entries(api.scopes), t.allScopes, api.urls.limits(api.id));
  return { html: scopesHtml({ ...api, scopes: Object.fromEntries(shown) }), all };
}

/** The statuses of an API. */
export function guideStatuses(api: SiteApi): { rows: StatusRow[]; all: TextLink | undefined } {
  const { shown, all } = first(statusRows(api), t.allStatuses, api.urls.statuses(api.id));
  return { rows: shown, all };
}

/** The delays and attempts that are suggested for the codes that match. */
export function guideRetries(api: SiteApi, filter: CodeFilter): GuideTable {
  const { shown, all } = filteredCodes(api, filter);
  return { html: retriesHtml(api, shown), all };
}

function first<Row>(
  rows: readonly Row[],
  textOf: (count: number) => string,
  href: string,
): { shown: Row[]; all: TextLink | undefined } {
  const all = rows.length > MOST ? { text: textOf(rows.length), href } : undefined;
  return { shown: rows.slice(0, MOST), all };
}
