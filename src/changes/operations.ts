import { named } from '../model/named.ts';
import { atOperation, hasOwnFacts, type Operation } from '../model/operation.ts';
import type { Code } from '../model/registry.ts';
import type { CodePair } from './codes.ts';
import { both } from './values.ts';

/** Two states of what holds for a code, or for one of its operations. */
export interface FactPair extends CodePair {
  /** How a change names a part: `status`, or `operations/POST /parcels/status`. */
  part(name: string): string;
  /** Whose facts they are, for a sentence. */
  whose: string;
}

/** Each pair of codes, then one for each operation that has facts of its own on a side, with what holds for it on either side. */
export function factPairs(pairs: readonly CodePair[]): FactPair[] {
  return pairs.flatMap((pair): FactPair[] => {
    const whose = named(pair.before.code);
    const usual = { ...pair, part: (name: string) => name, whose };
    const [was, is] = both(pair.before, pair.after, byName);
    const own = [...was.keys()].filter((name) => [was, is].some((side) => hasFacts(side.get(name))) && is.has(name));
    const others = own.map((name) => ({
      ...pair,
      before: there(pair.before, was.get(name)),
      after: there(pair.after, is.get(name)),
      part: (part: string) => `operations/${name}/${part}`,
      whose: `${whose} for ${named(name)}`,
    }));
    return [usual, ...others];
  });
}

function byName({ operations }: Code): Map<string, Operation> {
  return new Map(operations.map((it) => [it.operation, it]));
}

function hasFacts(operation: Operation | undefined): boolean {
  return operation !== undefined && hasOwnFacts(operation);
}

function there(code: Code, operation: Operation | undefined): Code {
  return operation ? atOperation(code, operation) : code;
}
