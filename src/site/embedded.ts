import { type Code, nearest } from '../index.ts';
import { type EnvelopeSection, envelopeSections } from './responses.ts';
import { type CodeGroup, codeGroups, plainGroup } from './rows.ts';
import type { Site, SiteApi } from './site.ts';

/** The API with an id, or the only one of a registry. Throws what is wrong with the id. */
export function apiNamed({ apis }: Site, id: string | undefined): SiteApi {
  const [only] = apis;
  if (id === undefined && only && apis.length === 1) return only;
  const found = apis.find((api) => api.id === id);
  if (found) return found;
  const ids = apis.map((api) => api.id);
  if (id === undefined) throw wrong(`The registry has several APIs; name one with \`api\`: ${ids.join(', ')}.`);
  throw unknown('The registry has no API', id, ids);
}

/** The code with a spelling that it has or had. Throws what is wrong with it. */
export function codeNamed(api: SiteApi, text: string): Code {
  const found = api.named(text);
  if (found) return found;
  throw unknown(`The API ${api.id} has no code`, text, [...api.byCode.keys(), ...api.aliases.keys()]);
}

/** The codes of an API by domain, or those of one domain without a heading. Throws what is wrong with the domain. */
export function groupsOf(api: SiteApi, domain: string | undefined): CodeGroup[] {
  if (domain === undefined) return codeGroups(api, api.codes);
  const found = api.byDomain.get(domain);
  if (!found) throw unknown(`The API ${api.id} has no domain`, domain, [...api.byDomain.keys()]);
  return plainGroup(api, api.inDomain.get(domain) ?? [], domain, found.title);
}

/** The envelopes of an API, or the one with a name. Throws what is wrong with the name. */
export function envelopesNamed(api: SiteApi, name: string | undefined): EnvelopeSection[] {
  const names = Object.keys(api.envelopes);
  if (name !== undefined && !names.includes(name)) throw unknown(`The API ${api.id} has no envelope`, name, names);
  return envelopeSections(api, name);
}

/** What is wrong with a name, with the nearest that there is, or else all of a few. */
function unknown(what: string, name: string, names: readonly string[]): Error {
  const near = nearest(name, names);
  const hint = near === undefined ? `it has ${names.slice(0, 10).join(', ')}` : `did you mean \`${near}\`?`;
  return wrong(`${what} \`${name}\`: ${hint}${hint.endsWith('?') ? '' : '.'}`);
}

/** A mistake in a page of another site: the place in this program does not matter. */
function wrong(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
