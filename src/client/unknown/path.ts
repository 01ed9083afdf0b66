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
export function meantAddress(path: string, addresses: Addresses): string | undefined {
  const { under, pages } = addresses;
  const folded = foldPath(path);
  const page = pages.find(([href]) => foldPath(href) === folded)?.[0];
  const code = page === undefined ? codeIn(askedCode(path, under), addresses) : undefined;
  const meant = page ?? (code === undefined ? undefined : under + pathUnderCodes(code));
  return meant === path ? undefined : meant;
}

/** The part of an address that is a code's, as it was written; undefined where it is not the address of a code. */
export function askedCode(path: string, under: string): string | undefined {
  const asked = path.replace(/\/{2,}(?!$)/g, (slashes, at: number) => (at < under.length ? '/' : slashes));
  const isUnder = asked.toLowerCase().startsWith(under.toLowerCase());
  return (isUnder && asked.slice(under.length).replace(/\/+$/, '')) || undefined;
}

/**
 * The word that an address asks for, percent encoding undone: what follows the folder of codes, of this API or of none, else its
 * last part.
 */
export function askedWord(path: string, under = ''): string {
  const asked = (under && askedCode(path, under)) || /\/errors\/+(.+?)\/*$/i.exec(path)?.[1];
  return decoded(asked ?? path.split('/').filter(Boolean).at(-1) ?? '');
}

/** The code of an API that a word spells, in any case; an alias gives its code. */
export function codeIn(word: string | undefined, { codes, aliases }: Addresses): string | undefined {
  const now = new Map(aliases);
  const spelling = codeMeant(word, [...codes, ...now.keys()]);
  return spelling === undefined ? undefined : (now.get(spelling) ?? spelling);
}

/** The codes in namespaces that are sent as a word. */
export function sentAs(word: string | undefined, { sent = [] }: Addresses): string[] {
  const spelling = codeMeant(word, [...new Set(sent.map(([it]) => it))]);
  return sent.flatMap(([it, code]) => (it === spelling ? [code] : []));
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
