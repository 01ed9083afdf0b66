import type { ApiApproval } from '../diff/approve.ts';
import type { ApiDraft } from '../draft.ts';

/** The approvals that stand in an API's folder. */
export function approvalsOf({ id, approvals }: ApiDraft): ApiApproval[] {
  return (approvals?.entry.approvals ?? []).map((approval) => ({ api: id, ...approval }));
}

/** Those that are in force on a day; all of them where the day is not known. */
export function approvalsInForce(api: ApiDraft, today: string | undefined): ApiApproval[] {
  return approvalsOf(api).filter(({ until }) => today === undefined || until >= today);
}
