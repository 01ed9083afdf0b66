import type { Finding } from '../../../load/index.ts';
import { codesOf, keyOf } from '../../../load/index.ts';
import { approve } from '../../approve.ts';
import { approvalsOf } from '../approvals.ts';
import { changesSinceLast, sinceLast } from '../last.ts';
import type { ReleaseRule } from '../rule.ts';

export const reusedCode: ReleaseRule = {
  id: 'reused-code',
  level: 'error',
  summary: 'A code that went with a release does not come back for another error.',
  check(api, today) {
    const reused = sinceLast(api)?.reused ?? [];
    if (reused.length === 0) return [];
    const { approved } = approve(changesSinceLast(api) ?? [], approvalsOf(api), today ?? '');
    const allowed = new Set([...approved.keys()].flatMap(({ rule, code }) => (rule === 'code-reused' ? [code] : [])));
    const drafts = new Map(codesOf(api).map((draft) => [draft.code, draft]));
    return reused
      .filter(({ after }) => !allowed.has(after.code))
      .map(({ before, after, gone }): Finding => {
        return {
          at: keyOf(drafts.get(after.code)!),
          message: `\`${after.code}\` went with the release \`${gone}\`, and is back for another error. Callers and old logs still mean: ${before.meaning}`,
          fix: 'Give this error a code of its own.',
        };
      });
  },
};
