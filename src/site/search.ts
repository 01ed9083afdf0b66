import { searchIndex } from './search-index.ts';
import { apis, urls } from './site.ts';

/** The index of this site's codes. */
export const search = searchIndex(apis, urls);
