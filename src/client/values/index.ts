import { element } from '../element.ts';
import { type Carried, carriedBy, type Given } from './given.ts';
import { fill, type Hint, shownIn } from './response.ts';
import { responseNodes } from './show.ts';

const ID = 'your-response';

/** The longest value that is shown whole. */
const LONGEST_VALUE = 2000;

/** Shows the values that the address of this page carries, below what to do. A fragment without values changes nothing. */
export function showValues(hints: HTMLElement, addCopyButton: (block: HTMLPreElement) => void): void {
  const carried = carriedBy(location.hash);
  if (!carried) return;
  const words = hints.dataset as Record<string, string>;
  const heading = element('h2', { id: ID, textContent: words.title });
  const section = element('section', { className: 'given' }, heading, ...notesOf(carried, words));
  section.setAttribute('aria-labelledby', ID);
  if (carried.given.length > 0) section.append(list(carried.given, words));
  document.getElementById(ID)?.closest('section')?.remove();
  document.getElementById('what-to-do')!.closest('section')!.after(section);
  addFilled(section, carried.given, JSON.parse(words.fields!) as Hint[], words, addCopyButton);
  addToContents(words.title!);
}

function notesOf({ left, tooLong }: Carried, words: Record<string, string>): HTMLElement[] {
  if (tooLong) return [element('p', { textContent: words.long })];
  const more = left > 0 ? [element('p', { textContent: words.more!.replace('{left}', String(left)) })] : [];
  return [element('p', { className: 'note', textContent: words.lead }), ...more];
}

function list(given: readonly Given[], words: Record<string, string>): HTMLElement {
  const rows = given.map(({ name, value }) =>
    element(
      'div',
      {},
      element('dt', {}, element('bdi', { textContent: name || words.nameless! })),
      element('dd', {}, element('bdi', { textContent: shortened(value, words) || words.empty! })),
    ),
  );
  return element('dl', {}, ...rows);
}

function shortened(value: string, words: Record<string, string>): string {
  if (value.length <= LONGEST_VALUE) return value;
  return value.slice(0, LONGEST_VALUE) + words.cut!.replace('{left}', String(value.length - LONGEST_VALUE));
}

function addFilled(
  section: HTMLElement,
  given: readonly Given[],
  hints: readonly Hint[],
  words: Record<string, string>,
  addCopyButton: (block: HTMLPreElement) => void,
): void {
  const example = document.querySelector('section:has(> #response) .response pre');
  if (!example) return;
  const short = given.map(({ name, value }) => ({ name, value: shortened(value, words) }));
  const filled = fill(shownIn(example.textContent), hints, short);
  if (filled.pointers.size + filled.names.size === 0) return;
  const block = element('pre', {}, element('code', {}, ...responseNodes(filled)));
  const caption = element('figcaption', { textContent: words.filled });
  section.append(element('figure', { className: 'response' }, caption, block));
  addCopyButton(block);
}

function addToContents(title: string): void {
  const before = document.querySelector('.contents a[href="#what-to-do"]')?.closest('li');
  if (!before || document.querySelector(`.contents a[href="#${ID}"]`)) return;
  before.after(element('li', {}, element('a', { href: `#${ID}`, textContent: title })));
}
