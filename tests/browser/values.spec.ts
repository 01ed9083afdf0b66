import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { texts as linkValues } from '../../src/client/values/texts.ts';
import { texts } from '../../src/site/texts.ts';
import { present } from '../helpers/present.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const PATH = 'studio-gateway/errors/insufficient_scope/';

function section(page: Page) {
  return page.getByRole('region', { name: linkValues.title });
}

test('a link’s values stand in a list and in the response, and unknown names as they were given', async ({
  page,
  ours,
}) => {
  await page.goto(`${ours.url}${PATH}#requestId=req_1&requiredScope=stream:golive&shop=7%20%C3%A9&x=`);
  await expect(section(page).getByRole('term')).toHaveText(['requestId', 'requiredScope', 'shop', 'x']);
  await expect(section(page).getByRole('definition')).toHaveText(['req_1', 'stream:golive', '7 é', linkValues.empty]);
  const response = present(await section(page).locator('pre').textContent());
  const [head, body] = response.split('\n\n');
  expect(head).toContain('\nX-Request-Id: req_1');
  expect(JSON.parse(present(body)).error).toMatchObject({ requestId: 'req_1', requiredScope: 'stream:golive' });
  await expect(section(page).locator('mark')).toHaveText(['req_1', '"req_1"', '"stream:golive"']);
  await expect(section(page).getByRole('button', { name: texts.copy.block })).toBeVisible();
});

test('without values in its fragment the page stays as it came', async ({ page, ours }) => {
  await page.goto(ours.url + PATH, { waitUntil: 'networkidle' });
  const plain = await page.locator('main').innerHTML();
  for (const fragment of ['#retry', '#', '#no-such-place', '#%3D']) {
    await page.goto('about:blank');
    await page.goto(ours.url + PATH + fragment, { waitUntil: 'networkidle' });
    expect(await page.locator('main').innerHTML(), fragment).toBe(plain);
  }
});

test('values stay while the reader goes to other places of the page, and new ones take their place', async ({
  page,
  ours,
}) => {
  await page.goto(`${ours.url}${PATH}#requestId=req_1`);
  const contents = page.getByRole('navigation', { name: texts.onThisPage });
  await contents.getByRole('link', { name: texts.code.retry }).click();
  await expect(section(page).getByRole('definition')).toHaveText(['req_1']);
  await contents.getByRole('link', { name: linkValues.title }).click();
  await expect(section(page).getByRole('heading')).toBeInViewport();
  await page.evaluate(() => location.assign('#requestId=req_2'));
  await expect(section(page).getByRole('definition')).toHaveText(['req_2']);
  await expect(contents.getByRole('link', { name: linkValues.title })).toHaveCount(1);
});

test('markup, scripts and broken encoding in a link are text', async ({ page, ours }) => {
  const markup = '<img src=x onerror=window.__ran=1><script>window.__ran=1</script>';
  const link = `#requestId=${encodeURIComponent(markup)}&${encodeURIComponent(markup)}=1&__proto__=2&constructor=3&%zz=%E0%A4&=4`;
  await page.goto(`${ours.url}${PATH}${link}`);
  await expect(section(page).getByRole('term')).toHaveText([
    'requestId',
    markup,
    '__proto__',
    'constructor',
    '%zz',
    linkValues.nameless,
  ]);
  await expect(section(page).getByRole('definition').first()).toHaveText(markup);
  expect(await section(page).locator('img, script, a').count()).toBe(0);
  expect(await page.evaluate(() => (window as { __ran?: unknown }).__ran)).toBeUndefined();
});

test('a link with too much is shown in part, or not at all, and says so', async ({ page, ours }) => {
  const many = Array.from({ length: 130 }, (_, index) => `n${index}=${index}`).join('&');
  await page.goto(`${ours.url}${PATH}#${many}`);
  await expect(section(page).getByRole('term')).toHaveCount(100);
  await expect(section(page)).toContainText(linkValues.more.replace('{left}', '30'));
  await page.evaluate(() => location.assign(`#requestId=${'x'.repeat(60_000)}`));
  await expect(section(page)).toContainText(linkValues.cut.replace('{left}', '58000'));
  await page.evaluate(() => location.assign(`#requestId=${'x'.repeat(70_000)}`));
  await expect(section(page)).toContainText(linkValues.long);
  await expect(section(page).getByRole('term')).toHaveCount(0);
});

test('every code of every registry takes values, with or without a body of its own', async ({ page, registry }) => {
  for (const [name, apis] of [['ours', registry.apis]] as const) {
    for (const api of apis) {
      const code = present(api.codes.at(-1));
      await page.goto(`${siteNamed(name).url}${api.id}/errors/${code.address}/#message=Hello&status=499`);
      await expect(section(page).getByRole('definition').first(), code.code).toHaveText('Hello');
    }
  }
  await page.goto(`${siteNamed('hostile').url}hostile/errors/every-text/#code=other`);
  await expect(section(page).getByRole('definition')).toHaveText(['other']);
});

for (const width of [1280, 390]) {
  test(`axe finds nothing on a page with values, and nothing scrolls sideways, at ${width}`, async ({ page, ours }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${ours.url}${PATH}#requestId=${'req_'.repeat(99)}&requiredScope=a&${'long'.repeat(40)}=b`);
    await expect(section(page)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })))).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
