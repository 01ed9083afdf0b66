import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { allStatuses, listName } from '../../src/index.ts';
import { texts } from '../../src/site/texts.ts';
import { present } from '../helpers/present.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const { tools } = texts;

function shownCodes(page: Page): Promise<string[]> {
  return page.locator('table.codes tbody tr:not(.group):visible th > a').allTextContents();
}

/** Opens the menu of a facet, if it is closed, and gives one of its boxes. */
async function choice(page: Page, facet: string, name: string): Promise<Locator> {
  await open(page, facet);
  return page.getByRole('group', { name: facet, exact: true }).getByRole('checkbox', { name });
}

async function open(page: Page, menu: string): Promise<void> {
  const details = page.locator('.tools details').filter({ has: page.locator('summary', { hasText: menu }) });
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}

function count(shown: number, all: number): string {
  return tools.count.replace('{shown}', String(shown)).replace('{all}', String(all));
}

async function expectNoFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })))).toEqual([]);
}

test('the tables of an API narrow by every facet, and the counts say what a choice would show', async ({
  page,
  ours,
  registry,
}) => {
  for (const api of registry.apis) {
    await page.goto(`${ours.url}${api.id}/`);
    await expect(page.getByRole('status')).toHaveText(count(api.codes.length, api.codes.length));
    const boxes = page.locator('.tools input[type=checkbox]');
    expect(await boxes.count()).toBeGreaterThan(3);
    for (const box of await boxes.all()) {
      await box.evaluate((it) => it.closest('details')!.setAttribute('open', ''));
      const facet = await box.evaluate((it) => it.closest<HTMLElement>('[data-facet]')!.dataset.facet!);
      const value = await box.getAttribute('value');
      const promised = Number(await box.locator('xpath=../span').textContent());
      await box.check();
      const expected = api.codes.filter(
        (code) =>
          ({
            status: allStatuses(code).some(({ family }) => family === value),
            domain: code.domain === value,
            retry: code.retry.policy === value,
            fault: code.fault === value,
            severity: (code.severity ?? 'error') === value,
            operation: code.operations.some(({ operation }) => operation === value),
            lifecycle: value === ((['retired', 'deprecated', 'reserved'] as const).find((it) => code[it]) ?? 'current'),
          })[facet],
      );
      expect(await shownCodes(page), `${api.id} ${facet} ${value}`).toEqual(
        expected.map((code) => listName(api, code).text),
      );
      expect(promised).toBe(expected.length);
      await expect(page.getByRole('status')).toHaveText(count(expected.length, api.codes.length));
      await box.uncheck();
    }
  }
});

test('the state stands in the address, survives a reload and a visit elsewhere, and back undoes it step by step', async ({
  page,
  ours,
}) => {
  const api = `${ours.url}voice-studio/`;
  await page.goto(api);
  const all = await shownCodes(page);
  await (await choice(page, texts.table.status, '5xx')).check();
  await page.keyboard.press('Escape');
  const after5xx = await shownCodes(page);
  await page.getByRole('searchbox', { name: tools.text }).pressSequentially('upstream');
  await page.getByRole('button', { name: 'Sort by Status' }).first().click();
  await page.getByRole('button', { name: 'Sort by Status' }).first().click();
  await expect(page).toHaveURL(`${api}?status=5xx&text=upstream&sort=-status`);
  const narrowed = await shownCodes(page);
  expect(narrowed.length).toBeGreaterThan(1);
  expect(narrowed.length).toBeLessThan(after5xx.length);

  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('upstream');
  await expect(await choice(page, texts.table.status, '5xx')).toBeChecked();
  await expect(page.getByRole('columnheader', { name: texts.table.status }).first()).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect.poll(() => shownCodes(page)).toEqual(narrowed);

  await page.locator('table.codes tbody tr:not(.group):visible th a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(present(narrowed[0]));
  await page.goBack();
  await expect.poll(() => shownCodes(page)).toEqual(narrowed);
  for (const _ of ['-status', 'status', 'text']) await page.goBack();
  await expect(page).toHaveURL(`${api}?status=5xx`);
  await expect.poll(() => shownCodes(page)).toEqual(after5xx);
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.goBack();
  await expect(page).toHaveURL(api);
  await expect.poll(() => shownCodes(page)).toEqual(all);
});

test('columns sort by keyboard, in both directions and back to the registry’s order', async ({ page, ours }) => {
  await page.goto(`${ours.url}voice-studio/domains/auth/`);
  const order = await shownCodes(page);
  const heading = page.getByRole('columnheader', { name: texts.table.code });
  const button = page.getByRole('button', { name: 'Sort by Code' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => shownCodes(page)).toEqual(order.toSorted());
  await page.keyboard.press('Space');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => shownCodes(page)).toEqual(order.toSorted().reverse());
  await page.keyboard.press('Enter');
  await expect(heading).not.toHaveAttribute('aria-sort');
  await expect.poll(() => shownCodes(page)).toEqual(order);
  await expect(button).toBeFocused();
});

test('by keyboard alone a reader narrows, sees nothing found, and clears', async ({ page, ours }) => {
  await page.goto(`${ours.url}voice-studio/`);
  const field = page.getByRole('searchbox', { name: tools.text });
  const groups = page.locator('table.codes tbody:visible');
  const before = await groups.count();
  await field.focus();
  await page.keyboard.type('zebra crossing');
  await expect(page.getByRole('status')).toHaveText(tools.none);
  await expect.poll(() => shownCodes(page)).toEqual([]);
  await expect(groups).toHaveCount(0);
  await expectNoFindings(page);
  await page.getByRole('button', { name: tools.clear }).focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await expect(groups).toHaveCount(before);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.tools input[type=checkbox]').first()).toBeChecked();
  await expect(page).toHaveURL(/\?status=4xx$/);
});

test('sorting goes across the domains, whose headings come back with the registry’s order', async ({ page, ours }) => {
  await page.goto(`${ours.url}voice-studio/`);
  const headings = page.locator('table.codes tr.group:visible');
  const order = await shownCodes(page);
  const before = await headings.count();
  expect(before).toBeGreaterThan(1);
  const button = page.getByRole('button', { name: 'Sort by Code' });
  await button.click();
  await expect.poll(() => shownCodes(page)).toEqual(order.toSorted());
  await expect(headings).toHaveCount(0);
  await button.click();
  await button.click();
  await expect.poll(() => shownCodes(page)).toEqual(order);
  await expect(headings).toHaveCount(before);
});

test('domains of which nothing is shown go with their headings, and a choice is named where it acts', async ({
  page,
  ours,
}) => {
  await page.goto(`${ours.url}voice-studio/?domain=auth`);
  await expect(page.locator('#domain-auth')).toBeVisible();
  await expect(page.locator('#domain-voice')).toBeHidden();
  await expect(page.locator('.tools summary.chosen')).toHaveText(`${tools.domain}: Authentication`);
  await expect(page.locator('.tools summary.chosen')).toBeInViewport();
});

test('Escape closes a menu and returns to its button; a press elsewhere closes it too', async ({ page, ours }) => {
  await page.goto(`${ours.url}voice-studio/`);
  const box = await choice(page, texts.table.status, '4xx');
  await box.check();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(page.locator('.tools details[data-facet=status] summary')).toBeFocused();
  await open(page, texts.table.retry);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.locator('.tools details[open]')).toHaveCount(0);
});

test('what is shown is copied as Markdown and as CSV, in the order in which it stands', async ({ page, ours }) => {
  await page.goto(`${ours.url}voice-studio/?retry=backoff&domain=auth,common&sort=-status`);
  await open(page, tools.copy);
  await expect(page.getByRole('button', { name: tools.markdown })).toBeVisible();
  const shown = await shownCodes(page);
  expect(shown.length).toBeGreaterThan(1);
  const copied = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('button', { name })).toHaveText(texts.copy.copied);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const markdown = (await copied(tools.markdown)).trimEnd().split('\n');
  expect(markdown[0]).toBe('| Code | Domain | Status | Retry | Meaning | First step |');
  expect(markdown.slice(2).map((line) => line.split(' | ')[0])).toEqual(
    shown.map((code) => `| [\`${code}\`](${ours.url}voice-studio/errors/${code}/)`),
  );
  const csv = (await copied(tools.csv)).replaceAll('\r\n', '\n').trimEnd().split('\n');
  expect(csv[0]).toBe('Code,Status,Retry,Meaning,First step,Domain,Fault,Notes,Address');
  expect(csv.slice(1).map((line) => line.split(',')[0])).toEqual(shown);
  expect(csv.slice(1).map((line) => line.split(',').at(-1))).toEqual(
    shown.map((code) => `${ours.url}voice-studio/errors/${code}/`),
  );
});

test('on a phone the filters open over the whole width, and the table sorts by a list', async ({ page, ours }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${ours.url}voice-studio/domains/auth/`);
  const order = await shownCodes(page);
  await page.getByLabel(tools.sort, { exact: true }).selectOption('-code');
  await expect.poll(() => shownCodes(page)).toEqual(order.toSorted().reverse());
  const box = await choice(page, texts.table.status, '5xx');
  await box.check();
  await expect(page.getByRole('group', { name: texts.table.status })).toBeInViewport({ ratio: 1 });
  expect((await shownCodes(page)).length).toBeLessThan(order.length);
  await expectNoFindings(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a table that is narrowed and sorted, ${colorScheme}`, async ({ page, ours }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${ours.url}voice-studio/?status=5xx&retry=never,backoff&sort=-status&text=upstream`);
    await expect(page.getByRole('status')).toBeVisible();
    await expectNoFindings(page);
  });
}

test('a table of 1,000 rows narrows, sorts and copies', async ({ page, ours }) => {
  await page.route('**/voice-studio/domains/auth/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const rows = present(present(/<tbody[^>]*>(.*?)<\/tbody>/s.exec(html))[1]);
    const first = present(/<tr.*?<\/tr>/s.exec(rows))[0];
    const many = Array.from({ length: 1000 }, (_, index) =>
      first.replaceAll('AUTH_REQUIRED', `CODE_${index}`).replace(/AUTH_<wbr>REQUIRED/, `CODE_${index}`),
    ).join('');
    await route.fulfill({ response, body: html.replace(rows, many) });
  });
  await page.goto(`${ours.url}voice-studio/domains/auth/`);
  await expect(page.getByRole('status')).toHaveText(count(1000, 1000));
  await page.getByRole('searchbox').fill('code_99');
  await expect(page.getByRole('status')).toHaveText(count(11, 1000));
  expect(await shownCodes(page)).toHaveLength(11);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: 'Sort by Code' }).click();
  await page.getByRole('button', { name: 'Sort by Code' }).click();
  expect((await shownCodes(page)).slice(0, 2)).toEqual(['CODE_999', 'CODE_998']);
});

test('hostile texts stay text in tools and copies', async ({ page }) => {
  const site = siteNamed('hostile');
  await page.goto(`${site.url}hostile/?text=%3Cimg%20src=x%20onerror=window.__ran=1%3E&domain=odd`);
  await expect(page.getByRole('searchbox')).toHaveValue('<img src=x onerror=window.__ran=1>');
  await page.getByRole('button', { name: tools.clear }).click();
  await open(page, tools.copy);
  await page.getByRole('button', { name: tools.csv }).click();
  await expect(page.getByRole('button', { name: tools.csv })).toHaveText(texts.copy.copied);
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split('\r\n').filter((line) => /^"?[=+\-@]/.test(line))).toEqual([]);
  expect(csv).toContain("\r\n'-,");
  expect(await page.evaluate(() => (window as { __ran?: unknown }).__ran)).toBeUndefined();
});
