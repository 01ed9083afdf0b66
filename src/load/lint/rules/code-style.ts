import { addressOf, LONGEST_ADDRESS } from '../../../model/address.ts';
import { CODE_STYLES, type CodeStyle } from '../../../model/schema/api.ts';
import { codesOf, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const codeStyle: Rule = {
  id: 'code-style',
  level: 'error',
  summary: "A code follows the API's `codeStyle`, isn't empty, and fits into an address.",
  check(api) {
    const style = api.entry.codeStyle ?? 'any';
    return codesOf(api).flatMap((code): Finding[] => {
      if (addressOf(code.code).length > LONGEST_ADDRESS) {
        return [
          {
            at: keyOf(code),
            message: `The address of this code would be longer than ${LONGEST_ADDRESS} characters, which many file systems don't allow.`,
            fix: 'Shorten the code.',
          },
        ];
      }
      if (!code.code.isWellFormed()) {
        return [
          {
            at: keyOf(code),
            message:
              "This code contains half of a surrogate pair, which is not a character and can't be written to a page.",
            fix: 'Write it as the API sends it.',
          },
        ];
      }
      if (CODE_STYLES[style].test(code.spelling)) return [];
      return [{ at: keyOf(code), ...misspelt(code.spelling, style, api.document.path) }];
    });
  },
};

function misspelt(code: string, style: CodeStyle, file: string): { message: string; fix: string } {
  if (code.trim() === '') {
    return { message: 'This code is empty, so no response can contain it.', fix: 'Write it as the API sends it.' };
  }
  if (style === 'any') {
    return {
      message: 'This code starts or ends with whitespace, which a caller who compares codes would miss.',
      fix: `Write "${code.trim()}".`,
    };
  }
  const spelled = respell(code, style);
  return {
    message: `\`${code}\` doesn't follow ${style}, the code style of this API.`,
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
