import { somePaths } from '../helpers/pages.ts';
import { registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

/** A common phone, and the width that WCAG 1.4.10 (reflow) asks for. */
const WIDTHS = [390, 320];

for (const name of ['ours', 'hostile', 'grown'] as const) {
  test(`no page of the site \`${name}\` scrolls sideways on a phone`, async ({ page }) => {
    const { contracts, url } = siteNamed(name);
    const tooWide: string[] = [];
    for (const path of [...somePaths(await registryIn(contracts)), '404.html']) {
      await page.goto(url + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const found = await page.evaluate(widthOfContent);
        if (found > width) tooWide.push(`${path} is ${found} wide at ${width}`);
      }
    }
    expect(tooWide).toEqual([]);
  });
}

/** Runs in the browser. */
function widthOfContent(): number {
  return document.documentElement.scrollWidth;
}
