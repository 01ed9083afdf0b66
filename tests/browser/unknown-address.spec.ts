import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { texts } from '../../src/site/texts.ts';
import { errorbook } from '../helpers/command.ts';
import { findNginx, serveWithNginx } from '../helpers/nginx.ts';
import { freePort } from '../helpers/port.ts';
import { present } from '../helpers/present.ts';
import { GROWN, OURS, registryIn } from '../helpers/registry.ts';
import { type Served, serve } from '../helpers/serve.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const { suggestions: t, notFound } = texts;

type Start = (folder: string) => Promise<Served>;

const NGINX: Record<string, Start> = {
  'nginx, at the root': (folder) => serveWithNginx(siteNamed('ours').folder, '/', folder),
  'nginx, below a path': (folder) => serveWithNginx(siteNamed('preview').folder, '/pr-7/', folder),
};

/** Every server of this machine on which the page must work: what starts it, given a folder of its own. */
const SERVERS: Record<string, Start> = {
  ...(findNginx() && NGINX),
  'npm start, below a path': (folder) => started('/docs/', folder),
  'a plain server': () => serve(siteNamed('ours').folder, '/'),
};

async function started(base: string, folder: string): Promise<Served> {
  const port = await freePort();
  const server = errorbook(
    ...['start', '--contracts', OURS, '--out', join(folder, 'out'), '--base', base, '--port', String(port)],
  );
  const url = `http://127.0.0.1:${port}${base}`;
  const answers = () =>
    fetch(url.replace('127.0.0.1', 'localhost')).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect(async () => expect(await answers()).toBe(true)).toPass({ timeout: 90_000 });
  const close = async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  };
  return { url: url.replace('127.0.0.1', 'localhost'), close };
}

/** Takes the browser's own reports that a page was not found, and nothing else, off the list of troubles. */
function expectOnlyNotFound(trouble: string[]): void {
  const reports = trouble.splice(0).filter((it) => !it.includes('request to http://localhost'));
  expect(reports.filter((report) => !report.includes('404 (Not Found)'))).toEqual([]);
}

function suggestions(page: Page) {
  return page.getByRole('region', { name: t.title });
}

for (const [name, start] of Object.entries(SERVERS)) {
  test.describe(`on ${name}`, () => {
    test.describe.configure({ mode: 'default', timeout: 120_000 });
    let server: Served;
    let folder: string;

    test.beforeAll(async () => {
      test.setTimeout(120_000);
      folder = await mkdtemp(join(tmpdir(), 'errorbook-test-'));
      server = await start(folder);
    });

    test.afterAll(async () => {
      await server?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    test('an address in another case, without its slash or in percent encoding leads to its page, query and fragment with it', async ({
      page,
      trouble,
    }) => {
      for (const [asked, landed, heading] of [
        [
          'voice-studio/errors/auth_required/?from=log#requestId=r',
          'voice-studio/errors/AUTH_REQUIRED/?from=log#requestId=r',
          'AUTH_REQUIRED',
        ],
        ['Voice-Studio/Errors/Auth_Required', 'voice-studio/errors/AUTH_REQUIRED/', 'AUTH_REQUIRED'],
        ['voice-studio/errors/AUTH_REQUIRED//', 'voice-studio/errors/AUTH_REQUIRED/', 'AUTH_REQUIRED'],
        [
          'studio-gateway/errors/INSUFFICIENT_SCOPE/',
          'studio-gateway/errors/insufficient_scope/',
          'insufficient_scope',
        ],
        ['voice-studio/domains/AUTH/', 'voice-studio/domains/auth/', 'Authentication'],
        ['voice-studio/STATUSES/', 'voice-studio/statuses/', texts.statuses.title],
      ] as const) {
        await page.goto(server.url + asked);
        await expect(page.getByRole('heading', { level: 1 }), asked).toHaveText(heading);
        // a server may show a page at an address with more slashes than one, which is the page all the same
        if (!asked.endsWith('//')) await expect(page).toHaveURL(server.url + landed);
      }
      expectOnlyNotFound(trouble);
    });

    test('an address without its slash shows its page', async ({ page, trouble }) => {
      await page.goto(`${server.url}voice-studio/errors/AUTH_REQUIRED#requestId=r`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('AUTH_REQUIRED');
      await expect(page.getByRole('definition').last()).toHaveText('r');
      expectOnlyNotFound(trouble);
    });

    test('a misspelled code gets the nearest ones of its API, which lead to their pages', async ({ page, trouble }) => {
      for (const asked of ['auth_requird/', 'auth_requird', 'auth%5Frequird/']) {
        const response = await page.goto(`${server.url}voice-studio/errors/${asked}`);
        expect(response?.status(), asked).toBe(404);
        await expect(suggestions(page)).toContainText('auth_requird');
        await expect(suggestions(page).getByRole('listitem').first()).toHaveText('AUTH_REQUIRED');
      }
      await suggestions(page).getByRole('link', { name: 'AUTH_REQUIRED' }).focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${server.url}voice-studio/errors/AUTH_REQUIRED/`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('AUTH_REQUIRED');
      expectOnlyNotFound(trouble);
    });

    test('a code that the docs do not know is explained by its API’s rule and its status', async ({
      page,
      trouble,
    }) => {
      const response = await page.goto(`${server.url}voice-studio/errors/ZZZZ/#status=503`);
      expect(response?.status()).toBe(404);
      await expect(suggestions(page)).toContainText('docs don’t list ZZZZ, or anything close to it.');
      const steps = page.getByRole('region', { name: notFound.unknown });
      await expect(steps).toContainText(t.status.replace('{status}', '503'));
      await expect(steps).toContainText('going by the status is our suggestion');
      // the general advice on retries could contradict the API's own; what to keep fits both
      await expect(steps).not.toContainText(t.families['5xx']);
      await expect(steps.getByRole('paragraph').last()).toHaveText(present(notFound.steps.at(-1)));
      await expect(steps.getByRole('listitem')).toHaveCount(0);
      expectOnlyNotFound(trouble);
    });
  });
}

test('every code of every API is found in small letters, in capitals and in percent encoding', async ({
  page,
  ours,
  trouble,
}) => {
  const { apis } = await registryIn(OURS);
  for (const api of apis) {
    const code = present(api.codes[0]);
    for (const asked of [code.code.toLowerCase(), code.code.toUpperCase(), percent(code.code)]) {
      await page.goto(`${ours.url}${api.id}/errors/${asked}`);
      await expect(page.locator('.support'), asked).toHaveAttribute('data-code', code.code);
    }
  }
  expectOnlyNotFound(trouble);
});

test('odd codes are found by what they are spelled like', async ({ page, trouble }) => {
  const { url } = siteNamed('hostile');
  for (const [asked, landed] of [
    ['urn:x:y', 'urn~3Ax~3Ay'],
    ['a%2Fb/', 'a~2Fb'],
    ['a/b', 'a~2Fb'],
    ['%C3%A9', '~C3~A9'],
    ['con', '~43ON'],
    ['a%20b%3Fc%23d', 'a~20b~3Fc~23d'],
    ['%F0%9F%91%BE', '~F0~9F~91~BE'],
    ['__PROTO__', '__proto__'],
  ]) {
    await page.goto(`${url}hostile/errors/${asked}`);
    await expect(page).toHaveURL(`${url}hostile/errors/${landed}/`);
  }
  expectOnlyNotFound(trouble);
});

test('a code of another API is offered first, in any case, also below folders that are no API', async ({
  page,
  ours,
  trouble,
}) => {
  const offered = suggestions(page).getByRole('listitem').first();
  for (const asked of ['studio-gateway/errors/AUTH_REQUIRED/', 'nope/errors/auth_required/', 'Auth_Required']) {
    await page.goto(ours.url + asked);
    await expect(offered, asked).toHaveText('AUTH_REQUIRED · Voice Studio API');
    await expect(offered.getByRole('link')).toHaveAttribute('href', '/voice-studio/errors/AUTH_REQUIRED/');
  }
  // where no API is meant, the general advice is all there is
  await expect(page.getByRole('region', { name: notFound.unknown }).getByRole('listitem')).toHaveCount(
    notFound.steps.length,
  );
  expectOnlyNotFound(trouble);
});

test('an old spelling is offered as its code, below a folder that is no API', async ({ page, trouble }) => {
  const { url, base } = siteNamed('grown');
  const { apis } = await registryIn(GROWN);
  const { api, code, alias } = present(
    apis.flatMap((api) => api.codes.flatMap((code) => code.aliases.map((alias) => ({ api, code, alias }))))[0],
  );
  await page.goto(`${url}nope/errors/${alias.code.toLowerCase()}/`);
  const link = suggestions(page).getByRole('link', { name: code.code, exact: true });
  await expect(link).toHaveAttribute('href', `${base}${api.id}/errors/${code.address}/`);
  expectOnlyNotFound(trouble);
});

test('the rule of an API stands alone where the general advice would contradict it', async ({
  page,
  ours,
  trouble,
}) => {
  await page.goto(`${ours.url}studio-gateway/errors/ZZZZ/#status=503`);
  const steps = page.getByRole('region', { name: notFound.unknown });
  await expect(steps).toContainText(`${texts.retry.never.label}.`);
  await expect(steps).not.toContainText(t.families['5xx']);
  await expect(steps.getByRole('paragraph').last()).toHaveText(present(notFound.steps.at(-1)));
  await expect(steps.getByRole('listitem')).toHaveCount(0);
  expectOnlyNotFound(trouble);
});

test('a server that leads back to the unknown address sends nobody round in a circle', async ({
  page,
  ours,
  trouble,
}) => {
  await page.route('**/voice-studio/errors/AUTH_REQUIRED/', (route) =>
    route.fulfill({ status: 302, headers: { Location: '/voice-studio/errors/auth_required/' } }),
  );
  await page.goto(`${ours.url}voice-studio/errors/auth_required/`);
  await expect(suggestions(page).getByRole('link', { name: 'AUTH_REQUIRED' })).toBeVisible();
  expectOnlyNotFound(trouble);
});

test('markup in an address stays text, and an address of no API offers none', async ({ page, ours, trouble }) => {
  await page.goto(`${ours.url}voice-studio/errors/%3Cimg%20src=x%20onerror=window.__ran=1%3E/`);
  await expect(suggestions(page)).toContainText('<img src=x onerror=window.__ran=1>');
  expect(await page.evaluate(() => (window as { __ran?: unknown }).__ran)).toBeUndefined();
  await page.goto(`${ours.url}no-such-api/errors/X/`, { waitUntil: 'networkidle' });
  await expect(suggestions(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(notFound.title);
  expectOnlyNotFound(trouble);
});

for (const width of [1280, 390]) {
  test(`axe finds nothing where codes are offered, at ${width}`, async ({ page, ours, trouble }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${ours.url}voice-studio/errors/auth_requird/#status=404`);
    await expect(suggestions(page)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })))).toEqual([]);
    }
    expectOnlyNotFound(trouble);
  });
}

function percent(code: string): string {
  return [...new TextEncoder().encode(code)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
