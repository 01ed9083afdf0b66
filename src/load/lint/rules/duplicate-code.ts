import { foldedAddress } from '../../../model/address.ts';
import { type CodeDraft, codesOf, keyOf } from '../../draft.ts';
import type { Explanation } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const duplicateCode: Rule = {
  id: 'duplicate-code',
  level: 'error',
  summary:
    'No two codes of an API are the same, even when case and URL encoding are ignored, so each has its own address.',
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
      const also = [{ at: keyOf(first), message: `\`${first.code}\` is here.` }];
      const isMerged = same && first.spelling !== code.spelling;
      if (isMerged) return [{ at: keyOf(code), ...merged(code, first), also }];
      return [
        {
          at: keyOf(code),
          message: same
            ? `\`${code.code}\` is listed twice in this API, but two entries can't share one page.`
            : `\`${code.code}\` and \`${first.code}\` differ only in case or URL encoding, so on many disks and servers they would share one address.`,
          fix: same ? 'Merge the two entries, or rename one.' : 'Rename one of them.',
          also,
        },
      ];
    });
  },
};

/** Two codes whose names are the same only because of where the dot is. */
function merged(code: CodeDraft, first: CodeDraft): Explanation {
  const said = ({ spelling, domain: { entry } }: CodeDraft) =>
    entry.namespace === undefined ? `\`${spelling}\`` : `\`${spelling}\` in the namespace \`${entry.namespace}\``;
  return {
    message: `${said(code)} and ${said(first)} have the same name, \`${code.code}\`, but two entries can't share one page.`,
    fix: 'Put both codes into namespaces of other names, or rename one of them.',
  };
}
