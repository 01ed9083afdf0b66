import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { astro, buildHost, makeHost, withoutUs } from '../helpers/astro-host.ts';
import { errorbook } from '../helpers/command.ts';
import { deadLinks } from '../helpers/crawl.ts';
import { filesIn } from '../helpers/files.ts';
import { edit } from '../helpers/git.ts';
import { freePort } from '../helpers/port.ts';
import { served } from '../helpers/program.ts';
import { GROWN } from '../helpers/registry.ts';
import { type Served, serve } from '../helpers/serve.ts';
import { expect, test } from '../helpers/test.ts';
import { pack } from '../package/install.ts';

// one worker builds the two sites, and looks at all of their pages
test.describe.configure({ mode: 'default' });

const work = mkdtempSync(join(tmpdir(), 'errorbook-hosts-'));
const plain = join(work, 'plain');
const starlight = join(work, 'starlight');
let harbor: Served;
let before: Served;
let quay: Served;
let quayBefore: Served;

test.beforeAll(async () => {
  const packed = pack(work);
  makeHost('plain', plain, packed);
  makeHost('starlight', starlight, packed);
  await generated('--artifact', 'code-markdown', '--code', 'CROSSING_FULL');
  await generated('--artifact', 'domain-markdown', '--domain', 'bookings');
  harbor = await serve(await buildHost(plain), '/docs/');
  before = await serve(await buildHost(withoutUs(plain)), '/docs/');
  quay = await serve(await buildHost(starlight), '/');
  quayBefore = await serve(await buildHost(withoutUs(starlight)), '/');
});

/** Writes a Markdown file for Starlight among its pages, under a name that says nothing. */
async function generated(...args: string[]): Promise<void> {
  const out = join(starlight, 'src/content/docs', `${args[1]}.md`);
  const options = ['--generator', 'starlight', '--contracts', GROWN, '--api', 'ferries', '--out', out];
  const { status, err } = await errorbook('generate', ...args, ...options).ended;
  if (status !== 0) throw new Error(err);
}

test.afterAll(async () => {
  for (const served of [harbor, before, quay, quayBefore]) await served?.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

const CODE = 'errors/ferries/errors/CROSSING_FULL/';

test('in another site, every link of our pages is answered, and so is every place on a page', async () => {
  const { dead, pages } = await deadLinks(`${harbor.url}errors/`);
  expect(dead).toEqual([]);
  expect(pages).toBeGreaterThan(40);
});

test('a page is in the layout of the site, which gets its title, description and sections', async ({ page }) => {
  await page.goto(harbor.url + CODE);
  await expect(page).toHaveTitle('CROSSING_FULL · Ferries API | Harbor');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Harbor' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CROSSING_FULL');
  await expect(page.getByLabel('Sections').getByRole('link').first()).toHaveText('What to do');
  await expect(page.locator('head link[rel=alternate][type="text/markdown"]')).toHaveCount(1);
  await expect(page.locator('main')).toHaveCount(1);
});

/** What each element of our part of a page looks like, without what it inherits. */
function looks(page: Page): Promise<string[]> {
  return page.locator('.errorbook *').evaluateAll((all) =>
    all.map((element) => {
      const style = getComputedStyle(element);
      const names = [
        'display',
        'float',
        'position',
        'padding',
        'margin',
        'borderWidth',
        'backgroundColor',
        'textTransform',
        'listStyleType',
        'fontSize',
      ] as const;
      return `${element.tagName}.${element.className}: ${names.map((name) => style[name]).join(' ')}`;
    }),
  );
}

test('what the site says of elements and classes does not change our part of a page', async ({ page }) => {
  await page.goto(`${harbor.url}errors/ferries/`);
  // the last that the scripts add to a page
  await expect(page.locator('.tools .shown')).toBeVisible();
  const untouched = await looks(page);
  expect(untouched.length).toBeGreaterThan(150);
  await page.addStyleTag({
    content:
      'h1, h2, li, a, p { text-transform: uppercase; margin: 3rem; font-size: 9px } ul { list-style: square } td, th, button, input { padding: 2rem; background: gold } table, table.codes { display: block; border: 3px dashed } .status, .lead, .mark, nav.rail { float: right; position: fixed } .main > * { display: none } main a[href] { border: 9px solid }',
  });
  expect(await looks(page)).toEqual(untouched);
});

for (const [name, path] of [
  ['a page', ''],
  ['the page of unknown addresses', '404.html'],
] as const) {
  test(`${name} of the site looks as it did without us`, async ({ page }) => {
    const shots = [];
    for (const { url } of [before, harbor]) {
      await page.goto(url + path);
      shots.push(await page.screenshot());
    }
    expect(shots[1]?.equals(shots[0] ?? Buffer.alloc(0))).toBe(true);
    await expect(page.locator('.errorbook')).toHaveCount(0);
  });
}

test('the search finds a code by a word, and leaves the keys of the site alone', async ({ page }) => {
  await page.goto(`${harbor.url}errors/ferries/`);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  const field = page.getByRole('combobox', { name: 'Search codes' });
  expect(await field.getAttribute('aria-keyshortcuts')).toBeNull();
  await field.click();
  await page.keyboard.type('crossing full');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(harbor.url + CODE);
});

test('the decoder explains a response, and links to the page of its code', async ({ page }) => {
  await page.goto(`${harbor.url}errors/decode/`);
  await page
    .locator('#decode textarea')
    .fill('HTTP/1.1 409 Conflict\n\n{"code":"CROSSING_FULL","message":"The crossing is full."}');
  await expect(page.locator(`#decode a[href="/docs/${CODE}"]`).first()).toBeVisible();
});

test('an old spelling forwards, and the page for unknown codes knows the nearest', async ({ page }) => {
  await page.goto(`${harbor.url}errors/ferries/errors/SAILING_FULL/`);
  await expect(page).toHaveURL(harbor.url + CODE);
  // as a server does that answers what is missing below the prefix with this page
  await page.route('**/CROSSING_FUL/', (route) =>
    route.fulfill({ path: join(plain, 'dist/errors/404/index.html'), contentType: 'text/html' }),
  );
  await page.goto(`${harbor.url}errors/ferries/errors/CROSSING_FUL/`);
  await expect(page.locator('#suggestions').getByRole('link', { name: 'CROSSING_FULL' })).toBeVisible();
});

test('files for programs have the address of the site, its base path and the prefix', () => {
  const file = (path: string) => readFileSync(join(plain, 'dist/errors', path), 'utf8');
  const address = `https://harbor.example/docs/${CODE}`;
  for (const path of [
    'ferries/errors.json',
    'ferries/llms.txt',
    'ferries/errors/CROSSING_FULL.md',
    'sitemap.xml',
    'ferries/error-codes.ts',
  ])
    expect(file(path), path).toContain(address.replace(/\/$/, ''));
  expect(file('llms.txt')).toContain('https://harbor.example/docs/errors/ferries/');
});

test('pages of the site show codes, tables and envelopes by components', async ({ page }) => {
  await page.goto(`${harbor.url}codes/`);
  await expect(page.getByRole('link', { name: 'CROSSING_FULL' }).first()).toHaveAttribute('href', `/docs/${CODE}`);
  const table = page.getByRole('table', { name: 'Ferries API' });
  await expect(table.locator('tbody th[scope=row]')).toHaveCount(11);
  await expect(page.locator('.errorbook .envelope pre')).toContainText('"code"');
  const own = page.getByRole('table').filter({ hasText: 'of the host' });
  expect(await own.evaluate((it) => getComputedStyle(it).borderTopStyle)).toBe('dashed');
  expect(await table.evaluate((it) => getComputedStyle(it).borderTopStyle)).toBe('none');
});

test('a registry with errors, a name that it does not have, and a wrong option end a build with what is wrong', async () => {
  const broken = withoutUs(plain);
  const said = async () => {
    const { status, out, err } = await astro(broken, 'build').ended;
    expect(status, out).toBe(1);
    expect(out + err).not.toMatch(/^\s+at .*(?:\.m?js|node:)/m);
    return out + err;
  };
  cpSync(join(plain, 'contracts'), join(broken, 'contracts'), { recursive: true });
  writeFileSync(
    join(broken, 'src/pages/wrong.mdx'),
    'import { Code } from \'errorbook/components\';\n\n<Code api="ferries" code="CROSING_FULL" />\n',
  );
  expect(await said()).toContain('The API ferries has no code `CROSING_FULL`: did you mean `CROSSING_FULL`?');
  edit(join(broken, 'contracts/ferries/bookings.yaml'), 'status: 409', 'status: 999');
  const report = await said();
  expect(report).toMatch(/contracts\/ferries\/bookings\.yaml:\d+:\d+/);
  expect(report).toContain('999');
  edit(join(broken, 'astro.config.mjs'), "layout: './src", "prefix: '/a b', layout: './src");
  expect(await said()).toContain('`prefix` takes a path such as /errors, not `/a b`.');
  edit(join(broken, 'astro.config.mjs'), "prefix: '/a b', ", '');
  for (const setting of ["trailingSlash: 'never'", "build: { format: 'file' }"]) {
    edit(join(broken, 'astro.config.mjs'), "site: 'https", `${setting}, site: 'https`);
    expect(await said()).toContain(
      "Its pages have addresses that end with a slash: leave out `trailingSlash: 'never'` and `build.format`.",
    );
    edit(join(broken, 'astro.config.mjs'), `${setting}, `, '');
  }
});

test('in a site that renders on request, our pages and files are written by the build, and components work', async () => {
  const folder = join(work, 'server');
  cpSync(plain, folder, { recursive: true, filter: (path) => !/node_modules$|[\\/]dist$/.test(path) });
  symlinkSync(join(plain, 'node_modules'), join(folder, 'node_modules'), 'junction');
  cpSync(fileURLToPath(new URL('fixtures/hosts/server', import.meta.url)), folder, { recursive: true });
  edit(join(folder, 'astro.config.mjs'), 'import fs', "import adapter from './adapter.mjs';\nimport fs");
  edit(join(folder, 'astro.config.mjs'), "site: 'https", "output: 'server', adapter: adapter(), site: 'https");
  const out = await buildHost(folder);
  expect(await filesIn(join(out, 'client/errors'))).toEqual(await filesIn(join(plain, 'dist/errors')));
  const { handler }: { handler: (request: Request) => Promise<Response> } = await import(
    pathToFileURL(join(out, 'server/entry.mjs')).href
  );
  const response = await handler(new Request('https://harbor.example/docs/codes/'));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(`href="/docs/${CODE}"`);
});

for (const layout of ['in a layout', 'without a layout']) {
  test(`${layout}, pages of ours run and have their color under a content security policy that Astro writes`, async ({
    page,
  }) => {
    const folder = withoutUs(plain);
    cpSync(join(plain, 'contracts'), join(folder, 'contracts'), { recursive: true });
    writeFileSync(join(folder, 'errorbook.config.json'), '{ "accent": { "light": "#7a1f5c", "dark": "#f0a8d8" } }');
    edit(
      join(folder, 'astro.config.mjs'),
      "site: 'https",
      `security: { csp: { directives: ["default-src 'self'", "img-src 'self' data:"] } }, site: 'https`,
    );
    if (layout === 'without a layout')
      edit(join(folder, 'astro.config.mjs'), "{ layout: './src/layouts/Docs.astro' }", '');
    const site = await serve(await buildHost(folder), '/docs/');
    try {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) refused.push(message.text());
      });
      for (const path of [
        CODE,
        'errors/ferries/',
        'errors/search/?q=full',
        'errors/decode/',
        'errors/ferries/errors/SAILING_FULL/',
      ]) {
        await page.goto(site.url + path);
        await expect(page.locator('.errorbook').first()).toBeVisible();
      }
      await page.goto(site.url + CODE);
      expect(await page.locator('html').getAttribute('data-code')).toBe('typescript');
      const accent = page
        .locator('.errorbook .content')
        .evaluate((it) => getComputedStyle(it).getPropertyValue('--accent').replaceAll(/\s/g, ''));
      expect(await accent).toBe('light-dark(#7a1f5c,#f0a8d8)');
      await expect(page.locator('meta[http-equiv=content-security-policy]')).toHaveCount(1);
      expect(refused).toEqual([]);
    } finally {
      await site.close();
    }
  });
}

test('while the site is edited, a change of the registry shows, in files too', async () => {
  const folder = join(work, 'edited');
  cpSync(plain, folder, { recursive: true, filter: (path) => !/node_modules$|[\\/]dist$/.test(path) });
  symlinkSync(join(plain, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const url = `http://localhost:${await freePort()}/docs/errors/harbour/`;
  const { child } = astro(folder, 'dev', '--port', new URL(url).port);
  const server = await served(child, url, 'SIGTERM');
  try {
    const text = async (path: string) => (await fetch(url + path)).text();
    expect(await text('')).toContain('Berths and pilots');
    expect(await text('errors.json')).toContain('Berths and pilots');
    edit(join(folder, 'contracts/harbour/api.yaml'), 'Berths and pilots', 'Berths and tugs');
    await expect.poll(() => text('')).toContain('Berths and tugs');
    expect(await text('errors.json')).toContain('Berths and tugs');
  } finally {
    await server.close();
  }
});

test('without a layout, pages look as on a site of their own, and leave those of the site as they are', async ({
  page,
}) => {
  const folder = withoutUs(plain);
  cpSync(join(plain, 'contracts'), join(folder, 'contracts'), { recursive: true });
  edit(join(folder, 'astro.config.mjs'), "{ layout: './src/layouts/Docs.astro' }", "{ prefix: '/api/errors' }");
  const site = await serve(await buildHost(folder), '/docs/');
  try {
    const { dead } = await deadLinks(`${site.url}api/errors/`);
    expect(dead).toEqual([]);
    await page.goto(`${site.url}api/${CODE}`);
    await expect(page.locator('nav.rail')).toBeVisible();
    expect(await page.locator('nav.rail').evaluate((it) => getComputedStyle(it).position)).toBe('sticky');
    const color = () => page.locator('html').evaluate((it) => getComputedStyle(it).backgroundColor);
    const light = await color();
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('button', { name: 'Theme' }).click();
    expect(await color()).not.toBe(light);
    await page.goto(site.url);
    await expect(page.locator('.errorbook')).toHaveCount(0);
  } finally {
    await site.close();
  }
});

test('a guide is compiled as in a site of its own', async ({ page }) => {
  await page.goto(`${harbor.url}errors/parcels/guides/waiting/`);
  await expect(page.locator('.guide')).toContainText('has a label and no place yet');
});

test('in Starlight, every link of our pages is answered', async () => {
  const { dead, pages } = await deadLinks(`${quay.url}reference/errors/`);
  expect(dead).toEqual([]);
  expect(pages).toBeGreaterThan(40);
});

test('a page has the layout of Starlight: one first heading, its sections, and its place in the sidebar', async ({
  page,
}) => {
  await page.goto(`${quay.url}reference/${CODE}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(['CROSSING_FULL']);
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await expect(sidebar.locator('[aria-current=page]')).toHaveText('CROSSING_FULL');
  await expect(sidebar.getByRole('link', { name: 'CROSSING_CANCELLED' })).toBeVisible();
  await sidebar.getByRole('link', { name: 'Boarding' }).click();
  await expect(sidebar.locator('[aria-current=page]')).toHaveText('All 4');
  await page.goto(`${quay.url}booking/`);
  await expect(sidebar.getByText('Ferries API')).toBeVisible();
});

test('generated Markdown has its address in Starlight, a short label, and links to pages', async ({ page }) => {
  await page.goto(`${quay.url}ferries/domains/bookings/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(['Bookings']);
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]');
  await expect(current).toHaveText('Bookings');
  await page.locator('.sl-markdown-content').getByRole('link', { name: 'CROSSING_FULL', exact: true }).first().click();
  await expect(page).toHaveURL(`${quay.url}ferries/errors/CROSSING_FULL/`);
  await expect(current).toHaveText('CROSSING_FULL');
});

test('our part of a page has the colors of Starlight, light and dark', async ({ page }) => {
  await page.goto(`${quay.url}reference/${CODE}`);
  const colors = () =>
    page.locator('.errorbook').evaluate((part) => {
      const site = getComputedStyle(document.documentElement);
      const probe = document.createElement('i');
      document.body.append(probe);
      probe.style.color = site.getPropertyValue('--sl-color-white');
      const expected = getComputedStyle(probe).color;
      probe.remove();
      return [getComputedStyle(part).color, expected];
    });
  await page.getByLabel('Select theme').first().selectOption('light');
  const [light, lightOfSite] = await colors();
  expect(light).toBe(lightOfSite);
  await page.getByLabel('Select theme').first().selectOption('dark');
  const [dark, darkOfSite] = await colors();
  expect(dark).toBe(darkOfSite);
  expect(dark).not.toBe(light);
});

test('the text of a page of Starlight looks as it did without us', async ({ page }) => {
  const shots = [];
  for (const { url } of [quayBefore, quay]) {
    await page.goto(`${url}booking/`);
    shots.push(await page.locator('.sl-markdown-content').screenshot());
  }
  expect(shots[1]?.equals(shots[0] ?? Buffer.alloc(0))).toBe(true);
});
