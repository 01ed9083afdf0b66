import { texts } from '../../src/site/texts.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const rows = '.codes tbody tr:not(.group)';

test('other steps for one operation are linked from the steps, and in the status that they have there', async ({
  page,
}) => {
  const url = siteNamed('searched').url;
  await page.goto(`${url}trains/errors/SEAT_TAKEN/`);
  await expect(page.locator('.facts')).toContainText(texts.code.differs);
  await page.locator('.do').getByRole('link', { name: texts.code.operations }).click();
  await expect(page).toHaveURL(/#operations$/);
  const section = page.locator('section', { has: page.locator('#operations') });
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(['PUT /seats/{id}']);
  await section.getByRole('link', { name: '423' }).click();
  await expect(page.locator(`${rows} th > a`)).toHaveText(['SEAT_TAKEN']);
});
