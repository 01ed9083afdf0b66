import { type Api, MOST_LISTED, type StateGroup } from '../index.ts';
import { grouped } from './grouped.ts';
import { htmlSize, linkSize, proseSize } from './html-size.ts';
import { type SectionsPage, sectionPages } from './section-pages.ts';
import { stateAnchor, statesAnchor } from './urls.ts';

/** A group of states with its id. */
interface Group {
  id: string;
  group: StateGroup;
}

/** A state by name. */
type State = [name: string, state: StateGroup['values'][string]];

/** A group with more states than this has no picture of them, which nobody could take in. */
export const MOST_PICTURED = 100;

/** About how many bytes of HTML a group has besides its texts, a state in its picture, and a state in its table. */
const SIZES = { group: 600, pictured: 60, state: 130 };

/** How many of its codes the row of a state has where the API has many. */
const MOST_CODES = 50;

/** The groups of states of an API in parts that are small enough for a page; empty for an API without states. */
export function stateParts(api: Pick<Api, 'states' | 'codes'>): SectionsPage<Group, State>[] {
  const seenIn = grouped(api.codes, ({ states }) => states);
  const most = api.codes.length > MOST_LISTED ? MOST_CODES : MOST_LISTED;
  const sections = Object.entries(api.states).map(([id, group]) => ({
    head: { id, group },
    items: Object.entries(group.values),
  }));
  return sectionPages(sections, {
    head: ({ group }) => groupSize(group),
    item: ([name, { meaning }]) => {
      const codes = (seenIn.get(name) ?? []).slice(0, most);
      return codes.reduce((sum, it) => sum + linkSize(it.code), SIZES.state + 3 * htmlSize(name) + proseSize(meaning));
    },
  });
}

function groupSize({ summary = '', values }: StateGroup): number {
  const pictured = Object.keys(values).slice(0, MOST_PICTURED);
  return pictured.reduce((sum, name) => sum + SIZES.pictured + htmlSize(name), SIZES.group + proseSize(summary));
}

/** On which page of states each group and each state is, by its fragment, for those that are not on the first. */
export function statePlaces(api: Pick<Api, 'states' | 'codes'>): ReadonlyMap<string, number> {
  const entries = stateParts(api).flatMap(({ sections, number }) =>
    sections.flatMap(({ head: { id }, items, isContinued }) =>
      [...(isContinued ? [] : [statesAnchor(id)]), ...items.map(([name]) => stateAnchor(id, name))].map(
        (anchor) => [anchor, number] as const,
      ),
    ),
  );
  return new Map(entries.filter(([, number]) => number > 1));
}
