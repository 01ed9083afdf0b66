import { pathUnderCodes } from '../../browser.ts';
import type { Addresses } from '../../shared/addresses.ts';
import { element } from '../element.ts';
import { near } from './near.ts';
import { apiOfPath, askedCode, decoded, type ListedApi, meantAddress } from './path.ts';
import { familyAsked } from './status.ts';

/** The texts of the interface; the page brings them. */
interface SuggestionTexts {
  title: string;
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
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-addresses]')];
  const apis = links.map((it) => ({ href: it.pathname, title: it.textContent, addresses: it.dataset.addresses ?? '' }));
  const api = apiOfPath(location.pathname, apis);
  if (!api) return;
  const response = await fetch(api.addresses).catch(() => undefined);
  if (!response?.ok) return;
  const addresses: Addresses = await response.json();
  const meant = meantAddress(location.pathname, addresses);
  if (meant !== undefined && isFirstTry(meant)) location.replace(meant + location.search + location.hash);
  else list(container, api, addresses);
}

/** False if this page has just sent the reader there: a server that redirects back here would make an endless loop. */
function isFirstTry(meant: string): boolean {
  const key = 'errorbook-went';
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

function list(container: HTMLElement, api: ListedApi, addresses: Addresses): void {
  const texts: SuggestionTexts = JSON.parse(container.dataset.texts ?? '');
  const asked = askedCode(location.pathname, addresses.under);
  const named = (text: string) => text.replace('{api}', () => api.title);
  const heading = element('h2', { id: 'did-you-mean', textContent: texts.title });
  const section = element('section', {}, heading);
  section.setAttribute('aria-labelledby', heading.id);
  if (asked === undefined) section.append(...pagesNear(addresses, named(texts.noPage)));
  else section.append(...codesNear(decoded(asked), addresses, named, texts));
  section.append(element('p', {}, element('a', { href: api.href, textContent: named(texts.all) })));
  container.replaceChildren(section);
  if (asked !== undefined) explain(addresses, named(texts.rule), texts);
}

function codesNear(
  asked: string,
  addresses: Addresses,
  named: (text: string) => string,
  texts: SuggestionTexts,
): Node[] {
  const found = codeItems(asked, addresses);
  const [before = '', after = ''] = named(found.length > 0 ? texts.unknown : texts.none).split('{code}');
  const shown = element('code', {}, element('bdi', { textContent: shortened(asked) }));
  const sentence = element('p', {}, before, shown, after);
  return found.length > 0 ? [sentence, element('ul', {}, ...found)] : [sentence];
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

/** Adds above the general steps what this API says about unknown codes, and what the status of the response means. */
function explain({ rule }: Addresses, title: string, texts: SuggestionTexts): void {
  const steps = document.querySelector('section:has(> #unknown) > ol');
  const asked = familyAsked(location.hash);
  if (asked) {
    const status = texts.status.replace('{status}', asked.status);
    steps?.before(element('p', {}, element('strong', { textContent: status }), ` ${texts.families[asked.family]}`));
  }
  if (rule) steps?.before(element('p', {}, element('strong', { textContent: title }), ` ${rule}`));
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
