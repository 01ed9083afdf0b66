import type { FoundChange } from '../../model/change.ts';
import { named, namedAll } from '../../model/named.ts';
import type { ApiPair } from '../pair.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const termChanged: ChangeRule = {
  id: 'term-changed',
  level: 'risky',
  summary:
    'A state or scope was added or removed, a state is now terminal or no longer terminal, or a code occurs in other states.',
  reason: "Programs list states and scopes: they don't know a new one, and wait in vain for an old one.",
  check: (pair) => [...scopes(pair), ...states(pair), ...statesOfCodes(pair)],
};

function scopes({ before, after }: ApiPair): FoundChange[] {
  return without(Object.keys(before.scopes), Object.keys(after.scopes))
    .map(
      (scope): FoundChange => ({ part: `scopes/${scope}`, what: `The scope ${named(scope)} is gone.`, before: scope }),
    )
    .concat(
      without(Object.keys(after.scopes), Object.keys(before.scopes)).map((scope) => ({
        part: `scopes/${scope}`,
        what: `The scope ${named(scope)} is new.`,
        after: scope,
      })),
    );
}

function states({ before, after }: ApiPair): FoundChange[] {
  const [was, is] = [statesIn(before), statesIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((part) => {
    const [old, now] = [was.get(part), is.get(part)];
    if (old?.terminal === now?.terminal && !old === !now) return [];
    const name = named((old ?? now)!.name);
    const what =
      old && now
        ? `The state ${name} is ${now.terminal ? 'now' : 'no longer'} terminal.`
        : `The state ${name} is ${now ? 'new' : 'gone'}.`;
    return [{ part, what, before: old && kindOf(old), after: now && kindOf(now) }];
  });
}

interface State {
  name: string;
  terminal: boolean;
}

function statesIn({ states }: ApiPair['before']): Map<string, State> {
  return new Map(
    Object.entries(states).flatMap(([group, { values }]) =>
      Object.entries(values).map(([name, { terminal = false }]) => [`states/${group}/${name}`, { name, terminal }]),
    ),
  );
}

function kindOf({ name, terminal }: State): string {
  return terminal ? `${name}, terminal` : name;
}

function statesOfCodes({ changed }: ApiPair): FoundChange[] {
  return changed
    .filter(({ before, after }) => new Set(before.states).symmetricDifference(new Set(after.states)).size > 0)
    .map(({ about, before, after }) => ({
      ...about,
      part: 'states',
      what: `${named(before.code)} now occurs in other states.`,
      before: namedAll(before.states),
      after: namedAll(after.states),
    }));
}
