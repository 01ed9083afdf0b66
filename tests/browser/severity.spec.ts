import { texts } from '../../src/site/texts.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const rows = '.codes tbody tr:not(.group)';

test('tables filter by severity where an API has codes of more than one, and show it', async ({ page }) => {
  const url = siteNamed('searched').url;
  await page.goto(`${url}trains/`);
  await page.locator('.tools [data-facet=severity] summary').click();
  const severity = page.getByRole('group', { name: texts.code.severity, exact: true });
  await expect(severity.getByRole('checkbox')).toHaveCount(2);
  await severity.getByRole('checkbox', { name: texts.severities.warning }).check();
  await expect(page).toHaveURL(/\?severity=warning$/);
  await expect(page.locator(rows).filter({ visible: true }).locator('th > a')).toHaveText(['WINDOW_ONLY']);
  await expect(
    page.locator(rows).filter({ visible: true }).getByText(texts.severities.warning, { exact: true }),
  ).toBeVisible();
  await page.goto(`${url}buses/`);
  await expect(page.locator('.tools input[type=search]')).toBeVisible();
  await expect(page.locator('.tools [data-facet=severity]')).toHaveCount(0);
});
