import { API_PAGES, CODES_PATH, codePath, domainPath, guidePath, imagePath } from './addresses.ts';
import { type Renamable, withId } from './names.ts';

/** What links in prose may lead to. */
export interface LinkNames {
  /** The code with this spelling or address, or that had it before. */
  code(text: string): string | undefined;
  /** The id of the guide with this id, or that had it before; the same for a domain. */
  guide(id: string): string | undefined;
  domain(id: string): string | undefined;
  /** Whether the API has an image with this name, such as `states.png`. */
  hasImage(name: string): boolean;
}

/** Where a relative link of prose leads: an address below that of the API. */
export interface LinkTarget {
  /** Such as `errors/NOT_FOUND/`; empty for the page that the text is on. */
  path: string;
  /** The code or the guide, if it is the page of one. */
  code?: string;
  guide?: string;
  /** Without `#`; empty where there is none. */
  fragment: string;
}

/** True for a link that only this API can resolve: it has neither a scheme nor a host. */
export function isRelativeLink(href: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href.trim());
}

/**
 * Where a relative link leads: to a code by its spelling or address (`NOT_FOUND`, `../errors/NOT_FOUND/`), to a guide, a domain
 * or a page of the API, however many folders it goes up, because a text is shown on several pages. Undefined if there is none.
 */
export function linkTarget(href: string, names: LinkNames): LinkTarget | undefined {
  if (!isRelativeLink(href)) return undefined;
  const [, path = '', , fragment = ''] = /^([^#]*)(#(.*))?$/s.exec(decoded(href.trim())) ?? [];
  if (path === '') return { path: '', fragment };
  if (path.startsWith('/')) return undefined;
  const plain = path.replace(/^(?:\.{1,2}\/)+/, '').replace(/\/$|\.mdx?$|(?:\/index)?\.html$/, '');
  const folder = /^[a-z]+\//.exec(plain)?.[0] ?? '';
  const name = plain.slice(folder.length);
  const code = folder === '' || folder === CODES_PATH ? names.code(name) : undefined;
  if (code !== undefined) return { path: codePath(code), code, fragment };
  const isIn = (wanted: string) => folder === '' || folder === wanted;
  const guide = isIn('guides/') ? names.guide(name) : undefined;
  if (guide !== undefined) return { path: guidePath(guide), guide, fragment };
  const domain = isIn('domains/') ? names.domain(name) : undefined;
  if (domain !== undefined) return { path: domainPath(domain), fragment };
  if (folder === 'images/' && names.hasImage(name)) return { path: imagePath(name), fragment };
  return folder === '' && API_PAGES.some((page) => page === name) ? { path: `${name}/`, fragment } : undefined;
}

/** Where a link leads if it counts from the page of a guide: an address below that of the API; undefined outside of it. */
export function pathFromGuide(href: string, guide: string): string | undefined {
  const base = `http://api.invalid/a/${guidePath(guide)}`;
  if (!URL.canParse(href, base)) return undefined;
  const { host, pathname, search, hash } = new URL(href, base);
  return host === 'api.invalid' && pathname.startsWith('/a/') ? pathname.slice(3) + search + hash : undefined;
}

/** The names of an API; `code` finds a code by its spelling or alias. */
export function linkNames(
  { codes, guides, domains, images }: NamesOf,
  code: (text: string) => string | undefined,
): LinkNames {
  return {
    code: (text) => code(text) ?? codes.find(({ address }) => address === text)?.code,
    guide: (id) => withId(id, guides)?.id,
    domain: (id) => withId(id, domains)?.id,
    hasImage: (name) => images.some((image) => image.name === name),
  };
}

/** What an API, read or only drafted, has that a link may name. */
interface NamesOf {
  codes: readonly { code: string; address: string }[];
  guides: readonly Renamable[];
  domains: readonly Renamable[];
  images: readonly { name: string }[];
}

/** The end of an address: `#` and the fragment, or nothing. */
export function fragmentOf({ fragment }: LinkTarget): string {
  return fragment === '' ? '' : `#${encodeURI(fragment)}`;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The targets of links in Markdown, inline and in definitions, with where they begin. */
export function linksIn(markdown: string): { href: string; index: number }[] {
  return [...markdown.matchAll(LINKS)].map(({ 0: href, index }) => ({ href, index }));
}

/** The images of Markdown: what each says instead of itself, and its address. */
export function imagesIn(markdown: string): { alt: string; src: string; index: number }[] {
  return [...markdown.matchAll(IMAGES)].map(({ 1: alt = '', 2: src = '', index }) => ({ alt, src, index }));
}

const IMAGES = /!\[([^\]]*)\]\(\s*<?([^\s<>()]+)/g;

/** The same text with the target of each link changed. */
export function withLinks(markdown: string, change: (href: string) => string): string {
  // most prose has no link, and looking for one takes longer than all else that is done to it
  return markdown.includes(']') ? markdown.replace(LINKS, change) : markdown;
}

const LINKS = /(?<=\]\(<?|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?)[^\s<>()]+/gm;
