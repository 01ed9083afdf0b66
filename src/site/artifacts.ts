import {
  API_FILES,
  type Api,
  apiArtifacts,
  type Code,
  type CodeArtifact,
  codeArtifacts,
  codeNames,
  type Domain,
  type DomainArtifact,
  domainArtifacts,
  type Guide,
  guideArtifacts,
  type Links,
} from '../index.ts';
import { aliasesOf, domainAliasesOf, forwardsOf } from './aliases.ts';
import type { Alternate } from './page.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import type { Urls } from './urls.ts';

/** The addresses that artifacts of an API name. */
export function linksOf(urls: Urls, api: Api): Links {
  return {
    api: urls.absolute(urls.api(api.id)),
    code: (code) => urls.absolute(urls.code(api.id, code)),
    named: codeNames(api),
  };
}

/** A file under the address of an alias: what the code's own file says. */
interface AliasFile {
  path: string;
  artifact: CodeArtifact | DomainArtifact;
  text: () => string;
}

/** The files of every alias that has an address: a renamed code answers there in each format, as it did before. */
export function aliasFiles(api: Api, links: Links): AliasFile[] {
  const ofDomains = domainAliasesOf(api).flatMap(({ alias, domain }) =>
    domainArtifacts.map((artifact) => ({
      path: artifact.pathOf({ id: alias }),
      artifact,
      text: () => artifact.makeFor(api, domain, links),
    })),
  );
  const ofCodes = forwardsOf(api, aliasesOf(api).values()).flatMap(({ alias, code }) =>
    codeArtifacts.map((artifact) => ({
      path: artifact.pathOf(alias),
      artifact,
      text: () => artifact.makeFor(api, code, links, alias),
    })),
  );
  return [...ofCodes, ...ofDomains];
}

/** What a code's page says, for programs. */
export function codeAlternates(api: SiteApi, code: Code): Alternate[] {
  return codeArtifacts.map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(code), mediaType));
}

/** What a domain's page says, for programs. */
export function domainAlternates(api: SiteApi, domain: Domain): Alternate[] {
  return domainArtifacts.map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(domain), mediaType));
}

/** What a guide's page says, for programs. */
export function guideAlternates(api: SiteApi, guide: Guide): Alternate[] {
  return guideArtifacts.map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(guide), mediaType));
}

/** What an API's page says, for programs. */
export function apiAlternates(api: SiteApi): Alternate[] {
  return [
    alternate(api, 'code-markdown', API_FILES.markdown, 'text/markdown'),
    alternate(api, 'code-json', API_FILES.json, 'application/json'),
  ];
}

const FORMATS: Readonly<Record<string, string>> = texts.formats;

function alternate({ id, urls }: SiteApi, artifact: string, path: string, mediaType: string): Alternate {
  return {
    text: FORMATS[artifact] ?? artifact,
    href: urls.artifact(id, path),
    mediaType: mediaType.replace(/;.*/, ''),
  };
}

/** A file that is derived from an API, and what it is for. */
export interface ArtifactRow {
  path: string;
  href: string;
  summary: string;
}

/** A row for each file that is derived from an API. */
export function artifactRows({ id, urls }: SiteApi): ArtifactRow[] {
  return apiArtifacts.map(({ path, summary }) => ({ path, href: urls.artifact(id, path), summary }));
}
