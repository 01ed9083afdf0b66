import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const operationAdded: ChangeRule = {
  id: 'operation-added',
  level: 'risky',
  summary: 'An operation returns a code that it did not return before.',
  reason: "Callers of that operation don't handle it yet.",
  check: ({ changed }) =>
    changed
      .filter(({ before }) => before.operations.length > 0)
      .flatMap(({ about, before, after }) =>
        without(after.operations.map(nameOf), before.operations.map(nameOf)).map((operation) => ({
          ...about,
          part: `operations/${operation}`,
          what: `${named(operation)} now returns ${named(before.code)} too.`,
          after: operation,
        })),
      ),
};

const nameOf = ({ operation }: Code['operations'][number]) => operation;
