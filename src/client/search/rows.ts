import { fold } from '../../browser.ts';
import type { Mark } from '../../shared/mark.ts';
import type { SearchCodes } from '../../shared/search-index.ts';
import { wordsOf } from './words.ts';

/** One code as the search sees it. */
export interface Row {
  /** Its place in the index. */
  id: number;
  code: string;
  /** The row of the code that this is another spelling of. */
  of?: Row;
  href: string;
  api: { id: string; title: string };
  domain: { id: string; title: string };
  statuses: { status: number | string; name: string }[];
  policy: string;
  message: string;
  line: string;
  marks: Mark[];
  /** The code in lower case, and without its separators. */
  lower: string;
  folded: string;
  /** The code's parts with a space around each. */
  parts: string;
  /** A bit for each sign of the folded code, to tell at once that another word is far from it. */
  signs: number;
}

/** The codes of an index, in its order, and after them their other spellings, each a row of its own. */
export function rowsOf(index: SearchCodes): Row[] {
  const rows: Row[] = [];
  const others: Row[] = [];
  for (const api of index.apis) {
    const statuses = api.statuses.map(([status, name]) => ({ status, name }));
    for (const domain of api.domains) {
      for (const [place, code] of domain.codes.entries()) {
        const row: Row = {
          id: rows.length,
          ...spelled(code),
          href: `${api.root}${domain.addresses?.[place] ?? code}/`,
          api,
          domain,
          statuses: [domain.statuses[place]!].flat().map((it) => statuses[it]!),
          policy: index.policies[Number(domain.policies[place])]!,
          message: domain.messages[place]!,
          line: domain.lines[place]!,
          marks: domain.marks?.[place] ?? [],
        };
        rows.push(row);
        for (const alias of domain.aliases?.[place] ?? []) others.push({ ...row, ...spelled(alias), of: row });
      }
    }
  }
  return [...rows, ...others];
}

/** A spelling in the forms in which it is compared. */
function spelled(code: string): Pick<Row, 'code' | 'lower' | 'folded' | 'parts' | 'signs'> {
  const folded = fold(code);
  return {
    code,
    lower: code.toLowerCase(),
    folded,
    parts: ` ${wordsOf(code).join(' ')} `,
    signs: signsOf(folded),
  };
}

/** A bit for each sign of a word. */
export function signsOf(word: string): number {
  let signs = 0;
  for (let at = 0; at < word.length; at++) signs |= 1 << (word.charCodeAt(at) & 31);
  return signs;
}

/** How many bits are set. */
export function countBits(signs: number): number {
  let count = 0;
  for (let rest = signs; rest !== 0; rest &= rest - 1) count++;
  return count;
}
