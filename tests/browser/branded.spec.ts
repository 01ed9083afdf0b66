import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { filesBelow } from '../../src/cli/files-below.ts';
import { present } from '../helpers/present.ts';
import { siteNamed } from '../helpers/sites.ts';

const CODE = 'ferries/errors/CROSSING_FULL/';
const STATS = 'https://stats.halyard.example';

const url = (path: string) => siteNamed('branded').url + path;
const file = (path: string) => readFileSync(join(siteNamed('branded').folder, path), 'utf8');

/** What asks other hosts is answered here, and noted. */
async function withoutNetwork(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      body: 'window.counted = document.currentScript.dataset.site',
      contentType: 'text/javascript',
    });
  });
  return asked;
}

test('every page names the team, and none of our files says who built it', () => {
  const { folder } = siteNamed('branded');
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(100);
  const hits = files.flatMap((path) => {
    const bytes = readFileSync(join(folder, path));
    const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString('latin1');
    // programs know a format by its name, which is a promise to them
    return /errorbook/i.test(text.replaceAll(/"errorbook(?:-problem-types)?\/1"/g, '')) ? [path] : [];
  });
  expect(hits).toEqual([]);
  for (const path of files.filter((it) => it.endsWith('.html')))
    expect(file(path), path).toContain('<meta property="og:site_name" content="Halyard">');
  expect(file('index.html')).toContain('<title>Error reference · Halyard</title>');
  expect(file('404.html')).toContain('<title>Page not found · Halyard</title>');
  expect(file('llms.txt')).toMatch(/^# Halyard: Error reference\n/);
  expect(file('ferries/changes/feed.xml')).toContain('<generator>Halyard</generator>');
  expect(files).not.toContain('social.png');
});

test('the logo is that of the theme, by the system and by choice, and only one is loaded', async ({ page }) => {
  await withoutNetwork(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const logos = () => loaded.flatMap((it) => /logo-\w+/.exec(it) ?? []);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(url(CODE), { waitUntil: 'networkidle' });
  const [light, dark] = [page.locator('.logo.on-light'), page.locator('.logo.on-dark')];
  await expect(dark).toBeVisible();
  await expect(light).toBeHidden();
  expect(logos()).toEqual(['logo-dark']);
  const brand = page.getByRole('link', { name: 'Halyard', exact: true });
  await expect(brand).toHaveAttribute('href', '/reference/');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(light).toBeVisible();
  await expect(dark).toBeHidden();
  await page.getByRole('button', { name: 'Theme: Auto' }).click();
  await page.getByRole('button', { name: 'Theme: Light' }).click();
  await expect(page.getByRole('button', { name: 'Theme: Dark' })).toBeVisible();
  await expect(dark).toBeVisible();
  await expect(light).toBeHidden();
});

test('links, icon, accent and picture are those of the team', async ({ page }) => {
  await withoutNetwork(page);
  await page.goto(url(CODE));
  const nav = page.getByRole('navigation', { name: 'Links of this site' });
  await expect(nav.getByRole('link')).toHaveText(['Docs', 'Status', 'Support']);
  await expect(nav.getByRole('link', { name: 'Support' })).toHaveAttribute('href', 'mailto:help@halyard.example');
  const color = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((it) => getComputedStyle(it).color);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await color('.facts .policy')).toBe('rgb(168, 50, 31)');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await color('.rail [aria-current=page]')).toBe('rgb(199, 122, 110)');
  await expect(page.locator('link[rel=icon]')).toHaveAttribute(
    'href',
    /^\/reference\/assets\/icon\.[0-9a-f]{10}\.svg$/,
  );
  const picture = present(await page.locator('meta[property="og:image"]').getAttribute('content'));
  expect(picture).toMatch(/^https:\/\/errors\.halyard\.example\/reference\/assets\/social\.[0-9a-f]{10}\.png$/);
  expect(readdirSync(join(siteNamed('branded').folder, 'assets'))).toContain(present(picture.split('/').at(-1)));
});

test('the foot has the texts of the team, and links to edit the entry and to report on it', async ({ page }) => {
  await withoutNetwork(page);
  await page.goto(url('harbour/errors/no-pilot/'));
  const foot = page.getByRole('contentinfo');
  await expect(foot).toContainText('© Halyard Ferries Ltd. Imprint');
  await expect(foot.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('href', /creativecommons\.org/);
  await expect(foot.getByRole('link', { name: 'Edit this entry' })).toHaveAttribute(
    'href',
    'https://git.halyard.example/api/edit/main/grown/contracts/harbour/berths.yaml',
  );
  await expect(foot.getByRole('link', { name: 'Was this helpful?' })).toHaveAttribute(
    'href',
    'https://halyard.example/feedback?code=no-pilot',
  );
});

test('on a phone, the links are in the menu and in the foot', async ({ page }) => {
  await withoutNetwork(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(url(CODE));
  await expect(page.getByRole('navigation', { name: 'Links of this site' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'More links' }).getByRole('link')).toHaveText([
    'Docs',
    'Status',
    'Support',
  ]);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('#rail').getByRole('link', { name: 'Status', exact: true })).toBeVisible();
});

test('styles of the team win over all others', async ({ page }) => {
  await withoutNetwork(page);
  await page.goto(url(CODE));
  const style = await page.locator('.head').evaluate((it) => getComputedStyle(it).borderBottomWidth);
  expect(style).toBe('3px');
});

test('the analytics script runs with its data and may send to its host; no other host is asked', async ({ page }) => {
  const asked = await withoutNetwork(page);
  const refused: string[] = [];
  await page.exposeFunction('refusedUri', (uri: string) => void refused.push(uri));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) =>
      Reflect.get(window, 'refusedUri')(blockedURI),
    );
  });
  await page.goto(url(CODE), { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => Reflect.get(window, 'counted'))).toBe('errors');
  const results = await page.evaluate(async (stats) => {
    const send = (to: string) =>
      fetch(to, { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      );
    const load = (from: string) =>
      new Promise((done) => {
        const script = Object.assign(document.createElement('script'), { src: from });
        script.onload = () => done('loaded');
        script.onerror = () => done('refused');
        document.head.append(script);
      });
    return [
      await send(`${stats}/hit`),
      await send('https://other.example/hit'),
      await load('https://other.example/a.js'),
    ];
  }, STATS);
  expect(results).toEqual(['sent', 'refused', 'refused']);
  expect(asked).toEqual([`${STATS}/count.js`, `${STATS}/hit`]);
  expect(refused.map((uri) => new URL(uri).origin)).toEqual(['https://other.example', 'https://other.example']);
  // the headers of the hosts forbid framing alone
  for (const host of ['nginx.conf', 'Caddyfile']) expect(file(host)).not.toMatch(/(?:script|connect|default)-src/);
});

test('only the chosen files and languages are there, and pages link to no others', async ({ page }) => {
  await withoutNetwork(page);
  const names = readdirSync(join(siteNamed('branded').folder, 'ferries')).filter(
    (name) => name.includes('.') && name !== 'index.html',
  );
  expect(names.sort()).toEqual([
    'addresses.json',
    'changes.md',
    'errorcodes.go',
    'errors.json',
    'index.md',
    'llms-full.txt',
    'llms.txt',
    'openapi.json',
  ]);
  await page.goto(url('ferries/files/'));
  await expect(page.locator('main tbody th')).toHaveCount(7);
  await page.goto(url('ferries/handling/'));
  await expect(page.locator('a[href$="handler.ts"]')).toHaveCount(0);
  await page.goto(url('ferries/errors/BOOKING_LOCKED/'));
  await expect(page.getByRole('tab')).toHaveText(['Go', 'curl']);
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
  await page.getByRole('tab', { name: 'curl' }).click();
  await page.reload();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('curl');
});

test('retry policies have the names of the team wherever they are named', async ({ page }) => {
  await withoutNetwork(page);
  for (const path of [CODE, 'ferries/', 'ferries/handling/', 'ferries/domains/bookings/']) {
    await page.goto(url(path), { waitUntil: 'networkidle' });
    const text = await page.locator('body').innerText();
    expect(text, path).toContain('Do not resend');
    expect(text, path).not.toContain('Don’t retry');
  }
  expect(file(CODE.replace(/\/$/, '.md'))).toContain('Do not resend');
});

test('a page with all of that is still small', () => {
  const { folder } = siteNamed('branded');
  const page = file(`${CODE}index.html`);
  const assets = [...page.matchAll(/(?:src|href)="\/reference\/(assets\/[^"]+\.(?:css|js|svg))"/g)].map(([, path]) =>
    present(path),
  );
  const loaded = assets.filter((path) => !path.includes('logo-dark'));
  const bytes = [`${CODE}index.html`, ...loaded].map((path) => gzipSync(readFileSync(join(folder, path))).length);
  expect(loaded).toHaveLength(6);
  expect(bytes.reduce((sum, it) => sum + it)).toBeLessThan(15 * 1024);
});

for (const [name, path] of Object.entries({ home: '', API: 'ferries/', code: CODE, 'unknown address': '404.html' })) {
  test(`axe finds nothing on the branded page: ${name}`, async ({ page }) => {
    await withoutNetwork(page);
    await page.goto(url(path));
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [1024, 'dark'],
      [768, 'light'],
      [390, 'dark'],
      [320, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
        `${width} ${colorScheme}`,
      ).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${width}`,
      ).toBeLessThanOrEqual(0);
    }
  });
}
