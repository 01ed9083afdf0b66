import { foldWords } from '../../../model/fold.ts';
import { codesOf, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const repeatedText: Rule = {
  id: 'repeated-text',
  level: 'warning',
  summary: 'Meaning and remediation say more than the code, the title, the message and each other.',
  check: (api) =>
    codesOf(api).flatMap((code): Finding[] => {
      const { meaning = '', title = '', message = '', remediation = [] } = code.entry;
      const said = [
        { what: 'message', words: foldWords(message) },
        { what: 'title', words: foldWords(title) },
        { what: 'code', words: foldWords(code.spelling) },
        { what: 'code', words: foldWords(code.code) },
      ];
      const whatSays = (words: string) => (words === '' ? undefined : said.find((it) => it.words === words)?.what);
      const found: Finding[] = [];
      const folded = foldWords(meaning);
      const what = whatSays(folded);
      if (what) {
        found.push({
          at: partOf(code, 'meaning'),
          message: `The meaning only repeats the ${what}, which the caller has already read.`,
          fix: 'Say what the server checked and what it found.',
        });
      }
      said.unshift({ what: 'meaning', words: folded });
      const repeats = whatSays(foldWords(remediation.join(' ')));
      if (repeats) {
        found.push({
          at: partOf(code, 'remediation'),
          message: `The remediation only repeats the ${repeats}, so the caller still doesn't know what to do.`,
          fix: 'List the steps that solve the problem.',
        });
      }
      return found;
    }),
};
