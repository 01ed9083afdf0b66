import type { Mark } from '../../shared/mark.ts';
import type { SearchText } from '../../shared/search-index.ts';
import { lineOf, type Marked, markCode } from './mark.ts';
import type { Ranked } from './ranked.ts';
import type { Row } from './rows.ts';
import { wordsOf } from './words.ts';

/** A code or a place that matches, as it is shown. */
export interface Hit {
  kind: Row['kind'];
  href: string;
  /** The code, or the title of a place. */
  name: Marked;
  /** What the code is now, where it was found by another spelling. */
  now: string | undefined;
  marks: Mark[];
  statuses: Row['statuses'];
  /** The titles of its API and domain; empty where it has none. */
  api: string;
  domain: string;
  line: Marked;
  /** Whether it is of the page's own API; undefined where the page has none. */
  isOwn: boolean | undefined;
  /** How it matches: a tier of `ranked.ts`. */
  tier: number;
}

const SPLIT = /(?<=[.!?])\s+/;

/** A match with what the query is about marked in it; the texts may not be there yet. */
export function hitOf({ row, terms, tier }: Ranked, known: SearchText | undefined, text: string, isOwn?: boolean): Hit {
  const words = [...wordsOf(text), ...terms];
  const [title = '', meaning = '', causes = [], remediation = []] = known ?? [];
  const sentences = [meaning, ...causes, ...remediation].flatMap((it) => it.split(SPLIT));
  const about = sentences[0] || row.line;
  // a catalog may give the message once more as the meaning
  const isTwice = row.message !== '' && wordsOf(about).join() === wordsOf(row.message).join();
  return {
    kind: row.kind,
    href: row.href,
    name: markCode(row.code, text, terms),
    now: row.of?.code,
    marks: row.marks,
    statuses: row.kind === 'code' ? row.statuses : [],
    api: row.api.title,
    domain: row.kind === 'code' ? row.domain.title : '',
    line: lineOf(row.message, [isTwice ? '' : about, title, ...sentences.slice(1)], words),
    isOwn,
    tier,
  };
}
