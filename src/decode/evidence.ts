import { greatest } from '../model/append.ts';
import { foldMessage, valuesIn } from '../model/message.ts';
import type { DecodeApi, DecodeCode } from './index-format.ts';

/** What speaks for an entry, weighed against its rivals in other APIs; the code itself is not counted. */
interface Seen {
  status?: number | undefined;
  /** A message, or the line of a log that may hold one. */
  message?: string | undefined;
  /** The APIs whose addresses are in the paste. */
  addressed: ReadonlySet<DecodeApi>;
}

/** How much a status, a message and an address speak for an entry; the more the better. */
export function evidenceFor(api: DecodeApi, entry: DecodeCode | undefined, seen: Seen): number {
  const hasStatus = entry?.statuses.some(({ status }) => status === seen.status) ?? false;
  const address = seen.addressed.has(api) ? 4 + (api.address ?? '').length / 1000 : 0;
  return (hasStatus ? 2 : 0) + messageEvidence(entry, seen.message) + address;
}

function messageEvidence({ message, template }: Partial<DecodeCode> = {}, seen = ''): number {
  // of two messages that a line holds, one may be a part of the other
  if (message !== undefined && foldMessage(seen).includes(foldMessage(message))) return 6 + message.length / 10_000;
  return template && valuesIn(seen, template) ? 4 : 0;
}

/** The APIs of whose addresses a text names one, whole. */
export function addressedIn<Named extends Pick<DecodeApi, 'address'>>(
  text: string,
  apis: readonly Named[],
): Set<Named> {
  return new Set(apis.filter(({ address }) => address !== undefined && holdsName(text, address)));
}

/** True where a text names an API by its title or its id, whatever the case. */
export function isNamedIn(text: string, { id, title }: Pick<DecodeApi, 'id' | 'title'>): boolean {
  const lower = text.toLowerCase();
  return holdsName(lower, id.toLowerCase()) || holdsName(lower, title.toLowerCase());
}

function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isStart = !/[\w.-]/.test(text.slice(Math.max(0, at - 1), at));
    if (isStart && !/^(?:[\w-]|\.\w)/.test(text.slice(at + name.length, at + name.length + 2))) return true;
  }
  return false;
}

/** The best of several by their points, and those that are as good. */
export function bestOf<Item>(items: readonly Item[], points: (item: Item) => number): Item[] {
  const all = items.map(points);
  const most = greatest(all);
  return items.filter((_, place) => all[place] === most);
}
