import type { DecodeApi, Decoded, Prose } from '../../browser.ts';

/** An answer as the page shows it: of an API's codes it keeps those that the answer links to, or thousands would be copied. */
export function slim(decoded: Decoded): Decoded {
  const names = new Map<DecodeApi, Set<string>>();
  const namesOf = (api: DecodeApi) => {
    const known = names.get(api) ?? new Set();
    names.set(api, known);
    return known;
  };
  for (const { api, others, entry, retry } of decoded.explanations) {
    const own = namesOf(api);
    const prose: Prose[] = [retry.meaning, retry.rule?.reason ?? [], entry?.meaning ?? [], ...(entry?.steps ?? [])];
    for (const text of prose.flatMap((parts) => parts.filter((_, place) => place % 2 === 1))) own.add(text);
    if (entry?.replacedBy) own.add(entry.replacedBy);
    if (entry) for (const other of others) namesOf(other).add(entry.code);
  }
  const slimmed = new Map<DecodeApi, DecodeApi>();
  const slimOf = (api: DecodeApi): DecodeApi => {
    const named = namesOf(api);
    const made = slimmed.get(api) ?? {
      ...api,
      codes: api.codes.filter(({ code, aliases }) => named.has(code) || aliases?.some((alias) => named.has(alias))),
    };
    slimmed.set(api, made);
    return made;
  };
  const within = <Found extends { api: DecodeApi }>(found: Found): Found => ({ ...found, api: slimOf(found.api) });
  return {
    ...decoded,
    explanations: decoded.explanations.map((it) => ({
      ...within(it),
      others: it.others.map(slimOf),
      nearest: it.nearest.map(within),
    })),
    nearest: decoded.nearest.map(within),
    status: decoded.status && { ...decoded.status, codes: decoded.status.codes.map(within) },
  };
}
