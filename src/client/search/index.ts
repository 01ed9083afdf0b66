import { type Asker, startAsking } from './asker.ts';
import { Combobox } from './combobox.ts';
import { type Finder, finderOf } from './dialog.ts';

let asker: Asker | undefined;
let finder: Finder | undefined;
const fields = new WeakSet<HTMLInputElement>();

/** Makes a field of the page search as one types; `entered` where Enter was pressed in it already. */
export function searchInField(field: HTMLInputElement, entered: boolean): void {
  if (fields.has(field)) return;
  fields.add(field);
  const { failed = '' } = field.dataset;
  const combobox = new Combobox(field, askerOf(field), { hints: false, failed, leave: () => clear(field) });
  const around = field.parentElement!;
  around.append(combobox.found);
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (!around.contains(relatedTarget as Node | null)) combobox.close();
  });
  field.addEventListener('focus', () => combobox.ask());
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
