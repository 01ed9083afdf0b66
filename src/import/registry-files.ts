import { type Document, readJson, readYaml, type SourceFile } from '../load/index.ts';
import type { Json } from '../model/schema/field.ts';
import { isObject } from './source.ts';

/** A file of an API with its codes. */
export interface DomainFile {
  id: string;
  document: Document;
  /** The entries as they are written. */
  codes: Record<string, Json>;
}

/** The files of an API that an import reads and changes. */
export interface ApiFiles {
  id: string;
  /** The API's own file; undefined for a new API. */
  api: Document | undefined;
  domains: DomainFile[];
}

/** Names of files beside the domains. */
const OTHERS = ['api', 'approvals', 'baseline'];

/** The APIs of a registry, by the names of their folders. */
export function apiNames(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(({ path }) => /^([^/]+)\/api\.(?:ya?ml|json)$/.exec(path)?.[1] ?? []).sort();
}

/** The files of one API. */
export function apiFiles(sources: readonly SourceFile[], id: string): ApiFiles {
  const files: ApiFiles = { id, api: undefined, domains: [] };
  for (const source of sources) {
    const [, name = '', ending = ''] = /^[^/]+\/([^/]+)\.(ya?ml|json)$/.exec(source.path) ?? [];
    if (!source.path.startsWith(`${id}/`) || name === '') continue;
    if (name !== 'api' && OTHERS.includes(name)) continue;
    const document = ending === 'json' ? readJson(source) : readYaml(source);
    const codes = isObject(document.value) && isObject(document.value.codes) ? document.value.codes : {};
    if (name === 'api') files.api = document;
    else files.domains.push({ id: name, document, codes });
  }
  return files;
}
