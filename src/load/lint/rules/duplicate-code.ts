import { foldedAddress } from '../../../model/address.ts';
import { type CodeDraft, codesOf, keyOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

export const duplicateCode: Rule = {
  id: 'duplicate-code',
  level: 'error',
  summary:
    'A code stands once in its API, also when case and URL encoding are put aside, so that its address is its own.',
  check(api) {
    const seen = new Map<string, CodeDraft>();
    return codesOf(api).flatMap((code) => {
      const key = foldedAddress(code.code);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, code);
        return [];
      }
      const same = first.code === code.code;
      return [
        {
          at: keyOf(code),
          message: same
            ? `\`${code.code}\` is already in this API, so two entries would share one page.`
            : `\`${code.code}\` and \`${first.code}\` differ only in case or URL encoding; on many disks and servers they share one address.`,
          fix: same ? 'Merge the two entries, or rename one.' : 'Give one of them another spelling.',
          also: [{ at: keyOf(first), message: `\`${first.code}\` stands here.` }],
        },
      ];
    });
  },
};
