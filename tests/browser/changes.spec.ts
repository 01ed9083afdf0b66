import type { Page } from '@playwright/test';
import type { Api } from '../../src/index.ts';
import { feedOf } from '../../src/site/feed.ts';
import { countsOf, dateOf } from '../../src/site/releases.ts';
import { texts } from '../../src/site/texts.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { codePath } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { GROWN, HOSTILE, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, seenText, test } from '../helpers/test.ts';
import { unseen } from '../helpers/words.ts';

const { apis } = await registryIn(GROWN);
const ferries = present(apis.find(({ id }) => id === 'ferries'));
const [last, before, first] = ferries.releases as [
  Api['releases'][number],
  Api['releases'][number],
  Api['releases'][number],
];
const { changes: t } = texts;

test('the page of changes shows every release with its day, its step and every change of it', async ({ page }) => {
  const { url } = siteNamed('grown');
  for (const api of apis) {
    await page.goto(`${url}${api.id}/changes/`);
    const sections = page.locator('section.release');
    await expect(sections).toHaveCount(api.releases.length);
    for (const [place, release] of api.releases.entries()) {
      const section = sections.nth(place);
      await expect(section.getByRole('heading', { level: 2 })).toHaveText(release.name);
      const said = release.changes.flatMap(({ code, codeAfter, what }) => [code, codeAfter, what]);
      const reasons = release.approved.map(({ reason }) => reason);
      expect(unseen(await section.innerText(), [dateOf(release).text, countsOf(release), ...said, ...reasons])).toEqual(
        [],
      );
    }
  }
});

test('changes stand by level; each code that has a page is a link to it', async ({ page }) => {
  const { url, base } = siteNamed('grown');
  await page.goto(`${url}ferries/changes/`);
  const section = page.getByRole('region', { name: last.name });
  expect(await section.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    'Breaking 1 change',
    'Risky 2 changes',
    'Safe 7 changes',
  ]);
  const expired = present(ferries.codes.find(({ code }) => code === 'BOOKING_EXPIRED'));
  await expect(section.getByRole('link', { name: 'BOOKING_EXPIRED' }).first()).toHaveAttribute(
    'href',
    base + codePath(ferries, expired),
  );
  // an old spelling leads to the code as well
  const renamed = page.getByRole('region', { name: before.name }).getByRole('link', { name: 'SAILING_FULL' });
  await expect(renamed).toHaveAttribute('href', `${base}ferries/errors/CROSSING_FULL/`);
});

test('before and after stand side by side with the words that differ marked', async ({ page }) => {
  await page.goto(`${siteNamed('grown').url}ferries/changes/`);
  const gate = page.getByRole('listitem').filter({ hasText: 'The remediation of GATE_CLOSED changed.' });
  await expect(gate.getByRole('definition')).toHaveText([
    'Move the booking to the next crossing.',
    'Move the booking to the next crossing; it is free within two hours of departure.',
  ]);
  await expect(gate.locator('ins')).toHaveText('; it is free within two hours of departure');
  const ticket = page.getByRole('listitem').filter({ hasText: 'The message of TICKET_UNREADABLE changed.' });
  await expect(ticket.locator('del')).toHaveText('could not');
  await expect(ticket.locator('ins')).toHaveText('cannot');
});

test('a release has a fragment, and the pages that speak of it lead there', async ({ page }) => {
  const { url, base } = siteNamed('grown');
  const address = `${base}ferries/changes/#${last.name}`;
  await page.goto(`${url}ferries/errors/VEHICLE_TOO_HIGH/`);
  await expect(page.getByRole('link', { name: t.newIn(last.name) })).toHaveAttribute('href', address);
  await expect(page.getByRole('contentinfo').getByRole('link', { name: last.name })).toHaveAttribute('href', address);
  await page.goto(`${url}ferries/errors/TICKET_UNREADABLE/`);
  await expect(page.getByRole('link', { name: t.changedIn(last.name) })).toHaveAttribute('href', address);
  await expect(page.getByRole('contentinfo').getByRole('link', { name: first.name })).toHaveAttribute(
    'href',
    `${base}ferries/changes/#${first.name}`,
  );
  await page.goto(`${url}ferries/`);
  await expect(page.locator('.facts').getByRole('link', { name: last.name })).toHaveAttribute(
    'href',
    `${base}ferries/changes/`,
  );
  await page.goto(url);
  const home = page.getByRole('region', { name: t.latest });
  await expect(home.getByRole('link')).toHaveText([t.latest, 'Ferries API 2026-12', 'Harbour API 2026-11']);
  await expect(home.getByRole('link').nth(1)).toHaveAttribute('href', address);
  expect(
    unseen(
      await home.innerText(),
      apis.map(({ releases }) => countsOf(present(releases[0]))),
    ),
  ).toEqual([]);
});

test('an API’s first release gives no code a badge, nor do safe changes', async ({ page }) => {
  const { url } = siteNamed('grown');
  for (const path of ['harbour/errors/no-pilot/', 'ferries/errors/GATE_CLOSED/']) {
    await page.goto(url + path);
    await expect(page.locator('.mark:is(.new, .changed)')).toHaveCount(0);
  }
});

test('without releases there is no page of changes, no feed and no link to them', async ({ page, trouble }) => {
  // the other API of the hostile site has none
  const { url } = siteNamed('hostile');
  for (const path of ['', 'plain/']) {
    await page.goto(url + path);
    await expect(page.locator('a[href*="plain/changes/"], link[type="application/atom+xml"]')).toHaveCount(0);
  }
  expect((await page.goto(`${url}plain/changes/`))?.status()).toBe(404);
  expect(trouble.splice(0).filter((report) => !report.includes('404 (Not Found)'))).toEqual([]);
});

test('where the address of the site is not known there are changes, but no feed', async ({ page }) => {
  const { url } = siteNamed('hostile');
  await page.goto(`${url}hostile/changes/`);
  await expect(page.locator('section.release')).toHaveCount(2);
  await expect(page.locator('[href$="feed.xml"]')).toHaveCount(0);
  expect((await page.request.get(`${url}hostile/changes/feed.xml`)).status()).toBe(404);
});

/** What a reader of feeds finds in one; `broken` where it is no XML. */
async function parsedFeed(page: Page, xml: string) {
  return page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'application/xml');
    const ATOM = 'http://www.w3.org/2005/Atom';
    const childrenOf = (of: Element, name: string) =>
      [...of.children].filter((it) => it.namespaceURI === ATOM && it.localName === name);
    const textsOf = (of: Element, name: string) => childrenOf(of, name).map((it) => it.textContent!);
    const linksOf = (of: Element) =>
      childrenOf(of, 'link').map((it) => [it.getAttribute('rel'), it.getAttribute('type'), it.getAttribute('href')!]);
    const about = (of: Element) => ({
      ids: textsOf(of, 'id'),
      titles: textsOf(of, 'title'),
      updated: textsOf(of, 'updated'),
      links: linksOf(of),
    });
    const root = document.documentElement;
    return {
      broken: document.querySelector('parsererror')?.textContent,
      root: [root.namespaceURI, root.localName],
      ...about(root),
      authors: childrenOf(root, 'author').flatMap((it) => textsOf(it, 'name')),
      entries: childrenOf(root, 'entry').map((entry) => ({
        ...about(entry),
        contents: childrenOf(entry, 'content').map((it) => [it.getAttribute('type'), it.textContent!]),
        // the HTML in it, as a reader would show it
        shown: new DOMParser().parseFromString(textsOf(entry, 'content')[0]!, 'text/html').body.innerHTML,
      })),
    };
  }, xml);
}

type Feed = Awaited<ReturnType<typeof parsedFeed>>;

/** The demands of RFC 4287 on what we use of it: section 4.1.1 for feeds, 4.1.2 for entries, 3.3 for dates, 4.2.6 for ids. */
function expectValid(feed: Feed, self: string): void {
  expect(feed.broken).toBeUndefined();
  expect(feed.root).toEqual(['http://www.w3.org/2005/Atom', 'feed']);
  expect(feed.authors.every((name) => name.trim() !== '') && feed.authors.length).toBe(1);
  expect(feed.links.filter(([rel]) => rel === 'self')).toEqual([['self', 'application/atom+xml', self]]);
  for (const it of [feed, ...feed.entries]) {
    expect([it.ids.length, it.titles.length, it.updated.length]).toEqual([1, 1, 1]);
    expect(new URL(present(it.ids[0])).href).toBe(it.ids[0]);
    expect(present(it.titles[0]).trim()).not.toBe('');
    expect(it.updated[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(it.links.filter(([rel]) => rel === 'alternate')).toHaveLength(1);
    for (const [, , href] of it.links) expect(new URL(present(href)).href).toBe(href);
  }
  for (const { contents } of feed.entries) expect(contents.map(([type]) => type)).toEqual(['html']);
  const ids = [feed, ...feed.entries].map(({ ids }) => present(ids[0]));
  expect(new Set(ids).size).toBe(ids.length);
  const dates = feed.entries.map(({ updated }) => present(updated[0]));
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(feed.updated[0]).toBe(dates[0]);
}

test('each API with releases has a valid Atom feed, and its pages name it', async ({ page }) => {
  const { url, site, base } = siteNamed('grown');
  for (const api of apis) {
    await page.goto(`${url}${api.id}/changes/`);
    const href = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href');
    expect(href).toBe(`${base}${api.id}/changes/feed.xml`);
    await expect(page.getByRole('link', { name: t.feed })).toHaveAttribute('href', present(href));
    const response = await page.request.get(new URL(present(href), url).href);
    expect(response.headers()['content-type']).toBe('application/xml');
    const feed = await parsedFeed(page, await response.text());
    expectValid(feed, site + present(href));
    expect(feed.entries).toHaveLength(api.releases.length);
    for (const [place, release] of api.releases.entries()) {
      const entry = present(feed.entries[place]);
      expect(entry.updated).toEqual([`${release.date}T00:00:00Z`]);
      expect(entry.ids).toEqual([`${site}${base}${api.id}/changes/#${release.name}`]);
      expect(
        unseen(
          present(present(entry.contents[0])[1]).replace(/<[^>]+>/g, ''),
          release.changes.map(({ what }) => what),
        ),
      ).toEqual([]);
    }
    await page.goto(`${url}${api.id}/`);
    await expect(page.locator('link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute(
      'href',
      present(href),
    );
  }
});

test('a feed of hostile texts is still valid, and shows them as text', async ({ page }) => {
  const hostile = present((await registryIn(HOSTILE)).apis.find(({ id }) => id === 'hostile'));
  const release = present(hostile.releases[0]);
  const evil = '\u0000\u001B[31m\uFFFE\uD800]]><entry/>&lt;<script>window.__ran=1</script>';
  const changes = [...release.changes, { ...present(release.changes[0]), what: `${evil} \`${evil}\`` }];
  const api = {
    ...hostile,
    title: `${evil}${hostile.title}`,
    releases: [{ ...release, changes }, ...hostile.releases.slice(1)],
  };
  const xml = feedOf({ ...api, siteName: 'Errors', urls: urlsUnder('/a&b/', 'https://errors.example.com') });
  await page.goto(siteNamed('grown').url);
  const feed = await parsedFeed(page, xml);
  expectValid(feed, 'https://errors.example.com/a&b/hostile/changes/feed.xml');
  for (const { shown } of feed.entries) expect(shown).not.toMatch(/<(?!\/?(?:p|h3|ul|li|code)>)/);
  expect(present(present(feed.entries[0]).contents[0])[1]).toContain('&lt;script&gt;window.__ran=1');
});

test('the page of changes shows hostile texts letter by letter', async ({ page }) => {
  const hostile = present((await registryIn(HOSTILE)).apis.find(({ id }) => id === 'hostile'));
  await page.goto(`${siteNamed('hostile').url}hostile/changes/`);
  for (const closed of await page.locator('details').all()) await closed.locator('summary').click();
  const seen = await seenText(page);
  const whats = hostile.releases.flatMap(({ changes }) => changes.map(({ what }) => what.replaceAll('`', '')));
  expect(whats.length).toBeGreaterThan(10);
  expect(whats.filter((what) => !seen.includes(what.replace(/\s+/g, ' ').trim()))).toEqual([]);
  await expect(page.locator('#release-search')).toHaveText('search');
});
