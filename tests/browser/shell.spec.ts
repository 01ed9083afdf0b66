import type { Page } from '@playwright/test';
import { listName } from '../../src/index.ts';
import { shellTexts } from '../../src/site/texts/shell.ts';
import { allPaths, codePath, somePaths } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** How far down a page the first element that fits is, in pixels. */
async function topOf(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  return present(box).y;
}

test('the first code of an API is at most 450 px down at a desk, and on the first screen of a phone', async ({
  page,
  ours,
  registry,
}) => {
  for (const { id } of registry.apis) {
    await page.setViewportSize(DESK);
    await page.goto(`${ours.url}${id}/`, { waitUntil: 'networkidle' });
    expect(await topOf(page, 'table.codes tbody tr:not(.group)'), id).toBeLessThanOrEqual(450);
    await page.setViewportSize(PHONE);
    const row = page.locator('table.codes tbody tr:not(.group)').first();
    const box = present(await row.boundingBox());
    expect(box.y + box.height, id).toBeLessThanOrEqual(PHONE.height);
  }
});

test('an API with 38 codes is at most five phone screens long', async ({ page, ours, registry }) => {
  const { id } = present(registry.apis.find(({ codes }) => codes.length === 38));
  await page.setViewportSize(PHONE);
  await page.goto(`${ours.url}${id}/`, { waitUntil: 'networkidle' });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height / PHONE.height).toBeLessThanOrEqual(5);
});

test('“What to do” begins at most 520 px down on a phone, on every page of a code that is in use', async ({
  page,
  ours,
  registry,
}) => {
  await page.setViewportSize(PHONE);
  const late: string[] = [];
  for (const api of registry.apis) {
    for (const code of api.codes) {
      await page.goto(ours.url + codePath(api, code));
      const top = await topOf(page, '#what-to-do');
      if (top > 520) late.push(`${api.id} ${code.code}: ${top}`);
    }
  }
  expect(late).toEqual([]);
});

test('any page of any API is at most two links from any other', async ({ page, ours, registry }) => {
  const links = new Map<string, Set<string>>();
  const paths = allPaths(registry).filter((path) => registry.apis.some(({ id }) => path.startsWith(`${id}/`)));
  const base = new URL(ours.url).pathname;
  for (const path of paths) {
    const html = await (await page.request.get(ours.url + path)).text();
    const found = html.matchAll(/href="([^"#?]+)/g);
    links.set(base + path, new Set(Array.from(found, ([, href]) => new URL(present(href), ours.url + path).pathname)));
  }
  const far: string[] = [];
  for (const [from, first] of links) {
    const reached = new Set([...first].flatMap((it) => [it, ...(links.get(it) ?? [])]));
    for (const to of links.keys()) if (to !== from && !reached.has(to)) far.push(`${from} to ${to}`);
  }
  expect(far.slice(0, 5)).toEqual([]);
});

test('the head with the search stays in sight, wherever a page is scrolled', async ({ page, ours, registry }) => {
  const api = present(registry.apis[0]);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await page.goto(`${ours.url}${api.id}/`);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await expect(page.locator('#search')).toBeInViewport();
  }
});

test('on a phone the button in the head opens the navigation, and Escape closes it', async ({
  page,
  ours,
  registry,
}) => {
  const api = present(registry.apis[0]);
  await page.setViewportSize(PHONE);
  await page.goto(ours.url + codePath(api, present(api.codes[0])));
  const rail = page.getByRole('navigation', { name: shellTexts.navigation });
  await expect(rail).toBeHidden();
  await page.getByRole('button', { name: shellTexts.menu }).click();
  await expect(rail).toBeVisible();
  await expect(rail.locator('[aria-current="page"]')).toHaveText(listName(api, present(api.codes[0])).text);
  await page.keyboard.press('Escape');
  await expect(rail).toBeHidden();
});

test('the navigation opens without scripts, and leads to every kind of page', async ({ browser, ours, registry }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  const api = present(registry.apis.find(({ guides, states }) => guides.length > 0 && Object.keys(states).length > 0));
  await page.goto(`${ours.url}${api.id}/`);
  await page.getByRole('button', { name: shellTexts.menu }).click();
  const rail = page.getByRole('navigation', { name: shellTexts.navigation });
  await expect(rail).toBeVisible();
  for (const name of Object.values(shellTexts.pages)) {
    const link = rail.getByRole('link', { name: new RegExp(`^${name}( \\d+)?$`) });
    if ((await link.count()) === 0) continue;
    const href = present(await link.getAttribute('href'));
    expect((await page.request.get(new URL(href, page.url()).href)).status(), name).toBe(200);
  }
  await context.close();
});

test('the open domain lists its codes, and the page of one is marked', async ({ page, ours, registry }) => {
  const api = present(registry.apis[0]);
  const code = present(api.codes[0]);
  await page.setViewportSize(DESK);
  await page.goto(ours.url + codePath(api, code));
  const rail = page.getByRole('navigation', { name: shellTexts.navigation });
  const own = api.codes.filter(({ domain }) => domain === code.domain).map((it) => listName(api, it).text);
  expect(await rail.locator('li li li a').allTextContents()).toEqual(own);
  await expect(rail.locator('[aria-current="page"]')).toHaveText(listName(api, code).text);
});

test('scrolling marks the section that is being read', async ({ page, ours, registry }) => {
  const api = present(registry.apis.find(({ codes }) => codes.some(({ causes }) => causes.length > 0)));
  const code = present(api.codes.find(({ causes }) => causes.length > 0));
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto(ours.url + codePath(api, code));
  const current = page.locator('.contents [aria-current]');
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAttribute('href', '#what-to-do');
  await page.locator('#causes').evaluate((it) => it.scrollIntoView());
  await expect(current).toHaveAttribute('href', '#causes');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(current).toHaveAttribute('href', '#see-also');
});

test('links to sections that an API’s page once had still arrive', async ({ page, ours, registry }) => {
  const api = present(registry.apis.find(({ states }) => Object.keys(states).length > 0));
  const [group] = Object.keys(api.states);
  for (const hash of ['#envelope', '#handling', '#programs', '#statuses', `#states-${group}`]) {
    await page.goto(`${ours.url}${api.id}/${hash}`);
    await expect(page.locator(hash).getByRole('link')).toBeVisible();
  }
  await page.goto(`${ours.url}${api.id}/statuses/#s-${present(api.statuses[0]).status}`);
  await expect(page.locator(':target')).toBeVisible();
});

for (const name of ['ours', 'hostile'] as const) {
  test(`no control covers text at 320 px on the site \`${name}\``, async ({ page }) => {
    const { contracts, url } = siteNamed(name);
    await page.setViewportSize({ width: 320, height: 800 });
    const covered: string[] = [];
    for (const path of somePaths(await registryIn(contracts))) {
      await page.goto(url + path);
      covered.push(...(await page.evaluate(coveredText)).map((it) => `${path}: ${it}`));
    }
    expect(covered).toEqual([]);
  });
}

/** Runs in the browser: the buttons that lie over lines of text which they don't hold. */
function coveredText(): string[] {
  const found: string[] = [];
  const overlaps = (a: DOMRect, b: DOMRect) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  for (const button of document.querySelectorAll<HTMLElement>('main button')) {
    if (!button.checkVisibility()) continue;
    const own = button.getBoundingClientRect();
    const near = button.closest('section, header, figure, .frame, .handle') ?? document.body;
    const walker = document.createTreeWalker(near, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent?.checkVisibility() || button.contains(node)) continue;
      const clip = parent.closest('pre')?.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const seen = !clip || overlaps(rect, clip);
        if (seen && overlaps(own, rect))
          found.push(`${button.ariaLabel ?? button.textContent} over ${node.textContent.trim().slice(0, 40)}`);
      }
    }
  }
  return found;
}
