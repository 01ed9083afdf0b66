import { searchIndex } from '../../site/search-index.ts';
import { site } from '../_site.ts';

/** The index of this site's codes, made once for both of its parts. */
export const index = searchIndex(site.apis, site.urls);
