import { addCopyButton, copyButton } from './copy.ts';
import { ownPart } from './own.ts';
import { isSearchKey, onHelpKey } from './shortcuts.ts';

/** Loads the scripts that only some pages need. They get what this one has, so that nothing is loaded for both. */
export function loadWhatThePageNeeds(): void {
  const own = ownPart();
  const tools = own.querySelector<HTMLElement>('.tools');
  if (tools) import('./tables/index.ts').then((it) => it.addTableTools(tools, copyButton));

  const suggestions = own.querySelector<HTMLElement>('#suggestions');
  if (suggestions) import('./unknown/index.ts').then((it) => it.suggestPages(suggestions));

  const decoder = own.querySelector<HTMLElement>('#decode');
  if (decoder?.dataset.index) import('./decode/page.ts').then((it) => it.startDecoder(decoder));

  if (location.hash && own.querySelector('.paging')) import('./moved.ts').then((it) => it.followFragment());

  onHelpKey(() => import('./help/index.ts').then((it) => it.showKeys(isSearchKey)));

  const support = own.querySelector<HTMLElement>('.support');
  if (support) {
    const load = () => import('./support.ts');
    const name = support.dataset.copy ?? '';
    const button = copyButton(name, name, async () => (await load()).entryText(support));
    // loaded before the click, because a browser may refuse the clipboard to what comes later
    button.onpointerenter = button.onfocus = load;
    support.append(button);
  }

  const hints = own.querySelector<HTMLElement>('#hints');
  if (!hints) return;
  const show = () => {
    // a fragment without `=` is a place on the page
    if (location.hash.includes('=')) import('./values/index.ts').then((it) => it.showValues(hints, addCopyButton));
  };
  show();
  addEventListener('hashchange', show);
}
