import { ownPart } from './own.ts';
import { charactersAreOn, onSearchKey } from './shortcuts.ts';

/** Makes the field, `/`, Ctrl+K and `?q=` search; what that takes is loaded on first use, except on the search page. */
export function addSearch(): void {
  const field = ownPart().querySelector<HTMLInputElement>('#search');
  if (!field) return;
  if (field.form) {
    import('./search/page.ts').then(({ searchOnPage }) => searchOnPage(field));
    onSearchKey(() => field.select());
    return;
  }
  let loading: Promise<typeof import('./search/index.ts')> | undefined;
  let entered = false;
  const load = () => {
    loading ??= import('./search/index.ts').catch((error) => {
      // the next use tries again
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const begin = () => load().then(({ searchInField }) => searchInField(field, entered));
  const open = async (typed?: string) => {
    // what is typed before the dialog is there goes into the field, and from there into the dialog
    const before = loading ? undefined : document.activeElement;
    if (before) field.focus({ preventScroll: true });
    const { openSearch } = await load();
    const early = before ? field.value : '';
    if (before) {
      field.value = '';
      field.blur();
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    openSearch(field, typed ?? early);
  };

  for (const event of ['focus', 'input'] as const) field.addEventListener(event, begin);
  field.addEventListener('keydown', ({ key }) => {
    entered = key === 'Enter';
  });
  if (document.activeElement === field) begin();
  onSearchKey(() => open());
  field.parentElement?.classList.toggle('with-slash', charactersAreOn());
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) open(asked);
}
