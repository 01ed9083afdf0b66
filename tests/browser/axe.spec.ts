import AxeBuilder from '@axe-core/playwright';
import { pagesOverTime, pageTypes } from '../helpers/pages.ts';
import { GROWN, OURS, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

/** Each width, color scheme and forced colors at least once; all of their combinations would take too long. */
const VIEWS = [
  { width: 1440, colorScheme: 'light', forcedColors: 'none' },
  { width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { width: 390, colorScheme: 'light', forcedColors: 'active' },
  { width: 320, colorScheme: 'dark', forcedColors: 'none' },
] as const;

const PAGES = [
  ...pageTypes(await registryIn(OURS)).map((it) => ({ ...it, site: 'ours' as const })),
  ...pagesOverTime(await registryIn(GROWN)).map((it) => ({ ...it, site: 'grown' as const })),
];

for (const { name, path, site } of PAGES) {
  test(`axe finds nothing on ${name} (${site}): light, dark, in forced colors, wide and narrow`, async ({ page }) => {
    await page.goto(siteNamed(site).url + path);
    for (const { width, ...media } of VIEWS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
      );
      expect(found, JSON.stringify({ width, ...media })).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    }
  });
}
