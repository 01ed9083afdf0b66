import { listsOfApi, listsOfBodies, listsOfCodes } from '../lists.ts';
import type { ChangeRule } from '../rule.ts';
import { both, isReordered } from '../values.ts';

export const orderChanged: ChangeRule = {
  id: 'order-changed',
  level: 'safe',
  summary: 'Codes, domains, guides, statuses, fields, states or links are in another order.',
  reason: "Programs don't depend on the order in the docs.",
  check: (pair) =>
    [...listsOfApi(pair), ...listsOfBodies(pair), ...listsOfCodes(pair)]
      .filter(({ before, after }) => isReordered(before, after))
      .map(({ before, after, ...rest }) => ({
        ...rest,
        what: `${rest.what} are in another order.`,
        ...excerpts(before, after),
      })),
};

/** So many names show what has moved; a list may hold thousands. */
const SHOWN = 20;

/** What both lists hold, from where they begin to differ. */
function excerpts(before: readonly string[], after: readonly string[]): { before: string; after: string } {
  const common = new Set(before).intersection(new Set(after));
  const [was, is] = both(before, after, (list) => list.filter((it) => common.has(it)));
  const start = was.findIndex((it, i) => it !== is[i]);
  const excerpt = (list: readonly string[]) => {
    const names = list.slice(start, start + SHOWN);
    return [...(start > 0 ? ['…'] : []), ...names, ...(start + SHOWN < list.length ? ['…'] : [])].join(', ');
  };
  return { before: excerpt(was), after: excerpt(is) };
}
