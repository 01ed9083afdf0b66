import type { Envelope, StateGroup } from '../index.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/*
 * The rows of the tables on an API's page, which guides can show too. Texts of the registry's prose are HTML.
 */

/** A header of a response. */
export interface HeaderRow {
  name: string;
  example: string;
  /** HTML. */
  meaning: string;
}

/** The headers of an envelope. */
export function headerRows(api: SiteApi, { headers = {} }: Envelope): HeaderRow[] {
  return Object.entries(headers).map(([name, { meaning, example }]) => ({
    name,
    example,
    meaning: api.inline(meaning),
  }));
}

/** A limit of an API. */
export interface LimitRow {
  title: string;
  /** Such as `100 requests per minute`. */
  limit: string;
  /** HTML. */
  meaning: string;
  /** The codes of responses to requests beyond the limit, as HTML. */
  codes: string;
}

/** The limits of an API. */
export function limitRows(api: SiteApi): LimitRow[] {
  return api.limits.map(({ title, max, unit, per, meaning = '', codes = [] }) => ({
    title,
    limit: `${max.toLocaleString(texts.lang)} ${unit}${per ? ` per ${per}` : ''}`,
    meaning: api.inline(meaning),
    codes: codeList(api, codes),
  }));
}

/** A permission that a token can have. */
export interface ScopeRow {
  name: string;
  /** HTML. */
  meaning: string;
}

/** The scopes of an API. */
export function scopeRows(api: SiteApi): ScopeRow[] {
  return Object.entries(api.scopes).map(([name, { meaning }]) => ({ name, meaning: api.inline(meaning) }));
}

/** A group of states with its table. */
export interface StateTable {
  title: string;
  /** HTML. */
  summary: string | undefined;
  /** Whether any state has codes, which the table then lists. */
  hasCodes: boolean;
  rows: StateRow[];
}

/** A state that a resource can be in. */
export interface StateRow {
  name: string;
  isTerminal: boolean;
  /** HTML. */
  meaning: string;
  /** The codes that are sent in this state, as HTML. */
  codes: string;
}

/** The table of a group of states. */
export function stateTable(api: SiteApi, { title, summary, values }: StateGroup): StateTable {
  const rows = Object.entries(values).map(([name, { meaning, terminal }]) => ({
    name,
    isTerminal: terminal === true,
    meaning: api.inline(meaning),
    codes: codeList(
      api,
      api.codes.filter(({ states }) => states.includes(name)).map(({ code }) => code),
    ),
  }));
  return {
    title,
    summary: summary && api.inline(summary),
    hasCodes: rows.some(({ codes }) => codes !== ''),
    rows,
  };
}

/** A status that an API sends. */
export interface StatusRow {
  status: string;
  href: string;
  family: string;
  /** Empty where it is the status itself. */
  title: string;
  /** HTML. */
  meaning: string;
  /** How many codes have it. */
  count: number;
}

/** The statuses of an API. */
export function statusRows(api: SiteApi): StatusRow[] {
  return api.statuses.map(({ status, title, family, meaning = '' }) => ({
    status: String(status),
    href: api.urls.status(api.id, status),
    family,
    title: title === status ? '' : title,
    meaning: api.inline(meaning),
    count: api.inStatus.get(status)?.length ?? 0,
  }));
}

/** Codes as links, separated by commas; HTML. */
function codeList(api: SiteApi, codes: readonly string[]): string {
  return api.inline(codes.map((code) => `\`${code}\``).join(', '));
}
