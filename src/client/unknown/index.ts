import { pathUnderCodes } from '../../browser.ts';
import type { Addresses } from '../../shared/addresses.ts';
import { element } from '../element.ts';
import { near } from './near.ts';
import { apiOfPath, askedCode, askedWord, codeIn, decoded, type ListedApi, meantAddress } from './path.ts';
import { familyAsked } from './status.ts';

/** The texts of the interface; the page brings them. */
interface Words {
  title: string;
  exact: string;
  unknown: string;
  none: string;
  noPage: string;
  all: string;
  rule: string;
  status: string;
  families: Record<'4xx' | '5xx' | 'passing' | 'other', string>;
}

const MOST = 5;

/** Finds out what the address of this page was to be: goes there where it is plain, else offers what is nearest. */
export async function offerWhatWasMeant(place: HTMLElement): Promise<void> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-addresses]')];
  const apis = links.map((it) => ({ href: it.pathname, title: it.textContent, addresses: it.dataset.addresses! }));
  const api = apiOfPath(location.pathname, apis);
  const known = (await Promise.all(apis.map(loaded))).filter((it) => it !== undefined);
  const own = known.find((it) => it.api === api);
  const meant = own && meantAddress(location.pathname, own.addresses);
  if (meant !== undefined && isFirstTry(meant)) location.replace(meant + location.search + location.hash);
  else offer(place, own, known);
}

/** An API and its addresses. */
interface Known {
  api: ListedApi;
  addresses: Addresses;
}

async function loaded(api: ListedApi): Promise<Known | undefined> {
  try {
    const response = await fetch(api.addresses);
    return response.ok ? { api, addresses: (await response.json()) as Addresses } : undefined;
  } catch {
    return undefined;
  }
}

/** Where a server leads the meant address back to this one, the reader would go round in a circle. */
function isFirstTry(meant: string): boolean {
  const key = 'errorbook-went';
  const way = `${location.pathname} ${meant}`;
  try {
    const [before, time] = (sessionStorage.getItem(key) ?? '').split('\n');
    sessionStorage.setItem(key, `${way}\n${Date.now()}`);
    return before !== way || Date.now() - Number(time) > 5000;
  } catch {
    // without storage a circle cannot be noticed, so nobody is sent anywhere
    return false;
  }
}

function offer(place: HTMLElement, own: Known | undefined, known: readonly Known[]): void {
  const words = JSON.parse(place.dataset.words!) as Words;
  const word = askedWord(location.pathname, own?.addresses.under);
  const exact = known.flatMap(({ api, addresses }) => {
    const code = codeIn(word, addresses);
    return code === undefined ? [] : [{ api, code, href: addresses.under + pathUnderCodes(code) }];
  });
  const content = [
    ...(exact.length > 0 ? exactCodes(word, exact, words) : []),
    ...(own
      ? nearIn(
          own,
          exact.map(({ api }) => api),
          words,
        )
      : []),
  ];
  if (content.length > 0) {
    const heading = element('h2', { id: 'did-you-mean', textContent: words.title });
    const section = element('section', {}, heading, ...content);
    section.setAttribute('aria-labelledby', heading.id);
    place.replaceChildren(section);
  }
  if (own && askedCode(location.pathname, own.addresses.under) !== undefined) explain(own, words);
}

/** The same code, whatever its API. */
function exactCodes(word: string, exact: { api: ListedApi; code: string; href: string }[], words: Words): Node[] {
  const items = exact.map(({ api, code, href }) => {
    const link = item(href, element('code', { textContent: code }));
    link.append(` · ${api.title}`);
    return link;
  });
  return [sentence(words.exact, word), element('ul', {}, ...items)];
}

/** What is nearest in the API of the address, with all of its codes. */
function nearIn({ api, addresses }: Known, exact: readonly ListedApi[], words: Words): Node[] {
  const asked = askedCode(location.pathname, addresses.under);
  const named = (text: string) => text.replace('{api}', () => api.title);
  const all = element('p', {}, element('a', { href: api.href, textContent: named(words.all) }));
  // its own code was offered already
  if (exact.includes(api)) return [all];
  const near =
    asked === undefined
      ? pagesNear(addresses, named(words.noPage))
      : codesNear(decoded(asked), addresses, named, words, exact.length > 0);
  return [...near, all];
}

function codesNear(
  asked: string,
  addresses: Addresses,
  named: (text: string) => string,
  words: Words,
  isExact: boolean,
): Node[] {
  const found = codeItems(asked, addresses);
  // beside the code itself, that this API has none like it is of no interest
  if (found.length === 0 && isExact) return [];
  const said = sentence(named(found.length > 0 ? words.unknown : words.none), asked);
  return found.length > 0 ? [said, element('ul', {}, ...found)] : [said];
}

/** A text with a code in it, which is shown as text whatever it holds. */
function sentence(text: string, code: string): HTMLElement {
  const [before, after] = text.split('{code}');
  const shown = element('code', {}, element('bdi', { textContent: shortened(code) }));
  return element('p', {}, before, shown, after);
}

/** Links to the codes nearest to a word; one that is spelled in another way now says how. */
function codeItems(word: string, { under, codes, aliases }: Addresses): HTMLElement[] {
  const now = new Map(aliases);
  return near(word, [...codes, ...now.keys()], MOST).map((spelling) => {
    const code = now.get(spelling);
    const link = item(under + pathUnderCodes(code ?? spelling), element('code', { textContent: code ?? spelling }));
    if (code !== undefined) link.prepend(element('code', { textContent: spelling }), ' → ');
    return link;
  });
}

function pagesNear(addresses: Addresses, sentence: string): Node[] {
  const last = decoded(location.pathname.replace(/\/+$/, '').split('/').at(-1)!);
  const titles = new Map(
    addresses.pages.map(([href, title]) => [href.replace(/\/$/, '').split('/').at(-1)!, { href, title }]),
  );
  const items = [
    ...near(last, [...titles.keys()], MOST).map((name) => item(titles.get(name)!.href, titles.get(name)!.title)),
    ...codeItems(last, addresses),
  ];
  return items.length > 0 ? [element('p', { textContent: sentence }), element('ul', {}, ...items)] : [];
}

function item(href: string, content: Node | string): HTMLElement {
  return element('li', {}, element('a', { href }, content));
}

/** Puts what this API says of unknown codes in the place of the general steps, and says what the status asks for where it says nothing. */
function explain({ api, addresses: { rule } }: Known, words: Words): void {
  const steps = document.querySelector('section:has(> #unknown) > ol')!;
  const asked = familyAsked(location.hash);
  if (asked) {
    const status = element('strong', { textContent: words.status.replace('{status}', asked.status) });
    steps.before(element('p', {}, status, rule ? '' : ` ${words.families[asked.family]}`));
  }
  if (!rule) return;
  const title = element('strong', { textContent: words.rule.replace('{api}', () => api.title) });
  steps.before(element('p', {}, title, ` ${rule}`));
  // the last step, to keep the response, is no advice on retries: it fits every rule
  steps.replaceWith(element('p', {}, ...(steps.lastElementChild?.childNodes ?? [])));
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
