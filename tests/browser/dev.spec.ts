import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { errorbook } from '../helpers/command.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const NEW_CODE = `  LABEL_TORN:
    status: 422
    message: The label cannot be read.
    meaning: The scanner found a label, and could not read its number.
    remediation: Print the label again.
    retry: never
`;

test('what is wrong with the registry shows in the page, and goes once it is fixed', ({ page }) =>
  whileServing(page, async (site, tracking) => {
    await page.goto(`${site}parcels/errors/PARCEL_UNKNOWN/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('PARCEL_UNKNOWN');

    const good = await readFile(tracking, 'utf8');
    const overlay = page.locator('vite-error-overlay');
    await writeFile(tracking, good.replace('status: 404', 'status: 999'));
    await expect(overlay).toContainText('neither an HTTP status code');
    await expect(overlay).toContainText(/tracking\.yaml:4\b/);

    await writeFile(tracking, good.replace('remediation: Compare', 'remediation: [Compare'));
    await expect(overlay).toContainText('This is not YAML');
    await expect(overlay).toContainText(/tracking\.yaml:\d+/);
    await page.reload();
    await expect(overlay).toContainText('This is not YAML');

    await writeFile(tracking, good.replace('no parcel of the account', 'not one parcel of the account'));
    await expect(page.getByRole('main')).toContainText('not one parcel of the account');
    await expect(overlay).toHaveCount(0);
  }));

test('a fix is shown as it is where the registry speaks of a window or a document', ({ page }) =>
  whileServing(page, async (site, tracking) => {
    const good = await readFile(tracking, 'utf8');
    const overlay = page.locator('vite-error-overlay');
    await writeFile(tracking, good.replace('retry: never', 'retry: newer # window, document'));
    await page.goto(`${site}parcels/errors/PARCEL_UNKNOWN/`);
    await expect(overlay).toContainText('# window, document');
    await expect(overlay).toContainText('Did you mean never?');
    await expect(overlay).not.toContainText('Browser APIs');
  }));

test('a new code has its page, and stands in the tables, without a restart', ({ page }) =>
  whileServing(page, async (site, tracking) => {
    await page.goto(`${site}parcels/guides/waiting/`);
    await expect(page.getByRole('link', { name: 'PARCEL_UNKNOWN' }).first()).toBeVisible();
    await appendFile(tracking, NEW_CODE);
    await page.getByRole('link', { name: 'LABEL_TORN' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('LABEL_TORN');
    await expect(page.getByRole('main')).toContainText('could not read its number');
  }));

test('files for programs are served as they will be published, and follow the registry', ({ page }) =>
  whileServing(page, async (site, tracking) => {
    const get = async (file: string) => page.request.get(site + file);
    const json = await get('parcels/errors.json');
    expect(json.headers()['content-type']).toBe('application/json');
    expect(Object.keys(await json.json())).toContain('codes');
    expect(await (await get('llms.txt')).text()).toContain('parcels/llms.txt');
    expect((await get('search/codes.json?1')).status()).toBe(200);
    expect((await get('parcels/errors/NOTHING.md')).status()).toBe(404);
    await appendFile(tracking, NEW_CODE);
    await expect.poll(async () => (await get('parcels/errors/LABEL_TORN.md')).status()).toBe(200);
  }));

test('a change of the configuration shows without a restart, and a mistake in it shows with its place', ({ page }) =>
  whileServing(page, async (site, _tracking, config) => {
    await page.goto(site);
    await expect(page.getByRole('link', { name: 'Parcel docs' })).toBeVisible();
    await writeFile(config, '{ "name": "Depot docs" }');
    await expect(page.getByRole('link', { name: 'Depot docs' })).toBeVisible();
    await writeFile(config, '{ "naem": "Depot docs" }');
    const overlay = page.locator('vite-error-overlay');
    await expect(overlay).toContainText('Did you mean name?');
    await expect(overlay).toContainText('site.json:1:3');
    await writeFile(config, '{ "name": "Parcel docs" }');
    await expect(page.getByRole('link', { name: 'Parcel docs' })).toBeVisible();
    await expect(overlay).toHaveCount(0);
  }));

/** Runs a test against `errorbook dev` on a copy of the small registry; `tracking` is one of its files, `config` the configuration. */
async function whileServing(
  page: Page,
  work: (site: string, tracking: string, config: string) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const contracts = join(folder, 'contracts');
    await cp(SMALL, contracts, { recursive: true });
    const config = join(folder, 'site.json');
    await writeFile(config, '{ "name": "Parcel docs" }');
    const port = String(await freePort());
    const site = `http://localhost:${port}/`;
    const server = errorbook('dev', '--contracts', contracts, '--config', config, '--port', port);
    try {
      await expect(async () => expect((await page.request.get(site)).status()).toBe(200)).toPass({ timeout: 60_000 });
      await work(site, join(contracts, 'parcels/tracking.yaml'), config);
    } finally {
      server.child.kill('SIGTERM');
      // it ends by itself: at once, or as a process that a signal ended says it
      expect([0, 143]).toContain((await server.ended).status);
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
