import type { ApiDraft } from '../draft.ts';
import type { Finding, RuleMeta } from '../rule.ts';

/** A rule over one API: it reads the draft and returns what it finds, in no order. */
export interface Rule extends RuleMeta {
  check(api: ApiDraft): Finding[];
}
