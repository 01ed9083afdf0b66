import { mentionsOf } from '../../../model/mention.ts';
import { type CodeDraft, codesOf, ownEntry } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Document, Path, Place } from '../../source/document.ts';
import type { Rule } from '../rule.ts';
import { textsOfApprovals } from '../texts.ts';
import { wordsIn } from '../word-in.ts';

export const internalLeak: Rule = {
  id: 'internal-leak',
  level: 'error',
  summary: 'No public text, reference, example or guide names an internal code.',
  check(api) {
    const internal = codesOf(api).filter(({ entry }) => entry.visibility === 'internal');
    const named = mentionsOf(internal.flatMap(namesOf));
    if (!named) return [];
    const find = (text: string, at: Place) => {
      const codes = named(text);
      if (codes.length === 0) return [];
      const place = wordsIn(at);
      return codes.map(({ code }) => leakOf(code, place(code)));
    };
    return [
      ...stringsIn(api.entry, api.document, []).flatMap(({ text, at }) => find(text, at)),
      ...api.domains.flatMap((domain) =>
        stringsIn(domain.entry, domain.document, []).flatMap(({ text, at }) => find(text, at)),
      ),
      ...codesOf(api)
        .filter(({ entry }) => entry.visibility !== 'internal')
        .flatMap((code) => stringsIn(ownEntry(code), code.domain.document, ['codes', code.spelling]))
        .flatMap(({ text, at }) => find(text, at)),
      ...textsOfApprovals(api).flatMap(({ text, at }) => find(text, at)),
      ...api.guides.flatMap(({ document }) =>
        named(document.text).map(({ code, index }) => leakOf(code, { document, range: [index, index + code.length] })),
      ),
    ];
  },
};

function leakOf(code: string, at: Place): Finding {
  return {
    at,
    message: `\`${code}\` is an internal code, but this text is published.`,
    fix: `Remove the name, or make \`${code}\` public.`,
  };
}

/** Every text below a value; of keys those that the registry's author chose. */
function stringsIn(value: unknown, document: Document, path: Path): { text: string; at: Place }[] {
  if (typeof value === 'string') return [{ text: value, at: { document, path, part: 'value' } }];
  if (typeof value !== 'object' || value === null) return [];
  const chosen = !Array.isArray(value) && path.some((key) => CHOSEN_KEYS.has(key));
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const below = stringsIn(inner, document, here);
    return chosen ? [{ text: key, at: { document, path: here, part: 'key' } as const }, ...below] : below;
  });
}

/** A code and its aliases, which are as internal as it is. */
function namesOf({ code, entry }: CodeDraft): string[] {
  return [code, ...(entry.aliases ?? []).map((alias) => alias.code)];
}

const CHOSEN_KEYS = new Set<unknown>(['example', 'examples', 'headers', 'envelopes', 'scopes', 'states', 'statuses']);
