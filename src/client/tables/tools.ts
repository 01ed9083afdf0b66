import { element } from '../element.ts';
import { copiesOf } from './copy-rows.ts';
import type { TableRow } from './read.ts';
import { COLUMNS, type Column, type Facet, ofFacets } from './row.ts';
import type { State } from './state.ts';
import type { TableTexts } from './texts.ts';

export type CopyButton = (label: string, name: string, text: () => string) => HTMLButtonElement;

/** What the tools may do to the page. */
interface Page {
  update(change: Partial<State>, step: 'push' | 'replace'): void;
  /** The rows that are shown, in the order in which they are. */
  rows(): TableRow[];
  isOneDomain: boolean;
}

interface Tools {
  show(
    state: State,
    counts: Record<Facet, Map<string, number>>,
    number: { shown: number; all: number },
    isFiltered: boolean,
  ): void;
}

/** Puts the field, the choices, the copy buttons and the count into the container above the table. */
export function makeTools(
  container: HTMLElement,
  texts: TableTexts,
  labels: Map<Facet, Map<string, string>>,
  copyButton: CopyButton,
  page: Page,
): Tools {
  const field = textField(texts, page);
  const choices = [...labels].map(([facet, options]) => choicesOf(facet, options, texts, page));
  const sorting = sortField(texts, page);
  const count = element('p', { className: 'shown', role: 'status' });
  const clear = element('button', { type: 'button', className: 'clear', textContent: texts.clear });
  clear.addEventListener('click', () => {
    page.update({ text: '', chosen: ofFacets(() => []) }, 'push');
    field.focus();
  });
  const { markdown, csv } = copiesOf(texts, page.isOneDomain);
  container.role = 'search';
  container.ariaLabel = texts.label;
  container.replaceChildren(
    field,
    element(
      'div',
      { className: 'choices' },
      ...choices.map(({ menu }) => menu),
      sorting.select,
      menuOf(
        texts.copy,
        'copies',
        copyButton(texts.markdown, texts.markdown, () => markdown(page.rows())),
        copyButton(texts.csv, texts.csv, () => csv(page.rows())),
      ).menu,
      clear,
    ),
    count,
  );
  closeMenusOutside(container);
  return {
    show(state, counts, number, isFiltered) {
      if (field.value.trim() !== state.text.trim()) field.value = state.text;
      for (const it of choices) it.show(state, counts);
      sorting.show(state.sort);
      count.textContent =
        number.shown === 0
          ? texts.none
          : texts.count.replace('{shown}', String(number.shown)).replace('{all}', String(number.all));
      clear.hidden = !isFiltered;
    },
  };
}

/** A button that opens a panel below it. */
function menuOf(label: string, name: string, ...content: HTMLElement[]) {
  const summary = element('summary', { textContent: label });
  const panel = element('div', { className: 'panel' }, ...content);
  return { summary, panel, menu: element('details', { className: `dropdown ${name}` }, summary, panel) };
}

/** One menu is open at a time; Escape and a click elsewhere close it. */
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

/** All that is typed in one visit to the field is one step in the browser's history. */
function textField(texts: TableTexts, page: Page): HTMLInputElement {
  const field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false, maxLength: 200 });
  field.placeholder = texts.text;
  field.ariaLabel = texts.text;
  let step: 'push' | 'replace' = 'push';
  field.addEventListener('focus', () => {
    step = 'push';
  });
  field.addEventListener('input', () => {
    page.update({ text: field.value }, step);
    step = 'replace';
  });
  return field;
}

function choicesOf(facet: Facet, options: Map<string, string>, texts: TableTexts, page: Page) {
  const made = [...options].map(([value, label]) => {
    const box = element('input', { type: 'checkbox', value });
    const count = element('span');
    return { box, count, label: element('label', {}, box, element('bdi', { textContent: label }), ' ', count) };
  });
  const { menu, summary, panel } = menuOf(texts.facets[facet], 'facet', ...made.map(({ label }) => label));
  panel.role = 'group';
  panel.ariaLabel = texts.facets[facet];
  menu.dataset.facet = facet;
  let chosenNow: State['chosen'];
  panel.addEventListener('change', () => {
    const chosen = made.filter(({ box }) => box.checked).map(({ box }) => box.value);
    page.update({ chosen: { ...chosenNow, [facet]: chosen } }, 'push');
  });
  return {
    menu,
    show({ chosen }: State, counts: Record<Facet, Map<string, number>>) {
      chosenNow = chosen;
      const names = chosen[facet].map((value) => options.get(value));
      summary.textContent = [texts.facets[facet], names.join(', ')].filter(Boolean).join(': ');
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

/** On a phone the columns have no headings to click. */
function sortField(texts: TableTexts, page: Page) {
  const select = element('select', { ariaLabel: texts.sort }, new Option(texts.unsorted, ''));
  for (const column of COLUMNS) {
    select.append(
      new Option(texts.columns[column], column),
      new Option(`${texts.columns[column]}, ${texts.down}`, `-${column}`),
    );
  }
  select.addEventListener('change', () => {
    const column = select.value.replace('-', '') as Column | '';
    page.update({ sort: column ? { column, descending: select.value.startsWith('-') } : undefined }, 'push');
  });
  return {
    select,
    show(sort: State['sort']) {
      select.value = sort ? (sort.descending ? '-' : '') + sort.column : '';
    },
  };
}
