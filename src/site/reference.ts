import {
  type Envelope,
  headerBlocks,
  limitTable,
  operationTable,
  type StateGroup,
  scopeTable,
  stateBlocks,
} from '../index.ts';
import { blocksHtml } from './document-html.ts';
import type { SiteApi } from './site.ts';

/*
 * The reference tables of an API as HTML, for its page and for guides.
 */

/** The headers of an envelope; empty if it has none. */
export function headersHtml(api: SiteApi, envelope: Envelope): string {
  return blocksHtml(headerBlocks(envelope), { api, linked: true });
}

/** A group of states with its id; links to a state arrive where the table has anchors, which is once. */
export function statesHtml(api: SiteApi, id: string, group: StateGroup, hasAnchors = false): string {
  return blocksHtml(stateBlocks(api, id, group), { api, linked: true, hasAnchors });
}

/** The operations of an API with their codes. */
export function operationsHtml(api: SiteApi): string {
  return blocksHtml(
    [operationTable(api)].filter((it) => it !== undefined),
    { api, linked: true },
  );
}

/** The scopes of an API. */
export function scopesHtml(api: SiteApi): string {
  return blocksHtml([scopeTable(api)], { api, linked: true });
}

/** The limits of an API. */
export function limitsHtml(api: SiteApi): string {
  return blocksHtml([limitTable(api)], { api, linked: true });
}
