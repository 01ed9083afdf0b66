import {
  API_FILES,
  type Api,
  apiArtifacts,
  type Code,
  codeArtifacts,
  codeNames,
  type Guide,
  guideArtifacts,
  type Links,
} from '../index.ts';
import { breakable, escapeHtml } from './escape.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';

/** The addresses that artifacts of an API name. */
export function linksOf(api: Api): Links {
  return {
    api: urls.absolute(urls.api(api.id)),
    code: (code) => urls.absolute(urls.code(api.id, code)),
    named: codeNames(api),
  };
}

/** The same content as a page's in another form. */
export interface Twin {
  text: string;
  href: string;
  mediaType: string;
}

/** What a code's page says, for programs. */
export function codeTwins(api: SiteApi, code: Code): Twin[] {
  return codeArtifacts.map(({ id, mediaType, pathOf }) => ({
    text: texts.twins[id as keyof typeof texts.twins],
    href: urls.artifact(api.id, pathOf(code)),
    mediaType: mediaType.split(';')[0]!,
  }));
}

/** What a guide's page says, for programs. */
export function guideTwins(api: SiteApi, guide: Guide): Twin[] {
  return guideArtifacts.map(({ id, mediaType, pathOf }) => ({
    text: texts.twins[id as keyof typeof texts.twins],
    href: urls.artifact(api.id, pathOf(guide)),
    mediaType: mediaType.split(';')[0]!,
  }));
}

/** What an API's page says, for programs. */
export function apiTwins(api: SiteApi): Twin[] {
  return [
    { text: texts.twins['code-markdown'], href: urls.artifact(api.id, API_FILES.markdown), mediaType: 'text/markdown' },
    { text: texts.twins['code-json'], href: urls.artifact(api.id, API_FILES.json), mediaType: 'application/json' },
  ];
}

/** A row for each file that is derived from an API: a link with its name, and what it is for; HTML. */
export function artifactRows(api: SiteApi): string[][] {
  return apiArtifacts.map(({ path, summary }) => [
    `<a href="${escapeHtml(urls.artifact(api.id, path))}"><code>${breakable(path)}</code></a>`,
    escapeHtml(summary),
  ]);
}
