import type { Alias, Api, Code, Domain, Guide } from '../model/registry.ts';
import type { Setting } from '../view/index.ts';
import type { PartOf } from './code-parts.ts';
import type { Runtimes } from './runtime.ts';

/** Where the pages of an API are: absolute addresses if the site's is known, else paths under the base path. */
export interface Links extends Setting {
  /** The API's page, with a slash at the end; artifacts are below it. */
  api: string;
}

/** Where the page of another API of the same site is. */
export function apiAddress({ api }: Links, id: string): string {
  return api.replace(/[^/]+\/$/, `${id}/`);
}

/** What every artifact says of itself. */
interface About {
  /** How the command line names it. */
  id: string;
  /** Its Content-Type on the site: the one that the name's ending gets on every host. */
  mediaType: string;
  /** What it is for, in a sentence. */
  summary: string;
}

/** A file derived from a whole API: the same registry gives the same bytes. */
export interface ApiArtifact extends About {
  /** Relative to the API's address. */
  path: string;
  /** `partOf` gives the parts about one code each, where the file has such. */
  make(api: Api, links: Links, runtimes: Runtimes, partOf?: PartOf): string;
}

/** A file derived from one code of an API. */
export interface CodeArtifact extends About {
  /** Relative to the API's address. */
  pathOf(code: Pick<Code, 'code'>): string;
  /** `alias` is the spelling under whose address the file is, where that is not the code's own. */
  makeFor(api: Api, code: Code, links: Links, alias?: Alias): string;
}

/** A file derived from one domain of an API. */
export interface DomainArtifact extends About {
  /** Relative to the API's address. */
  pathOf(domain: Pick<Domain, 'id'>): string;
  makeFor(api: Api, domain: Domain, links: Links): string;
}

/** A file derived from one guide of an API. */
export interface GuideArtifact extends About {
  /** Relative to the API's address. */
  pathOf(guide: Guide): string;
  makeFor(api: Api, guide: Guide, links: Links): string;
}

/** JSON as every artifact writes it: two spaces, and a line end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The same of an object whose last member is a list: `items` are the texts that {@link jsonItem} gives. */
export function jsonTextWithList(value: object, name: string, items: readonly string[]): string {
  const empty = jsonText({ ...value, [name]: [] });
  if (items.length === 0) return empty;
  return `${empty.slice(0, -']\n}\n'.length)}\n    ${items.join(',\n    ')}\n  ]\n}\n`;
}

/** An item of such a list, indented as it is in there. */
export function jsonItem(value: unknown): string {
  return JSON.stringify([[value]], null, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length);
}
