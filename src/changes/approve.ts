import type { Change } from '../model/change.ts';
import type { Approval } from '../model/schema/approval.ts';
import { approvalKey, keysOf } from './key.ts';

/** An approval with the API in whose folder it stands. */
export interface ApiApproval extends Approval {
  api: string;
}

/** Which breaking changes are approved, and which approvals do no work. */
interface Verdict {
  /** Each approved change with the approval that covers it. */
  approved: ReadonlyMap<Change, ApiApproval>;
  /** Breaking changes that no approval in force covers. */
  open: Change[];
  /** Approvals whose last day is over, whether or not they would cover a change. */
  expired: ApiApproval[];
  /** Approvals in force that cover no breaking change. */
  unused: ApiApproval[];
}

/** Holds approvals against changes. `today` is a day such as `2026-12-31`; an approval stands through its last day. */
export function approve(changes: readonly Change[], approvals: readonly ApiApproval[], today: string): Verdict {
  const expired = approvals.filter(({ until }) => until < today);
  const inForce = approvals.filter(({ until }) => until >= today);
  const breaking = changes.filter(({ level }) => level === 'breaking');
  const byKey = new Map<string, number>();
  for (const [i, approval] of inForce.entries()) {
    const key = approvalKey(approval);
    if (!byKey.has(key)) byKey.set(key, i);
  }
  const approved = new Map<Change, ApiApproval>();
  for (const change of breaking) {
    const indexes = keysOf(change).flatMap((key) => byKey.get(key) ?? []);
    const first = inForce[Math.min(...indexes)];
    if (first) approved.set(change, first);
  }
  const useful = new Set(breaking.flatMap(keysOf));
  return {
    approved,
    open: breaking.filter((change) => !approved.has(change)),
    expired,
    unused: inForce.filter((approval) => !useful.has(approvalKey(approval))),
  };
}
