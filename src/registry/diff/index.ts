import { CHANGE_LEVELS, type Change } from '../change.ts';
import type { Snapshot } from '../snapshot.ts';
import { pairRegistries } from './pair.ts';
import type { ChangeRule } from './rule.ts';
import { codeRemoved } from './rules/code-removed.ts';
import { statusChanged } from './rules/status-changed.ts';

/** Every rule of the comparison: breaking ones first, then in the order of their ids. */
export const changeRules: readonly ChangeRule[] = [codeRemoved, statusChanged];

/**
 * What changed between two registries, as the callers of the APIs meet it: by API, level, code, part and rule.
 * The same registry twice gives nothing.
 */
export function compare(before: readonly Snapshot[], after: readonly Snapshot[]): Change[] {
  const pair = pairRegistries(before, after);
  const changes = changeRules.flatMap((rule) => [
    ...(rule.checkRegistry?.(pair) ?? []).map((found): Change => ({ rule: rule.id, level: rule.level, ...found })),
    ...pair.apis.flatMap((apis) =>
      (rule.check?.(apis) ?? []).map(
        (found): Change => ({ rule: rule.id, level: rule.level, api: apis.after.id, ...found }),
      ),
    ),
  ]);
  return changes.sort(byWeight);
}

function byWeight(a: Change, b: Change): number {
  return (
    order(a.api, b.api) ||
    CHANGE_LEVELS.indexOf(a.level) - CHANGE_LEVELS.indexOf(b.level) ||
    order(a.code ?? '', b.code ?? '') ||
    order(a.part ?? '', b.part ?? '') ||
    order(a.rule, b.rule) ||
    order(a.what, b.what)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
