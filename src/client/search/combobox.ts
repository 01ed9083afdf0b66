import type { SearchLabels } from '../../shared/search-index.ts';
import { element } from '../element.ts';
import type { Asker, Outcome } from './asker.ts';
import { option, withCode } from './view.ts';

let combos = 0;

/** How a combobox differs in the page and in the dialog. */
export interface Place {
  /** Stays open without a query and says what may be asked. */
  hints: boolean;
  /** Escape, where there is nothing left to close here. */
  leave(): void;
  /** What to say where the index cannot be loaded. */
  failed: string;
}

/**
 * A field with a list of hits below it, by the ARIA pattern of the combobox: the focus stays in the field, arrows choose, Enter
 * opens, Escape closes. The first hit is chosen from the start.
 */
export class Combobox {
  readonly found: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #said: HTMLElement;
  readonly #keys: HTMLElement;
  readonly #place: Place;
  readonly #asker: Asker;
  #chosen = -1;
  /** What the shown hits answer; undefined while an answer is on its way. */
  #answered: string | undefined;
  /** Enter was pressed before the answer came. */
  #going = false;
  /** Counts the questions, and the times that the list was closed. */
  #turn = 0;

  constructor(input: HTMLInputElement, asker: Asker, place: Place) {
    const id = `hits-${++combos}`;
    this.#input = input;
    this.#asker = asker;
    this.#place = place;
    this.#list = element('div', { id, role: 'listbox', className: 'hits' });
    this.#said = element('p', { role: 'status', className: 'said' });
    this.#keys = element('p', { className: 'keys', ariaHidden: 'true' });
    this.found = element(
      'div',
      { className: 'found' },
      this.#list,
      element('div', { className: 'about' }, this.#said, this.#keys),
    );
    input.setAttribute('aria-controls', id);
    input.addEventListener('input', () => this.ask());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    // a press on a hit must not take the focus from the field before the link is followed
    this.found.addEventListener('mousedown', (event) => event.preventDefault());
    asker.onComplete(() => this.isOpen && this.ask());
    this.close();
  }

  get isOpen(): boolean {
    return !this.found.hidden;
  }

  /** Asks for what stands in the field. */
  ask(): void {
    const text = this.#input.value;
    if (text.trim() === '' && !this.#place.hints) {
      this.close();
      return;
    }
    this.#answered = undefined;
    const turn = ++this.#turn;
    this.#asker.ask(text, (outcome) => {
      // asked again since, or closed: an answer that comes late must not open the list again
      if (this.#turn !== turn || this.#input.value !== text) return;
      if (outcome) this.#show(outcome, text);
      else this.#fail();
    });
  }

  close(): void {
    this.#turn++;
    this.found.hidden = true;
    this.#going = false;
    this.#answered = undefined;
    this.#setHits([]);
  }

  #show({ answer: { hits, more }, labels }: NonNullable<Outcome>, text: string): void {
    this.#answered = text;
    this.#list.setAttribute('aria-label', labels.hits);
    this.#keys.textContent = labels.keys;
    this.#setHits(hits.map((hit, place) => option(hit, `${this.#list.id}-${place}`)));
    this.#said.replaceChildren(...(text.trim() === '' ? withCode(labels.hint) : [count(labels, hits.length, more)]));
    this.found.hidden = false;
    if (this.#going) this.#go(false);
    this.#going = false;
  }

  #fail(): void {
    this.#setHits([]);
    this.#keys.textContent = '';
    this.#said.textContent = this.#place.failed;
    this.found.hidden = false;
    this.#going = false;
  }

  #setHits(options: readonly HTMLElement[]): void {
    this.#list.replaceChildren(...options);
    this.#list.hidden = options.length === 0;
    this.#keys.hidden = options.length === 0;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#choose(options.length > 0 ? 0 : -1);
    this.#list.scrollTop = 0;
  }

  #choose(place: number): void {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = place;
    const chosen = this.#list.children[place];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) this.#step(step);
    else if (event.key === 'Enter') this.enter(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') this.#escape();
    else return;
    event.preventDefault();
  }

  #step(step: number): void {
    const count = this.#list.children.length;
    if (count === 0) this.ask();
    else this.#choose((this.#chosen + step + count) % count);
  }

  /** Opens the chosen hit, as soon as there is one. */
  enter(inNewTab = false): void {
    if (this.#answered === this.#input.value) this.#go(inNewTab);
    else if (this.#input.value.trim() !== '') {
      this.#going = true;
      this.ask();
    }
  }

  #go(inNewTab: boolean): void {
    const chosen = this.#list.children[this.#chosen] as HTMLAnchorElement | undefined;
    if (!chosen) return;
    if (inNewTab) window.open(chosen.href, '_blank', 'noopener');
    else location.assign(chosen.href);
  }

  #escape(): void {
    const closesList = this.isOpen && !this.#place.hints;
    if (!this.#place.hints) this.close();
    if (!closesList) this.#place.leave();
  }
}

function count(labels: SearchLabels, hits: number, more: boolean): string {
  if (hits === 0) return labels.none;
  if (more) return labels.first.replace('#', String(hits));
  return hits === 1 ? labels.one : labels.many.replace('#', String(hits));
}
