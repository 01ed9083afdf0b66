import { type ApiDraft, aliasOwners, type CodeDraft, codesOf } from '../draft.ts';

/** A code that is on its way out, and where that leads. */
export interface Replacement {
  code: CodeDraft;
  /** Which of the two farewells names the code that replaces it: what is retired is more than deprecated. */
  farewell: 'deprecated' | 'retired';
  /** The code that replaces it. */
  next: CodeDraft;
  /** The last code of the chain; undefined where the chain leads into a circle. */
  end: CodeDraft | undefined;
}

/** What replaces what in an API; each code is followed once, however long the chains are. */
export interface Replacements {
  all: Replacement[];
  /** Codes that replace each other in a circle: each circle once, from its first code on; also of one code alone. */
  circles: CodeDraft[][];
}

/** The name of the farewell that counts, and the code that it names. */
export function farewellOf({ entry: { deprecated, retired } }: CodeDraft): {
  name: Replacement['farewell'];
  to?: string | undefined;
} {
  return retired ? { name: 'retired', to: retired.replacedBy } : { name: 'deprecated', to: deprecated?.replacedBy };
}

/** Every code that names one which replaces it, with the end of the chain from there; an alias stands for its code. */
export function replacementsOf(api: ApiDraft): Replacements {
  const drafts = codesOf(api);
  const codes = new Map(drafts.map((code) => [code.code, code]));
  const owners = aliasOwners(api);
  const next = (code: CodeDraft) => {
    const { to } = farewellOf(code);
    return to === undefined ? undefined : codes.get(owners.get(to) ?? to);
  };
  const ends = new Map<CodeDraft, CodeDraft | undefined>();
  const circles = drafts.flatMap((code) => followed(code, next, ends));
  const order = new Map(drafts.map((code, i) => [code, i]));
  return {
    all: drafts.flatMap((code) => {
      const to = next(code);
      return to ? [{ code, farewell: farewellOf(code).name, next: to, end: ends.get(code) }] : [];
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
  const way = new Set<CodeDraft>();
  let last = start;
  let it: CodeDraft | undefined = start;
  while (it && !ends.has(it) && !way.has(it)) {
    way.add(it);
    last = it;
    it = next(it);
  }
  const closes = it !== undefined && way.has(it);
  const end = closes ? undefined : it ? ends.get(it) : last;
  for (const code of way) ends.set(code, end);
  const list = [...way];
  return closes && it ? [list.slice(list.indexOf(it))] : [];
}

function fromFirst(circle: readonly CodeDraft[], order: ReadonlyMap<CodeDraft, number>): CodeDraft[] {
  const place = (code: CodeDraft) => order.get(code) ?? 0;
  const first = circle.reduce((a, b) => (place(b) < place(a) ? b : a));
  const index = circle.indexOf(first);
  return [...circle.slice(index), ...circle.slice(0, index)];
}
