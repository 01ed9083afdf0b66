import type { Diagnostic } from '../diagnostic.ts';
import type { ApiDraft } from '../draft.ts';
import { diagnose } from '../rule.ts';
import type { ReleaseRule } from './rule.ts';
import { damagedRelease } from './rules/damaged-release.ts';

export { approvalsOf } from './approvals.ts';
export { withReleases } from './published.ts';
export { isReleaseName, type PlannedRelease, planReleases, type ReleasePlan, type ReleaseWish } from './write.ts';

/** The rules over what was released, in the order of their ids. */
export const releaseRules: readonly ReleaseRule[] = [damagedRelease];

/** Runs every rule over every API that has releases or approvals; the others cost nothing. */
export function checkReleases(apis: readonly ApiDraft[], today: string | undefined): Diagnostic[] {
  return apis
    .filter(({ releases, approvals }) => releases.length > 0 || approvals)
    .flatMap((api) => releaseRules.flatMap((rule) => rule.check(api, today).map((finding) => diagnose(rule, finding))));
}
