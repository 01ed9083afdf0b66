import { texts } from '../../src/site/texts.ts';
import { pageTypes } from '../setup/pages.ts';
import { OURS, registryIn } from '../setup/registry.ts';
import { expect, test } from '../setup/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const registry = await registryIn(OURS);
const codes = registry.apis.flatMap((api) => api.codes);

for (const { name, path } of pageTypes(registry)) {
  test(`every copy button on ${name} copies exactly what it stands beside`, async ({ page, ours }) => {
    await page.goto(ours.url + path);
    const blocks = page.locator('main pre');
    const buttons = page.getByRole('button', { name: texts.copy.block });
    await expect(buttons).toHaveCount(await blocks.count());
    for (const [index, text] of (await blocks.allTextContents()).entries()) {
      await buttons.nth(index).click();
      await expect(buttons.nth(index)).toHaveText(texts.copy.copied);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
    const code = codes.find(({ address }) => path.endsWith(`/errors/${address}/`));
    const codeButton = page.getByRole('button', { name: texts.copy.code });
    await expect(codeButton).toHaveCount(code ? 1 : 0);
    if (!code) return;
    await codeButton.click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.code);
  });
}
