import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const operationAdded: ChangeRule = {
  id: 'operation-added',
  level: 'risky',
  summary: 'A code is returned by an operation that did not return it.',
  reason: 'Callers of that operation have no handling for it.',
  check: ({ changed }) =>
    changed
      .filter(({ before }) => before.operations.length > 0)
      .flatMap(({ about, before, after }) =>
        without(after.operations.map(nameOf), before.operations.map(nameOf)).map((operation) => ({
          ...about,
          part: `operations/${operation}`,
          what: `${named(operation)} returns ${named(before.code)} too.`,
          after: operation,
        })),
      ),
};

const nameOf = ({ operation }: Code['operations'][number]) => operation;
