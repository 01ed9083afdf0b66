import type { Finding } from '../../../load/index.ts';
import { codesOf, keyOf } from '../../../load/index.ts';
import { approve } from '../../approve.ts';
import type { ReleaseRule } from '../rule.ts';

export const reusedCode: ReleaseRule = {
  id: 'reused-code',
  level: 'error',
  summary: "A code that was removed in a release isn't used for another error.",
  check(facts, today) {
    const reused = facts.sinceLast()?.reused ?? [];
    if (reused.length === 0) return [];
    const { approved } = approve(facts.changes() ?? [], facts.approvals, today ?? '');
    const allowed = new Set([...approved.keys()].flatMap(({ rule, code }) => (rule === 'code-reused' ? [code] : [])));
    const drafts = new Map(codesOf(facts.draft).map((draft) => [draft.code, draft]));
    return reused
      .filter(({ after }) => !allowed.has(after.code))
      .flatMap(({ before, after, gone }): Finding | [] => {
        const draft = drafts.get(after.code);
        if (!draft) return [];
        return {
          at: keyOf(draft),
          message: `\`${after.code}\` was removed in the release \`${gone}\` and now means another error. To callers and in old logs it still means: ${before.meaning}`,
          fix: 'Give this error its own code.',
        };
      });
  },
};
