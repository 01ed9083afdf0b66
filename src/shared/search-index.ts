import type { Mark } from './mark.ts';

/*
 * The form of the search index: written by the build, read by a browser. The first part answers most queries and is small;
 * the second holds the full texts and is loaded after the first answer.
 */

/** The first part: `/search/codes.json`. */
export interface SearchCodes {
  /** Names this index; both parts of one index have the same. */
  version: string;
  /** The addresses of the second part's files. */
  texts: string[];
  labels: SearchLabels;
  /** The names of the retry policies and of the faults, which the codes name by their place here. */
  policies: string[];
  faults: string[];
  apis: SearchApi[];
  /** The pages that belong to no API. */
  places: SearchPlace[];
}

/** What the search finds besides codes. */
export type PlaceKind = 'api' | 'domain' | 'guide' | 'status' | 'state' | 'page';

/** A page or a part of one. `words` are further words that find it; for a domain, its id. */
export type SearchPlace = [
  kind: Exclude<PlaceKind, 'status'>,
  title: string,
  href: string,
  line: string,
  words: string,
];

export interface SearchApi {
  id: string;
  title: string;
  /** The address below which its codes have their pages. */
  root: string;
  /** With their names, addresses and a line about each; the codes name them by their place here. */
  statuses: [status: number | string, name: string, href: string, line: string][];
  places: SearchPlace[];
  domains: SearchDomain[];
}

/** The codes of a domain, a column for each fact: similar values are adjacent, which compresses well. */
export interface SearchDomain {
  id: string;
  title: string;
  codes: string[];
  /** By the place of the code, where its address is spelled in another way. */
  addresses?: Record<number, string>;
  /** By the place of the code, its other spellings and names. */
  aliases?: Record<number, string[]>;
  /** By the place of the code, the marks beside it. */
  marks?: Record<number, Mark[]>;
  /** One status, or several. */
  statuses: (number | number[])[];
  /** One digit a code. */
  policies: string;
  faults: string;
  /** The default messages; empty where there is none. */
  messages: string[];
  /** What each code means, in one line. */
  lines: string[];
}

/** A file of the second part: `/search/texts-0.json`. */
export interface SearchTexts {
  version: string;
  /** The place of its first code in the whole index. */
  first: number;
  /** For each code its title, meaning, causes, remediation and the names of its fields and headers; plain text. */
  codes: SearchText[];
}

export type SearchText = [title: string, meaning: string, causes: string[], remediation: string[], names: string];

/** What the interface says around hits; `#` is a number or a name, `##` a second one. Names in backticks are code. */
export interface SearchLabels {
  hits: string;
  one: string;
  many: string;
  first: string;
  none: string;
  hint: string;
  filters: string;
  keys: string;
  /** The heading above the hits of all APIs but the page's own. */
  others: string;
  recent: string;
  forget: string;
  all: string;
  unknownFilter: string;
  unknownValue: string;
  meant: string;
  kinds: Record<PlaceKind, string>;
  pages: { name: string; at: string; previous: string; next: string };
}
