import { codesOf, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

export const internalLeak: Rule = {
  id: 'internal-leak',
  level: 'error',
  summary: 'Nothing public names an internal code: not in `related` or `replacedBy`, not in a text, not in a guide.',
  check(api) {
    const internal = codesOf(api).filter(({ entry }) => entry.visibility === 'internal');
    if (internal.length === 0) return [];
    const names = new Set(internal.map(({ code }) => code));
    const named = new RegExp(`(?<![\\w-])(?:${[...names].map(escapeRegExp).join('|')})(?![\\w-])`, 'u');
    const visible = {
      ...api,
      domains: api.domains.map((it) => ({ ...it, codes: it.codes.filter((c) => !names.has(c.code)) })),
    };
    const leak = (code: string, at: Finding['at']): Finding => ({
      at,
      message: `The internal code \`${code}\` is named in public here.`,
      fix: `Take the name away, or make \`${code}\` public.`,
    });
    return [
      ...textsOf(visible).flatMap(({ text, at }) => {
        const [found] = named.exec(text) ?? [];
        return found === undefined ? [] : [leak(found, at)];
      }),
      ...codesOf(visible).flatMap((code) => [
        ...(code.entry.related ?? []).flatMap((it, i) => (names.has(it) ? [leak(it, partOf(code, 'related', i))] : [])),
        ...(['deprecated', 'retired'] as const).flatMap((key) => {
          const to = code.entry[key]?.replacedBy;
          return to !== undefined && names.has(to) ? [leak(to, partOf(code, key, 'replacedBy'))] : [];
        }),
      ]),
      ...api.guides.flatMap(({ document }) => {
        const found = named.exec(document.text);
        return found ? [leak(found[0], { document, range: [found.index, found.index + found[0].length] })] : [];
      }),
    ];
  },
};

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
