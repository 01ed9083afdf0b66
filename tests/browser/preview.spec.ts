import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { texts } from '../../src/site/texts.ts';
import { present } from '../helpers/present.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, seenText, test } from '../helpers/test.ts';

const JAMMED = 'lockers/errors/DOOR_JAMMED/';

const url = (path: string) => siteNamed('changed').url + path;

test('the page of changes names each change by level, with its rule, both values and the fix', async ({ page }) => {
  await page.goto(url('preview/'));
  await expect(page.getByRole('heading', { name: 'Breaking', exact: false })).toHaveCount(1);
  const changes = page.locator('.preview-changes > li');
  await expect(changes).toHaveCount(4);
  const removed = changes.filter({ hasText: 'code-removed' });
  await expect(removed).toContainText('DOOR_GONE was removed.');
  await expect(removed).toContainText('retired: { since, reason }');
  const status = changes.filter({ hasText: 'status-changed' });
  await expect(status.locator('dd')).toHaveText(['409', '423']);
  const text = await seenText(page);
  expect(text).toContain('4 changes: 2 breaking, 2 safe. The next version is a major one for lockers.');
  expect(text).not.toContain('LOCKER_FULL was');
});

test('a changed code stands there before and after, with what differs marked on its side', async ({ page }) => {
  await page.goto(url('preview/'));
  const pair = page.getByRole('article', { name: 'DOOR_JAMMED' });
  const [before, after] = [pair.locator('.side').first(), pair.locator('.side').last()];
  await expect(before.locator('.text del')).toHaveText(['409 Conflict', 'did not', 'DOOR_GONE', 'and']);
  await expect(before.locator('li')).toHaveCount(3);
  await expect(before.locator('li del')).toHaveText(['Wait for ten seconds.']);
  await expect(after.locator('.text ins')).toHaveText(['423 Locked', 'stayed shut']);
  await expect(after.locator('li ins')).toHaveText([', once']);
  await expect(before.locator('pre del')).toHaveText('409 Conflict');
  await expect(after.locator('pre ins')).toHaveText('423 Locked');
  await expect(before.locator('ins')).toHaveCount(0);
  await expect(after.locator('del')).toHaveCount(0);
  await expect(pair.locator('b')).toHaveCount(0);
  await expect(before.locator('.text')).toContainText('<b>Bold</b> is no markup here.');
});

test('a removed code is shown as it was, and prose from before links only to pages that are there', async ({
  page,
}) => {
  await page.goto(url('preview/'));
  const gone = page.getByRole('article', { name: 'DOOR_GONE' });
  await expect(gone).toContainText('The locker has no door with this number.');
  await expect(gone).toContainText(texts.preview.noAfter);
  await expect(gone.getByRole('link')).toHaveCount(0);
  const links = page.getByRole('article', { name: 'DOOR_JAMMED' }).locator('.side').first().getByRole('link');
  await expect(links).toHaveText(['LOCKER_FULL']);
});

test('a changed code is marked on its page and in the tables, and the mark leads to what changed', async ({ page }) => {
  await page.goto(url('lockers/'));
  const marks = page.locator('table.codes .mark.level');
  await expect(marks).toHaveText(['breaking change']);
  await page.goto(url(JAMMED));
  await page.locator('.entry').getByRole('link', { name: 'breaking change' }).click();
  await expect(page).toHaveURL(url('preview/#lockers-DOOR_JAMMED'));
  const pair = page.getByRole('article', { name: 'DOOR_JAMMED' });
  await expect(pair.getByRole('heading').first()).toBeInViewport();
  await pair.getByRole('link', { name: 'Open its page' }).click();
  await expect(page).toHaveURL(url(JAMMED));
  await page.goto(url('lockers/errors/LOCKER_FULL/'));
  await expect(page.locator('.level')).toHaveCount(0);
});

test('every page says that it is a preview, leads to the changes, and stays out of search engines', async ({
  page,
}) => {
  for (const path of ['', 'decode/', JAMMED, 'preview/', '404.html']) {
    await page.goto(url(path));
    await expect(page.locator('.preview-note')).toContainText(
      'A preview, not the docs. 4 changes: 2 breaking, 2 safe.',
    );
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  }
  await page.goto(url(JAMMED));
  await page.getByRole('link', { name: 'All changes, before and after' }).click();
  await expect(page).toHaveURL(url('preview/'));
});

test('a site that is no preview has nothing of all this', async ({ page, ours }) => {
  expect((await page.request.get(`${ours.url}preview/`)).status()).toBe(404);
  await page.goto(ours.url);
  await expect(page.locator('.preview-note, .level, meta[name=robots]')).toHaveCount(0);
});

test('the sides stand beside each other, and on a phone below each other', async ({ page }) => {
  await page.goto(url('preview/'));
  const sides = page.getByRole('article', { name: 'DOOR_JAMMED' }).locator('.side');
  const boxes = async () =>
    [present(await sides.first().boundingBox()), present(await sides.last().boundingBox())] as const;
  const [left, right] = await boxes();
  expect(left.y).toBe(right.y);
  expect(left.x + left.width).toBeLessThanOrEqual(right.x);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const [upper, lower] = await boxes();
    expect(upper.x).toBe(lower.x);
    expect(upper.y + upper.height).toBeLessThanOrEqual(lower.y);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('axe finds nothing on the page of changes, in light and dark, wide and on a phone', async ({ page }) => {
  await page.goto(url('preview/'));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })));
      expect(found, `${width} ${colorScheme}`).toEqual([]);
    }
  }
});

test('the report for a comment links to the pages of the preview', async ({ page }) => {
  const { folder, base } = siteNamed('changed');
  const report = readFileSync(join(folder, 'report.md'), 'utf8');
  expect(report.split('\n')[0]).toBe('### 4 changes: 2 breaking, 2 safe.');
  const links = [...report.matchAll(/\]\(([^)]+)\)/g)].map(([, href]) => present(href));
  const jammed = base + JAMMED;
  expect(links).toEqual([`${base}preview/`, `${base}preview/#lockers-DOOR_GONE`, jammed, jammed, jammed]);
  for (const href of new Set(links)) {
    const address = new URL(href, siteNamed('changed').url).href;
    expect((await page.request.get(address)).status()).toBe(200);
    await page.goto(address);
    const { hash } = new URL(page.url());
    if (hash) await expect(page.locator(hash)).toBeVisible();
  }
  expect(report.trimEnd()).toMatch(/\*\*The next version is a major one for `lockers`\.\*\*$/);
});
