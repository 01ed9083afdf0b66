import { carriesCode } from '../../../model/envelope/carried.ts';
import { type CodeDraft, codesOf, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const ambiguousEntry: Rule = {
  id: 'ambiguous-entry',
  level: 'warning',
  summary: 'Where bodies have no code, no two entries have the same status and message.',
  check(api) {
    const first = new Map<string, CodeDraft>();
    return codesOf(api).flatMap((code): Finding[] => {
      const envelope = envelopeFor(api, code.domain);
      if (!envelope || carriesCode(envelope)) return [];
      const key = `${code.entry.status?.[0]} ${code.entry.message}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, code);
        return [];
      }
      return [
        {
          at: keyOf(code),
          message: `\`${code.code}\` and \`${other.code}\` have the same status and message, and the body has no code, so a caller can't tell which of the two happened.`,
          fix: 'Merge the two entries, or change one of the messages in the API.',
          also: [{ at: keyOf(other), message: `\`${other.code}\` is here.` }],
        },
      ];
    });
  },
};
