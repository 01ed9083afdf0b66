import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addressOfFile, type ParsedPage, parsedPages } from '../helpers/html.ts';
import { allPaths, forwardPaths, UNLISTED } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';
import { type BuiltSite, SITE_NAMES, siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const HOST = 'http://host.invalid';

for (const name of SITE_NAMES) {
  test.describe(`the site \`${name}\``, () => {
    test('every link leads to a page and to a place on it, inside the base path, without a detour', async ({
      page,
    }) => {
      const site = siteNamed(name);
      const pages = await parsedPages(page, site.folder);
      const ids = new Map(pages.map(({ file, ids }) => [addressOfFile(file, site.base), new Set(ids)]));
      const dead = pages.flatMap((parsed) =>
        parsed.addresses.flatMap((address) => {
          const why = whyDead(address, parsed, site, ids);
          return why ? [`${parsed.file}: ${address} ${why}`] : [];
        }),
      );
      expect(dead).toEqual([]);
      expect(pages.flatMap(({ addresses }) => addresses).length).toBeGreaterThan(pages.length * 5);
    });

    test('no id stands twice on a page, no page but that of an alias redirects, and no two pages share a title', async ({
      page,
    }) => {
      const site = siteNamed(name);
      const pages = await parsedPages(page, site.folder);
      const forwards = forwardPaths(await registryIn(site.contracts)).map(({ path }) => site.base + path);
      for (const { file, ids, redirects } of pages) {
        expect(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          file,
        ).toEqual([]);
        expect(redirects, file).toBe(forwards.includes(addressOfFile(file, site.base)));
      }
      const titles = pages.map(({ title }) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });

    test('it has the pages that the registry promises, and the sitemap and canonical addresses name them', async ({
      page,
    }) => {
      const site = siteNamed(name);
      const registry = await registryIn(site.contracts);
      const ofPreview = site.against ? ['preview/'] : [];
      const promised = [...allPaths(registry), ...ofPreview].map((path) => site.base + path);
      const forwards = new Set(forwardPaths(registry).map(({ path }) => site.base + path));
      const unlisted = new Set([...forwards, ...UNLISTED.map((path) => site.base + path)]);
      const pages = await parsedPages(page, site.folder);
      const all = pages.filter(({ file }) => file !== '404.html').map((it) => addressOfFile(it.file, site.base));
      expect(all.toSorted()).toEqual([...promised, ...forwards].toSorted());
      const listed = pages.filter(({ file }) => file !== '404.html' && !unlisted.has(addressOfFile(file, site.base)));
      const built = listed.map(({ file }) => addressOfFile(file, site.base));

      const absolute = built.map((path) => (site.site === undefined ? undefined : site.site + path));
      expect(listed.map(({ canonical }) => canonical ?? undefined)).toEqual(absolute);
      expect(listed.map(({ meta }) => meta['og:url'])).toEqual(absolute);
      if (site.site) expect(await sitemapOf(page, site)).toEqual(absolute.toSorted());
      else expect(existsSync(join(site.folder, 'sitemap.xml'))).toBe(false);
    });

    test('the picture for previews of links exists wherever a page names it', async ({ page }) => {
      const site = siteNamed(name);
      for (const { file, meta } of await parsedPages(page, site.folder)) {
        const image = meta['og:image'];
        if (site.site === undefined) expect(image, file).toBeUndefined();
        else expect(existsSync(fileAt(new URL(present(image)).pathname, site)), `${file}: ${image}`).toBe(true);
      }
    });
  });
}

/** Why a link does not work; undefined where it does, or leads to another site. */
function whyDead(
  address: string,
  { file }: ParsedPage,
  site: BuiltSite,
  ids: Map<string, Set<string>>,
): string | undefined {
  if (address === '') return 'is empty';
  // the page of unknown addresses is shown at every depth
  const here = HOST + (file === '404.html' ? `${site.base}some/where/` : addressOfFile(file, site.base));
  const url = new URL(address, here);
  const itself = address.startsWith('#') ? addressOfFile(file, site.base) : url.pathname;
  if (url.origin !== HOST) return undefined;
  if (!itself.startsWith(site.base)) return 'leaves the base path';
  const target = fileAt(itself, site);
  if (!existsSync(target)) return 'leads to no file';
  if (statSync(target).isDirectory()) return 'is redirected to a slash at its end';
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && !ids.get(itself)?.has(fragment)) return 'leads to no id';
  return undefined;
}

function fileAt(path: string, site: BuiltSite): string {
  const below = decodeURIComponent(path.slice(site.base.length));
  return join(site.folder, path.endsWith('/') ? `${below}index.html` : below);
}

async function sitemapOf(page: Page, site: BuiltSite): Promise<string[]> {
  const response = await page.request.get(`${site.url}sitemap.xml`);
  expect(response.headers()['content-type']).toBe('application/xml');
  const found = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return {
        broken: document.querySelector('parsererror')?.textContent,
        urls: [...document.querySelectorAll('url > loc')].map((it) => it.textContent!),
      };
    },
    await response.text(),
  );
  expect(found.broken).toBeUndefined();
  return found.urls.toSorted();
}
