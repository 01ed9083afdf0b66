import { texts } from '../../src/site/texts.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const CODE = 'adverts/errors/queryError.UNKNOWN/';

test('a code has a page by its name, with its namespace, what is sent, and links to others by their names', async ({
  page,
}) => {
  const { url } = siteNamed('namespaces');
  await page.goto(url + CODE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('queryError.UNKNOWN');
  await expect(page.getByText('Sent as UNKNOWN in the namespace queryError')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('"queryError": "UNKNOWN"');
  await page.getByRole('main').getByRole('link', { name: 'fieldError.UNKNOWN' }).first().click();
  await expect(page).toHaveURL(`${url}adverts/errors/fieldError.UNKNOWN/`);
  await page.goto(`${url}ledger/errors/account.IN_TRANSIT/`);
  await expect(page).toHaveURL(`${url}ledger/errors/account.MOVING/`);
  await page.goto(`${url}adverts/response/`);
  await expect(page.getByRole('main')).toContainText('/errorCode/{namespace}');
});

test('search finds one code by its name, and all that are sent alike by what is sent', async ({ page }) => {
  const { url } = siteNamed('namespaces');
  await page.goto(`${url}adverts/`);
  const field = page.getByRole('combobox', { name: texts.search.field }).first();
  await field.fill('fieldError.UNKNOWN');
  await expect(page.getByRole('option').first()).toContainText('fieldError.UNKNOWN');
  await field.fill('UNKNOWN');
  await expect(page.getByRole('option').nth(0)).toContainText('queryError.UNKNOWN');
  await expect(page.getByRole('option').nth(1)).toContainText('fieldError.UNKNOWN');
});

test('the decoder explains a body by its namespace, and shows all codes that a word may be', async ({ page }) => {
  await page.goto(`${siteNamed('namespaces').url}decode/`);
  const field = page.getByRole('textbox', { name: texts.decode.title });
  await field.fill('{"category":"billing","code":"NOT_FOUND","message":"There is no such bill."}');
  await expect(page.locator('article.decoded h2')).toHaveText(['billing.NOT_FOUND']);
  await field.fill('NOT_FOUND');
  await expect(page.locator('article.decoded h2')).toHaveText(['NOT_FOUND']);
  await expect(page.locator('.decode-nearest')).toContainText(texts.decode.script.ambiguous);
  await expect(page.locator('.decode-nearest a')).toHaveText(['billing.NOT_FOUND', 'account.NOT_FOUND']);
  await field.fill('WebSocket closed with 4004');
  await expect(page.locator('article.decoded h2')).toHaveText(['close.4004']);
});

test('an address without the namespace leads to the codes that are sent so', async ({ page, trouble }) => {
  await page.goto(`${siteNamed('namespaces').url}ledger/errors/NOT_FOUND/`);
  const links = page.getByRole('main').getByRole('link');
  await expect(links.filter({ hasText: 'billing.NOT_FOUND' })).toHaveCount(1);
  await expect(links.filter({ hasText: 'account.NOT_FOUND' })).toHaveCount(1);
  // the page has the status of an unknown address
  expect(trouble.splice(0).filter((it) => !it.includes('404 (Not Found)'))).toEqual([]);
});
