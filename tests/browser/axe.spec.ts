import AxeBuilder from '@axe-core/playwright';
import { pagesOverTime, pageTypes } from '../helpers/pages.ts';
import { GROWN, OURS, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const WIDTHS = [1280, 390];
const SCHEMES = ['light', 'dark'] as const;

const PAGES = [
  ...pageTypes(await registryIn(OURS)).map((it) => ({ ...it, site: 'ours' as const })),
  ...pagesOverTime(await registryIn(GROWN)).map((it) => ({ ...it, site: 'grown' as const })),
];

for (const { name, path, site } of PAGES) {
  test(`axe finds nothing on ${name} (${site}), in light and dark, wide and on a phone`, async ({ page }) => {
    await page.goto(siteNamed(site).url + path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        const { violations, passes } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
        );
        expect(found, `${width} ${colorScheme}`).toEqual([]);
        expect(passes.length).toBeGreaterThan(10);
      }
    }
  });
}
