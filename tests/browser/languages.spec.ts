import type { Page } from '@playwright/test';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const SPANISH = 'Solo en inglés por ahora.';

/** The notices of a page in which browsers prefer these languages, at its top and in its foot. */
async function noticesFor(page: Page, languages: string[]): Promise<{ top: string[]; foot: string[] }> {
  await page.addInitScript((list) => {
    Object.defineProperty(navigator, 'languages', { value: list });
  }, languages);
  await page.goto(`${siteNamed('searched').url}trains/`);
  await expect(page.getByRole('button', { name: 'Theme' })).toBeVisible();
  return {
    top: await page.locator('main > .language:first-child').allInnerTexts(),
    foot: await page.locator('.foot > .language').allInnerTexts(),
  };
}

for (const languages of [['es'], ['es-MX', 'en'], ['fr', 'es', 'en']]) {
  test(`a browser that prefers ${languages.join(', ')} sees the Spanish notice first`, async ({ page }) => {
    const { top, foot } = await noticesFor(page, languages);
    expect(top).toEqual([SPANISH]);
    expect(foot).toEqual(['Só em inglês por enquanto.']);
  });
}

for (const languages of [['en-US', 'es'], ['fr'], ['pt-PT'], ['est']]) {
  test(`a browser that prefers ${languages.join(', ')} sees notices in the foot alone`, async ({ page }) => {
    const { top, foot } = await noticesFor(page, languages);
    expect(top).toEqual([]);
    expect(foot).toHaveLength(2);
  });
}

test('without scripts each notice is in the foot, in its language', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-ES' });
  const page = await context.newPage();
  await page.goto(`${siteNamed('searched').url}trains/`);
  await expect(page.locator('.foot [lang=es]')).toHaveText(SPANISH);
  await expect(page.locator('.foot [lang=pt-BR]')).toBeVisible();
  await context.close();
});

test('another API has no notices', async ({ page }) => {
  await page.goto(`${siteNamed('searched').url}buses/`);
  await expect(page.locator('.language')).toHaveCount(0);
});
