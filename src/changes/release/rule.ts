import type { Finding, RuleMeta } from '../../load/index.ts';
import type { ReleaseFacts } from './facts.ts';

/** A rule over an API and what was released of it. `today` is a day such as `2026-12-31`, where it is known. */
export interface ReleaseRule extends RuleMeta {
  check(facts: ReleaseFacts, today: string | undefined): readonly Finding[];
}
