import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { errorbook } from '../setup/command.ts';
import { SMALL } from '../setup/registry.ts';
import { inTemporaryFolder } from '../setup/temporary.ts';

/** The server answers a first page slowly, for it reads all of its own source then. */
const PATIENCE = 30_000;

test('while somebody edits, the page shows what is wrong with file, line and message, and recovers by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inTemporaryFolder(async (folder) => {
    const contracts = join(folder, 'contracts');
    await cp(SMALL, contracts, { recursive: true });
    const port = await freePort();
    const server = errorbook('dev', '--contracts', contracts, '--port', String(port));
    try {
      const home = `http://localhost:${port}/parcels/`;
      await expect(async () => expect((await page.request.get(home)).status()).toBe(200)).toPass({ timeout: PATIENCE });
      await page.goto(`${home}errors/PARCEL_UNKNOWN/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('PARCEL_UNKNOWN');

      const tracking = join(contracts, 'parcels/tracking.yaml');
      const good = await readFile(tracking, 'utf8');
      const broken = good.replace('status: 404', 'status: 999');
      const line = broken.split('\n').findIndex((text) => text.includes('999')) + 1;
      await writeFile(tracking, broken);
      const overlay = page.locator('vite-error-overlay');
      await expect(overlay).toContainText('neither an HTTP status code', { timeout: PATIENCE });
      await expect(overlay).toContainText(new RegExp(`tracking\\.yaml:${line}`));

      await writeFile(tracking, good.replace('no parcel of the account', 'not one parcel of the account'));
      await expect(page.getByRole('main')).toContainText('not one parcel of the account', { timeout: PATIENCE });
      await expect(overlay).toHaveCount(0);

      await writeFile(tracking, good.replaceAll('SCAN_PENDING', 'SCAN_MISSING'));
      await writeFile(
        join(contracts, 'parcels/guides/waiting.mdx'),
        (await readFile(join(SMALL, 'parcels/guides/waiting.mdx'), 'utf8')).replaceAll('SCAN_PENDING', 'SCAN_MISSING'),
      );
      await expect(async () => {
        await page.goto(`${home}errors/SCAN_MISSING/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('SCAN_MISSING', { timeout: 1000 });
      }).toPass({ timeout: PATIENCE });
      await page.goto(`${home}guides/waiting/`);
      await expect(page.getByRole('main')).toContainText('SCAN_MISSING');
    } finally {
      server.child.kill('SIGTERM');
      // it ends by itself: at once, or as a process that a signal ended says it
      expect([0, 143]).toContain((await server.ended).status);
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}
