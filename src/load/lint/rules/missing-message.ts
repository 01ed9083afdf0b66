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
      const field = envelopeFor(api, code.domain)?.fields.find(({ role }) => role === 'message');
      if (!field || code.entry.message !== undefined || isRefused(code, 'message', 'example', 'examples')) return [];
      const { example = {}, examples = {} } = code.entry;
      const given = Object.values(examples).length > 0 ? Object.values(examples) : [example];
      if (given.every((it) => Object.hasOwn(it, field.pointer))) return [];
      return [
        {
          at: keyOf(code),
          message: `\`${code.code}\` has no \`message\`, but the envelope has one at \`${field.pointer}\`, so the example response would have to invent it.`,
          fix: 'Add `message` with the text that the API sends by default.',
        },
      ];
    }),
};
