import { addressOf, LONGEST_ADDRESS } from '../../../model/address.ts';
import { CODE_STYLES, type CodeStyle } from '../../../model/schema/api.ts';
import { codesOf, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
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
      if (!code.code.isWellFormed()) {
        return [
          {
            at: keyOf(code),
            message: 'This code holds half of a surrogate pair, which is no character and cannot be written to a page.',
            fix: 'Write it as the API sends it.',
          },
        ];
      }
      if (CODE_STYLES[style].test(code.code)) return [];
      return [{ at: keyOf(code), ...misspelt(code.code, style, api.document.path) }];
    });
  },
};

function misspelt(code: string, style: CodeStyle, file: string): { message: string; fix: string } {
  if (code.trim() === '') {
    return { message: 'This code is empty, so no response could carry it.', fix: 'Write it as the API sends it.' };
  }
  if (style === 'any') {
    return { message: 'This code has white space at its start or end.', fix: `Write "${code.trim()}".` };
  }
  const spelled = respell(code, style);
  return {
    message: `\`${code}\` is not spelled in ${style}, the code style of this API.`,
    fix: spelled
      ? `Write \`${spelled}\`, or change \`codeStyle\` in ${file} if that is what the API sends.`
      : `Write it as the API sends it, or change \`codeStyle\` in ${file}.`,
  };
}

function respell(code: string, style: Exclude<CodeStyle, 'any'>): string | undefined {
  const words = code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const spelled = {
    SCREAMING_SNAKE_CASE: words.join('_').toUpperCase(),
    snake_case: words.join('_').toLowerCase(),
    'kebab-case': words.join('-').toLowerCase(),
    numeric: '',
  }[style];
  return CODE_STYLES[style].test(spelled) ? spelled : undefined;
}
