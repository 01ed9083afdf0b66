import styles from '../../styles/pages/search-list.css?inline';
import { addStyles } from '../styles.ts';
import { type Asker, startAsking } from './asker.ts';
import { Combobox } from './combobox.ts';
import { type Finder, finderOf } from './dialog.ts';

addStyles(styles);

let asker: Asker | undefined;
let finder: Finder | undefined;
const fields = new WeakSet<HTMLInputElement>();

/** Makes a field of the page search while somebody types; `entered` where Enter was pressed in it already. */
export function searchInField(field: HTMLInputElement, entered: boolean): void {
  if (fields.has(field)) return;
  fields.add(field);
  const combobox = new Combobox(field, field.dataset, askerOf(field), { hints: false, leave: () => clear(field) });
  const around = field.parentElement!;
  around.append(combobox.found);
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (!around.contains(relatedTarget as Node | null)) combobox.close();
  });
  field.addEventListener('focus', () => combobox.ask());
  // a reader who points at the empty field sees what can be asked, and what was chosen last
  field.addEventListener('click', () => combobox.isOpen || combobox.ask(true));
  if (document.activeElement !== field) return;
  combobox.ask();
  if (entered) combobox.enter();
}

/** Opens the search as a dialog, with a query where there is one, else with the last. */
export function openSearch(field: HTMLInputElement, typed: string): void {
  finder ??= finderOf(field, askerOf(field));
  finder.open(typed);
}

function askerOf(field: HTMLInputElement): Asker {
  asker ??= startAsking(field.dataset.index!);
  return asker;
}

function clear(field: HTMLInputElement): void {
  field.value = '';
}
