import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codePath, forwardPaths } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { GROWN, registryIn } from '../helpers/registry.ts';
import type { Served } from '../helpers/serve.ts';
import { SERVERS } from '../helpers/servers.ts';
import { type BuiltSite, siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

/**
 * Serves one page on another origin. The page comes from a real server of this machine: one that the test answers by
 * itself has no address, and then the browser asks for permission before it may reach this machine.
 */
async function elsewhere(html: string): Promise<Served> {
  const server = createServer((_, response) => void response.setHeader('Content-Type', 'text/html').end(html));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => void server.close(() => closed()).closeAllConnections()),
  };
}

for (const [server, serve] of Object.entries(SERVERS)) {
  for (const name of ['ours', 'grown'] as const) {
    test.describe(`${server}, ${name}`, () => {
      test.describe.configure({ mode: 'default' });
      let site: BuiltSite;
      let served: Served;
      let folder: string;

      test.beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), 'errorbook-test-'));
        site = siteNamed(name);
        served = await serve(site.folder, site.base, folder);
      });

      test.afterAll(async () => {
        await served?.close();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      });

      test('no page breaks a rule of its host, with search, tables and decoding in use', async ({ page }) => {
        const { apis } = await registryIn(site.contracts);
        const api = present(apis[0]);
        const code = present(api.codes[0]);
        for (const path of ['', `${api.id}/`, codePath(api, code), `${api.id}/statuses/`, 'decode/']) {
          const response = await page.goto(served.url + path);
          expect(response?.headers()['content-security-policy']).toBe("frame-ancestors 'none'");
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        }
        await page.goto(`${served.url}?q=${encodeURIComponent(code.code)}`);
        await expect(page.getByRole('option').first()).toContainText(code.code);
      });

      test('no site can frame a page, this one included', async ({ page, trouble }) => {
        const other = await elsewhere(`<iframe src="${served.url}"></iframe>`);
        await page.goto(other.url);
        await expect.poll(() => trouble.some((it) => it.includes("frame-ancestors 'none'"))).toBe(true);
        const frame = page.frames()[1];
        expect(frame?.url()).toBe('chrome-error://chromewebdata/');
        expect(trouble.splice(0).filter((it) => !it.includes('frame-ancestors'))).toEqual([]);
        await other.close();
      });

      test('a script of another site reads the JSON and nothing else', async ({ page, trouble }) => {
        const { apis } = await registryIn(site.contracts);
        const other = await elsewhere('<p>Elsewhere');
        await page.goto(other.url);
        const read = (path: string) =>
          page.evaluate(
            (url) =>
              fetch(url).then(
                (response) => response.status,
                () => 'refused',
              ),
            served.url + path,
          );
        expect(await read(`${present(apis[0]).id}/errors.json`)).toBe(200);
        expect(await read(`${present(apis[0]).id}/`)).toBe('refused');
        expect(trouble.splice(0).filter((it) => !/CORS policy|ERR_FAILED/.test(it))).toEqual([]);
        await other.close();
      });

      test('files for programs are shown as text, every character of them', async ({ page }) => {
        // where requests are intercepted, the browser asks for no icon; a text has none
        await page.route('**/favicon.ico', (route) => route.abort());
        const { apis } = await registryIn(site.contracts);
        const { id } = present(apis[0]);
        for (const file of ['error-codes.ts', 'error_codes.py', 'errorcodes.go', 'index.md', 'errors.json']) {
          const response = await page.goto(`${served.url}${id}/${file}`);
          expect(response?.status(), file).toBe(200);
          const text = await response?.text();
          expect(await page.locator('pre').textContent(), file).toBe(text);
        }
      });
    });
  }

  test(`${server} sends the address of an alias to its code, and the browser takes query and fragment along`, async ({
    page,
  }) => {
    const { folder: built, base } = siteNamed('grown');
    const folder = await mkdtemp(join(tmpdir(), 'errorbook-test-'));
    const served = await serve(built, base, folder);
    try {
      for (const { path, to } of forwardPaths(await registryIn(GROWN))) {
        const response = await page.goto(`${served.url}${path}?from=mail#requestId=req%201`);
        expect(response?.request().redirectedFrom()?.url()).toBe(`${served.url}${path}?from=mail`);
        await expect(page).toHaveURL(`${served.url}${to}?from=mail#requestId=req%201`);
      }
    } finally {
      await served.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}
