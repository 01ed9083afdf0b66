import { codesOf, isRefused, partOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

export const unverifiedField: Rule = {
  id: 'unverified-field',
  level: 'error',
  summary: '`unverified` names a field of the code, and each once.',
  check: (api) =>
    codesOf(api).flatMap((code) =>
      (code.entry.unverified ?? []).flatMap((field, index, all) => {
        const at = partOf(code, 'unverified', index);
        if (all.indexOf(field) < index) {
          return [{ at, message: `\`unverified\` names \`${field}\` twice.`, fix: 'Remove one of them.' }];
        }
        if (code.entry[field] !== undefined || isRefused(code, field)) return [];
        return [
          {
            at,
            message: `\`unverified\` names \`${field}\`, but \`${code.code}\` has no \`${field}\`, so there is nothing to confirm.`,
            fix: `Add \`${field}\`, or remove it from \`unverified\`.`,
          },
        ];
      }),
    ),
};
