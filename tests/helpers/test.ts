import { test as base, type Page } from '@playwright/test';
import type { Registry } from '../../src/index.ts';
import { registryIn } from './registry.ts';
import { type BuiltSite, siteNamed } from './sites.ts';

interface Fixtures {
  /** What went wrong on any page of the test; nothing may. */
  trouble: string[];
}

interface WorkerFixtures {
  ours: BuiltSite;
  /** The registry that `ours` was built from. */
  registry: Registry;
}

/**
 * Playwright's `test`, with our site at hand. Whatever a test is about, it fails where a page writes to the console,
 * throws, breaks its content policy, opens a dialog or asks another host for anything.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  ours: [async ({}, use) => use(siteNamed('ours')), { scope: 'worker' }],
  registry: [async ({ ours }, use) => use(await registryIn(ours.contracts)), { scope: 'worker' }],
  trouble: [
    async ({ context }, use) => {
      const trouble: string[] = [];
      context.on('page', (page) => watch(page, trouble));
      await use(trouble);
      test.expect(trouble, 'what pages complained of').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Notes whatever a page complains of. */
function watch(page: Page, trouble: string[]): void {
  const note = (what: string) => trouble.push(`${new URL(page.url(), 'about:blank').pathname}: ${what}`);
  page.on('console', (message) => note(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    note(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') note(`request to ${request.url()}`);
  });
}

/** The text of an element as a reader sees it, with all white space as single spaces. */
export async function seenText(page: Page, selector = 'main'): Promise<string> {
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ').trim();
}
