import { foldWords } from '../../../model/fold.ts';
import { type CodeDraft, codesOf, keyOf, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const sameMeaning: Rule = {
  id: 'same-meaning',
  level: 'warning',
  summary: "No two codes have the same meaning, because a caller couldn't tell them apart.",
  check(api) {
    const first = new Map<string, CodeDraft>();
    return codesOf(api).flatMap((code): Finding[] => {
      const meaning = foldWords(code.entry.meaning ?? '');
      if (!meaning) return [];
      const other = first.get(meaning);
      if (!other) {
        first.set(meaning, code);
        return [];
      }
      return [
        {
          at: partOf(code, 'meaning'),
          message: `\`${code.code}\` and \`${other.code}\` have the same meaning, so a caller can't tell them apart.`,
          fix: 'Say how they differ, or retire one in favor of the other.',
          also: [{ at: keyOf(other), message: `\`${other.code}\` is here.` }],
        },
      ];
    });
  },
};
