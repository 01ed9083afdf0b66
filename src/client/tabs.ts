import { ownPart } from './own.ts';
import { remember } from './remember.ts';

/**
 * Makes tabs of the languages of snippets, as the ARIA practices have them: arrows, Home and End go from tab to tab. The page
 * has put the reader's choice on its root before it was painted; here it is remembered for all pages.
 */
export function addTabs(): void {
  const tabs = [...ownPart().querySelectorAll<HTMLButtonElement>('.tabs button')];
  const { dataset } = document.documentElement;
  const show = (chosen: HTMLButtonElement) => {
    dataset.code = chosen.value;
    for (const tab of tabs) {
      tab.ariaSelected = `${tab === chosen}`;
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
  };
  for (const [here, tab] of tabs.entries()) {
    tab.onclick = () => {
      show(tab);
      remember('code', tab.value);
    };
    tab.onkeydown = (event) => {
      const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs.at(to % tabs.length);
      next?.click();
      next?.focus();
    };
  }
  const first = tabs.find(({ value }) => value === dataset.code) ?? tabs[0];
  if (first) show(first);
}
