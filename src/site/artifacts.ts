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
  type GuideArtifact,
  guideArtifacts,
  type Links,
} from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { aliasesOf, domainAliasesOf, forwardsOf, guideAliasesOf } from './aliases.ts';
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

/** The groups in which the team chooses files, for those that don't have a group of their own name. */
const GROUPS: Readonly<Record<string, string>> = {
  'code-json': 'json',
  'code-markdown': 'markdown',
  'domain-markdown': 'markdown',
  'guide-markdown': 'markdown',
  'changes-markdown': 'markdown',
  'llms-full': 'llms',
};

/** Whether a site has the artifact with an id: every one, or those of the groups that the team has chosen. */
export function publishedIn({ artifacts }: Pick<SiteSettings, 'artifacts'>): (artifact: { id: string }) => boolean {
  return ({ id }) => artifacts === undefined || artifacts.includes(GROUPS[id] ?? id);
}

/** A file under the address of an alias: what the code's own file says. */
interface AliasFile {
  path: string;
  artifact: CodeArtifact | DomainArtifact | GuideArtifact;
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
  const ofGuides = guideAliasesOf(api).flatMap(({ alias, guide }) =>
    guideArtifacts.map((artifact) => ({
      path: artifact.pathOf({ ...guide, id: alias }),
      artifact,
      text: () => artifact.makeFor(api, guide, links),
    })),
  );
  const ofCodes = forwardsOf(api, aliasesOf(api).values()).flatMap(({ alias, code }) =>
    codeArtifacts.map((artifact) => ({
      path: artifact.pathOf(alias),
      artifact,
      text: () => artifact.makeFor(api, code, links, alias),
    })),
  );
  return [...ofCodes, ...ofDomains, ...ofGuides];
}

/** What a code's page says, for programs. */
export function codeAlternates(api: SiteApi, code: Code): Alternate[] {
  return codeArtifacts
    .filter(publishedIn(api.settings))
    .map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(code), mediaType));
}

/** What a domain's page says, for programs. */
export function domainAlternates(api: SiteApi, domain: Domain): Alternate[] {
  return domainArtifacts
    .filter(publishedIn(api.settings))
    .map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(domain), mediaType));
}

/** What a guide's page says, for programs. */
export function guideAlternates(api: SiteApi, guide: Guide): Alternate[] {
  return guideArtifacts
    .filter(publishedIn(api.settings))
    .map(({ id, mediaType, pathOf }) => alternate(api, id, pathOf(guide), mediaType));
}

/** What an API's page says, for programs. */
export function apiAlternates(api: SiteApi): Alternate[] {
  const isPublished = publishedIn(api.settings);
  return [
    { id: 'code-markdown', path: API_FILES.markdown, mediaType: 'text/markdown' },
    { id: 'code-json', path: API_FILES.json, mediaType: 'application/json' },
  ]
    .filter(isPublished)
    .map(({ id, path, mediaType }) => alternate(api, id, path, mediaType));
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
export function artifactRows({ id, urls, settings }: SiteApi): ArtifactRow[] {
  return apiArtifacts
    .filter(publishedIn(settings))
    .map(({ path, summary }) => ({ path, href: urls.artifact(id, path), summary }));
}
