import { isMapping } from './shape.ts';

/**
 * What an API's file says, without `states` if they are not in groups, which would be several mistakes for each; with the
 * first of them in that case.
 */
export function withoutBareStates(value: unknown): { value: unknown; state: string | undefined } {
  const state = firstBareState(value);
  if (state === undefined || !isMapping(value)) return { value, state: undefined };
  const { states: _, ...rest } = value;
  return { value: rest, state };
}

/** The first of the states that an API's file has without a group around them; undefined where it has none. */
function firstBareState(value: unknown): string | undefined {
  const states = isMapping(value) ? value.states : undefined;
  if (Array.isArray(states)) return states.find((it) => typeof it === 'string');
  const groups = Object.entries(isMapping(states) ? states : {});
  const isBare = groups.every(
    ([, it]) => typeof it === 'string' || (isMapping(it) && 'meaning' in it && !('values' in it)),
  );
  return isBare ? groups[0]?.[0] : undefined;
}
