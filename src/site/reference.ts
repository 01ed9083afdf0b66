import {
  type Code,
  type Envelope,
  headerBlocks,
  limitTable,
  retryTable,
  type StateGroup,
  scopeTable,
  stateBlocks,
} from '../index.ts';
import { blocksHtml } from './document-html.ts';
import type { SiteApi } from './site.ts';
import { MOST_PICTURED } from './state-pages.ts';

/*
 * The reference tables of an API as HTML, for its page and for guides.
 */

/** The headers of an envelope; empty if it has none. */
export function headersHtml(api: SiteApi, envelope: Envelope): string {
  return blocksHtml(headerBlocks(envelope), { api, linked: true });
}

/** A part of a page: HTML, for states with a picture of them. */
export interface ReferencePart {
  /** What the picture is of; HTML. */
  lead?: string;
  picture?: StatePicture | undefined;
  html: string;
}

/** States by whether anything leads out of them, each in the order of the registry. It says of no state which one follows. */
export interface StatePicture {
  label: string;
  passing: string[];
  terminal: string[];
}

/**
 * A group of states with its id; links to a state arrive where the table has anchors, which is once. There is a
 * picture only where it shows a difference, some states being terminal and others not, and where they are few enough for one.
 */
export function statesPart(api: SiteApi, id: string, group: StateGroup, hasAnchors = false): ReferencePart {
  const blocks = stateBlocks(api, id, group);
  const setting = { api, linked: true, hasAnchors };
  return {
    lead: blocksHtml(blocks.slice(0, -1), setting),
    picture: pictureOf(group),
    html: blocksHtml(blocks.slice(-1), setting),
  };
}

function pictureOf({ title, values }: StateGroup): StatePicture | undefined {
  const states = Object.entries(values);
  const names = Object.groupBy(states, ([, { terminal }]) => (terminal ? 'terminal' : 'passing'));
  const [passing, terminal] = [names.passing, names.terminal].map((it) => it?.map(([name]) => name));
  return passing && terminal && states.length <= MOST_PICTURED ? { label: title, passing, terminal } : undefined;
}

/** The scopes of an API. */
export function scopesHtml(api: SiteApi): string {
  return blocksHtml([scopeTable(api)], { api, linked: true });
}

/** The limits of an API. */
export function limitsHtml(api: SiteApi): string {
  return blocksHtml([limitTable(api)], { api, linked: true });
}

/** The delays and attempts that are suggested for codes. */
export function retriesHtml(api: SiteApi, codes: readonly Code[]): string {
  return blocksHtml([retryTable(api, codes)], { api, linked: true });
}
