import type { FoundChange } from '../model/change.ts';
import { memberOf } from '../model/member.ts';
import { named } from '../model/named.ts';
import type { Code, Domain } from '../model/registry.ts';
import { limitPart } from './limits.ts';
import { factPairs } from './operations.ts';
import type { ApiPair } from './pair.ts';

/** A list before and after, by names that are the same on both sides; `what` is its name for a sentence. */
interface ListPair extends Omit<FoundChange, 'before' | 'after'> {
  before: string[];
  after: string[];
}

/** The lists of an API that are in an order. */
export function listsOfApi(pair: ApiPair): ListPair[] {
  const { before, after, domains, guides } = pair;
  const idsAfter = (
    list: readonly { id: string }[],
    pairs: readonly { before: { id: string }; after: { id: string } }[],
  ) => {
    const successors = new Map(pairs.map((it) => [it.before.id, it.after.id]));
    return ids(list).map((id) => successors.get(id) ?? id);
  };
  const keys = (part: string, what: string, was: object, is: object) => ({
    part,
    what,
    before: Object.keys(was),
    after: Object.keys(is),
  });
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const limits = (list: ApiPair['before']['limits']) =>
    list.map((limit) => limitPart(limit, pair).slice('limits/'.length));
  return [
    {
      part: 'domains',
      what: 'The domains',
      before: idsAfter(before.domains, domains),
      after: ids(after.domains),
    },
    { part: 'guides', what: 'The guides', before: idsAfter(before.guides, guides), after: ids(after.guides) },
    { part: 'limits', what: 'The limits', before: limits(before.limits), after: limits(after.limits) },
    keys('states', 'The groups of states', before.states, after.states),
    keys('scopes', 'The scopes', before.scopes, after.scopes),
    ...Object.entries(before.states).map(([group, { values }]) =>
      keys(`states/${group}`, `The states of ${named(group)}`, values, memberOf(after.states, group)?.values ?? {}),
    ),
    ...domains.map((it) => ({
      part: `domains/${it.before.id}/codes`,
      what: `The codes of the domain ${named(it.before.id)}`,
      ...codesOf(it, pair),
    })),
  ];
}

function codesOf({ before, after }: { before: Domain; after: Domain }, { nameAfter }: ApiPair) {
  return { before: before.codes.map(nameAfter), after: after.codes };
}

/** The fields of each body. */
export function listsOfBodies({ bodies }: ApiPair): ListPair[] {
  return bodies.map(({ about, part, where, fields }) => ({
    ...about,
    part: part('fields'),
    what: `The fields in the body of ${where}`,
    ...fields.order,
  }));
}

/** The lists of each code whose order means nothing to a program; remediation and causes are texts. */
export function listsOfCodes({ changed, nameAfter }: ApiPair): ListPair[] {
  return changed.flatMap((pair) => {
    const { about, before, after } = pair;
    const list = (part: string, name: string, of: (code: Code) => string[], rename = (it: string) => it) => ({
      ...about,
      part,
      what: `The ${name} of ${named(before.code)}`,
      before: of(before).map(rename),
      after: of(after),
    });
    return [
      ...factPairs([pair], 'statuses').map((it) => ({
        ...about,
        part: it.part('status'),
        what: `The statuses of ${it.whose}`,
        before: valuesOf(it.before),
        after: valuesOf(it.after),
      })),
      list('operations', 'operations', ({ operations }) => operations.map(({ operation }) => operation)),
      list('states', 'states', ({ states }) => states),
      list('related', 'related codes', ({ related }) => related, nameAfter),
      list('links', 'links', ({ links }) => links.map(({ title, href }) => `${title} (${href})`)),
      list('aliases', 'aliases', ({ aliases }) => aliases.map(({ code }) => code)),
      list('examples', 'examples', ({ examples }) => examples.map(({ name }) => name)),
    ];
  });
}

function valuesOf({ statuses }: Code): string[] {
  return statuses.map(({ status }) => String(status));
}
