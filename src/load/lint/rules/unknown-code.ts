import { distanceUpTo } from '../../../model/distance.ts';
import { Candidates } from '../../../model/nearest.ts';
import { CODE_STYLES } from '../../../model/schema/api.ts';
import type { Field } from '../../../model/schema/field.ts';
import { type ApiDraft, aliasOwners, codeAt, codesOf, isRefused } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Place } from '../../source/document.ts';
import { aliasWords } from '../alias-words.ts';
import type { Rule } from '../rule.ts';
import { wordsIn } from '../word-in.ts';

export const unknownCode: Rule = {
  id: 'unknown-code',
  level: 'warning',
  summary: "Text in backticks isn't a misspelled code or an alias, neither of which becomes a link to the code.",
  check(api, texts) {
    if (api.damaged || isRefused(api, 'envelope', 'envelopes', 'states', 'scopes', 'statuses')) return [];
    const style = api.entry.codeStyle ?? 'any';
    const terms = termsOf(api);
    const isNamespaced = api.domains.some(({ entry }) => entry.namespace !== undefined);
    const codes = new Candidates(
      codesOf(api).map(({ code }) => code),
      { most: MOST_LETTERS },
    );
    const owners = aliasOwners(api);
    const isLikeCode = (word: string) =>
      word.length >= 6 &&
      (isNamespaced ? /[_.-]|\d/ : /[_-]|\d/).test(word) &&
      CODE_STYLES[style].test(isNamespaced ? word.slice(word.lastIndexOf('.') + 1) : word);
    const isSuspect = (word: string) => !terms.has(word) && (owners.has(word) || isLikeCode(word));
    const misspelled = (word: string, at: () => Place, inside?: string): Finding[] => {
      const owner = owners.get(word);
      // a code's own entry may say how it was spelled before
      if (owner !== undefined) return owner === inside ? [] : [{ at: at(), ...aliasWords(word, owner) }];
      const wasSpent = codes.isSpent;
      const meant = codes.nearest(word);
      if (codes.isSpent && !wasSpent) return [{ at: at(), ...CUT }];
      if (!meant || distanceUpTo(MOST_LETTERS, word.toLowerCase(), meant.toLowerCase()) > MOST_LETTERS) return [];
      return [
        {
          at: at(),
          message: `This API has no code \`${word}\`, but one with almost the same spelling.`,
          fix: `Did you mean \`${meant}\`?`,
        },
      ];
    };
    const codeIn = codeAt(api);
    return [
      ...texts().flatMap((it) => {
        const words = it.prose ? wordsInBackticks(it.text).filter(isSuspect) : [];
        if (words.length === 0) return [];
        const { at } = it;
        const find = wordsIn(at);
        return words.flatMap((word) => misspelled(word, () => find(word), codeIn(at)));
      }),
      ...api.guides.flatMap(({ document }) =>
        document.inlineCode.flatMap(({ text, range }) =>
          isSuspect(text) ? misspelled(text, () => ({ document, range })) : [],
        ),
      ),
    ];
  },
};

function wordsInBackticks(text: string): string[] {
  return text.match(/`[^`\s]+`/g)?.map((it) => it.slice(1, -1)) ?? [];
}

/** How many letters of a word may differ from the code that it is taken for. */
const MOST_LETTERS = 2;

/** Reported where comparing all words with all codes would take too long. */
const CUT = {
  message: 'Some words in backticks from here on were not compared with the codes, because there are too many of both.',
  fix: "Remove backticks from words that aren't codes, or split the API.",
};

/** Words that aren't codes but are known in the API, and so aren't misspelled codes either. */
function termsOf({ entry, domains }: ApiDraft): Set<string> {
  const terms = new Set<string>();
  const addFields = (fields: readonly Field[] = []) => {
    for (const { pointer, items } of fields) {
      for (const token of pointer.split('/')) terms.add(token);
      addFields(items);
    }
  };
  for (const envelope of [entry.envelope, ...Object.values(entry.envelopes ?? {})]) addFields(envelope?.fields);
  for (const { values } of Object.values(entry.states ?? {})) for (const name of Object.keys(values)) terms.add(name);
  for (const name of [...Object.keys(entry.scopes ?? {}), ...Object.keys(entry.statuses ?? {})]) terms.add(name);
  for (const { codes } of domains) {
    for (const { code, spelling, entry } of codes) {
      terms.add(code).add(spelling);
      addFields(entry.fields);
      for (const name of entry.names ?? []) terms.add(name);
    }
  }
  return terms;
}
