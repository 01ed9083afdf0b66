import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const operationRemoved: ChangeRule = {
  id: 'operation-removed',
  level: 'safe',
  summary: 'An operation no longer returns a code.',
  reason: 'Code that handles it there is never reached, which does no harm.',
  check: ({ changed }) =>
    changed
      .filter(({ after }) => after.operations.length > 0)
      .flatMap(({ about, before, after }) =>
        without(before.operations.map(nameOf), after.operations.map(nameOf)).map((operation) => ({
          ...about,
          part: `operations/${operation}`,
          what: `${named(operation)} no longer returns ${named(before.code)}.`,
          before: operation,
        })),
      ),
};

const nameOf = ({ operation }: Code['operations'][number]) => operation;
