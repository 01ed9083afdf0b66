/** Makes the field, `/`, Ctrl+K and `?q=` search; what that takes is loaded on first use. */
export function addSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#search');
  if (!field) return;
  let loading: Promise<typeof import('./search/index.ts')> | undefined;
  const load = () => {
    loading ??= import('./search/index.ts').catch((error) => {
      // the next use tries again
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const begin = () => load().then(({ searchInField }) => searchInField(field));
  const open = (typed?: string) => load().then(({ openSearch }) => openSearch(field, typed));

  for (const event of ['focus', 'input'] as const) field.addEventListener(event, begin);
  if (document.activeElement === field) begin();
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) open(asked);
}

/** Readers whose speech input types single characters can switch `/` off in the dialog. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented, isComposing }: KeyboardEvent) {
  if (defaultPrevented || isComposing || altKey) return false;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  return key === '/' && !ctrlKey && !isEditable(target) && slashIsOn();
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function slashIsOn(): boolean {
  try {
    return localStorage.getItem('errorbook-slash') !== 'off';
  } catch {
    return true;
  }
}
