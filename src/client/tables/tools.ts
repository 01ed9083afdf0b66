import { element } from '../element.ts';
import { copiesOf } from './copy-rows.ts';
import type { TableRow } from './read.ts';
import { COLUMNS, type Facet, ofFacets } from './row.ts';
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

/** Puts the field, the choices, the count and the copy buttons into the container above the tables. */
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
    element(
      'div',
      { className: 'fields' },
      labelled(texts.text, field),
      labelled(texts.sort, sorting.select, 'sorting'),
    ),
    ...foldedOnPhones(
      texts,
      choices.map(({ group }) => group),
    ),
    element(
      'div',
      { className: 'result' },
      count,
      clear,
      copyButton(texts.markdown, texts.markdown, () => markdown(page.rows())),
      copyButton(texts.csv, texts.csv, () => csv(page.rows())),
    ),
  );
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

/** On a phone the choices are folded, so that the tables are in sight. */
function foldedOnPhones(texts: TableTexts, groups: readonly HTMLElement[]): HTMLElement[] {
  if (groups.length === 0) return [];
  const summary = element('summary', { textContent: texts.more });
  const details = element('details', { className: 'choices' }, summary, ...groups);
  const wide = matchMedia('(width >= 48rem)');
  const fold = () => {
    details.open = wide.matches;
  };
  wide.addEventListener('change', fold);
  fold();
  return [details];
}

/** All that is typed in one visit to the field is one step in the browser's history. */
function textField(texts: TableTexts, page: Page): HTMLInputElement {
  const field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false, maxLength: 200 });
  field.id = 'tables-text';
  field.placeholder = texts.text;
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

function labelled(text: string, control: HTMLElement, name = 'text'): HTMLElement {
  return element('div', { className: name }, element('label', { htmlFor: control.id, textContent: text }), control);
}

function choicesOf(facet: Facet, options: Map<string, string>, texts: TableTexts, page: Page) {
  const made = [...options].map(([value, label]) => {
    const box = element('input', { type: 'checkbox', value });
    const count = element('span');
    return { box, count, label: element('label', {}, box, element('bdi', { textContent: label }), ' ', count) };
  });
  const name = element('span', { id: `tables-${facet}`, textContent: texts.facets[facet] });
  const list = element('div', { className: 'options' }, ...made.map(({ label }) => label));
  const group = element('div', { className: 'facet', role: 'group' }, name, list);
  group.setAttribute('aria-labelledby', name.id);
  group.dataset.facet = facet;
  let chosenNow: State['chosen'];
  group.addEventListener('change', () => {
    const chosen = made.filter(({ box }) => box.checked).map(({ box }) => box.value);
    page.update({ chosen: { ...chosenNow, [facet]: chosen } }, 'push');
  });
  return {
    group,
    show({ chosen }: State, counts: Record<Facet, Map<string, number>>) {
      chosenNow = chosen;
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
  const select = element('select', { id: 'tables-sort' }, new Option(texts.unsorted, ''));
  for (const column of COLUMNS) {
    select.append(
      new Option(texts.columns[column], column),
      new Option(`${texts.columns[column]}, ${texts.down}`, `-${column}`),
    );
  }
  select.addEventListener('change', () => {
    const column = COLUMNS.find((it) => it === select.value.replace('-', ''));
    page.update({ sort: column && { column, descending: select.value.startsWith('-') } }, 'push');
  });
  return {
    select,
    show(sort: State['sort']) {
      select.value = sort ? (sort.descending ? '-' : '') + sort.column : '';
    },
  };
}
