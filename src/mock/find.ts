import { addressOf } from '../model/address.ts';
import { mockPath } from '../model/addresses.ts';
import { nearest } from '../model/nearest.ts';
import type { Api, Code, CodeOfApi, Registry } from '../model/registry.ts';

/** Why the mock server has no answer of an API's to give; it answers by itself. */
export interface Refusal {
  status: 400 | 404 | 501;
  title: string;
  /** What to do instead; addresses of codes alone, for codes may hold characters that steer a terminal. */
  detail: string;
}

/** Where a request asks for a code by its path: `/{api}/{code}`, the code as in its page's address or percent-encoded. */
export function codeAt(api: Api, rest: string): CodeOfApi | Refusal {
  const code = codeNamed(api, rest);
  return code ? { api, code } : unknownCode(api, rest);
}

/**
 * The code that a `Prefer` header asks for: in the API that the path begins with, or in the one that stands before a
 * slash, or in the only API that has it.
 */
export function codePreferred({ apis }: Registry, wanted: string, pathApi: Api | undefined): CodeOfApi | Refusal {
  if (pathApi) {
    const code = codeNamed(pathApi, wanted);
    if (code) return { api: pathApi, code };
  }
  const slash = wanted.indexOf('/');
  const named = apis.find(({ id }) => id === wanted.slice(0, slash));
  if (named) return codeAt(named, wanted.slice(slash + 1));
  if (pathApi) return unknownCode(pathApi, wanted);
  const found = apis.flatMap((api) => {
    const code = codeNamed(api, wanted);
    return code ? [{ api, code }] : [];
  });
  if (found.length === 1) return found[0]!;
  if (found.length === 0) return refusal(404, 'no API has this code', `\`/\` lists the codes of ${namesOf(apis)}.`);
  const choice = found.map(({ api, code }) => `code=${api.id}/${code.address}`).join(', ');
  return refusal(400, 'several APIs have this code', `Say which one is meant: ${choice}.`);
}

/** A refusal of the mock server's own. */
export function refusal(status: Refusal['status'], title: string, detail: string): Refusal {
  return { status, title: `Mock server: ${title}`, detail };
}

/** APIs as a list for a sentence. */
export function namesOf(apis: readonly Api[]): string {
  return apis.map(({ id }) => `\`${id}\``).join(', ');
}

/** By its address, its spelling, or one that it had before. */
function codeNamed(api: Api, given: string): Code | undefined {
  const address = addressOf(given);
  return (
    api.codes.find((it) => it.code === given) ??
    api.codes.find((it) => it.address === given || it.address === upperCase(given)) ??
    api.codes.find(({ aliases }) => aliases.some((it) => it.code === given || it.address === address)) ??
    only(api.codes.filter(({ sent }) => sent?.code === given))
  );
}

/** What several namespaces have, nobody can choose from. */
function only(codes: readonly Code[]): Code | undefined {
  return codes.length === 1 ? codes[0] : undefined;
}

/** Addresses spell their hexadecimal digits in capitals; a caller may not. */
function upperCase(address: string): string {
  return address.replace(/~[0-9a-f]{2}/gi, (byte) => byte.toUpperCase());
}

function unknownCode({ id, codes }: Api, given: string): Refusal {
  const shared = codes.filter(({ sent }) => sent?.code === given);
  if (shared.length > 0) {
    const paths = shared.map(({ code }) => `\`${mockPath(id, code)}\``).join(', ');
    return refusal(400, 'several namespaces have this code', `Say which one is meant: ${paths}.`);
  }
  const meant = nearest(
    given,
    codes.map(({ code }) => code),
  );
  const hint = meant === undefined ? '' : `Did you mean \`${mockPath(id, meant)}\`? `;
  return refusal(404, 'no such code', `${hint}\`/${id}/\` lists the codes of this API.`);
}
