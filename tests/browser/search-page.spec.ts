import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { texts } from '../../src/site/texts.ts';
import { EVERYTHING } from '../helpers/everything.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const { search: t } = texts;
const { labels } = t;

const url = () => siteNamed('searched').url;
const fieldOf = (page: Page) => page.getByRole('searchbox', { name: t.field });
const saidOf = (page: Page) => page.locator('#results').getByRole('status');
const namesOf = (page: Page) => page.locator('#results .hit > :first-child').allTextContents();

test('an address with a query shows its results, and the page stays out of search engines', async ({ page }) => {
  await page.goto(`${url()}search/?q=ticket+unknown`);
  await expect(fieldOf(page)).toHaveValue('ticket unknown');
  await expect(saidOf(page)).toHaveText('2 results.');
  expect(await namesOf(page)).toEqual(['TICKET_UNKNOWN', 'TICKET_UNKNOWN']);
  await expect(page).toHaveTitle(`${t.page.title} · ${texts.brand}`);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await page.locator('#results .hit').last().click();
  await expect(page).toHaveURL(`${url()}trains/errors/TICKET_UNKNOWN/`);
  // it counts as chosen
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option')).toHaveText(/TICKET_UNKNOWN/);
});

test('`in` puts an API first, as the list on its pages does', async ({ page }) => {
  await page.goto(`${url()}trains/`);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('ticket');
  await expect(page.getByRole('option').first()).toBeVisible();
  const inDialog = await page.locator('.hits .hit > :first-child').allTextContents();
  await page.getByRole('link', { name: labels.all }).click();
  await expect(page).toHaveURL(`${url()}search/?q=ticket&in=trains`);
  await expect(page.getByRole('heading', { level: 2, name: 'Trains API' })).toBeVisible();
  expect(await namesOf(page)).toEqual(inDialog);
  await page.goto(`${url()}search/?q=ticket&in=nowhere`);
  await expect(saidOf(page)).toHaveText(/\d+ results\./);
  await expect(page.locator('#results h2')).toHaveCount(0);
});

test('many results come in pages with addresses of their own', async ({ page }) => {
  await page.goto(`${url()}search/?q=status%3A410`);
  await expect(saidOf(page)).toHaveText('60 results. Page 1 of 3.');
  const first = await namesOf(page);
  const pager = page.getByRole('navigation', { name: labels.pages.name });
  await expect(pager.getByRole('link')).toHaveText([labels.pages.next]);
  await pager.getByRole('link', { name: labels.pages.next }).click();
  await expect(saidOf(page)).toHaveText('60 results. Page 2 of 3.');
  await expect(page).toHaveURL(`${url()}search/?q=status%3A410&page=2`);
  await expect(pager.getByRole('link')).toHaveText([labels.pages.previous, labels.pages.next]);
  const second = await namesOf(page);
  await page.goto(`${url()}search/?q=status:410&page=3`);
  await expect(saidOf(page)).toHaveText('60 results. Page 3 of 3.');
  const all = [...first, ...second, ...(await namesOf(page))];
  expect(all).toEqual(Array.from({ length: 60 }, (_, at) => `LINE_${String(at + 1).padStart(2, '0')}_CLOSED`));
  await page.goBack();
  await expect(saidOf(page)).toHaveText('60 results. Page 2 of 3.');
  await page.goBack();
  await expect(saidOf(page)).toHaveText('60 results. Page 1 of 3.');
});

for (const wrong of ['0', '-1', '99', 'x', '1e9', '2.5']) {
  test(`page=${wrong} breaks nothing`, async ({ page }) => {
    await page.goto(`${url()}search/?q=status:410&page=${wrong}`);
    await expect(saidOf(page)).toHaveText(/^60 results\. Page [123] of 3\.$/);
    expect((await namesOf(page)).length).toBeGreaterThan(0);
  });
}

test('typing shows results, and the address follows', async ({ page }) => {
  await page.goto(`${url()}search/`);
  await expect(page.locator('#results')).toContainText('fault:caller');
  await expect(saidOf(page)).toHaveText(labels.hint);
  await page.keyboard.press('/');
  await expect(fieldOf(page)).toBeFocused();
  await page.keyboard.type('seat_taken');
  await expect(saidOf(page)).toHaveText(`${labels.one}.`);
  await expect(page).toHaveURL(`${url()}search/?q=seat_taken`);
  await page.keyboard.press('Enter');
  await expect(page.locator('#results .hit').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}trains/errors/SEAT_TAKEN/`);
  await page.goBack();
  await expect(saidOf(page)).toHaveText(`${labels.one}.`);
  await fieldOf(page).fill('domain:seets');
  await expect(saidOf(page)).toContainText('Did you mean domain:seats?');
});

test('without scripts the page says how to find a code', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url()}search/?q=ticket`);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.locator('main')).toContainText(t.page.byHandLead);
  await page.getByRole('link', { name: texts.home.index }).click();
  await expect(page).toHaveURL(`${url()}#index`);
  await page.goBack();
  await page.getByRole('link', { name: 'Trains API' }).click();
  await expect(page).toHaveURL(`${url()}trains/`);
  await context.close();
});

test('where the index cannot be loaded, the page says so', async ({ page, trouble }) => {
  await page.context().route('**/search/codes.json', (route) => route.fulfill({ status: 503, body: 'not now' }));
  await page.goto(`${url()}search/?q=ticket`);
  await expect(saidOf(page)).toHaveText(t.failed);
  // the browser itself reports the refused request
  expect(trouble.splice(0).every((it) => it.includes('503'))).toBe(true);
});

test('a query that tries to break the page is shown as text', async ({ page }) => {
  const { url } = siteNamed('hostile');
  for (const query of ['<img src=x onerror=alert(1)>', 'fault:<script>alert(1)</script>', 'script', '4xx']) {
    await page.goto(`${url}search/?${new URLSearchParams({ q: query })}`);
    await expect(saidOf(page)).toHaveText(/./);
    await expect(fieldOf(page)).toHaveValue(query);
  }
  expect(await page.locator('#results :is(script, img, iframe, svg, b, i)').count()).toBe(0);
});

test('axe finds nothing on the page with results, and nothing is cut off or scrolls sideways', async ({ page }) => {
  const views = [
    [1440, 'light', 'none'],
    [768, 'dark', 'none'],
    [320, 'light', 'none'],
    [390, 'light', 'active'],
  ] as const;
  const queries = ['q=ticket&in=trains', 'q=4xx&page=2', 'q=zzqq', 'q=fault:me'];
  for (const [view, [width, colorScheme, forcedColors]] of views.entries()) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, forcedColors });
    for (const query of queries.filter((_, at) => EVERYTHING || at % 2 === view % 2)) {
      await page.goto(`${url()}search/?${query}`);
      await expect(saidOf(page)).toHaveText(/./);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })));
      expect(found, `${query} ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
});
