import { type CodeValues, codeValues } from '../site/code-values.ts';
import { site } from './_site.ts';

/** The route of the pages that differ from each other in their values alone. */
export const VALUES_ROUTE = '/[api]/errors/[code]';

/** What computes the values of each of these pages, by the page's address under the base path. */
export function valuesByAddress(): Map<string, () => CodeValues | undefined> {
  return new Map(
    site.apis.flatMap((api) =>
      api.codes.map((code) => [site.urls.code(api.id, code.code), () => codeValues(site, api, code)] as const),
    ),
  );
}
