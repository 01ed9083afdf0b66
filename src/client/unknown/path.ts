import { addressOf, pathUnderCodes } from '../../browser.ts';
import type { Addresses } from '../../shared/addresses.ts';

/** An API as the page of unknown addresses lists it. */
export interface ListedApi {
  href: string;
  title: string;
  /** Where its addresses are. */
  addresses: string;
}

/** The API that an address is in; case makes no difference. */
export function apiOfPath(path: string, apis: readonly ListedApi[]): ListedApi | undefined {
  const folded = foldPath(path);
  return apis.find(({ href }) => folded.startsWith(foldPath(href)));
}

/**
 * The address that was meant, if the requested one differs only in case, in slashes, or in writing a code's characters in percent
 * encoding; undefined if there is none, or it is the requested one itself.
 */
export function meantAddress(path: string, { under, codes, aliases, pages }: Addresses): string | undefined {
  const folded = foldPath(path);
  const page = pages.find(([href]) => foldPath(href) === folded)?.[0];
  const now = new Map(aliases);
  const spelling = page === undefined ? codeMeant(askedCode(path, under), [...codes, ...now.keys()]) : undefined;
  const code = spelling === undefined ? undefined : (now.get(spelling) ?? spelling);
  const meant = page ?? (code === undefined ? undefined : under + pathUnderCodes(code));
  return meant === path ? undefined : meant;
}

/** The part of an address that is a code's, as it was written; undefined where it is not the address of a code. */
export function askedCode(path: string, under: string): string | undefined {
  const asked = path.replace(/\/{2,}(?!$)/g, (slashes, at: number) => (at < under.length ? '/' : slashes));
  const isUnder = asked.toLowerCase().startsWith(under.toLowerCase());
  return (isUnder && asked.slice(under.length).replace(/\/+$/, '')) || undefined;
}

function codeMeant(asked: string | undefined, codes: readonly string[]): string | undefined {
  if (asked === undefined) return undefined;
  const spellings = [decoded(asked), asked];
  const exact = codes.find((code) => spellings.includes(code) || spellings.includes(addressOf(code)));
  if (exact !== undefined) return exact;
  const small = spellings.map((it) => it.toLowerCase());
  const alike = codes.filter((code) =>
    [code, addressOf(code)].some((spelling) => small.includes(spelling.toLowerCase())),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** Text without percent encoding; unchanged if the encoding is damaged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function foldPath(path: string): string {
  return `${path}/`.replace(/\/+/g, '/').toLowerCase();
}
