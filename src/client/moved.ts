/*
 * For the first page of a list: where its list has grown, links to one of its parts may have arrived here when they were written, and the
 * part is on a later page now. This looks through these and leads there.
 */

/** No list of a registry that people write has as many pages, and a misspelled fragment is looked for in all. */
const MOST_PAGES = 20;

function nextOf(page: Document): string | undefined {
  return page.querySelector('.paging [rel="next"]')?.getAttribute('href') ?? undefined;
}

/** The page that has a fragment, of those after this one; undefined if none has, or if they can't be loaded. */
async function pageWith(id: string): Promise<string | undefined> {
  let next = nextOf(document);
  for (let tries = 0; next !== undefined && tries < MOST_PAGES; tries++) {
    const response = await fetch(next);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (page.getElementById(id)) return next;
    next = nextOf(page);
  }
  return undefined;
}

/** Goes to the page that has the fragment of the address, if this one hasn't. */
export async function followFragment(): Promise<void> {
  const { hash } = location;
  try {
    const id = decodeURIComponent(hash.slice(1));
    if (document.getElementById(id)) return;
    const href = await pageWith(id);
    // the reader may have gone elsewhere meanwhile
    if (href !== undefined && location.hash === hash) location.replace(href + hash);
  } catch {
    // not a fragment that a page can have, or no connection
  }
}
