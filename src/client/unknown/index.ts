import { pathUnderCodes } from '../../browser.ts';
import type { Addresses } from '../../shared/addresses.ts';
import { element } from '../element.ts';
import { near } from './near.ts';
import { apiOfPath, askedCode, decoded, type ListedApi, meantAddress } from './path.ts';
import { familyAsked } from './status.ts';

/** The texts of the interface; the page brings them. */
interface Words {
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

/** Finds out what the address of this page was to be: goes there where it is plain, else offers what is nearest. */
export async function offerWhatWasMeant(place: HTMLElement): Promise<void> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-addresses]')];
  const apis = links.map((it) => ({ href: it.pathname, title: it.textContent, addresses: it.dataset.addresses! }));
  const api = apiOfPath(location.pathname, apis);
  if (!api) return;
  const response = await fetch(api.addresses).catch(() => undefined);
  if (!response?.ok) return;
  const addresses = (await response.json()) as Addresses;
  const meant = meantAddress(location.pathname, addresses);
  if (meant !== undefined && isFirstTry(meant)) location.replace(meant + location.search + location.hash);
  else offer(place, api, addresses);
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

function offer(place: HTMLElement, api: ListedApi, addresses: Addresses): void {
  const words = JSON.parse(place.dataset.words!) as Words;
  const asked = askedCode(location.pathname, addresses.under);
  const named = (text: string) => text.replace('{api}', () => api.title);
  const heading = element('h2', { id: 'did-you-mean', textContent: words.title });
  const section = element('section', {}, heading);
  section.setAttribute('aria-labelledby', heading.id);
  if (asked === undefined) section.append(...pagesNear(addresses, named(words.noPage)));
  else section.append(...codesNear(decoded(asked), addresses, named, words));
  section.append(element('p', {}, element('a', { href: api.href, textContent: named(words.all) })));
  place.replaceChildren(section);
  if (asked !== undefined) explain(addresses, named(words.rule), words);
}

function codesNear(asked: string, addresses: Addresses, named: (text: string) => string, words: Words): Node[] {
  const found = codeItems(asked, addresses);
  const [before, after] = named(found.length > 0 ? words.unknown : words.none).split('{code}');
  const shown = element('code', {}, element('bdi', { textContent: shortened(asked) }));
  const sentence = element('p', {}, before!, shown, after!);
  return found.length > 0 ? [sentence, element('ul', {}, ...found)] : [sentence];
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

/** Says above the general steps what this API and the status of the response ask for. */
function explain({ rule }: Addresses, title: string, words: Words): void {
  const steps = document.querySelector('section:has(> #unknown) > ol')!;
  const asked = familyAsked(location.hash);
  if (asked) {
    const status = words.status.replace('{status}', asked.status);
    steps.before(element('p', {}, element('strong', { textContent: status }), ` ${words.families[asked.family]}`));
  }
  if (rule) steps.before(element('p', {}, element('strong', { textContent: title }), ` ${rule}`));
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
