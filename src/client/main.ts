import { addCopyButtons } from './copy.ts';
import { prefetchLikelyPages } from './prefetch.ts';
import { addSearch } from './search.ts';
import { addThemeSwitch } from './theme.ts';

addThemeSwitch();
addCopyButtons();
prefetchLikelyPages();
addSearch();
