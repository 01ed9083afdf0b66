/** Whether `/` and `?` are shortcuts. Readers whose speech input types single characters switch them off in the search (WCAG 2.1.4). */
export function charactersAreOn(): boolean {
  try {
    return localStorage.getItem('error-docs-slash') !== 'off';
  } catch {
    return true;
  }
}

/** Calls `act` when a reader presses a key for the search. */
export function onSearchKey(act: () => void): void {
  onKey(isSearchKey, act);
}

/** Ctrl+K or ⌘K anywhere, or `/` where no text is typed. */
export function isSearchKey(event: KeyboardEvent): boolean {
  return isControlK(event) || isCharacter(event, '/');
}

/** Calls `act` when a reader presses `?` where no text is typed and no dialog is open. */
export function onHelpKey(act: () => void): void {
  onKey((event) => isCharacter(event, '?') && !document.querySelector('dialog[open]'), act);
}

function onKey(isMeant: (event: KeyboardEvent) => boolean, act: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || !isMeant(event)) return;
    event.preventDefault();
    act();
  });
}

function isControlK({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey !== metaKey && key.toLowerCase() === 'k' && !shiftKey;
}

function isCharacter({ key, ctrlKey, metaKey, target }: KeyboardEvent, character: string): boolean {
  return key === character && !ctrlKey && !metaKey && !isEditable(target) && charactersAreOn();
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}
