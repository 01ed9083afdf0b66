import type { ApiDraft } from '../../load/index.ts';
import type { ApiApproval } from '../approve.ts';

/** The approvals that stand in an API's folder. */
export function approvalsOf({ id, approvals }: ApiDraft): ApiApproval[] {
  return (approvals?.entry.approvals ?? []).map((approval) => ({ api: id, ...approval }));
}
