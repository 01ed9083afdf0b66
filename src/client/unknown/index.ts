import { pathUnderCodes } from '../../browser.ts';
import type { Addresses } from '../../shared/addresses.ts';
import { element } from '../element.ts';
import { ownPart } from '../own.ts';
import { near } from './near.ts';
import { apiOfPath, askedCode, askedWord, codeIn, decoded, type ListedApi, meantAddress, sentAs } from './path.ts';
import { familyAsked } from './status.ts';

/** The texts of the interface; the page brings them. */
interface SuggestionTexts {
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

/** Finds the page that the address of this page was meant for: goes there if that is clear, or else lists the nearest pages. */
export async function suggestPages(container: HTMLElement): Promise<void> {
  const links = [...ownPart().querySelectorAll<HTMLAnchorElement>('a[data-addresses]')];
  const apis = links.map((it) => ({ href: it.pathname, title: it.textContent, addresses: it.dataset.addresses ?? '' }));
  const api = apiOfPath(location.pathname, apis);
  const loaded = (await Promise.all(apis.map(load))).filter((it) => it !== undefined);
  const own = loaded.find((it) => it.api === api);
  const meant = own && meantAddress(location.pathname, own.addresses);
  if (meant !== undefined && isFirstTry(meant)) location.replace(meant + location.search + location.hash);
  else list(container, own, loaded);
}

/** An API and its addresses. */
interface LoadedApi {
  api: ListedApi;
  addresses: Addresses;
}

async function load(api: ListedApi): Promise<LoadedApi | undefined> {
  try {
    const response = await fetch(api.addresses);
    return response.ok ? { api, addresses: await response.json() } : undefined;
  } catch {
    return undefined;
  }
}

/** False if this page has just sent the reader there: a server that redirects back here would make an endless loop. */
function isFirstTry(meant: string): boolean {
  const key = 'error-docs-went';
  const redirect = `${location.pathname} ${meant}`;
  try {
    const [before, time] = (sessionStorage.getItem(key) ?? '').split('\n');
    sessionStorage.setItem(key, `${redirect}\n${Date.now()}`);
    return before !== redirect || Date.now() - Number(time) > 5000;
  } catch {
    // without storage a loop cannot be noticed, so the reader stays here
    return false;
  }
}

function list(container: HTMLElement, own: LoadedApi | undefined, loaded: readonly LoadedApi[]): void {
  const texts: SuggestionTexts = JSON.parse(container.dataset.texts ?? '');
  const word = askedWord(location.pathname, own?.addresses.under);
  const exact = loaded.flatMap(({ api, addresses }) => {
    const code = codeIn(word, addresses);
    const codes = code === undefined ? sentAs(word, addresses) : [code];
    return codes.map((it) => ({ api, code: it, href: addresses.under + pathUnderCodes(it) }));
  });
  const withCode = exact.map(({ api }) => api);
  const content = [
    ...(exact.length > 0 ? exactCodes(word, exact, texts) : []),
    ...(own ? nearIn(own, withCode, texts) : []),
  ];
  if (content.length > 0) {
    const heading = element('h2', { id: 'did-you-mean', textContent: texts.title });
    const section = element('section', {}, heading, ...content);
    section.setAttribute('aria-labelledby', heading.id);
    container.replaceChildren(section);
  }
  if (own && askedCode(location.pathname, own.addresses.under) !== undefined) explain(own, texts);
}

/** The same code, in every API that has it. */
function exactCodes(
  word: string,
  exact: readonly { api: ListedApi; code: string; href: string }[],
  texts: SuggestionTexts,
): Node[] {
  const items = exact.map(({ api, code, href }) => {
    const link = item(href, element('code', { textContent: code }));
    link.append(` · ${api.title}`);
    return link;
  });
  return [sentence(texts.exact, word), element('ul', {}, ...items)];
}

/** What is nearest in the API of the address, and a link to all of its codes; `withCode` are the APIs that have the code itself. */
function nearIn({ api, addresses }: LoadedApi, withCode: readonly ListedApi[], texts: SuggestionTexts): Node[] {
  const asked = askedCode(location.pathname, addresses.under);
  const named = (text: string) => text.replace('{api}', () => api.title);
  const all = element('p', {}, element('a', { href: api.href, textContent: named(texts.all) }));
  // its own code is listed already
  if (withCode.includes(api)) return [all];
  const near =
    asked === undefined
      ? pagesNear(addresses, named(texts.noPage))
      : codesNear(decoded(asked), addresses, named, texts, withCode.length > 0);
  return [...near, all];
}

function codesNear(
  asked: string,
  addresses: Addresses,
  named: (text: string) => string,
  texts: SuggestionTexts,
  isExact: boolean,
): Node[] {
  const found = codeItems(asked, addresses);
  // if another API has the code itself, it is of no interest that this one has none near it
  if (found.length === 0 && isExact) return [];
  const said = sentence(named(found.length > 0 ? texts.unknown : texts.none), asked);
  return found.length > 0 ? [said, element('ul', {}, ...found)] : [said];
}

/** A text with a code in it, which is shown as text whatever it holds. */
function sentence(text: string, code: string): HTMLElement {
  const [before = '', after = ''] = text.split('{code}');
  const shown = element('code', {}, element('bdi', { textContent: shortened(code) }));
  return element('p', {}, before, shown, after);
}

/** Links to the codes nearest to a word; a former spelling is followed by the current one. */
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
  const last = decoded(lastPart(location.pathname));
  const pages = new Map(addresses.pages.map(([href, title]) => [lastPart(href), item(href, title)]));
  const items = [
    ...near(last, [...pages.keys()], MOST).flatMap((name) => pages.get(name) ?? []),
    ...codeItems(last, addresses),
  ];
  return items.length > 0 ? [element('p', { textContent: sentence }), element('ul', {}, ...items)] : [];
}

function lastPart(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

function item(href: string, content: Node | string): HTMLElement {
  return element('li', {}, element('a', { href }, content));
}

/** Puts what this API says about unknown codes in place of the general steps, and what the status means if the API says nothing. */
function explain({ api, addresses: { rule } }: LoadedApi, texts: SuggestionTexts): void {
  const steps = ownPart().querySelector('section:has(> #unknown) > ol');
  const asked = familyAsked(location.hash);
  if (asked) {
    const status = element('strong', { textContent: texts.status.replace('{status}', asked.status) });
    steps?.before(element('p', {}, status, rule ? '' : ` ${texts.families[asked.family]}`));
  }
  if (!rule) return;
  const title = element('strong', { textContent: texts.rule.replace('{api}', () => api.title) });
  steps?.before(element('p', {}, title, ` ${rule}`));
  // the last step, to keep the response, is not about retries: it fits every rule
  steps?.replaceWith(element('p', {}, ...(steps.lastElementChild?.childNodes ?? [])));
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
