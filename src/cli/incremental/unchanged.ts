import { type Api, type Code, codeArtifacts, type Domain, domainArtifacts, type Registry } from '../../index.ts';
import { urlsUnder } from '../../site/urls.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Says of a file of the output, by its path, whether it is the same as after the previous build. */
export type Unchanged = (file: string) => boolean;

/**
 * What a build of this registry would write as the previous one did: everything if nothing changed, nothing if anything but prose
 * changed. Otherwise it is the pages and files of the codes whose prose is the same, and of the domains that have only such codes. All
 * other files are taken to show everything.
 */
export function unchangedSince(before: Fingerprint, now: Fingerprint, { apis }: Registry): Unchanged {
  if (before.rest !== now.rest) return () => false;
  const parts = apis.map((api) => {
    const isSame = (_: Code, place: number) => before.prose[api.id]?.[place] === now.prose[api.id]?.[place];
    const changed = api.codes.filter((code, place) => !isSame(code, place));
    return { api, changed, same: api.codes.filter(isSame), domains: new Set(changed.map(({ domain }) => domain)) };
  });
  if (parts.every(({ changed }) => changed.length === 0)) return () => true;
  const same = parts.flatMap(({ api, same, domains }) => [
    ...same.flatMap((code) => filesOfCode(api, code)),
    ...api.domains.filter(({ id }) => !domains.has(id)).flatMap((domain) => filesOfDomain(api, domain)),
  ]);
  // an alias may have an address that another code has too
  const changed = parts.flatMap(({ api, changed }) => changed.flatMap((code) => filesOfCode(api, code)));
  const files = new Set(same).difference(new Set(changed));
  return (file) => files.has(file);
}

const urls = urlsUnder('/');

/** The page of a code and its other forms, also under the addresses of its aliases. */
function filesOfCode({ id }: Api, { code, aliases }: Code): string[] {
  const names = [code, ...aliases.map((alias) => alias.code)];
  return names.flatMap((name) => [
    pageAt(urls.code(id, name)),
    ...codeArtifacts.map(({ pathOf }) => fileAt(urls.artifact(id, pathOf({ code: name })))),
  ]);
}

/** The page of a domain, where it has several their first, and its other forms. */
function filesOfDomain(api: Api, { id }: Domain): string[] {
  return [
    pageAt(urls.domain(api.id, id)),
    ...domainArtifacts.map(({ pathOf }) => fileAt(urls.artifact(api.id, pathOf({ id })))),
  ];
}

function pageAt(href: string): string {
  return `${fileAt(href)}index.html`;
}

function fileAt(href: string): string {
  return href.slice(1);
}
