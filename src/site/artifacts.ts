import { API_FILES, apiArtifacts, type Code, codeArtifacts, type Links } from '../index.ts';
import type { Alternate } from './page.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import type { Urls } from './urls.ts';

/** The addresses that artifacts of an API name. */
export function linksOf(urls: Urls, api: string): Links {
  return {
    api: urls.absolute(urls.api(api)),
    code: (code) => urls.absolute(urls.code(api, code)),
  };
}

/** What a code's page says, for programs. */
export function codeAlternates(api: SiteApi, code: Code): Alternate[] {
  return codeArtifacts.map(({ id, mediaType, pathOf }) => ({
    text: texts.twins[id as keyof typeof texts.twins],
    href: api.urls.artifact(api.id, pathOf(code)),
    mediaType: mediaType.replace(/;.*/, ''),
  }));
}

/** What an API's page says, for programs. */
export function apiAlternates({ id, urls }: SiteApi): Alternate[] {
  return [
    { text: texts.twins['code-markdown'], href: urls.artifact(id, API_FILES.markdown), mediaType: 'text/markdown' },
    { text: texts.twins['code-json'], href: urls.artifact(id, API_FILES.json), mediaType: 'application/json' },
  ];
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
