import { pageTypes } from '../helpers/pages.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, seenText, test } from '../helpers/test.ts';

for (const { name, path } of pageTypes(await registryIn(OURS))) {
  test(`${name} says the same without scripts`, async ({ page, browser, ours }) => {
    // scripts that come on demand add buttons, too
    await page.goto(ours.url + path, { waitUntil: 'networkidle' });
    await page.locator('main').evaluate((main) => {
      // what scripts put there for their own use: buttons, the tools above tables, and results
      for (const added of main.querySelectorAll('button, .tools')) added.remove();
      // results may come any time after the page has loaded
      for (const results of main.querySelectorAll<HTMLElement>('#results')) results.hidden = true;
    });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(ours.url + path);
    // tabs show one language of several at a time; handle.spec.ts is about them
    for (const it of [page, plain]) {
      await it.locator('.handle').evaluateAll((all) => {
        for (const one of all) one.remove();
      });
    }
    expect(await seenText(plain)).toBe(await seenText(page));
    expect((await seenText(plain)).length).toBeGreaterThan(60);
    await expect(plain.getByRole('button')).toHaveCount(0);
    await context.close();
  });
}
