import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dialogTexts } from '../../src/client/search/dialog-texts.ts';
import { texts } from '../../src/site/texts.ts';
import { EVERYTHING } from '../helpers/everything.ts';
import { pageTypes } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const { search: t } = texts;
const CODE = 'voice-studio/errors/AUTH_REQUIRED/';
const SCOPE = 'operator-sessions/errors/INSUFFICIENT_SCOPE/';

const fieldOf = (page: Page) => page.getByRole('combobox', { name: t.field }).first();
const dialogOf = (page: Page) => page.getByRole('dialog', { name: dialogTexts.name });
const hitsOf = (page: Page) => page.getByRole('option');
const chosenOf = (page: Page) => page.locator('[role=option][aria-selected=true]');

for (const { name, path } of pageTypes(await registryIn(OURS))) {
  // it has a field of its own, see search-page.spec.ts
  if (path === 'search/') continue;
  test(`${name} leads to a code by keyboard alone, from its field and from the dialog`, async ({ page, ours }) => {
    await page.goto(ours.url + path);
    await fieldOf(page).focus();
    await page.keyboard.type('scope');
    await expect(hitsOf(page).first()).toContainText(/scope/i);
    await page.keyboard.press('Escape');
    await expect(hitsOf(page)).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(dialogOf(page)).toBeVisible();
    await page.keyboard.type('insufficientscope api:operator');
    await expect(hitsOf(page)).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(ours.url + SCOPE);
  });
}

test('`/` opens the dialog, Escape closes it, and the focus is where it was', async ({ page, ours }) => {
  await page.goto(ours.url + CODE);
  const link = page.getByRole('link', { name: texts.brand });
  await link.focus();
  await page.keyboard.press('/');
  await expect(dialogOf(page).getByRole('combobox')).toBeFocused();
  await expect(dialogOf(page).getByRole('combobox')).toHaveValue('');
  await expect(dialogOf(page)).toContainText('api:');
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('Cmd+K opens it too, also while a field has the focus, where `/` is a character like any other', async ({
  page,
  ours,
}) => {
  await page.goto(ours.url + CODE);
  await fieldOf(page).focus();
  await page.keyboard.type('a/b');
  await expect(fieldOf(page)).toHaveValue('a/b');
  await expect(dialogOf(page)).toHaveCount(0);
  await page.keyboard.press('Meta+k');
  await expect(dialogOf(page)).toBeVisible();
});

test('the shortcut of a single key can be switched off, and stays off', async ({ page, ours }) => {
  await page.goto(ours.url + CODE);
  await page.keyboard.press('/');
  await page.getByRole('checkbox', { name: dialogTexts.slash }).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: dialogTexts.slash })).not.toBeChecked();
  await page.getByRole('checkbox', { name: dialogTexts.slash }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(dialogOf(page)).toBeVisible();
});

test('arrows go through the hits and the field, and the field says which one is chosen', async ({ page, ours }) => {
  // the full texts, which may add hits, are still on their way
  await page.route('**/search/texts-*', () => {});
  await page.goto(ours.url + CODE);
  const field = fieldOf(page);
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await field.focus();
  await page.keyboard.type('scope');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('listbox', { name: t.labels.hits })).toHaveAttribute(
    'id',
    present(await field.getAttribute('aria-controls')),
  );
  const count = await hitsOf(page).count();
  const isChosen = async (place: number) => {
    await expect(chosenOf(page)).toHaveCount(1);
    await expect(hitsOf(page).nth(place)).toHaveAttribute('aria-selected', 'true');
    await expect(hitsOf(page).nth(place)).toHaveId(present(await field.getAttribute('aria-activedescendant')));
    await expect(hitsOf(page).nth(place)).toBeInViewport();
    await expect(field).toBeFocused();
  };
  const isNoneChosen = async () => {
    await expect(chosenOf(page)).toHaveCount(0);
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await expect(field).toBeFocused();
  };
  await isChosen(0);
  await page.keyboard.press('ArrowDown');
  await isChosen(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await isNoneChosen();
  await page.keyboard.press('ArrowUp');
  await isChosen(count - 1);
  await page.keyboard.press('ArrowDown');
  await isNoneChosen();
  await page.keyboard.press('ArrowDown');
  await isChosen(0);
  // these move in the text, and what is typed next is about the text
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(key);
    await isNoneChosen();
    await page.keyboard.press('ArrowDown');
    await isChosen(0);
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${ours.url}studio-gateway/errors/insufficient_scope/`);
});

test('Enter before the answer opens the first hit once it is there', async ({ page, ours }) => {
  await page.route('**/search/codes.json', async (route) => {
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('insufficient-scope');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(ours.url + SCOPE);
});

test('what is typed before the dialog is there is not lost', async ({ page, ours }) => {
  await page.route('**/assets/search*.js', async (route) => {
    await new Promise((later) => setTimeout(later, 300));
    await route.continue();
  });
  await page.goto(ours.url + CODE);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sco');
  await expect(dialogOf(page).getByRole('combobox')).toHaveValue('sco');
  await page.keyboard.type('pe');
  await expect(dialogOf(page).getByRole('combobox')).toHaveValue('scope');
  await expect(hitsOf(page).first()).toContainText('INSUFFICIENT_SCOPE');
  await expect(fieldOf(page)).toHaveValue('');
});

test('a hit shows code, status, API, domain and a line of meaning, with the match marked', async ({ page, ours }) => {
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('auth_requird');
  const hit = hitsOf(page).first();
  await expect(hit).toContainText('AUTH_REQUIRED');
  await expect(hit).toContainText('401 Unauthorized');
  await expect(hit.locator('.where')).toHaveText('Authentication');
  await expect(hit.locator('code mark')).toHaveText(['AUTH', 'REQUIRED']);
  await fieldOf(page).fill('postgres');
  await expect(hitsOf(page).first().locator('.line mark')).toHaveText(['Postgres']);
  await hitsOf(page).first().click();
  await expect(page).toHaveURL(`${ours.url}operator-sessions/errors/DATABASE_ERROR/`);
});

test('the number of hits is announced, and that there are none', async ({ page, ours }) => {
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('insufficientscope');
  await expect(page.getByRole('status')).toHaveText('2 results');
  await fieldOf(page).fill('LLM_CONFIG_NOT_FOUND');
  await expect(page.getByRole('status')).toHaveText(t.labels.one);
  await fieldOf(page).fill('4xx');
  await expect(page.getByRole('status')).toHaveText(t.labels.first.replace('#', '20'));
  await fieldOf(page).fill('zzqqxxyy');
  await expect(page.getByRole('status')).toHaveText(t.labels.none);
  await fieldOf(page).fill('');
  await expect(page.getByRole('status')).toBeHidden();
});

test('`?q=` opens the search with the query; once it is closed, the address is of the page again', async ({
  page,
  ours,
}) => {
  await page.goto(`${ours.url}${CODE}?q=scope%20api%3Astudio&from=mail#retry`);
  await expect(dialogOf(page).getByRole('combobox')).toHaveValue('scope api:studio');
  await expect(hitsOf(page).first()).toContainText('insufficient_scope');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${ours.url}${CODE}?from=mail#retry`);
});

test('under a base path the index, the hits and their pages are below it', async ({ page }) => {
  const { url } = siteNamed('preview');
  await page.goto(`${url}?q=scope`);
  await expect(hitsOf(page).first()).toHaveAttribute('href', `/pr-7/${SCOPE}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('INSUFFICIENT_SCOPE');
});

test('nothing of the search is loaded before it is used, and each part once', async ({ page, ours }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(ours.url + CODE, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /search|worker/.test(path))).toEqual([]);
  await fieldOf(page).focus();
  await expect.poll(() => asked.some((path) => /\/assets\/search/.test(path))).toBe(true);
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
  await page.keyboard.type('postgres database');
  await expect
    .poll(() => asked.filter((path) => path.endsWith('.json')))
    .toEqual(['/search/codes.json', '/search/texts-0.json']);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('403');
  await expect(hitsOf(page)).not.toHaveCount(0);
  expect(asked.filter((path) => path.endsWith('.json'))).toHaveLength(2);
});

test('the full texts answer what the first part cannot, without another keystroke', async ({ page, ours }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route('**/search/texts-0.json*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('placeholder');
  await expect(page.getByRole('status')).toHaveText(t.labels.none);
  release();
  await expect(hitsOf(page).first()).toContainText('invalid-uuid');
});

test('where the index cannot be loaded, the search says so, and works once it can', async ({ page, ours, trouble }) => {
  let broken = true;
  await page
    .context()
    .route('**/search/codes.json', (route) =>
      broken ? route.fulfill({ status: 503, body: 'not now' }) : route.continue(),
    );
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('scope');
  await expect(page.getByRole('status')).toHaveText(t.failed);
  expect(await violations(page)).toEqual([]);
  broken = false;
  await fieldOf(page).fill('scopes');
  await fieldOf(page).fill('scope');
  await expect(hitsOf(page).first()).toContainText('INSUFFICIENT_SCOPE');
  // the browser itself reports the refused request
  expect(trouble.splice(0).every((it) => it.includes('503'))).toBe(true);
});

test('where the worker cannot be loaded, the search says so, and works once it can', async ({
  page,
  ours,
  trouble,
}) => {
  let broken = true;
  await page.context().route('**/assets/worker*.js', (route) => (broken ? route.abort() : route.continue()));
  await page.goto(ours.url + CODE);
  await fieldOf(page).fill('scope');
  await expect(page.getByRole('status')).toHaveText(t.failed);
  broken = false;
  await fieldOf(page).fill('scopes');
  await fieldOf(page).fill('scope');
  await expect(hitsOf(page).first()).toContainText('INSUFFICIENT_SCOPE');
  // the browser itself reports the refused request
  expect(trouble.splice(0).every((it) => it.includes('ERR_FAILED'))).toBe(true);
});

test('an answer that comes after Escape does not open the list again', async ({ page, ours }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route('**/search/codes.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(ours.url + CODE);
  const asked = page.context().waitForEvent('request', (request) => request.url().endsWith('/search/codes.json'));
  await fieldOf(page).fill('scope');
  await asked;
  await page.keyboard.press('Escape');
  const texted = page.context().waitForEvent('response', (response) => response.url().includes('/search/texts-'));
  release();
  await texted;
  await expect(hitsOf(page)).toHaveCount(0);
  await fieldOf(page).fill('scopes');
  await expect(hitsOf(page).first()).toBeVisible();
});

test('axe finds nothing in any state of the search, in light, dark and forced colors, wide and on a phone', async ({
  page,
  ours,
}) => {
  test.setTimeout(120_000);
  const views = [
    [1280, 'light', 'none'],
    [390, 'dark', 'none'],
    [320, 'light', 'none'],
    [768, 'light', 'active'],
  ] as const;
  for (const [view, [width, colorScheme, forcedColors]] of views.entries()) {
    const shareOf = (queries: string[]) => queries.filter((_, at) => EVERYTHING || at % 2 === view % 2);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.goto(ours.url + CODE);
    for (const query of shareOf(['scope', 'zzqqxxyy'])) {
      await fieldOf(page).fill(query);
      await expect(page.getByRole('status')).toBeVisible();
      expect(await violations(page), `the field with ${query}, ${width} ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.keyboard.press('Control+k');
    for (const query of shareOf(['', '5xx', 'auth', 'fault:me', 'zzqqxxyy'])) {
      await dialogOf(page).getByRole('combobox').fill(query);
      await expect(dialogOf(page).getByRole('status')).toHaveText(/./);
      expect(await violations(page), `the dialog with ${query}, ${width} ${colorScheme}`).toEqual([]);
      expect(await overlaps(page)).toEqual([]);
    }
  }
});

test('codes that try to break the page are shown as text', async ({ page }) => {
  const { url } = siteNamed('hostile');
  await page.goto(url);
  await fieldOf(page).fill('script');
  await expect(hitsOf(page).first()).toBeVisible();
  await fieldOf(page).fill('4xx');
  await expect(hitsOf(page).nth(2)).toBeVisible();
  expect(await page.locator('.found :is(script, img, iframe, svg, b, i)').count()).toBe(0);
});

test('without scripts there is no field that does nothing', async ({ browser, ours }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ['', CODE, 'search/?q=scope']) {
    await page.goto(ours.url + path);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  }
  await context.close();
});

/** Parts of the dialog that are cut off or lie over one another. */
function overlaps(page: Page): Promise<string[]> {
  return dialogOf(page).evaluate((dialog) => {
    const parts = [...dialog.querySelectorAll('.asks > *, .hits:not([hidden]), .about > *, .slash')]
      .map((part) => ({ name: part.className || part.tagName, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const wrong = parts.filter(({ box }) => box.left < 0 || box.right > innerWidth || box.bottom > innerHeight);
    const crossing = parts.flatMap((a, at) =>
      parts
        .slice(at + 1)
        .filter(
          ({ box: b }) => a.box.right > b.left && b.right > a.box.left && a.box.bottom > b.top && b.bottom > a.box.top,
        )
        .map((b) => `${a.name} and ${b.name}`),
    );
    return [...wrong.map(({ name }) => name), ...crossing];
  });
}

async function violations(page: Page): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })));
}
