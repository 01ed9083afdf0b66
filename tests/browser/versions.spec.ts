import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

test('the switch in the navigation leads to the same code in another version, under its name there', async ({
  page,
}) => {
  const { url } = siteNamed('versions');
  await page.goto(`${url}accounts-v3/errors/ACCOUNT_NOT_FOUND/`);
  await page.getByText('Version v3').click();
  const list = page.locator('[data-versions]');
  await expect(list.getByRole('link', { name: 'v3 (newest)' })).toHaveAttribute('aria-current', 'page');
  await list.getByRole('link', { name: 'v1' }).click();
  await expect(page).toHaveURL(`${url}accounts-v1/errors/ACCOUNT_MISSING/`);
  await expect(page.locator('[data-versions] summary')).toHaveText('Version v1');
});

test('on a phone, without scripts and by keyboard alone, the switch works in the menu', async ({ browser }) => {
  const { url } = siteNamed('versions');
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const page = await context.newPage();
  await page.goto(`${url}accounts-v2/changes/`);
  await page.getByRole('button', { name: 'Menu' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Version v2').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-versions]').getByRole('link', { name: 'v3' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}accounts-v3/changes/`);
  await context.close();
});

test('the page of changes compares a version with the one before, and links to codes that only that one has', async ({
  page,
}) => {
  const { url } = siteNamed('versions');
  await page.goto(`${url}accounts-v2/changes/#from-accounts-v1`);
  await expect(page.getByRole('heading', { name: 'From v1 to v2' })).toBeInViewport();
  await page.getByRole('main').getByRole('link', { name: 'PIN_REQUIRED' }).click();
  await expect(page).toHaveURL(`${url}accounts-v1/errors/PIN_REQUIRED/`);
  await expect(page.getByRole('main')).toContainText('v2: not in this version');
});

test('an API without other versions has no switch', async ({ page }) => {
  const { url } = siteNamed('versions');
  await page.goto(`${url}ledger/`);
  await expect(page.locator('[data-versions]')).toHaveCount(0);
});
