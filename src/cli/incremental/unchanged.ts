import {
  type Api,
  allStatuses,
  apiArtifacts,
  type Code,
  codeArtifacts,
  domainArtifacts,
  guideArtifacts,
  type Registry,
} from '../../index.ts';
import { urlsUnder } from '../../site/urls.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Says of a file of the output, by its path, whether it is the same as after the previous build. */
export type Unchanged = (file: string) => boolean;

/** The artifacts that show no prose of codes. */
const WITHOUT_PROSE = ['handler', 'problem-types'];

/** A code of an API in a set of codes. */
export function keyOf({ id }: Pick<Api, 'id'>, { code }: Pick<Code, 'code'>): string {
  return `${id}/${code}`;
}

/** The codes whose prose is another one than before: see `keyOf`. Undefined if anything else is. */
export function changedSince(before: Fingerprint, now: Fingerprint, { apis }: Registry): Set<string> | undefined {
  if (before.rest !== now.rest) return undefined;
  const ofApi = (api: Api) =>
    api.codes.filter((_, place) => before.prose[api.id]?.[place] !== now.prose[api.id]?.[place]);
  return new Set(apis.flatMap((api) => ofApi(api).map((code) => keyOf(api, code))));
}

/**
 * What a build of this registry would write as the previous one did: everything if no code changed, nothing if anything but prose
 * changed. Otherwise it is what shows no prose, and what shows only that of other codes: their pages and files, the lists of some
 * domains and statuses, and the files of other APIs. All other files are taken to show everything.
 */
export function unchangedBut(codes: ReadonlySet<string> | undefined, { apis }: Registry): Unchanged {
  if (!codes) return () => false;
  const parts = apis.map((api) => {
    const { same = [], changed = [] } = Object.groupBy(api.codes, (it) =>
      codes.has(keyOf(api, it)) ? 'changed' : 'same',
    );
    return { api, same, changed };
  });
  if (parts.every(({ changed }) => changed.length === 0)) return () => true;
  // an alias may have an address that another code has too
  const changed = new Set(parts.flatMap(({ api, changed }) => changed.flatMap((code) => filesOfCode(api, code))));
  const same = new Set([
    ...parts.flatMap(({ api, same }) => same.flatMap((code) => filesOfCode(api, code))),
    ...parts.flatMap(({ api, changed }) => [...listsWithout(api, changed), ...withoutProse(api)]),
    ...parts.flatMap(({ api, changed }) => (changed.length === 0 ? filesOfApi(api) : [])),
    ...[urls.decode, urls.notFound].map(pathOf),
  ]).difference(changed);
  return (file) => {
    const page = /^(.*)\/index\.html$/.exec(file)?.[1];
    // the further pages of a list are in folders below its first
    return same.has(page ?? file) || (page !== undefined && same.has(page.replace(/\/\d+$/, '')));
  };
}

const urls = urlsUnder('/');

/** The page of a code and its other forms, also under the addresses of its aliases. */
function filesOfCode({ id }: Api, { code, aliases }: Code): string[] {
  const names = [code, ...aliases.map((alias) => alias.code)];
  return names.flatMap((name) => [
    pathOf(urls.code(id, name)),
    ...codeArtifacts.map((artifact) => pathOf(urls.artifact(id, artifact.pathOf({ code: name })))),
  ]);
}

/** The pages and other forms of the lists in which none of some codes are. */
function listsWithout({ id, domains, statuses }: Api, codes: readonly Code[]): string[] {
  const inDomain = new Set(codes.map(({ domain }) => domain));
  const inStatus = new Set(codes.flatMap((code) => allStatuses(code).map(({ status }) => status)));
  return [
    ...domains
      .filter((domain) => !inDomain.has(domain.id))
      .flatMap((domain) => [
        urls.domain(id, domain.id),
        ...domainArtifacts.map((artifact) => urls.artifact(id, artifact.pathOf(domain))),
      ]),
    ...statuses.filter(({ status }) => !inStatus.has(status)).map(({ status }) => urls.status(id, status)),
  ].map(pathOf);
}

function withoutProse({ id }: Api): string[] {
  const artifacts = apiArtifacts.filter((artifact) => WITHOUT_PROSE.includes(artifact.id));
  return [urls.handling(id), ...artifacts.map(({ path }) => urls.artifact(id, path))].map(pathOf);
}

/** What is made from one API alone, besides pages. */
function filesOfApi({ id, guides }: Api): string[] {
  const paths = [
    ...apiArtifacts.map(({ path }) => path),
    ...guideArtifacts.flatMap((artifact) => guides.map((guide) => artifact.pathOf(guide))),
  ];
  const artifacts = paths.map((path) => urls.artifact(id, path));
  return [urls.addresses(id), urls.feed(id), urls.decodeApi(id), ...artifacts].map(pathOf);
}

/** The path of an address in the output, without the slash at the end. */
function pathOf(href: string): string {
  return href.replace(/^\/|\/$/g, '');
}
