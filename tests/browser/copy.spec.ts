import type { Page } from '@playwright/test';
import { isDocsName } from '../../src/index.ts';
import { texts } from '../../src/site/texts.ts';
import { codePath, pageTypes } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, test } from '../helpers/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const registry = await registryIn(OURS);
const codes = registry.apis.flatMap((api) => api.codes.map((code) => ({ api, code })));

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
    const found = codes.find(({ api, code }) => path === codePath(api, code));
    // a name that only these docs have is of no use to a caller
    const isSent = found !== undefined && !isDocsName(found.api, found.code);
    const codeButton = page.getByRole('button', { name: isSent ? texts.copy.code : texts.copy.statusAndMessage });
    const linkButton = page.getByRole('button', { name: texts.copy.link });
    await expect(codeButton).toHaveCount(found ? 1 : 0);
    await expect(linkButton).toHaveCount(found ? 1 : 0);
    if (!found) return;
    const { code } = found;
    await codeButton.click();
    await expect(codeButton).toHaveText(texts.copy.copied);
    expect(await copied(page)).toBe(isSent ? code.code : `${code.statuses[0]?.status} ${code.message}`);
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
  await page.goto(`${ours.url}${present(api).id}/errors/${present(present(api).codes[0]).address}/`);
  const button = page.getByRole('button', { name: texts.copy.code });
  await button.click();
  await expect(button).toHaveText(texts.copy.failed);
});

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
