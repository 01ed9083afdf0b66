import { fold, statusText } from '../../browser.ts';
import type { Mark } from '../../shared/mark.ts';
import type { PlaceKind, SearchApi, SearchCodes, SearchPlace } from '../../shared/search-index.ts';
import { wordsOf } from './words.ts';

/** One code as the search sees it; or a place, whose `code` is its title. */
export interface Row {
  /** Its number in the index; places come after all codes. */
  id: number;
  kind: 'code' | PlaceKind;
  code: string;
  /** The row of the code that this is another spelling of. */
  of?: Row;
  href: string;
  api: { id: string; title: string };
  domain: { id: string; title: string };
  statuses: { status: number | string; name: string }[];
  policy: string;
  fault: string;
  message: string;
  line: string;
  marks: Mark[];
  /** The code in lower case, and without its separators. */
  lower: string;
  folded: string;
  /** The code's parts with a space around each. */
  parts: string;
  /** A bit for each character of the folded code, which rules out most words that are far from it. */
  letters: number;
}

/** The codes of an index, in its order, then the places, and then other spellings of codes, each a row of its own. */
export function rowsOf(index: SearchCodes): Row[] {
  const rows: Row[] = [];
  const others: Row[] = [];
  for (const api of index.apis) {
    const statuses = api.statuses.map(([status, name]) => ({ status, name }));
    for (const domain of api.domains) {
      for (const [place, code] of domain.codes.entries()) {
        const row: Row = {
          id: rows.length,
          kind: 'code',
          ...spelled(code),
          href: `${api.root}${domain.addresses?.[place] ?? code}/`,
          api,
          domain,
          statuses: [domain.statuses[place]!].flat().map((it) => statuses[it]!),
          policy: index.policies[Number(domain.policies[place])]!,
          fault: index.faults[Number(domain.faults[place])]!,
          message: domain.messages[place]!,
          line: domain.lines[place]!,
          marks: domain.marks?.[place] ?? [],
        };
        rows.push(row);
        for (const alias of domain.aliases?.[place] ?? []) others.push({ ...row, ...spelled(alias), of: row });
      }
    }
  }
  for (const api of index.apis) for (const it of placesOf(api)) rows.push({ ...it, id: rows.length });
  for (const it of index.places) rows.push({ ...placeOf(NOWHERE, it), id: rows.length });
  return [...rows, ...others];
}

/** What belongs to no API or domain. */
const NOWHERE = { id: '', title: '' };

function placesOf(api: SearchApi): Omit<Row, 'id'>[] {
  const statuses = api.statuses.map(([status, name, href, line]) => ({
    ...placeOf(api, ['page', statusText({ status, title: name }), href, line, '']),
    // a status is found as a status, like its codes, and by no other spelling
    ...spelled(''),
    code: statusText({ status, title: name }),
    kind: 'status' as const,
    statuses: [{ status, name }],
  }));
  return [...api.places.map((it) => placeOf(api, it)), ...statuses];
}

function placeOf(api: Row['api'], [kind, title, href, line, words]: SearchPlace): Omit<Row, 'id'> {
  const own = spelled(title);
  return {
    kind,
    ...own,
    parts: `${own.parts}${wordsOf(words).join(' ')} `,
    href,
    api,
    domain: kind === 'domain' ? { id: words, title } : NOWHERE,
    statuses: [],
    policy: '',
    fault: '',
    message: '',
    line,
    marks: [],
  };
}

/** A spelling in the forms in which it is compared. */
function spelled(code: string): Pick<Row, 'code' | 'lower' | 'folded' | 'parts' | 'letters'> {
  const folded = fold(code);
  return {
    code,
    lower: code.toLowerCase(),
    folded,
    parts: ` ${wordsOf(code).join(' ')} `,
    letters: lettersOf(folded),
  };
}

/** A bit for each character of a word. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set. */
export function countBits(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}
