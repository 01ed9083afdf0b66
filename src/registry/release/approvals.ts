import type { ApiApproval } from '../diff/approve.ts';
import type { ApiDraft } from '../draft.ts';

/** The approvals that stand in an API's folder. */
export function approvalsOf({ id, approvals }: ApiDraft): ApiApproval[] {
  return (approvals?.entry.approvals ?? []).map((approval) => ({ api: id, ...approval }));
}
