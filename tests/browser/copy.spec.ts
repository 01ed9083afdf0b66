import type { Page } from '@playwright/test';
import { texts } from '../../src/site/texts.ts';
import { pageTypes } from '../helpers/pages.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, test } from '../helpers/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const registry = await registryIn(OURS);
const codes = registry.apis.flatMap((api) => api.codes);

for (const { name, path } of pageTypes(registry)) {
  test(`every copy button on ${name} copies exactly what it stands beside`, async ({ page, ours }) => {
    await page.goto(ours.url + path);
    await page.locator('main details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    // of snippets, one language shows at a time
    const blocks = page.locator('main pre:visible');
    const buttons = page.getByRole('button', { name: texts.copy.block, exact: true });
    await expect(buttons).toHaveCount(await blocks.count());
    for (const [index, text] of (await blocks.allTextContents()).entries()) {
      await buttons.nth(index).click();
      await expect(buttons.nth(index)).toHaveText(texts.copy.copied);
      expect(await copied(page)).toBe(text);
    }
    const code = codes.find(({ address }) => path.endsWith(`/errors/${address}/`));
    // where bodies have no code, what a reader searches for is copied in its place
    const { copy, copyName = texts.copy.code } = await page.locator('h1').evaluate(({ dataset }) => ({ ...dataset }));
    const codeButton = page.getByRole('button', { name: copyName });
    const linkButton = page.getByRole('button', { name: texts.copy.link });
    await expect(codeButton).toHaveCount(code ? 1 : 0);
    await expect(linkButton).toHaveCount(code ? 1 : 0);
    if (!code) return;
    await codeButton.click();
    await expect(codeButton).toHaveText(texts.copy.copied);
    expect(await copied(page)).toBe(copyName === texts.copy.code ? code.code : copy);
    await page.evaluate(() => history.replaceState(null, '', '?utm=1#retry'));
    await linkButton.click();
    await expect(linkButton).toHaveText(texts.copy.copied);
    expect(await copied(page)).toBe(ours.url + path);
  });
}

test('where copying is refused, the button says so', async ({ page, ours }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const api = registry.apis.find(({ sendsCodes }) => sendsCodes);
  await page.goto(`${ours.url}${api!.id}/errors/${api!.codes[0]!.address}/`);
  const button = page.getByRole('button', { name: texts.copy.code });
  await button.click();
  await expect(button).toHaveText(texts.copy.failed);
});

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
