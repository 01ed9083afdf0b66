import type { Diagnostic } from '../../load/index.ts';
import { diagnoseAll, isDamaged } from '../../load/index.ts';
import type { ReleaseFacts } from './facts.ts';
import type { ReleaseRule } from './rule.ts';
import { damagedRelease } from './rules/damaged-release.ts';
import { releasedCode } from './rules/released-code.ts';
import { reusedCode } from './rules/reused-code.ts';
import { staleApproval } from './rules/stale-approval.ts';

export { recordedApprovals } from './approvals.ts';
export { type ReleaseFacts, releaseFactsOf } from './facts.ts';
export { withReleases } from './published.ts';
export { isReleaseName, type PlannedRelease, planRelease, type ReleasePlan, type ReleaseWish } from './write.ts';

/** The rules over what was released, in the order of their ids. */
export const releaseRules: readonly ReleaseRule[] = [damagedRelease, releasedCode, reusedCode, staleApproval];

/** Runs every rule over an API; without releases or approvals this costs nothing. */
export function checkReleases(facts: ReleaseFacts, today: string | undefined): Diagnostic[] {
  const { releases, approvals } = facts.draft;
  return releases.length > 0 || approvals ? releaseRules.flatMap((rule) => run(rule, facts, today)) : [];
}

/** Of files that could not be read whole nothing more is said, but for releases, of which nobody else speaks. */
function run(rule: ReleaseRule, facts: ReleaseFacts, today: string | undefined): Diagnostic[] {
  const findings = rule.check(facts, today);
  return diagnoseAll(
    rule,
    findings.filter(({ at }) => rule === damagedRelease || !isDamaged(at.document)),
  );
}
