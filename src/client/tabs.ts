const KEY = 'errorbook-code';

/**
 * Makes tabs of the languages of snippets, as the ARIA practices have them: arrows, Home and End go from tab to tab. The page
 * has put the reader's choice on its root before it was painted; here it is remembered for all pages.
 */
export function addTabs(): void {
  const list = document.querySelector('.tabs');
  if (!list) return;
  const root = document.documentElement;
  const tabs = [...list.querySelectorAll('button')];
  for (const tab of tabs) {
    const panel = document.getElementById(tab.getAttribute('aria-controls')!)!;
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
  }
  const show = (chosen: HTMLButtonElement) => {
    root.dataset.code = chosen.value;
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
  };
  const choose = (tab: HTMLButtonElement) => {
    show(tab);
    try {
      localStorage.setItem(KEY, tab.value);
    } catch {
      // storage may be forbidden; the choice then lasts for this page
    }
  };
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLButtonElement) choose(target);
  });
  list.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const here = tabs.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length)!;
    choose(tab);
    tab.focus();
  });
  show(tabs.find(({ value }) => value === root.dataset.code) ?? tabs[0]!);
}
