import type { Code } from '../../src/index.ts';
import { texts } from '../../src/site/texts.ts';
import { codePath } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { GROWN, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const registry = await registryIn(GROWN);
const ferries = present(registry.apis[0]);
const { marks } = texts;

/** What a reader must see of a code's lifecycle, wherever the code is shown. */
function lifecycleOf({ retired, deprecated, reserved }: Code): string | undefined {
  if (retired) return marks.retired;
  if (deprecated) return marks.deprecated;
  return reserved ? marks.reserved : undefined;
}

const notable = ferries.codes.filter(lifecycleOf);

test('the fixture has a code in every state of the lifecycle', () => {
  expect(new Set(notable.map(lifecycleOf)).size).toBe(3);
});

test('on the first screen of a phone a retired or deprecated code says so, and what to use instead', async ({
  page,
}) => {
  const { url, base } = siteNamed('grown');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const code of notable) {
    await page.goto(url + codePath(ferries, code));
    const head = page.locator('.entry');
    await expect(head.getByText(present(lifecycleOf(code)), { exact: true })).toBeInViewport();
    const end = code.retired ?? code.deprecated;
    if (!end?.replacedBy) continue;
    const instead = page.locator('.notice').getByRole('link', { name: end.replacedBy });
    await expect(instead).toBeInViewport();
    const successor = present(ferries.codes.find((it) => it.code === end.replacedBy));
    await expect(instead).toHaveAttribute('href', base + codePath(ferries, successor));
  }
});

test('tables mark every such code and lead to its replacement; a retired one is struck through', async ({ page }) => {
  const { url, base } = siteNamed('grown');
  await page.goto(`${url}ferries/`);
  for (const [place, code] of ferries.codes.entries()) {
    const row = page.locator('.codes tbody tr:not(.group)').nth(place);
    await expect(row.locator('th > a')).toHaveText(code.code);
    const lifecycle = lifecycleOf(code);
    const mark = row.locator('.mark:not(.new, .changed)');
    if (lifecycle) await expect(mark).toHaveText(lifecycle);
    else await expect(mark).toHaveCount(0);
    const replacedBy = (code.retired ?? code.deprecated)?.replacedBy;
    if (replacedBy) {
      const successor = present(ferries.codes.find((it) => it.code === replacedBy));
      await expect(row.getByRole('link', { name: replacedBy })).toHaveAttribute(
        'href',
        base + codePath(ferries, successor),
      );
    }
    const line = await row.locator('th > a').evaluate((it) => getComputedStyle(it).textDecorationLine);
    expect(line.includes('line-through'), code.code).toBe(code.retired !== undefined);
  }
});

test('tables filter by lifecycle, and the address says which', async ({ page }) => {
  await page.goto(`${siteNamed('grown').url}ferries/`);
  await page.locator('.tools [data-facet=lifecycle] summary').click();
  const state = page.getByRole('group', { name: texts.tools.lifecycle, exact: true });
  await state.getByRole('checkbox', { name: marks.retired }).check();
  await expect(page).toHaveURL(/\?lifecycle=retired$/);
  const retired = ferries.codes.filter((code) => code.retired).length;
  await expect(page.locator('.codes tbody tr:not(.group)').filter({ visible: true })).toHaveCount(retired);
  await state.getByRole('checkbox', { name: marks.reserved }).check();
  await expect(page).toHaveURL(/\?lifecycle=retired,reserved$/);
});

test('the index and the navigation mark such codes too', async ({ page }) => {
  const { url } = siteNamed('grown');
  const retired = present(notable.filter((code) => code.retired)[0]);
  const item = (list: string) => page.locator(`${list} li`).filter({ hasText: retired.code }).first();
  await page.goto(url);
  await expect(item('.index')).toContainText(marks.retired);
  await page.goto(url + codePath(ferries, retired));
  await expect(page.locator('.rail li li li').filter({ hasText: retired.code })).toContainText(marks.retired);
});

test('the search marks such codes, and what the last release added or changed', async ({ page }) => {
  const { url } = siteNamed('grown');
  for (const [query, mark] of [
    ['HOLD_EXPIRED', marks.retired],
    ['BOOKING_LOCKED', marks.deprecated],
    ['LOYALTY_SUSPENDED', marks.reserved],
    ['VEHICLE_TOO_HIGH', marks.new],
    ['TICKET_UNREADABLE', marks.changed],
  ] as const) {
    await page.goto(`${url}?q=${query}`);
    await expect(page.getByRole('option').first().locator('.mark')).toHaveText(mark);
  }
  await page.goto(`${url}?q=GATE_CLOSED`);
  await expect(page.getByRole('option').first().locator('.mark')).toHaveCount(0);
});

test('the policies of an API leave out retired codes', async ({ page }) => {
  await page.goto(`${siteNamed('grown').url}ferries/handling/`);
  for (const code of notable) {
    await expect(page.locator('.policies a', { hasText: code.code })).toHaveCount(code.retired ? 0 : 1);
  }
});

test('on paper the lifecycle is in words', async ({ page }) => {
  const { url } = siteNamed('grown');
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${url}ferries/errors/HOLD_EXPIRED/`);
  await expect(page.locator('.entry').getByText(marks.retired, { exact: true })).toBeVisible();
  await expect(page.locator('.notice').getByRole('link', { name: 'BOOKING_EXPIRED' })).toBeVisible();
});
