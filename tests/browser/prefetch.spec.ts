import type { Page } from '@playwright/test';
import { present } from '../helpers/present.ts';
import { expect, test } from '../helpers/test.ts';

function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

test('pointing at a link fetches its page, once, and nothing else', async ({ page, ours, registry }) => {
  const [first, second] = registry.apis.map(({ id }) => `/${id}/`);
  await page.goto(ours.url, { waitUntil: 'networkidle' });
  const asked = requestsOf(page);
  const [one, other] = [
    page.locator(`main a[href="${first}"]`).first(),
    page.locator(`main a[href="${second}"]`).first(),
  ];
  const fetched = page.waitForResponse((response) => response.url().endsWith(present(first)));
  await one.hover();
  expect((await fetched).status()).toBe(200);
  await other.hover();
  await one.hover();
  await other.focus();
  await expect.poll(() => asked).toEqual([first, second]);
  await expect(page.locator('link[rel=prefetch]')).toHaveCount(2);
  await one.click();
  await expect(page).toHaveURL(ours.url + present(first).slice(1));
});

test('pointing at a link to the page itself, to a file or to another site fetches nothing', async ({
  page,
  ours,
  registry,
}) => {
  const api = present(registry.apis.find(({ codes }) => codes.some(({ links }) => links.length > 0)));
  const code = present(api.codes.find(({ links }) => links.length > 0));
  await page.goto(`${ours.url}${api.id}/errors/${code.address}/`, { waitUntil: 'networkidle' });
  const asked = requestsOf(page);
  await page.getByRole('link', { name: present(code.links[0]).title }).hover();
  await page.locator('footer a[href$=".json"]').hover();
  await page.locator('main a[href^="#"]').first().hover();
  const neighbor = page.locator(`.rail a[href^="/${api.id}/errors/"]:not([aria-current])`).first();
  const href = present(await neighbor.getAttribute('href'));
  const fetched = page.waitForResponse((response) => response.url().endsWith(href));
  await neighbor.hover();
  await fetched;
  expect(asked).toEqual([href]);
});
