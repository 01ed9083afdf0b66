import { element } from '../element.ts';
import type { Asker } from './asker.ts';
import { Combobox } from './combobox.ts';
import { dialogTexts } from './dialog-texts.ts';

/** The search as a dialog over the page. */
export interface Finder {
  open(typed: string): void;
}

/** Makes the dialog, with the texts that the page's field carries. */
export function finderOf(field: HTMLInputElement, asker: Asker): Finder {
  const { name, close, slash } = dialogTexts;
  const input = element('input', {
    id: 'search-all',
    type: 'text',
    role: 'combobox',
    ariaLabel: field.getAttribute('aria-label')!,
    ariaAutoComplete: 'list',
    placeholder: field.placeholder,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'go',
  });
  const button = element('button', { type: 'button' }, close);
  const dialog = element(
    'dialog',
    { className: 'finder', ariaLabel: name },
    element('div', { className: 'asks' }, input, button),
  );
  const combobox = new Combobox(input, field.dataset, asker, { hints: true, leave: () => dialog.close() });
  dialog.append(combobox.found, slashSwitch(slash));
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', forgetQuery);
  document.body.append(dialog);
  return {
    open(typed) {
      const isNew = typed !== '';
      if (isNew) input.value = typed;
      if (!dialog.open) dialog.showModal();
      input.focus();
      // what was typed just now is continued, what was there before is replaced
      if (!isNew) input.select();
      combobox.ask();
    },
  };
}

/** The query has been used: a reload or a copied address is about the page again. */
function forgetQuery(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('q')) return;
  url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
}

/** Switches the shortcut of a single character off and on (WCAG 2.1.4). */
function slashSwitch(label: string): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  try {
    box.checked = localStorage.getItem('error-docs-slash') !== 'off';
  } catch {
    box.checked = true;
  }
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem('error-docs-slash');
      else localStorage.setItem('error-docs-slash', 'off');
    } catch {
      // storage may be forbidden; the choice is lost then
    }
  });
  return element('label', { className: 'slash' }, box, ` ${label}`);
}
