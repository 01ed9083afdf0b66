import { named } from '../model/named.ts';
import { atOperation, type Operation } from '../model/operation.ts';
import type { CodePair } from './codes.ts';
import { both, inBoth } from './values.ts';

/** Two states of what holds for a code, or for one of its operations. */
export interface FactPair extends CodePair {
  /** How a change names a part: `status`, or `operations/POST /parcels/status`. */
  part(name: string): string;
  /** Whose facts they are, for a sentence. */
  whose: string;
}

/** Each pair of codes, then one for each operation that has this fact itself on a side, with what holds for it on either side. */
export function factPairs(pairs: readonly CodePair[], fact: 'statuses' | 'retry'): FactPair[] {
  return pairs.flatMap((pair): FactPair[] => {
    const whose = named(pair.before.code);
    const others = operationPairs(pair).filter(([was, is]) => was[fact] !== undefined || is[fact] !== undefined);
    return [
      { ...pair, part: (name) => name, whose },
      ...others.map(([was, is]) => ({
        ...pair,
        before: atOperation(pair.before, was),
        after: atOperation(pair.after, is),
        part: (name: string) => `operations/${was.operation}/${name}`,
        whose: `${whose} for ${named(was.operation)}`,
      })),
    ];
  });
}

/** The operations that a code names on both sides. */
export function operationPairs({ before, after }: CodePair): [before: Operation, after: Operation][] {
  const [was, is] = both(before, after, ({ operations }) =>
    Object.fromEntries(operations.map((it) => [it.operation, it])),
  );
  return inBoth(was, is).map(([, old, now]) => [old, now]);
}
