import { expect, test } from '../helpers/test.ts';

declare global {
  interface Window {
    /** The theme on the page at the moment when its body began. */
    themeAtBody: string | undefined;
  }
}

test('without a choice the page follows the system, also while it is open', async ({ page, ours }) => {
  const colours = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(ours.url);
  const light = await colours();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours();
  expect(brightness(light.backgroundColor)).toBeGreaterThan(brightness(light.color));
  expect(brightness(dark.backgroundColor)).toBeLessThan(brightness(dark.color));
});

for (const chosen of ['light', 'dark'] as const) {
  test(`a choice of ${chosen} is on the page before anything of it is painted`, async ({ page, ours }) => {
    await page.emulateMedia({ colorScheme: chosen === 'dark' ? 'light' : 'dark' });
    await page.goto(ours.url);
    await page.getByRole('button', { name: 'Theme' }).click();
    if (chosen === 'dark') await page.getByRole('button', { name: 'Theme' }).click();
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.body) return;
        window.themeAtBody = document.documentElement.dataset.theme;
        seen.disconnect();
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    // no script from a file may have run when the theme is set
    await page.route('**/*.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
    await page.reload();
    expect(await page.evaluate(() => window.themeAtBody)).toBe(chosen);
  });
}

test('a value in the storage that is no theme does no harm', async ({ page, ours }) => {
  await page.goto(ours.url);
  await page.evaluate(() => localStorage.setItem('error-docs-theme', '"><script>'));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme' })).toHaveAttribute('title', 'Theme: Auto');
});

function brightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue;
}
