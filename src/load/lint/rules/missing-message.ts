import { messagePointer } from '../../../model/gaps.ts';
import { codesOf, isRefused, keyOf } from '../../draft.ts';
import { envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

export const missingMessage: Rule = {
  id: 'missing-message',
  level: 'error',
  tolerable: true,
  summary: 'Where the envelope has a message field, every code has a default message.',
  check: (api) =>
    codesOf(api).flatMap((code) => {
      const pointer = messagePointer(code.entry, envelopeFor(api, code));
      if (pointer === undefined || isRefused(code, 'message', 'example', 'examples')) return [];
      return [
        {
          at: keyOf(code),
          message: `\`${code.code}\` has no \`message\`, but the envelope has one at \`${pointer}\`, so the example response would have to invent it.`,
          fix: 'Add `message` with the text that the API sends by default.',
        },
      ];
    }),
};
