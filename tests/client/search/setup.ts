import { type SearchIndex, searchIndex } from '../../../src/site/search-index.ts';
import { urlsUnder } from '../../../src/site/urls.ts';
import { registryIn } from '../../helpers/registry.ts';

/** The search index of a registry's folder, under a base path. */
export async function indexOf(folder: string, base = '/'): Promise<SearchIndex> {
  const { apis } = await registryIn(folder);
  return searchIndex(apis, urlsUnder(base));
}
