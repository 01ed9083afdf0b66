import { element } from '../element.ts';
import { copies } from './copies-of.ts';
import type { TableRow } from './read.ts';
import { COLUMNS, type Column, type Facet, ofFacets } from './row.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

export type CopyButton = (label: string, name: string, text: () => string) => HTMLButtonElement;

/** What the tools may do to the page. */
interface Page {
  ask(change: Partial<State>, step: 'push' | 'replace'): void;
  /** The rows that are shown, in the order in which they are. */
  rows(): TableRow[];
  isOneDomain: boolean;
}

interface Tools {
  show(
    state: State,
    counts: Record<Facet, Map<string, number>>,
    number: { shown: number; all: number },
    isNarrowed: boolean,
  ): void;
}

/** Puts the field, the choices, the count and the copy buttons above the tables. */
export function makeTools(
  place: HTMLElement,
  words: Words,
  labels: Map<Facet, Map<string, string>>,
  copyButton: CopyButton,
  page: Page,
): Tools {
  const field = textField(words, page);
  const choices = [...labels].map(([facet, options]) => choicesOf(facet, options, words, page));
  const sorting = sortField(words, page);
  const count = element('p', { className: 'shown', role: 'status' });
  const clear = element('button', { type: 'button', className: 'clear', textContent: words.clear });
  clear.addEventListener('click', () => {
    page.ask({ text: '', chosen: ofFacets(() => []) }, 'push');
    field.focus();
  });
  const { markdown, csv } = copies(words, page.isOneDomain);
  place.role = 'search';
  place.ariaLabel = words.label;
  place.replaceChildren(
    field,
    element(
      'div',
      { className: 'choices' },
      ...choices.map(({ menu }) => menu),
      sorting.select,
      menuOf(
        words.copy,
        'copies',
        copyButton(words.markdown, words.markdown, () => markdown(page.rows())),
        copyButton(words.csv, words.csv, () => csv(page.rows())),
      ).menu,
      clear,
    ),
    count,
  );
  closeMenusOutside(place);
  return {
    show(state, counts, number, isNarrowed) {
      if (field.value.trim() !== state.text.trim()) field.value = state.text;
      for (const it of choices) it.show(state, counts);
      sorting.show(state.sort);
      count.textContent =
        number.shown === 0
          ? words.none
          : words.count.replace('{shown}', String(number.shown)).replace('{all}', String(number.all));
      clear.hidden = !isNarrowed;
    },
  };
}

/** A button that opens a panel below it, and stays in the page without a script's help. */
function menuOf(label: string, name: string, ...content: HTMLElement[]) {
  const summary = element('summary', { textContent: label });
  const panel = element('div', { className: 'panel' }, ...content);
  return { summary, panel, menu: element('details', { className: `menu-of ${name}` }, summary, panel) };
}

/** One menu is open at a time; Escape and a press elsewhere close it. */
function closeMenusOutside(place: HTMLElement): void {
  const close = (except?: Element | null) => {
    for (const menu of place.querySelectorAll('details[open]')) if (menu !== except) menu.removeAttribute('open');
  };
  document.addEventListener('click', ({ target }) =>
    close(target instanceof Element ? target.closest('.tools details') : null),
  );
  place.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || !(target instanceof Element)) return;
    target.closest('details[open]')?.querySelector('summary')?.focus();
    close();
  });
}

/** One going to the field is one step back in the browser's history, however many keys it takes. */
function textField(words: Words, page: Page): HTMLInputElement {
  const field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false, maxLength: 200 });
  field.placeholder = words.text;
  field.ariaLabel = words.text;
  let step: 'push' | 'replace' = 'push';
  field.addEventListener('focus', () => {
    step = 'push';
  });
  field.addEventListener('input', () => {
    page.ask({ text: field.value }, step);
    step = 'replace';
  });
  return field;
}

function choicesOf(facet: Facet, options: Map<string, string>, words: Words, page: Page) {
  const made = [...options].map(([value, label]) => {
    const box = element('input', { type: 'checkbox', value });
    const count = element('span');
    return { box, count, label: element('label', {}, box, element('bdi', { textContent: label }), ' ', count) };
  });
  const { menu, summary, panel } = menuOf(words.facets[facet], 'facet', ...made.map(({ label }) => label));
  panel.role = 'group';
  panel.ariaLabel = words.facets[facet];
  menu.dataset.facet = facet;
  let chosenNow: State['chosen'];
  panel.addEventListener('change', () => {
    const chosen = made.filter(({ box }) => box.checked).map(({ box }) => box.value);
    page.ask({ chosen: { ...chosenNow, [facet]: chosen } }, 'push');
  });
  return {
    menu,
    show({ chosen }: State, counts: Record<Facet, Map<string, number>>) {
      chosenNow = chosen;
      const names = chosen[facet].map((value) => options.get(value));
      summary.textContent = [words.facets[facet], names.join(', ')].filter(Boolean).join(': ');
      summary.classList.toggle('chosen', names.length > 0);
      for (const { box, count, label } of made) {
        const number = counts[facet].get(box.value) ?? 0;
        box.checked = chosen[facet].includes(box.value);
        count.textContent = String(number);
        label.classList.toggle('nothing', number === 0);
      }
    },
  };
}

/** On a phone the columns have no headings to press. */
function sortField(words: Words, page: Page) {
  const select = element('select', { ariaLabel: words.sort }, new Option(words.unsorted, ''));
  for (const column of COLUMNS) {
    select.append(
      new Option(words.columns[column], column),
      new Option(`${words.columns[column]}, ${words.down}`, `-${column}`),
    );
  }
  select.addEventListener('change', () => {
    const column = select.value.replace('-', '') as Column | '';
    page.ask({ sort: column ? { column, descending: select.value.startsWith('-') } : undefined }, 'push');
  });
  return {
    select,
    show(sort: State['sort']) {
      select.value = sort ? (sort.descending ? '-' : '') + sort.column : '';
    },
  };
}
