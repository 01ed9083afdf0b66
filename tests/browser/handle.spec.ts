import { codePath } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { expect, test } from '../helpers/test.ts';

const PATH = 'studio-gateway/errors/rate_limited/';
const OTHER = 'voice-studio/errors/INTERNAL_ERROR/';
const NAMES = ['TypeScript', 'Python', 'Go', 'curl'];

test('the language is a tab, goes with the keys, and is remembered on all pages', async ({ page, ours }) => {
  await page.goto(ours.url + PATH);
  const tab = (name: string) => page.getByRole('tab', { name });
  await expect(tab('TypeScript')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toContainText('async function send');
  await tab('TypeScript').press('ArrowRight');
  await expect(tab('Python')).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Python' })).toContainText('def send(');
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(tab('curl')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tab('TypeScript')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.goto(ours.url + OTHER);
  await expect(tab('curl')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'curl' })).toBeVisible();
});

test('the choice is made before the first paint: no other language is ever laid out', async ({ page, ours }) => {
  await page.goto(ours.url + PATH);
  await page.getByRole('tab', { name: 'Go' }).click();
  // the program of the page never comes; what shows is by the page itself
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(ours.url + OTHER);
  await expect(page.locator('.panel:visible')).toHaveCount(1);
  await expect(page.locator('.panel.go')).toBeVisible();
});

test('a stored word that is no language leads back to the first', async ({ page, ours }) => {
  await page.goto(ours.url + PATH);
  await page.evaluate(() => localStorage.setItem('error-docs-code', '"><b>'));
  await page.reload();
  await expect(page.getByRole('tab', { name: 'TypeScript' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
});

test('the button copies the snippet that shows', async ({ page, context, ours }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ours.url + PATH);
  await page.getByRole('tab', { name: 'Go' }).click();
  await page.locator('.handle .copy:visible').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('func send(request *http.Request)');
  expect(copied).toBe(await page.locator('.panel.go pre').textContent());
});

test('without scripts, and on paper, all four are shown below each other', async ({ browser, page, ours }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(ours.url + PATH);
  await expect(bare.locator('.panel:visible h3')).toHaveText(NAMES);
  await expect(bare.getByRole('tab')).toHaveCount(0);
  await plain.close();
  await page.goto(ours.url + PATH);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.panel:visible h3')).toHaveText(NAMES);
  await expect(page.locator('.tabs')).toBeHidden();
});

test('a code has the four snippets where there is something to wait for or to send again, else one line that says how to recognize it', async ({
  page,
  ours,
  registry,
}) => {
  const api = present(registry.apis.find(({ id }) => id === 'livestream'));
  for (const code of api.codes) {
    await page.goto(ours.url + codePath(api, code));
    const isHttp = present(code.statuses[0]).family !== 'other';
    const hasLogic = isHttp && code.retry.policy !== 'never';
    await expect(page.locator('.panel')).toHaveCount(hasLogic ? NAMES.length : 0);
    await expect(page.getByText('; there is nothing to retry.')).toHaveCount(isHttp && !hasLogic ? 1 : 0);
    await expect(page.getByRole('heading', { name: 'Handle it' })).toHaveCount(isHttp ? 1 : 0);
  }
});

test('no page of an API speaks of the tool that made it', async ({ page, ours, registry }) => {
  const api = present(registry.apis[0]);
  const code = present(api.codes[0]);
  for (const path of [codePath(api, code), `${api.id}/handling/`, 'decode/', '404.html']) {
    await page.goto(ours.url + path);
    expect(await page.locator('body').innerText()).not.toMatch(/npm |localhost|mock server/);
  }
});
