import { fold } from '../../browser.ts';

/** What narrows a search: `status:404`, `fault:caller` and so on. */
export const FILTERS = ['api', 'domain', 'status', 'retry', 'fault', 'is'] as const;

export type FilterName = (typeof FILTERS)[number];

export interface Query {
  /** What is left without the filters. */
  text: string;
  /** All must hold; of the values of one, one must. */
  filters: { name: FilterName; values: string[] }[];
  /** Names before a colon that are no filters; they stay in the text, because codes and messages have colons too. */
  unknown: string[];
}

const FILTER = new RegExp(`(?<!\\S)(${FILTERS.join('|')}):("[^"]*"?|\\S*)`, 'gi');
const LIKE_A_FILTER = /(?<!\S)([a-z]{2,20}):(?=[^\s:/])/g;

/** So much of a query is read; a longer paste is cut. */
const LONGEST = 600;

/** Reads a query as it was typed. A filter that has no value yet narrows nothing. */
export function readQuery(typed: string): Query {
  const filters: Query['filters'] = [];
  const text = typed
    .slice(0, LONGEST)
    .replace(FILTER, (_, typedName: string, value: string) => {
      const name = FILTERS.find((it) => it === typedName.toLowerCase());
      const values = value.replaceAll('"', '').split(',').filter(fold);
      if (name && values.length > 0) filters.push({ name, values });
      return ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
  return { text, filters, unknown: [...text.matchAll(LIKE_A_FILTER)].map(([, name = '']) => name) };
}
