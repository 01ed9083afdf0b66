import { element } from '../element.ts';
import { ownPart } from '../own.ts';
import type { Outcome } from './asker.ts';
import { startAsking } from './asker.ts';
import { Recent } from './recent.ts';
import { contentOf, fill, groupsOf, saidOf, withCode } from './view.ts';

/** So many results are on one page. */
const PER_PAGE = 25;

/**
 * Makes the search page: what its address asks for is shown below the field, typing searches again, and the address follows, so
 * that it can be shared. `q` is the query, `in` the API that comes first, `page` a part of the results, from 1.
 */
export function searchOnPage(field: HTMLInputElement): void {
  const { index = '', failed = '' } = field.dataset;
  const results = ownPart().querySelector('#results')!;
  const asker = startAsking(index);
  const recent = new Recent(index);
  const said = element('p', { role: 'status', className: 'said' });
  const help = element('p', { className: 'help' });
  const list = element('div', { className: 'results' });
  results.append(help, said, list);
  let turn = 0;

  const show = (outcome: Outcome, asked: number) => {
    if (!outcome) {
      said.textContent = failed;
      list.replaceChildren();
      return;
    }
    const { labels, answer } = outcome;
    const { hits, total = 0, notes } = answer;
    const pages = Math.ceil(total / PER_PAGE);
    const page = Math.min(asked, pages);
    const summary = field.value.trim() === '' ? labels.hint : countText(total, labels);
    const where = pages > 1 ? ` ${fill(labels.pages.at, String(page), String(pages))}.` : '';
    help.replaceChildren(...withCode(labels.filters));
    said.replaceChildren(...saidOf(notes, `${summary}${where}`, labels));
    list.replaceChildren();
    for (const { name, hits: own } of groupsOf(hits, labels)) {
      const links = own.map((hit) => {
        const link = element('a', { href: hit.href, className: 'hit' }, ...contentOf(hit, labels));
        link.addEventListener('click', () => recent.add(hit.href));
        return element('li', {}, link);
      });
      list.append(element('section', {}, name !== undefined && element('h2', {}, name), element('ol', {}, ...links)));
    }
    if (pages > 1) list.append(pager(page, pages, labels.pages));
  };

  const ask = () => {
    const { text, own, page } = readAddress();
    const mine = ++turn;
    const part = { from: (page - 1) * PER_PAGE, count: PER_PAGE };
    asker.ask({ text, own, ...(text.trim() !== '' && { part }) }, (outcome) => turn === mine && show(outcome, page));
  };
  const follow = () => {
    field.value = readAddress().text;
    ask();
  };

  field.addEventListener('input', () => {
    history.replaceState(history.state, '', addressOf(field.value, 1));
    ask();
  });
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector<HTMLAnchorElement>('.hit')?.focus();
  });
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.pager a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    ask();
    scrollTo({ top: 0 });
    field.focus({ preventScroll: true });
  });
  addEventListener('popstate', follow);
  asker.onComplete(ask);
  follow();
}

/** What the address of this page asks for. */
function readAddress(): { text: string; own: string; page: number } {
  const query = new URLSearchParams(location.search);
  const page = Math.trunc(Number(query.get('page')));
  return { text: query.get('q') ?? '', own: query.get('in') ?? '', page: page >= 1 ? page : 1 };
}

/** The address of this page with another query or part. */
function addressOf(text: string, page: number): string {
  const query = new URLSearchParams(location.search);
  query.set('q', text);
  if (page > 1) query.set('page', String(page));
  else query.delete('page');
  return `${location.pathname}?${query}`;
}

function countText(total: number, { none, one, many }: { none: string; one: string; many: string }): string {
  if (total === 0) return none;
  return `${total === 1 ? one : fill(many, String(total))}.`;
}

function pager(
  page: number,
  pages: number,
  { name, at, previous, next }: { name: string; at: string; previous: string; next: string },
): HTMLElement {
  const { text } = readAddress();
  const link = (to: number, label: string, rel: string) =>
    to >= 1 && to <= pages && element('a', { href: addressOf(text, to), rel }, label);
  return element(
    'nav',
    { className: 'pager', ariaLabel: name },
    link(page - 1, previous, 'prev'),
    element('span', {}, fill(at, String(page), String(pages))),
    link(page + 1, next, 'next'),
  );
}
