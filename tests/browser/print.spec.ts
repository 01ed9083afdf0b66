import { texts } from '../../src/site/texts.ts';
import { pageTypes } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, seenText, test } from '../helpers/test.ts';

for (const { name, path } of pageTypes(await registryIn(OURS))) {
  test(`on paper ${name} has its content, and nothing that only works on a screen`, async ({ page, ours }) => {
    await page.goto(ours.url + path);
    const heading = await page.getByRole('heading', { level: 1 }).innerText();
    const theme = page.getByRole('button', { name: texts.theme.label });
    await theme.click();
    await theme.click();
    await expect(theme).toHaveAttribute('title', `${texts.theme.label}: ${texts.theme.dark}`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('complementary')).toHaveCount(0);
    await expect(page.getByRole('link', { name: texts.skip })).toHaveCount(0);
    await expect(page.locator('a[rel=next], a[rel=prev]').filter({ visible: true })).toHaveCount(0);
    expect(await seenText(page)).toContain(heading);
    const clipped = await page
      .locator('pre')
      .evaluateAll((blocks) => blocks.filter((it) => it.scrollWidth > it.clientWidth).length);
    expect(clipped).toBe(0);
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(Math.min(...present(background.match(/\d+/g)).slice(0, 3).map(Number))).toBeGreaterThan(240);
  });
}
