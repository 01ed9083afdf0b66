import type { ApiApproval } from '../approve.ts';
import { isSameKey } from '../key.ts';
import type { ReleaseFacts } from './facts.ts';

/**
 * The approvals whose changes the last release has written down. They stay until that release is merged, because a comparison with the
 * branch before it still needs them; they may go then, and must when they expire or with the next release. A first release writes down no
 * changes, so nothing that changed just before it can be told from what never did: while nothing has changed since, all of them count.
 */
export function recordedApprovals({ approvals, history, changes }: ReleaseFacts): ApiApproval[] {
  const { releases } = history();
  const last = releases.at(-1);
  if (releases.length === 1 && changes()?.length === 0) return [...approvals];
  return approvals.filter((approval) => last?.approved.some((it) => isSameKey(it, approval)));
}
