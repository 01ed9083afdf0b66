import AxeBuilder from '@axe-core/playwright';
import { pageTypes } from '../setup/pages.ts';
import { OURS, registryIn } from '../setup/registry.ts';
import { expect, test } from '../setup/test.ts';

const WIDTHS = [1280, 390];
const SCHEMES = ['light', 'dark'] as const;

for (const { name, path } of pageTypes(await registryIn(OURS))) {
  test(`axe finds nothing on ${name}, in light and dark, wide and on a phone`, async ({ page, ours }) => {
    await page.goto(ours.url + path);
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
