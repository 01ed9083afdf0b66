import registry from 'virtual:errorbook/registry';
import runtimes from 'virtual:errorbook/runtimes';
import type { APIRoute, GetStaticPaths } from 'astro';
import { apiArtifacts, codeArtifacts, domainArtifacts, guideArtifacts } from '../../index.ts';
import { aliasFiles, linksOf, publishedIn } from '../../site/artifacts.ts';
import { site } from '../_site.ts';

/** Every artifact of every API has its own address; its text is made on request. */
export const getStaticPaths = (() =>
  registry.apis.flatMap((api) => {
    const page = (path: string, { mediaType }: { mediaType: string }, text: () => string) => ({
      params: { api: api.id, artifact: path },
      props: { mediaType, text },
    });
    const links = linksOf(site.urls, api);
    const isPublished = publishedIn(site.settings);
    return [
      ...apiArtifacts.filter(isPublished).map((it) => page(it.path, it, () => it.make(api, links, runtimes))),
      ...codeArtifacts
        .filter(isPublished)
        .flatMap((it) => api.codes.map((code) => page(it.pathOf(code), it, () => it.makeFor(api, code, links)))),
      ...aliasFiles(api, links)
        .filter(({ artifact }) => isPublished(artifact))
        .map(({ path, artifact, text }) => page(path, artifact, text)),
      ...domainArtifacts
        .filter(isPublished)
        .flatMap((it) =>
          api.domains.map((domain) => page(it.pathOf(domain), it, () => it.makeFor(api, domain, links))),
        ),
      ...guideArtifacts
        .filter(isPublished)
        .flatMap((it) => api.guides.map((guide) => page(it.pathOf(guide), it, () => it.makeFor(api, guide, links)))),
    ];
  })) satisfies GetStaticPaths;

interface Props {
  mediaType: string;
  text: () => string;
}

export const GET: APIRoute<Props> = ({ props: { mediaType, text } }) =>
  new Response(text(), { headers: { 'Content-Type': mediaType } });
