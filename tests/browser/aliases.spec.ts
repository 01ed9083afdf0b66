import { texts } from '../../src/site/texts.ts';
import { codePath, forwardPaths } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { GROWN, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, seenText, test } from '../helpers/test.ts';
import { unseen } from '../helpers/words.ts';

const registry = await registryIn(GROWN);
const forwards = forwardPaths(registry);
const renamed = registry.apis.flatMap((api) =>
  api.codes.flatMap((code) => code.aliases.map((alias) => ({ api, code, alias }))),
);

test('the address of an alias leads to its code, and takes query and fragment along', async ({ page }) => {
  const { url } = siteNamed('grown');
  expect(forwards.length).toBeGreaterThan(3);
  for (const { path, to } of forwards) {
    await page.goto(`${url}${path}?from=mail#requestId=req%201`);
    await page.waitForURL(`${url}${to}?from=mail#requestId=req%201`);
  }
  await expect(page.locator('main')).toContainText('req 1');
});

test('going back from the code does not lead into the alias again', async ({ page }) => {
  const { url } = siteNamed('grown');
  const { path, to } = present(forwards[0]);
  await page.goto(url);
  await page.goto(url + path);
  await page.waitForURL(url + to);
  await page.goBack();
  await expect(page).toHaveURL(url);
});

test('without scripts the address of an alias leads to its code too', async ({ browser }) => {
  const { url } = siteNamed('grown');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { path, to } of forwards) {
    await page.goto(url + path);
    await page.waitForURL(url + to);
  }
  await context.close();
});

test('where nothing forwards, the page says what the code is now, since when and why', async ({ page }) => {
  const { url, folder: _folder, base, site } = siteNamed('grown');
  // a browser that runs no script of ours, and in which `noscript` counts for nothing
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  for (const { api, code, alias } of renamed) {
    await page.goto(`${url}${api.id}/errors/${alias.address}/`);
    const seen = await seenText(page);
    expect(unseen(seen, [alias.code, code.code, alias.since, alias.reason, api.title])).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.forward.title(alias.code, code.code));
    const target = base + codePath(api, code);
    await expect(page.locator('#forward')).toHaveAttribute('href', target);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', site + target);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  }
});

test('the page of a code names the spellings that it had, until when, and why they were given up', async ({ page }) => {
  const { url } = siteNamed('grown');
  for (const { api, code, alias } of renamed) {
    await page.goto(url + codePath(api, code));
    const line = page
      .locator('.formerly')
      .filter({ has: page.getByText(alias.code, { exact: true }).first() })
      .first();
    expect(unseen(await line.innerText(), [texts.code.formerly, alias.code, alias.since, alias.reason])).toEqual([]);
  }
});

test('a code in prose under its old spelling is a link to the code', async ({ page }) => {
  const { url, base } = siteNamed('grown');
  await page.goto(`${url}ferries/errors/CROSSING_FULL/`);
  await expect(page.locator('.formerly a', { hasText: 'SAILING_FULL' })).toHaveAttribute(
    'href',
    `${base}ferries/errors/CROSSING_FULL/`,
  );
});

test('an alias in another case or with odd characters is forwarded by the page of unknown addresses', async ({
  page,
  trouble,
}) => {
  const { url } = siteNamed('grown');
  await page.goto(`${url}ferries/errors/sailing-full/`);
  await expect(page.locator('#suggestions a').first()).toHaveText('CROSSING_FULL');
  await expect(page.locator('#suggestions li').first()).toContainText('SAILING_FULL → CROSSING_FULL');
  await page.goto(`${url}ferries/errors/sailing_full`);
  await page.waitForURL(`${url}ferries/errors/CROSSING_FULL/`);
  // the browser itself reports the status
  expect(trouble.splice(0).filter((report) => !report.includes('404 (Not Found)'))).toEqual([]);
});

test('the search finds a code by its old spelling, and shows both', async ({ page }) => {
  const { url } = siteNamed('grown');
  await page.goto(`${url}?q=SAILING_FULL`);
  const first = page.getByRole('option').first();
  await expect(first).toContainText('SAILING_FULL → CROSSING_FULL');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}ferries/errors/CROSSING_FULL/`);
});

test('the decoder explains a code that comes under its old spelling, and says so', async ({ page }) => {
  const { url } = siteNamed('grown');
  await page.goto(`${url}decode/`);
  await page.getByRole('textbox', { name: texts.decode.title }).fill('{"code":"SAILING_FULL","message":"Full."}');
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { name: 'CROSSING_FULL' })).toBeVisible();
  await expect(article).toContainText('SAILING_FULL is an old spelling; the code is now CROSSING_FULL.');
  await page.getByRole('textbox', { name: texts.decode.title }).fill('12:00:01 worker-3 failed with SAILING_FULL');
  await expect(article).toContainText('SAILING_FULL is an old spelling; the code is now CROSSING_FULL.');
});

test('the index of codes says where an old spelling is now', async ({ page }) => {
  await page.goto(siteNamed('grown').url);
  await expect(page.locator('.index li', { hasText: 'SAILING_FULL' })).toHaveText(/SAILING_FULL see CROSSING_FULL/);
});
