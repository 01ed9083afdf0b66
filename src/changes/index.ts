/*
 * From two states of a registry to what changed for its callers, the approvals of that, and the releases that keep it.
 */
export { type ApiApproval, approve, type Verdict } from './approve.ts';
export { changeRules, compare } from './compare.ts';
export { placeOf } from './place.ts';
export {
  approvalsOf,
  checkReleases,
  isReleaseName,
  type PlannedRelease,
  planReleases,
  type ReleasePlan,
  type ReleaseWish,
  releaseRules,
  withReleases,
} from './release/index.ts';
export type { ChangeRule } from './rule.ts';
