import {
  type Api,
  apiArtifacts,
  codeArtifacts,
  decodeIndex,
  directoryOf,
  domainArtifacts,
  guideArtifacts,
  once,
  type PartOf,
  packed,
  type Registry,
  type Runtimes,
} from '../index.ts';
import { addressesOf } from './addresses.ts';
import { aliasFiles, linksOf, publishedIn } from './artifacts.ts';
import { feedLink } from './changes-page.ts';
import { feedOf } from './feed.ts';
import { llmsOf } from './llms.ts';
import { plainParts } from './prose-tree.ts';
import { countOfTexts, searchIndex } from './search-index.ts';
import type { Site } from './site.ts';
import { sitemapFiles } from './sitemap.ts';

/** A file of the site that is not a page. */
export interface SiteFile {
  /** Its address, under the base path. */
  href: string;
  mediaType: string;
  /** What is in it; made when it is asked for. `partOf` gives the parts about one code each, where it has such. */
  content(partOf?: PartOf): string | Uint8Array;
}

const JSON_TYPE = 'application/json';

/** Every file of a site that is not a page: what programs, feed readers, search engines and our scripts read. */
export function* siteFiles(site: Site, registry: Registry, runtimes: Runtimes): Generator<SiteFile> {
  const { apis, urls } = site;
  for (const api of registry.apis) yield* artifactFiles(api, site, runtimes);
  for (const api of apis) {
    yield { href: urls.addresses(api.id), mediaType: JSON_TYPE, content: () => JSON.stringify(addressesOf(api)) };
    if (feedLink(api)) yield { href: urls.feed(api.id), mediaType: 'application/atom+xml', content: () => feedOf(api) };
    for (const { name } of api.images) {
      yield {
        href: urls.image(api.id, name),
        mediaType: `image/${name.slice(name.lastIndexOf('.') + 1).replace('jpg', 'jpeg')}`,
        content: () => Buffer.from(registry.images[`${api.id}/${name}`] ?? '', 'base64'),
      };
    }
  }
  yield* decodeFiles(site, registry);
  yield* searchFiles(site);
  // it links to the same file of each API
  if (publishedIn(site.settings)({ id: 'llms' }))
    yield { href: urls.llms, mediaType: 'text/plain; charset=utf-8', content: () => llmsOf(site) };
  // its addresses are absolute
  if (urls.isAbsolute) for (const file of sitemapFiles(site)) yield { ...file, mediaType: 'application/xml' };
}

/** The long ones at the end: of two threads, the one that begins there makes them first, and both end with short ones, together. */
function* artifactFiles(api: Api, { urls, settings }: Site, runtimes: Runtimes): Generator<SiteFile> {
  const links = linksOf(urls, api);
  const isPublished = publishedIn(settings);
  const file = (path: string, { mediaType }: { mediaType: string }, content: SiteFile['content']): SiteFile => ({
    href: urls.artifact(api.id, path),
    mediaType,
    content,
  });
  for (const it of codeArtifacts.filter(isPublished))
    for (const code of api.codes) yield file(it.pathOf(code), it, () => it.makeFor(api, code, links));
  for (const { path, artifact, text } of aliasFiles(api, links))
    if (isPublished(artifact)) yield file(path, artifact, text);
  for (const it of domainArtifacts.filter(isPublished))
    for (const domain of api.domains) yield file(it.pathOf(domain), it, () => it.makeFor(api, domain, links));
  for (const it of guideArtifacts.filter(isPublished))
    for (const guide of api.guides) yield file(it.pathOf(guide), it, () => it.makeFor(api, guide, links));
  for (const it of apiArtifacts.filter(isPublished))
    yield file(it.path, it, (partOf) => it.make(api, links, runtimes, partOf));
}

/** What the decoder in the browser loads: first what decides which APIs a paste may concern, then what it knows of each. */
function* decodeFiles({ urls }: Site, registry: Registry): Generator<SiteFile> {
  const index = once(() =>
    decodeIndex(registry, {
      apiHref: ({ id }) => urls.api(id),
      codeHref: ({ id }, { code }) => urls.code(id, code),
      prose: plainParts,
    }),
  );
  const directory = () => directoryOf(index(), ({ id }) => urls.decodeApi(id));
  yield { href: urls.decodeIndex, mediaType: JSON_TYPE, content: () => JSON.stringify(directory()) };
  const packedPart = (id: string) =>
    index()
      .apis.filter((api) => api.id === id)
      .map(packed)[0];
  for (const { id } of registry.apis)
    yield { href: urls.decodeApi(id), mediaType: JSON_TYPE, content: () => JSON.stringify(packedPart(id)) };
}

/** The two parts of the search index. */
function* searchFiles({ apis, urls }: Site): Generator<SiteFile> {
  const index = once(() => searchIndex(apis, urls));
  yield { href: urls.searchCodes, mediaType: JSON_TYPE, content: () => JSON.stringify(index().codes) };
  for (let part = 0; part < countOfTexts(apis); part++)
    yield { href: urls.searchTexts(part), mediaType: JSON_TYPE, content: () => JSON.stringify(index().texts[part]) };
}
