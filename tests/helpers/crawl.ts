/** Follows the links of a page and of all pages below it, and finds those that lead nowhere: to no file, or no place on a page. */
export async function deadLinks(start: string): Promise<{ dead: string[]; pages: number }> {
  const seen = new Map<string, Promise<Set<string> | undefined>>();
  const dead = new Set<string>();
  let pages = 0;
  const read = (address: string): Promise<Set<string> | undefined> => {
    const known = seen.get(address) ?? load(address);
    seen.set(address, known);
    return known;
  };
  const waiting = [start];
  const load = async (address: string) => {
    const response = await fetch(address, { redirect: 'manual' });
    if (response.status !== 200) return undefined;
    const text = await response.text();
    if (!response.headers.get('content-type')?.startsWith('text/html')) return new Set<string>();
    if (address.startsWith(start)) {
      pages += 1;
      for (const [, raw = ''] of text.matchAll(/<(?:a|link|script|img)\s[^>]*?\b(?:href|src)="([^"]*)"/g)) {
        const url = new URL(raw.replaceAll('&amp;', '&'), address);
        if (url.origin === new URL(start).origin) links.push([address, url]);
      }
    }
    return new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));
  };
  const links: [string, URL][] = [];
  await read(start);
  waiting.length = 0;
  for (let at = 0; at < links.length; at++) {
    const [from, url] = links[at] ?? ['', new URL(start)];
    const ids = await read(url.origin + url.pathname);
    const place = decodeURIComponent(url.hash.slice(1));
    // the places of files that are no pages are not known
    if (!ids) dead.add(`${from}: ${url.href}`);
    else if (place !== '' && !place.includes('=') && ids.size > 0 && !ids.has(place)) dead.add(`${from}: ${url.href}`);
  }
  return { dead: [...dead], pages };
}
