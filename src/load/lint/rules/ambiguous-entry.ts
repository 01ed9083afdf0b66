import { type CodeDraft, codesOf, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const ambiguousEntry: Rule = {
  id: 'ambiguous-entry',
  level: 'warning',
  summary: 'Where bodies carry no code, status and message together tell the entries apart.',
  check(api) {
    const first = new Map<string, CodeDraft>();
    return codesOf(api).flatMap((code): Finding[] => {
      const envelope = envelopeFor(api, code.domain);
      if (!envelope || envelope.fields.some(({ role }) => role === 'code')) return [];
      const key = `${code.entry.status?.[0]} ${code.entry.message}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, code);
        return [];
      }
      return [
        {
          at: keyOf(code),
          message: `\`${code.code}\` and \`${other.code}\` answer with the same status and message, and the body carries no code.`,
          fix: 'Merge the two entries, or let the API send different messages.',
          also: [{ at: keyOf(other), message: `\`${other.code}\` stands here.` }],
        },
      ];
    });
  },
};
