import { addCopyButtons } from './copy.ts';
import { markCurrentSection } from './current-section.ts';
import { showLanguageNotice } from './language.ts';
import { loadWhatThePageNeeds } from './on-demand.ts';
import { prefetchLikelyPages } from './prefetch.ts';
import { addSearch } from './search.ts';
import { addTabs } from './tabs.ts';
import { addThemeSwitch } from './theme.ts';

addThemeSwitch();
showLanguageNotice();
addTabs();
addCopyButtons();
prefetchLikelyPages();
loadWhatThePageNeeds();
addSearch();
markCurrentSection();
