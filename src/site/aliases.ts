import type { Alias, Api, Code } from '../index.ts';

/** Another spelling of a code, with the code. */
export interface Former {
  alias: Alias;
  code: Code;
}

/** The aliases of an API by their spelling; one that is a code itself, or stands at an earlier code, means that. */
export function formersOf(api: Api): ReadonlyMap<string, Former> {
  const codes = new Set(api.codes.map(({ code }) => code));
  const formers = new Map<string, Former>();
  for (const code of api.codes) {
    for (const alias of code.aliases) {
      if (!codes.has(alias.code) && !formers.has(alias.code)) formers.set(alias.code, { alias, code });
    }
  }
  return formers;
}

/**
 * The aliases that have a page which forwards. On many disks case makes no difference to a file, so an alias in whose
 * place a page stands already has none; the page of unknown addresses knows it all the same.
 */
export function forwardsOf(api: Api, formers: Iterable<Former>): Former[] {
  const taken = new Set(api.codes.map(({ address }) => address.toLowerCase()));
  return [...formers].filter(({ alias }) => {
    const place = alias.address.toLowerCase();
    const isFree = !taken.has(place);
    taken.add(place);
    return isFree;
  });
}
