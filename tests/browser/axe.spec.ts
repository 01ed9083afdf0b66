import AxeBuilder from '@axe-core/playwright';
import { EVERYTHING } from '../helpers/everything.ts';
import { pagesOverTime, pageTypes } from '../helpers/pages.ts';
import { GROWN, OURS, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

/** Each width, color scheme and forced colors at least once. A run shows each page in every second view, unless it takes the time. */
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

for (const [at, { name, path, site }] of PAGES.entries()) {
  test(`axe finds nothing on ${name} (${site})`, async ({ page }) => {
    await page.goto(siteNamed(site).url + path);
    for (const { width, ...media } of VIEWS.filter((_, view) => EVERYTHING || view % 2 === at % 2)) {
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
