import styles from '../../styles/pages/link-values.css?inline';
import { element } from '../element.ts';
import { ownPart } from '../own.ts';
import { addStyles } from '../styles.ts';
import { type LinkValue, type LinkValues, linkValues } from './link.ts';
import { fill, type Hint, shownIn } from './response.ts';
import { responseNodes } from './show.ts';
import { texts } from './texts.ts';

addStyles(styles);

const ID = 'your-response';

/** The longest value that is shown whole. */
const LONGEST_VALUE = 2000;

/** Shows the values that the address of this page carries, below what to do. A fragment without values changes nothing. */
export function showValues(hints: HTMLElement, addCopyButton: (block: HTMLPreElement) => void): void {
  const carried = linkValues(location.hash);
  if (!carried) return;
  const heading = element('h2', { id: ID, textContent: texts.title });
  const section = element('section', { className: 'link-values' }, heading, ...notesOf(carried));
  section.setAttribute('aria-labelledby', ID);
  if (carried.values.length > 0) section.append(list(carried.values));
  ownPart().querySelector(`#${ID}`)?.closest('section')?.remove();
  ownPart().querySelector('#what-to-do')?.closest('section')?.after(section);
  addFilled(section, carried.values, JSON.parse(hints.dataset.fields ?? '[]'), addCopyButton);
  addToContents(texts.title);
}

function notesOf({ left, tooLong }: LinkValues): HTMLElement[] {
  if (tooLong) return [element('p', { textContent: texts.long })];
  const more = left > 0 ? [element('p', { textContent: texts.more.replace('{left}', String(left)) })] : [];
  return [element('p', { className: 'note', textContent: texts.lead }), ...more];
}

function list(values: readonly LinkValue[]): HTMLElement {
  const rows = values.map(({ name, value }) =>
    element(
      'div',
      {},
      element('dt', {}, element('bdi', { textContent: name || texts.nameless })),
      element('dd', {}, element('bdi', { textContent: shortened(value) || texts.empty })),
    ),
  );
  return element('dl', {}, ...rows);
}

function shortened(value: string): string {
  if (value.length <= LONGEST_VALUE) return value;
  return value.slice(0, LONGEST_VALUE) + texts.cut.replace('{left}', String(value.length - LONGEST_VALUE));
}

function addFilled(
  section: HTMLElement,
  values: readonly LinkValue[],
  hints: readonly Hint[],
  addCopyButton: (block: HTMLPreElement) => void,
): void {
  const example = ownPart().querySelector('section:has(> #response) .response pre');
  if (!example) return;
  const short = values.map(({ name, value }) => ({ name, value: shortened(value) }));
  const shown = shownIn(example.textContent);
  if (!shown) return;
  const filled = fill(shown, hints, short);
  if (filled.pointers.size + filled.names.size === 0) return;
  const block = element('pre', {}, element('code', {}, ...responseNodes(filled)));
  const caption = element('figcaption', { textContent: texts.filled });
  section.append(element('figure', { className: 'response' }, caption, block));
  addCopyButton(block);
}

function addToContents(title: string): void {
  const before = document.querySelector('.contents a[href="#what-to-do"]')?.closest('li');
  if (!before || document.querySelector(`.contents a[href="#${ID}"]`)) return;
  before.after(element('li', {}, element('a', { href: `#${ID}`, textContent: title })));
}
