import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { keyTexts } from '../../src/client/help/texts.ts';
import { dialogTexts } from '../../src/client/search/dialog-texts.ts';
import { texts } from '../../src/site/texts.ts';
import { pageTypes } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, test } from '../helpers/test.ts';

const registry = await registryIn(OURS);
const pages = pageTypes(registry);
const { path: codePage } = present(pages.find(({ name }) => name === 'a code with fields of its own'));
const { theme } = texts;

for (const { name, path } of pages) {
  test(`Tab goes through all of ${name} in order, and always shows where it is`, async ({ page, ours }) => {
    await page.goto(ours.url + path, { waitUntil: 'networkidle' });
    const expected = await page.evaluate(reachable);
    for (const [index, what] of expected.entries()) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(focused);
      expect(focus.what, `stop ${index + 1}`).toBe(what);
      expect(focus.outlined, `${what} shows that it has the focus`).toBe(true);
      expect(focus.inView, `${what} is in view`).toBe(true);
    }
    expect(expected.length).toBeGreaterThan(3);
  });
}

test('the first stop skips to the content, and the next is inside it', async ({ page, ours }) => {
  await page.goto(ours.url + codePage);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: texts.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the theme is switched by keyboard, and stays over a reload and on other pages', async ({ page, ours }) => {
  await page.goto(ours.url + codePage);
  const button = page.getByRole('button', { name: theme.label });
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.system}`);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.light}`);
  const light = await background(page);
  await page.keyboard.press('Space');
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.dark}`);
  const dark = await background(page);
  expect(dark).not.toBe(light);

  await page.reload();
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.dark}`);
  expect(await background(page)).toBe(dark);
  await page.goto(ours.url);
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.dark}`);
  expect(await background(page)).toBe(dark);

  await button.press('Enter');
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.system}`);
  await page.reload();
  await expect(button).toHaveAttribute('title', `${theme.label}: ${theme.system}`);
});

test('? lists the shortcuts, Escape closes the list, and the focus is back where it was', async ({ page, ours }) => {
  await page.goto(ours.url + codePage);
  const button = page.getByRole('button', { name: theme.label });
  await button.focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: keyTexts.title });
  await expect(list.getByRole('definition')).toHaveText(keyTexts.keys.map(([, what]) => what));
  await expect(list.getByRole('term')).toHaveText(keyTexts.keys.map(([names]) => `${names} `));
  await expect(list.getByRole('button', { name: keyTexts.close })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(button).toBeFocused();

  await page.keyboard.press('?');
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(button).toBeFocused();
});

test('each key that the list of shortcuts names does what it says', async ({ page, ours }) => {
  await page.goto(ours.url + codePage, { waitUntil: 'networkidle' });
  const list = page.getByRole('dialog', { name: keyTexts.title });
  const search = page.getByRole('dialog', { name: dialogTexts.name });
  for (const key of ['/', 'Control+k']) {
    await expect(async () => {
      await page.keyboard.press('?');
      await expect(list).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.press(key);
    await expect(search).toBeVisible();
    await expect(list).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
  }
});

test('? is a character where a text is typed, and nothing where shortcuts of one character are off', async ({
  page,
  ours,
}) => {
  await page.goto(ours.url + codePage, { waitUntil: 'networkidle' });
  const list = page.getByRole('dialog', { name: keyTexts.title });
  await page.keyboard.press('/');
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog', { name: dialogTexts.name }).getByRole('combobox')).toHaveValue('?');
  await page.getByRole('checkbox', { name: dialogTexts.slash }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: dialogTexts.name })).toBeVisible();
  await expect(list).toHaveCount(0);
});

test('code that is wider than the screen scrolls by keyboard', async ({ page, ours }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await firstWideBlock(page, ours.url);
  await wide.focus();
  await expect(wide).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => wide.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
});

/** Goes through the guides until one shows a block of code that is cut off. */
async function firstWideBlock(page: Page, url: string): Promise<Locator> {
  for (const { id, guides } of registry.apis) {
    for (const guide of guides) {
      await page.goto(`${url}${id}/guides/${guide.id}/`);
      for (const block of await page.locator('main pre').all()) {
        if (await block.evaluate((it) => it.scrollWidth > it.clientWidth)) return block;
      }
    }
  }
  throw new Error('No guide has a block of code that is wider than a phone.');
}

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** Runs in the browser: what Tab must reach, in the order of the page; of tabs, that is the chosen one. */
function reachable(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea, [tabindex="0"]'),
  ]
    .filter((it) => it.checkVisibility() && it.tabIndex >= 0)
    .map((it) => `${it.tagName} ${it.textContent.trim().slice(0, 60)}`);
}

/** Runs in the browser: what has the focus now, and whether a reader can tell. */
function focused(): { what: string; outlined: boolean; inView: boolean } {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    what: `${element.tagName} ${element.textContent.trim().slice(0, 60)}`,
    outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
