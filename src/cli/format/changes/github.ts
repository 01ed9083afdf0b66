import { CHANGE_LEVELS } from '../../../index.ts';
import type { Comparison, SeenChange } from '../../comparison.ts';
import { annotation, formatGithub, plainLine } from '../github.ts';
import { countsOf, idleApprovals, stepSentence, subjectOf } from './words.ts';

/** A comparison as GitHub's workflow commands: annotations on the lines of a pull request, what breaks first. */
export function changesAsGithub(comparison: Comparison): string {
  const { changes, errors, notes } = comparison;
  // GitHub shows only the first ten of a step
  const inOrder = CHANGE_LEVELS.flatMap((level) => changes.filter((change) => change.level === level));
  return [
    plainLine(subjectOf(comparison)),
    ...notes.map(plainLine),
    ...(errors.counts.errors > 0 ? [formatGithub(errors)] : []),
    ...inOrder.map(annotationOf),
    ...idleApprovals(comparison).map(({ what, why, fix }) =>
      annotation('error', 'approval', undefined, [what, why, `Fix: ${fix}`]),
    ),
    plainLine(`${countsOf(comparison)} ${stepSentence(comparison)}`),
  ].join('\n');
}

function annotationOf(change: SeenChange): string {
  const { rule, place, what, before, after, reason, fix, approval } = change;
  return annotation(levelOf(change), rule, place, [
    what,
    ...(before === undefined ? [] : `Before: ${before}`.split('\n')),
    ...(after === undefined ? [] : `After: ${after}`.split('\n')),
    `Why: ${reason}`,
    ...(approval ? [`Approved until ${approval.until}: ${approval.reason}`] : []),
    ...(fix === undefined || approval ? [] : [`Fix: ${fix}`]),
  ]);
}

function levelOf({ level, approval }: SeenChange): 'error' | 'warning' | 'notice' {
  if (level === 'breaking' && !approval) return 'error';
  return level === 'risky' ? 'warning' : 'notice';
}
