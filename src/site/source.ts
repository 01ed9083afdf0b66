import type { TextLink } from './page.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** The files that the pages of guides and domains are made of, by their paths in the folder of the registry. */
export function sourceFiles({ id, byCode }: SiteApi) {
  return {
    guide: (guide: string) => `${id}/guides/${guide}.mdx`,
    /** All codes of a domain are in one file. */
    domain: ({ codes: [first = ''] }: { codes: readonly string[] }) => byCode.get(first)?.file,
  };
}

/**
 * Where a file of the registry is edited: below the API's own `source`, where a line may be named, or as the site's
 * configuration says. Undefined where neither does, or the file isn't known.
 */
export function editLink(
  { id, source, settings }: SiteApi,
  file: string | undefined,
  line?: number,
  text: string = texts.edit,
): TextLink | undefined {
  if (file === undefined) return undefined;
  const fragment = line === undefined ? '' : `#L${line}`;
  if (source !== undefined) return { text, href: `${source}${file.slice(id.length + 1)}${fragment}` };
  const path = file.split('/').map(encodeURIComponent).join('/');
  return settings.editLink === undefined ? undefined : { text, href: settings.editLink.replace('{path}', () => path) };
}
