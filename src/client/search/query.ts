import { fold } from '../../browser.ts';

/** Qualifiers that narrow a search: `api:`, `domain:`, `status:`, `retry:`. */
export type Qualifier = 'api' | 'domain' | 'status' | 'retry';

export interface Query {
  /** What is left without the qualifiers. */
  text: string;
  /** All must hold; of the values of one, one must. */
  narrowed: { by: Qualifier; to: string[] }[];
}

const QUALIFIER = /(?<!\S)(api|domain|status|retry):("[^"]*"?|\S*)/gi;

/** So much of a query is read; a longer paste is cut. */
const LONGEST = 600;

/** Reads a query as it was typed. A qualifier that has no value yet narrows nothing. */
export function readQuery(typed: string): Query {
  const narrowed: Query['narrowed'] = [];
  const text = typed
    .slice(0, LONGEST)
    .replace(QUALIFIER, (_, by: string, value: string) => {
      const to = value.replaceAll('"', '').split(',').filter(fold);
      if (to.length > 0) narrowed.push({ by: by.toLowerCase() as Qualifier, to });
      return ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
  return { text, narrowed };
}
