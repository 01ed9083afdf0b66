import { codeHeader, isPart, type Separators } from '../model/envelope/carried.ts';
import { withRole } from '../model/envelope/fields.ts';
import { hasNamespaceKey } from '../model/envelope/in-namespace.ts';
import { codesByEnvelope } from '../model/envelope/of-code.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import { isHttpStatus } from '../model/http.ts';
import { oncePer } from '../model/once.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';

/** What says the namespace of a code that is somewhere. */
interface Origin {
  /** The path of the field that says it; empty where none does, or where a name in the path of the code is the namespace. */
  from: string[];
  /** Where nothing in a response says it: the namespaces whose codes are there, an empty text for codes without one. */
  namespaces: string[];
}

/** Where responses have a code: by its path in the body, or in a header. */
export type CodePlace = { path: string[] } & Separators & Origin;
export type HeaderPlace = { header: string } & Separators & Origin;

/** The places in bodies, each once; those that say the namespace before those that imply it. */
export function codePlaces(api: Api): CodePlace[] {
  const places = envelopesIn(api).flatMap(({ envelope, codes }) => {
    const fields = [...envelope.fields, ...codes.flatMap((code) => code.fields)];
    return withRole(fields, 'code').flatMap((field) => {
      const { pointer, after, until } = field;
      const at = { path: tokensOf(pointer), after, until };
      return originsIn(envelope, codes, hasNamespaceKey(field)).map((it) => ({ ...at, ...it }));
    });
  });
  return merged(places);
}

/** The headers, each once. */
export function codeHeaders(api: Api): HeaderPlace[] {
  const places = envelopesIn(api).flatMap(({ envelope, codes }) => {
    const found = codeHeader(envelope);
    if (!found) return [];
    const { name, after, until } = found;
    return originsIn(envelope, codes, false).map((it) => ({ header: name, after, until, ...it }));
  });
  return merged(places);
}

function envelopesIn(api: Api): { envelope: Envelope; codes: Code[] }[] {
  const codes = codesByEnvelope(api);
  return Object.entries(api.envelopes).map(([name, envelope]) => ({ envelope, codes: codes.get(name) ?? [] }));
}

function originsIn(envelope: Envelope, codes: readonly Code[], isKey: boolean): Origin[] {
  if (isKey) return [{ from: [], namespaces: [] }];
  const [field] = withRole(envelope.fields, 'namespace');
  const implied = codes.filter(({ sent }) => !field || sent === undefined).sort((a, b) => order(a) - order(b));
  const namespaces = [...new Set(implied.map(({ sent }) => sent?.namespace ?? ''))];
  const otherwise = { from: [], namespaces: namespaces.length > 0 ? namespaces : [''] };
  return field ? [{ from: tokensOf(field.pointer), namespaces: [] }, otherwise] : [otherwise];
}

/** A client of HTTP sees codes that are sent in HTTP. */
function order(code: Code): number {
  return allStatuses(code).some(({ status }) => isHttpStatus(status)) ? 0 : 1;
}

/** Each place once: one that implies namespaces has those of all envelopes, after all that say them. */
function merged<Place extends Origin>(places: readonly Place[]): Place[] {
  const found = new Map<string, Place>();
  for (const place of places) {
    const key = JSON.stringify({ ...place, namespaces: place.namespaces.length > 0 });
    const before = found.get(key);
    const namespaces = [...new Set([...(before?.namespaces ?? []), ...place.namespaces])];
    found.set(key, { ...place, namespaces });
  }
  const all = [...found.values()];
  const says = ({ namespaces }: Place) => namespaces.length === 0;
  return [...all.filter(says), ...all.filter((it) => !says(it))];
}

/** Whether some codes of an API are in namespaces. */
export const hasNamespaces = oncePer(({ codes }: Api) => codes.some(({ sent }) => sent !== undefined));

/** Whether it takes more than a look at a field of the body to know the code of a response. */
export const hasHiddenCodes = oncePer(
  (api: Api) => hasNamespaces(api) || codeHeaders(api).length > 0 || codePlaces(api).some(isPart),
);
