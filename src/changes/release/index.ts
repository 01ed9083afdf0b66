import type { ApiDraft, Diagnostic } from '../../load/index.ts';
import { diagnoseAll, isDamaged } from '../../load/index.ts';
import type { ReleaseRule } from './rule.ts';
import { damagedRelease } from './rules/damaged-release.ts';
import { releasedCode } from './rules/released-code.ts';
import { reusedCode } from './rules/reused-code.ts';
import { staleApproval } from './rules/stale-approval.ts';

export { approvalsOf } from './approvals.ts';
export { withReleases } from './published.ts';
export { isReleaseName, type PlannedRelease, planReleases, type ReleasePlan, type ReleaseWish } from './write.ts';

/** The rules over what was released, in the order of their ids. */
export const releaseRules: readonly ReleaseRule[] = [damagedRelease, releasedCode, reusedCode, staleApproval];

/** Runs every rule over every API that has releases or approvals; the others cost nothing. */
export function checkReleases(apis: readonly ApiDraft[], today: string | undefined): Diagnostic[] {
  return apis
    .filter(({ releases, approvals }) => releases.length > 0 || approvals)
    .flatMap((api) => releaseRules.flatMap((rule) => run(rule, api, today)));
}

/** Of files that could not be read whole nothing more is said, but for releases, of which nobody else speaks. */
function run(rule: ReleaseRule, api: ApiDraft, today: string | undefined): Diagnostic[] {
  const findings = rule.check(api, today);
  return diagnoseAll(
    rule,
    findings.filter(({ at }) => rule === damagedRelease || !isDamaged(at.document)),
  );
}
