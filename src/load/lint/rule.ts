import type { ApiDraft } from '../draft.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import type { Text } from './texts.ts';

/** A rule over one API: it reads the draft, or the draft's texts, or those of all APIs, and returns what it finds, in no order. */
export interface Rule extends RuleMeta {
  check(api: ApiDraft, texts: () => readonly Text[], apis: readonly ApiDraft[]): Finding[];
}
