import { type ApiDraft, aliasOwners, codesOf, isRefused } from '../../draft.ts';
import { editDistance, nearest } from '../../nearest.ts';
import type { Finding } from '../../rule.ts';
import { CODE_STYLES } from '../../schema/api.ts';
import type { Field } from '../../schema/field.ts';
import type { Place } from '../../source/document.ts';
import { aliasWords } from '../alias-words.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';
import { wordIn } from '../word-in.ts';

export const unknownCode: Rule = {
  id: 'unknown-code',
  level: 'error',
  summary:
    'A word in backticks that is all but a code is a code misspelt, and an alias has a code to name: neither becomes a link.',
  check(api) {
    if (api.damaged || isRefused(api, 'envelope', 'envelopes', 'states', 'scopes', 'statuses')) return [];
    const style = api.entry.codeStyle ?? 'any';
    const terms = termsOf(api);
    const codes = codesOf(api).map(({ code }) => code);
    const owners = aliasOwners(api);
    const misspelt = (word: string, at: () => Place, inside?: string): Finding[] => {
      const owner = terms.has(word) ? undefined : owners.get(word);
      // a code's own entry may tell how it was spelled before
      if (owner !== undefined) return owner === inside ? [] : [{ at: at(), ...aliasWords(word, owner) }];
      if (terms.has(word) || word.length < 6 || !/[_-]|\d/.test(word) || !CODE_STYLES[style].test(word)) return [];
      const meant = nearest(word, codes);
      if (!meant || editDistance(word.toLowerCase(), meant.toLowerCase()) > 2) return [];
      return [
        {
          at: at(),
          message: `There is no code \`${word}\` in this API, though one is spelled almost so.`,
          fix: `Did you mean \`${meant}\`?`,
        },
      ];
    };
    return [
      ...textsOf(api).flatMap(({ text, prose, at }) => {
        if (!prose || !text.includes('`')) return [];
        const words = [...text.matchAll(/`([^`\s]+)`/g)].map(([, word]) => word!);
        return words.flatMap((word, i) => {
          const before = words.slice(0, i).filter((it) => it === word).length;
          return misspelt(word, () => wordIn(at, word, before), codeAt(at));
        });
      }),
      ...api.guides.flatMap(({ document }) =>
        document.inlineCode.flatMap(({ text, range }) => misspelt(text, () => ({ document, range }))),
      ),
    ];
  },
};

/** The code in whose entry a place is. */
function codeAt(at: Place): string | undefined {
  return 'path' in at && at.path[0] === 'codes' ? String(at.path[1]) : undefined;
}

/** Words that are no codes but are known in the API, and so are no misspelt codes either. */
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
    for (const { code, entry } of codes) {
      terms.add(code);
      addFields(entry.fields);
    }
  }
  return terms;
}
