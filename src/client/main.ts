import { addCopyButtons } from './copy.ts';
import { loadWhatThePageNeeds } from './on-demand.ts';
import { prefetchLikelyPages } from './prefetch.ts';
import { addSearch } from './search.ts';
import { addThemeSwitch } from './theme.ts';

addThemeSwitch();
addCopyButtons();
prefetchLikelyPages();
loadWhatThePageNeeds();
addSearch();
