import { addressOf, LONGEST_ADDRESS } from '../../address.ts';
import { codesOf, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { CODE_STYLES, type CodeStyle } from '../../schema/api.ts';
import type { Rule } from '../rule.ts';

export const codeStyle: Rule = {
  id: 'code-style',
  level: 'error',
  summary: "A code is spelled in the API's `codeStyle`, is not empty, and fits into an address.",
  check(api) {
    const style = api.entry.codeStyle ?? 'any';
    return codesOf(api).flatMap((code): Finding[] => {
      if (addressOf(code.code).length > LONGEST_ADDRESS) {
        return [
          {
            at: keyOf(code),
            message: `This code makes an address part of more than ${LONGEST_ADDRESS} characters, which many disks refuse.`,
            fix: 'Shorten the code.',
          },
        ];
      }
      if (CODE_STYLES[style].test(code.code)) return [];
      const respelled = respell(code.code, style);
      return [
        {
          at: keyOf(code),
          message:
            style === 'any'
              ? 'A code is text without white space at its ends.'
              : `\`${code.code}\` is not spelled in ${style}, the code style of this API.`,
          fix: respelled
            ? `Write \`${respelled}\`, or change \`codeStyle\` in ${api.document.path} if that is what the API sends.`
            : `Write it as the API sends it, or change \`codeStyle\` in ${api.document.path}.`,
        },
      ];
    });
  },
};

function respell(code: string, style: CodeStyle): string | undefined {
  const words = code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const spelled = {
    SCREAMING_SNAKE_CASE: words.join('_').toUpperCase(),
    snake_case: words.join('_').toLowerCase(),
    'kebab-case': words.join('-').toLowerCase(),
    numeric: '',
    any: code.trim(),
  }[style];
  return CODE_STYLES[style].test(spelled) ? spelled : undefined;
}
