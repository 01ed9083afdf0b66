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
  /** The names of the retry policies, which the codes name by their place here. */
  policies: string[];
  apis: SearchApi[];
}

export interface SearchApi {
  id: string;
  title: string;
  /** The address below which the pages of its codes are. */
  root: string;
  /** With their names; the codes name them by their place here. */
  statuses: [status: number | string, name: string][];
  domains: SearchDomain[];
}

/** The codes of a domain, a column for each fact: similar values are together, which compresses well. */
export interface SearchDomain {
  id: string;
  title: string;
  codes: string[];
  /** By the place of the code, where its address is spelled in another way. */
  addresses?: Record<number, string>;
  /** By the place of the code, its other spellings. */
  aliases?: Record<number, string[]>;
  /** By the place of the code, the marks beside it. */
  marks?: Record<number, Mark[]>;
  /** One status, or several. */
  statuses: (number | number[])[];
  /** One digit a code. */
  policies: string;
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

/** What the interface says around hits; `#` is replaced by a number. */
export interface SearchLabels {
  hits: string;
  one: string;
  many: string;
  first: string;
  none: string;
  hint: string;
  keys: string;
}
