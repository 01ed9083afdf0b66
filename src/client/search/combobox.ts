import type { SearchLabels } from '../../shared/search-index.ts';
import { element } from '../element.ts';
import type { Asker, Outcome } from './asker.ts';
import type { Answer } from './engine.ts';
import type { Hit } from './hit.ts';
import { Recent } from './recent.ts';
import { contentOf, fill, groupsOf, saidOf, withCode } from './view.ts';

let combos = 0;

/** How a combobox differs in the page and in the dialog. */
interface Place {
  /** Stays open without a query and says what may be asked. */
  hints: boolean;
  /** Escape, where there is nothing left to close here. */
  leave(): void;
}

/**
 * A field with a list of hits below it, by the ARIA pattern of the combobox: the focus stays in the field, arrows choose, Enter
 * opens, Escape closes. The first hit is chosen from the start; where none is chosen, Enter opens the page of all results.
 * `field` carries the texts and addresses; it may be the input itself.
 */
export class Combobox {
  readonly found: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #field: DOMStringMap;
  readonly #recent: Recent;
  readonly #list = element('div', { id: `hits-${++combos}`, role: 'listbox', className: 'hits' });
  readonly #said = element('p', { role: 'status', className: 'said' });
  readonly #help = element('p', { className: 'help' });
  readonly #all = element('a', { className: 'all' });
  readonly #forget = element('button', { type: 'button', className: 'forget' });
  readonly #keys = element('p', { className: 'keys', ariaHidden: 'true' });
  readonly #place: Place;
  readonly #asker: Asker;
  #options: HTMLAnchorElement[] = [];
  #chosen = -1;
  /** Whether a reader has chosen another hit than the first, or none; a better answer to the same text leaves that alone. */
  #moved = false;
  /** What the shown hits answer; undefined while an answer is on its way. */
  #answered: string | undefined;
  /** Enter was pressed before the answer came. */
  #going = false;
  /** Counts the questions, and the times that the list was closed. */
  #turn = 0;

  constructor(input: HTMLInputElement, field: DOMStringMap, asker: Asker, place: Place) {
    this.#input = input;
    this.#field = field;
    this.#recent = new Recent(field.index ?? '');
    this.#asker = asker;
    this.#place = place;
    const actions = element('p', { className: 'actions' }, this.#all, this.#forget);
    const about = element('div', { className: 'about' }, this.#said, actions, this.#help, this.#keys);
    this.found = element('div', { className: 'found' }, this.#list, about);
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('input', () => {
      this.#moved = false;
      this.ask();
    });
    input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#forget.addEventListener('click', () => {
      this.#recent.clear();
      this.ask(true);
    });
    // a press on a hit must not take the focus from the field before the link is followed
    this.found.addEventListener('mousedown', (event) => event.preventDefault());
    asker.onComplete(() => this.isOpen && this.ask(true));
    this.close();
  }

  get isOpen(): boolean {
    return !this.found.hidden;
  }

  /** Asks for what is in the field; without a query the list opens only where it was asked for. */
  ask(withoutQuery = this.#place.hints): void {
    const text = this.#input.value;
    const isBlank = text.trim() === '';
    if (isBlank && !withoutQuery) {
      this.close();
      return;
    }
    this.#answered = undefined;
    const turn = ++this.#turn;
    const recent = isBlank ? this.#recent.all() : [];
    this.#asker.ask({ text, own: this.#field.api ?? '', recent }, (outcome) => {
      // asked again since, or closed: an answer that comes late must not open the list again
      if (this.#turn !== turn || this.#input.value !== text) return;
      this.#show(outcome, text);
    });
  }

  close(): void {
    this.#turn++;
    this.found.hidden = true;
    this.#going = false;
    this.#moved = false;
    this.#answered = undefined;
    this.#setOptions([]);
  }

  #show(outcome: Outcome, text: string): void {
    const isBlank = text.trim() === '';
    if (outcome) this.#setAnswer(outcome.answer, outcome.labels, isBlank);
    else {
      this.#setOptions([]);
      this.#said.textContent = this.#field.failed ?? '';
    }
    if (outcome) this.#answered = text;
    this.#all.hidden = isBlank || !outcome;
    this.#all.href = this.#pageOfAll();
    this.#help.hidden = !outcome;
    this.#forget.hidden = !isBlank || this.#options.length === 0;
    this.found.hidden = false;
    if (this.#going && outcome) this.#go(false);
    this.#going = false;
  }

  #setAnswer({ hits, more, notes }: Answer, labels: SearchLabels, isBlank: boolean): void {
    this.#list.ariaLabel = labels.hits;
    this.#keys.textContent = labels.keys;
    this.#all.textContent = labels.all;
    this.#forget.textContent = labels.forget;
    this.#help.replaceChildren(...withCode(labels.filters));
    const kept = this.#options[this.#chosen]?.href;
    const groups = isBlank && hits.length > 0 ? [{ name: labels.recent, hits }] : groupsOf(hits, labels);
    this.#setOptions(groups.map(({ name, hits }) => ({ name, options: hits.map((it) => this.#option(it, labels)) })));
    this.#choose(this.#moved ? this.#options.findIndex(({ href }) => href === kept) : isBlank ? -1 : 0);
    this.#said.replaceChildren(...saidOf(notes, isBlank ? labels.hint : count(labels, hits.length, more), labels));
  }

  /** A hit as an option, which is a link too, so that it can be opened elsewhere. */
  #option(hit: Hit, labels: SearchLabels): HTMLAnchorElement {
    const option = element(
      'a',
      { role: 'option', ariaSelected: 'false', tabIndex: -1, href: hit.href, className: 'hit' },
      ...contentOf(hit, labels),
    );
    option.addEventListener('click', () => this.#recent.add(hit.href));
    return option;
  }

  #setOptions(groups: readonly { name: string | undefined; options: HTMLAnchorElement[] }[]): void {
    this.#options = groups.flatMap(({ options }) => options);
    for (const [place, option] of this.#options.entries()) option.id = `${this.#list.id}-${place}`;
    const shown = groups.map(({ name, options }) => {
      if (name === undefined) return element('div', { role: 'presentation' }, ...options);
      const heading = element('p', { className: 'group', ariaHidden: 'true' }, name);
      return element('div', { role: 'group', ariaLabel: name }, heading, ...options);
    });
    const any = this.#options.length > 0;
    this.#list.replaceChildren(...shown);
    this.#list.hidden = !any;
    this.#keys.hidden = !any;
    this.#input.setAttribute('aria-expanded', String(any));
    this.#choose(-1);
    this.#list.scrollTop = 0;
  }

  /** Chooses an option; -1 chooses none, and so does a place that is not there. */
  #choose(place: number): void {
    if (this.#options[this.#chosen]) this.#options[this.#chosen]!.ariaSelected = 'false';
    const chosen = this.#options[place];
    this.#chosen = chosen ? place : -1;
    if (!chosen) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    chosen.ariaSelected = 'true';
    // the heading of a group comes into view with its first hit
    const above = chosen.previousElementSibling;
    if (above?.className === 'group') above.scrollIntoView({ block: 'nearest' });
    chosen.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', chosen.id);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) this.#step(step, event.altKey);
    else if (event.key === 'Enter') this.enter(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape') this.#escape();
    else {
      // they move in the text, so Enter is about the text again
      if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) this.#choose(-1);
      return;
    }
    event.preventDefault();
  }

  /** Goes through the options and the field itself; with Alt only opens and closes the list. */
  #step(step: number, withAlt: boolean): void {
    const stops = this.#options.length + 1;
    if (withAlt && step < 0 && !this.#place.hints) this.close();
    else if (!this.isOpen || stops === 1) this.ask(true);
    else if (!withAlt) {
      this.#moved = true;
      this.#choose(((this.#chosen + 1 + step + stops) % stops) - 1);
    }
  }

  /** Opens the chosen hit, as soon as there is one, or else all results. */
  enter(inNewTab = false): void {
    if (this.#answered === this.#input.value) this.#go(inNewTab);
    else if (this.#input.value.trim() !== '') {
      this.#going = true;
      this.ask();
    }
  }

  #go(inNewTab: boolean): void {
    const chosen = this.#options[this.#chosen];
    if (!chosen && this.#input.value.trim() === '') return;
    const href = chosen?.href ?? this.#pageOfAll();
    if (chosen) this.#recent.add(chosen.getAttribute('href') ?? '');
    if (inNewTab) window.open(href, '_blank', 'noopener');
    else location.assign(href);
  }

  #pageOfAll(): string {
    const query = new URLSearchParams({ q: this.#input.value.trim() });
    if (this.#field.api) query.set('in', this.#field.api);
    return `${this.#field.page}?${query}`;
  }

  #escape(): void {
    const closesList = this.isOpen && !this.#place.hints;
    if (!this.#place.hints) this.close();
    if (!closesList) this.#place.leave();
  }
}

function count(labels: SearchLabels, hits: number, more: boolean): string {
  if (hits === 0) return labels.none;
  if (more) return fill(labels.first, String(hits));
  return hits === 1 ? labels.one : fill(labels.many, String(hits));
}
