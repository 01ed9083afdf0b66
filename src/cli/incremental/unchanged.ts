import { codeArtifacts, domainArtifacts, type Registry } from '../../index.ts';
import { urlsUnder } from '../../site/urls.ts';
import type { Fingerprint } from './fingerprint.ts';

/** Says of a file of the output, by its path, whether it is the same as after the previous build. */
export type Unchanged = (file: string) => boolean;

/**
 * What a build of this registry would write as the previous one did. Pages and files are the same if nothing changed that they
 * show; whatever this file doesn't know shows everything.
 */
export function unchangedSince(before: Fingerprint, now: Fingerprint, registry: Registry): Unchanged {
  if (before.rest !== now.rest) return () => false;
  const same = new Set<string>();
  let isAll = true;
  for (const { id, codes, domains } of registry.apis) {
    const urls = urlsUnder('');
    const pathOf = (path: string) => urls.artifact(id, path).slice(1);
    const changed = new Set(codes.filter((_, place) => before.prose[id]?.[place] !== now.prose[id]?.[place]));
    if (changed.size > 0) isAll = false;
    for (const code of codes) {
      if (changed.has(code)) continue;
      same.add(`${urls.code(id, code.code).slice(1)}index.html`);
      for (const artifact of codeArtifacts) same.add(pathOf(artifact.pathOf(code)));
    }
    const domainsChanged = new Set([...changed].map(({ domain }) => domain));
    for (const domain of domains) {
      if (domainsChanged.has(domain.id)) continue;
      same.add(`${urls.domain(id, domain.id).slice(1)}index.html`);
      for (const artifact of domainArtifacts) same.add(pathOf(artifact.pathOf(domain)));
    }
  }
  return isAll ? () => true : (file) => same.has(file);
}
