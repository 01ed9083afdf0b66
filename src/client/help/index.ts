import styles from '../../styles/pages/help.css?inline';
import { element } from '../element.ts';
import { ownPart } from '../own.ts';
import { addStyles } from '../styles.ts';
import { keyTexts } from './texts.ts';

type IsKey = (event: KeyboardEvent) => boolean;

let dialog: HTMLDialogElement | undefined;

/** Shows the list of keyboard shortcuts. The dialog closes for the search, and the focus returns where it was. */
export function showKeys(isSearchKey: IsKey): void {
  dialog ??= dialogOf(isSearchKey);
  dialog.showModal();
}

function dialogOf(isSearchKey: IsKey): HTMLDialogElement {
  const { title, close, keys } = keyTexts;
  addStyles(styles);
  const button = element('button', { type: 'button' }, close);
  const rows = keys.map(([names, what]) => {
    const shown = names.split(' ').flatMap((name) => [element('kbd', {}, name), ' ']);
    return element('div', {}, element('dt', {}, ...shown), element('dd', {}, what));
  });
  const heading = element('h2', { id: 'keys' }, title);
  const made = element('dialog', { className: 'help-keys' }, heading, element('dl', {}, ...rows), button);
  made.setAttribute('aria-labelledby', heading.id);
  button.addEventListener('click', () => made.close());
  made.addEventListener('click', ({ target }) => target === made && made.close());
  made.addEventListener('keydown', (event) => isSearchKey(event) && made.close());
  ownPart().append(made);
  return made;
}
