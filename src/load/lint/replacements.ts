import { endOfLifeOf } from '../../model/lifecycle.ts';
import { type ApiDraft, aliasOwners, type CodeDraft, codesOf } from '../draft.ts';

/** The key of an entry that says what replaces its code; of both, the retirement counts. */
type EndKey = 'deprecated' | 'retired';

/** A code that another one replaces, and where that leads. */
interface Replacement {
  code: CodeDraft;
  /** Where the entry names the code that replaces it. */
  key: EndKey;
  /** The code that replaces it. */
  next: CodeDraft;
  /** The last code of the chain; undefined where the chain leads into a circle. */
  end: CodeDraft | undefined;
}

/** What replaces what in an API; each code is followed once, however long the chains are. */
interface Replacements {
  all: Replacement[];
  /** Codes that replace each other in a circle: each circle once, from its first code on; also of one code alone. */
  circles: CodeDraft[][];
}

/** The key that says what replaces a code. */
export function endKeyOf({ entry }: CodeDraft): EndKey {
  return entry.retired ? 'retired' : 'deprecated';
}

/** Every code that names one which replaces it, with the end of the chain from there; an alias counts as its code. */
export function replacementsOf(api: ApiDraft): Replacements {
  const drafts = codesOf(api);
  const replaced = drafts.filter(({ entry }) => endOfLifeOf(entry)?.replacedBy !== undefined);
  if (replaced.length === 0) return { all: [], circles: [] };
  const codes = new Map(drafts.map((code) => [code.code, code]));
  const owners = aliasOwners(api);
  const next = (code: CodeDraft) => {
    const to = endOfLifeOf(code.entry)?.replacedBy;
    return to === undefined ? undefined : codes.get(owners.get(to) ?? to);
  };
  const ends = new Map<CodeDraft, CodeDraft | undefined>();
  const circles = replaced.flatMap((code) => followed(code, next, ends));
  const order = new Map(drafts.map((code, i) => [code, i]));
  return {
    all: replaced.flatMap((code) => {
      const to = next(code);
      return to ? [{ code, key: endKeyOf(code), next: to, end: ends.get(code) }] : [];
    }),
    circles: circles.map((circle) => fromFirst(circle, order)),
  };
}

/** Follows a chain up to what is known, and notes the end for each code of it; gives the circle that it closes, if it does. */
function followed(
  start: CodeDraft,
  next: (code: CodeDraft) => CodeDraft | undefined,
  ends: Map<CodeDraft, CodeDraft | undefined>,
): CodeDraft[][] {
  const chain = new Set<CodeDraft>();
  let last = start;
  let it: CodeDraft | undefined = start;
  while (it && !ends.has(it) && !chain.has(it)) {
    chain.add(it);
    last = it;
    it = next(it);
  }
  const closes = it !== undefined && chain.has(it);
  const end = closes ? undefined : it ? ends.get(it) : last;
  for (const code of chain) ends.set(code, end);
  const list = [...chain];
  return closes && it ? [list.slice(list.indexOf(it))] : [];
}

function fromFirst(circle: readonly CodeDraft[], order: ReadonlyMap<CodeDraft, number>): CodeDraft[] {
  const place = (code: CodeDraft) => order.get(code) ?? 0;
  const first = circle.reduce((a, b) => (place(b) < place(a) ? b : a));
  const index = circle.indexOf(first);
  return [...circle.slice(index), ...circle.slice(0, index)];
}
