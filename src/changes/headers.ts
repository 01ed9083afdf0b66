import type { Separators } from '../model/envelope/carried.ts';
import type { Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';

interface Header extends Separators {
  name: string;
  role?: 'code' | undefined;
  /** In an example. */
  value: string;
  meaning?: string | undefined;
}

/** Headers by their names in lower case, as HTTP compares them (RFC 9110, 5.1). */
export type Headers = ReadonlyMap<string, Header>;

/** The headers of two states of a response. */
export interface HeaderPairs {
  removed: Header[];
  added: Header[];
  kept: { before: Header; after: Header }[];
}

/** The headers of every response with an envelope. */
export function sharedHeaders(envelope: Envelope | undefined): Headers {
  const headers = Object.entries(envelope?.headers ?? {});
  return byName(headers.map(([name, { example, ...it }]) => ({ name, value: example, ...it })));
}

/** The headers that a code sends itself. */
export function ownHeaders({ headers }: Code): Headers {
  return byName(Object.entries(headers).map(([name, header]) => ({ name, ...header })));
}

function byName(headers: readonly Header[]): Headers {
  return new Map(headers.map((header) => [header.name.toLowerCase(), header]));
}

export function pairHeaders(before: Headers, after: Headers): HeaderPairs {
  return {
    removed: [...before].filter(([name]) => !after.has(name)).map(([, header]) => header),
    added: [...after].filter(([name]) => !before.has(name)).map(([, header]) => header),
    kept: [...after].flatMap(([name, header]) => {
      const old = before.get(name);
      return old ? [{ before: old, after: header }] : [];
    }),
  };
}

/** True where a header had the code, and has it no longer or in another part of its value. */
export function holdsOtherCode(before: Header, after: Header): boolean {
  return before.role === 'code' && placeOf(before) !== placeOf(after);
}

/** Where a header has the code, in a few words; undefined where it doesn't. */
export function placeOf({ role, after, until }: Header): string | undefined {
  if (role === undefined) return undefined;
  return [`role ${role}`, after && `after ${after}`, until && `until ${until}`].filter(Boolean).join(', ');
}
