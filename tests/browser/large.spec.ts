import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { API, codeAt, writeRegistry } from '../../src/bench/generate.ts';
import { weigh } from '../../src/bench/weigh.ts';
import { shellTexts } from '../../src/site/texts/shell.ts';
import { texts } from '../../src/site/texts.ts';
import { errorbook } from '../helpers/command.ts';
import { addCrowded, CROWDED } from '../helpers/crowded.ts';
import { type Served, serve } from '../helpers/serve.ts';
import { expect, test } from '../helpers/test.ts';

/*
 * A generated API of more codes than a page lists: two domains, of which the first has three pages; and one of few codes whose other
 * lists have several pages.
 */

const CODES = 540;
const IN_FIRST_DOMAIN = 520;
const MOST_ON_ONE_PAGE = 200;

test.describe.configure({ mode: 'serial' });

let folder: string;
let site: string;
let served: Served;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'errorbook-large-'));
  const contracts = join(folder, 'contracts');
  site = join(folder, 'site');
  await writeRegistry(contracts, CODES, IN_FIRST_DOMAIN);
  await addCrowded(contracts);
  const { status, err } = await errorbook('build', '--contracts', contracts, '--out', site).ended;
  expect(status, err).toBe(0);
  served = await serve(site, '/');
});

test.afterAll(async () => {
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

const rowsOf = (page: Page) => page.locator('main tbody tr:not(.group) th > a');

test('the page of the API lists its domains, and its form finds codes of the API', async ({ page }) => {
  await page.goto(`${served.url}${API}/`);
  await expect(page.locator('.domains a')).toHaveText(['Area 0', 'Area 1']);
  await expect(page.locator('main table')).toHaveCount(0);
  const code = codeAt(0, 430);
  await page.getByRole('searchbox', { name: shellTexts.api.find(CODES) }).fill(code);
  await page.getByRole('button', { name: shellTexts.api.findButton }).click();
  await expect(page).toHaveURL(`${served.url}search/?in=${API}&q=${code}`);
  const hit = page.locator('#results .hit').first();
  await expect(hit.locator('code')).toHaveText(code);
  await hit.click();
  await expect(page).toHaveURL(`${served.url}${API}/errors/${code}/`);
});

test('the pages of a domain list every code once, in order, and lead to each other', async ({ page }) => {
  const seen: string[] = [];
  const next = page.getByRole('link', { name: shellTexts.paging.next });
  await page.goto(`${served.url}${API}/domains/area-0000/`);
  for (let number = 1; number <= 3; number++) {
    const pages = page.getByRole('navigation', { name: shellTexts.paging.label });
    await expect(pages.first()).toContainText(shellTexts.paging.page(number, 3));
    const codes = await rowsOf(page).allTextContents();
    expect(codes.length).toBeLessThanOrEqual(MOST_ON_ONE_PAGE);
    seen.push(...codes);
    if (number < 3) await next.first().click();
  }
  await expect(next).toHaveCount(0);
  expect(seen).toEqual(Array.from({ length: IN_FIRST_DOMAIN }, (_, position) => codeAt(0, position)));
  await page.getByRole('link', { name: shellTexts.paging.previous }).first().click();
  await expect(page).toHaveURL(`${served.url}${API}/domains/area-0000/2/`);
  // the list is marked in the navigation on each of its pages
  await expect(page.locator('#rail [aria-current]').first()).toHaveText('Area 0520');
});

test('a state on a later page has its address there', async ({ page }) => {
  await page.goto(`${served.url}${CROWDED}/errors/CODE_59/`);
  await page.getByRole('link', { name: 'S1475' }).click();
  await expect(page).toHaveURL(/\/crowded\/states\/\d\/#states-life\.S1475$/);
  await expect(page.locator('[id="states-life.S1475"]')).toBeInViewport();
});

test('an old link to a state that has moved to a later page leads there', async ({ page }) => {
  const id = 'states-life.S1475';
  await page.goto(`${served.url}${CROWDED}/`);
  await page.goto(`${served.url}${CROWDED}/states/#${id}`);
  await expect(page).toHaveURL(new RegExp(`/crowded/states/\\d/#${id}$`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  // the page on the way is none to come back to
  await page.goBack();
  await expect(page).toHaveURL(`${served.url}${CROWDED}/`);
});

test('a fragment that no page has, or none can have, stays on the first page', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const other = page.waitForResponse(/\/states\/2\/$/);
  await page.goto(`${served.url}${CROWDED}/states/#states-life.Gone`);
  await other;
  await page.goto(`${served.url}${CROWDED}/states/#%E0%A4%A`);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page).toHaveURL(`${served.url}${CROWDED}/states/#%E0%A4%A`);
  expect(errors).toEqual([]);
});

for (const [path, anchor, text] of [
  ['states', 'states-end', 'It is gone.'],
  ['limits', 'scopes', 'Allows thing 0.'],
  ['changes', '2026-01-01', 'the first release, with 60 codes'],
] as const) {
  test(`the fragment of a section that has moved to a later page of ${path} leads there`, async ({ page }) => {
    await page.goto(`${served.url}${CROWDED}/${path}/#${anchor}`);
    const link = page.locator(`[id="${anchor}"]`);
    await expect(link).toBeInViewport();
    await link.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${path}/\\d/#${anchor}$`));
    await expect(page.locator(`section:has([id="${anchor}"]), section[id="${anchor}"]`)).toContainText(text);
  });
}

test('the pages of changes have every change once', async ({ page }) => {
  const codes: string[] = [];
  await page.goto(`${served.url}${CROWDED}/changes/`);
  const next = page.getByRole('link', { name: shellTexts.paging.next });
  for (let number = 1; number <= 20; number++) {
    codes.push(...(await page.locator('.changes > li > p:first-child code').allTextContents()));
    if ((await next.count()) === 0) break;
    await next.click();
    await expect(page.getByRole('navigation', { name: shellTexts.paging.label })).toContainText(
      `Page ${number + 1} of`,
    );
  }
  expect(codes).toEqual(Array.from({ length: 60 }, (_, at) => `CODE_${at}`).toSorted());
});

test('the navigation shows the codes around the one that is read, and links to all', async ({ page }) => {
  await page.goto(`${served.url}${API}/errors/${codeAt(0, 430)}/`);
  const codes = page
    .locator('#rail')
    .getByRole('link')
    .filter({ has: page.locator('code') });
  await expect(codes).toHaveText(Array.from({ length: 13 }, (_, i) => codeAt(0, 424 + i)));
  await expect(page.locator('#rail [aria-current]')).toHaveText(codeAt(0, 430));
  await page
    .locator('#rail')
    .getByRole('link', { name: shellTexts.all(IN_FIRST_DOMAIN) })
    .click();
  await expect(page).toHaveURL(`${served.url}${API}/domains/area-0000/`);
});

test('a retry policy leads to all of its codes through the search', async ({ page }) => {
  await page.goto(`${served.url}${API}/handling/`);
  const group = page.locator('.policies .refetch');
  const count = (await group.getByRole('link').textContent()) ?? '';
  await group.getByRole('link').click();
  await expect(page.locator('#results').getByRole('status')).toContainText(count.replace('codes', 'results'));
  await page.locator('#results .hit').first().click();
  await expect(page.locator('main')).toContainText(texts.retry.refetch.label);
});

test('a guide that asks for more codes than a page lists leads to all of them', async ({ page }) => {
  await page.goto(`${served.url}${API}/guides/handling/`);
  await expect(page.locator('table.codes tbody tr')).toHaveCount(MOST_ON_ONE_PAGE);
  await page.getByRole('link', { name: shellTexts.allCodes(IN_FIRST_DOMAIN) }).click();
  await expect(page.locator('#results').getByRole('status')).toContainText(String(IN_FIRST_DOMAIN));
});

test('no page grows with the registry: entries, the API, statuses and navigation stay small', async () => {
  for (const position of [0, 9, 430, IN_FIRST_DOMAIN - 1]) {
    const { requests, bytes } = await weigh(site, `${API}/errors/${codeAt(0, position)}/index.html`);
    expect(requests).toBeLessThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(14 * 1024);
  }
  for (const path of ['', 'statuses/', 'handling/', 'response/', 'files/'])
    expect((await stat(join(site, API, path, 'index.html'))).size, path).toBeLessThan(64 * 1024);
  for (const path of await readdir(site, { recursive: true }))
    if (path.endsWith('.html')) expect((await stat(join(site, path))).size, path).toBeLessThan(150_000);
  for (const path of ['llms.txt', 'index.md'])
    expect((await stat(join(site, API, path))).size, path).toBeLessThan(64 * 1024);
});
