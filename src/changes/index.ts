/*
 * From two states of a registry to what changed for its callers, the approvals of that, and the releases that keep it.
 */
export { type ApiApproval, approve } from './approve.ts';
export { changeRules, compare } from './compare.ts';
export { placesIn } from './place.ts';
export {
  checkReleases,
  isReleaseName,
  type PlannedRelease,
  planRelease,
  type ReleaseFacts,
  type ReleasePlan,
  type ReleaseWish,
  recordedApprovals,
  releaseFactsOf,
  releaseRules,
  withReleases,
} from './release/index.ts';
export type { ChangeRule } from './rule.ts';
export { withVersions } from './versions.ts';
