import type { Page } from '@playwright/test';
import { dialogTexts } from '../../src/client/search/dialog-texts.ts';
import { shellTexts } from '../../src/site/texts/shell.ts';
import { texts } from '../../src/site/texts.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

/*
 * What the list of the search holds: results by API, places beside codes, filters, and what was chosen before. The site
 * `searched` has two small APIs, Trains and Buses, below /kb/.
 */

const { search: t } = texts;
const { labels } = t;

const url = () => siteNamed('searched').url;
const fieldOf = (page: Page) => page.getByRole('combobox', { name: t.field }).first();
const dialogOf = (page: Page) => page.getByRole('dialog', { name: dialogTexts.name });
const inputOf = (page: Page) => dialogOf(page).getByRole('combobox');
const hitsOf = (page: Page) => page.getByRole('option');
const chosenOf = (page: Page) => page.locator('[role=option][aria-selected=true]');

async function openDialog(page: Page, path: string, query = ''): Promise<void> {
  await page.goto(url() + path);
  await page.keyboard.press('Control+k');
  await expect(dialogOf(page)).toContainText(labels.hint);
  if (query) await inputOf(page).fill(query);
}

/** The list as a reader sees it: headings, and the name of each result. */
function listOf(page: Page): Promise<string[]> {
  return page
    .locator('.hits .group, .hits .hit > :first-child')
    .evaluateAll((all) => all.map((it) => (it.className === 'group' ? `# ${it.textContent}` : it.textContent)));
}

for (const [path, placeholder] of [
  ['', t.everywhere],
  ['decode/', t.everywhere],
  ['search/', t.everywhere],
  ['404.html', t.everywhere],
  ['trains/', t.here],
  ['trains/guides/first-ticket/', t.here],
  ['buses/errors/FARE_CHANGED/', t.here],
] as const) {
  test(`the field of /${path} says what it searches: ${placeholder}`, async ({ page }) => {
    await page.goto(url() + path);
    await expect(page.locator('#search')).toHaveAttribute('placeholder', placeholder);
  });
}

test('the results of the API come first, under its name, and then the others', async ({ page }) => {
  await openDialog(page, 'buses/errors/FARE_CHANGED/', 'ticket unknown');
  await expect(page.getByRole('group', { name: 'Buses API' }).getByRole('option')).toHaveCount(1);
  expect(await listOf(page)).toEqual(['# Buses API', 'TICKET_UNKNOWN', `# ${labels.others}`, 'TICKET_UNKNOWN']);
  await expect(page.getByRole('group', { name: labels.others }).locator('.where')).toHaveText('Trains API · Tickets');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}buses/errors/TICKET_UNKNOWN/`);
});

test('on a page of no API each result names its API', async ({ page }) => {
  await page.goto(url());
  await fieldOf(page).fill('ticket unknown');
  await expect(hitsOf(page).locator('.where')).toHaveText(['Buses API · Fares', 'Trains API · Tickets']);
  await expect(page.getByRole('group')).toHaveCount(0);
});

for (const [query, kind, name, address] of [
  ['seat reservations', labels.kinds.domain, 'Seat reservations', 'trains/domains/seats/'],
  ['first ticket', labels.kinds.guide, 'Buying a first ticket', 'trains/guides/first-ticket/'],
  ['503 api:trains', labels.kinds.status, '503 Service Unavailable', 'trains/statuses/503/'],
  ['arrived', labels.kinds.state, 'ARRIVED', 'trains/states/#states-journey.ARRIVED'],
  ['decode', labels.kinds.page, texts.decode.title, 'decode/'],
  ['handling', labels.kinds.page, shellTexts.handling.title, 'trains/handling/'],
  ['files', labels.kinds.page, shellTexts.files.title, 'trains/files/'],
  ['envelope', labels.kinds.page, shellTexts.response.title, 'trains/response/'],
] as const) {
  test(`${query} finds a ${kind.toLowerCase()}, which says so, and leads to it`, async ({ page }) => {
    await openDialog(page, 'trains/', query);
    const hit = hitsOf(page)
      .filter({ has: page.getByText(kind, { exact: true }) })
      .first();
    await expect(hit.locator('.name')).toHaveText(name);
    await hit.click();
    await expect(page).toHaveURL(url() + address);
    const { hash } = new URL(page.url());
    if (hash) await expect(page.locator(`[id="${decodeURIComponent(hash.slice(1))}"]`)).toHaveCount(1);
  });
}

test('every address that the search knows is a page, and a place on it', async ({ page }) => {
  for (const name of ['searched', 'grown', 'hostile', 'ours'] as const) {
    const site = siteNamed(name);
    const index = await (await page.request.get(`${site.url}search/codes.json`)).json();
    const places: [string, string, string][] = [
      ...index.places,
      ...index.apis.flatMap((api: { places: [] }) => api.places),
    ];
    const statuses: [unknown, string, string][] = index.apis.flatMap((api: { statuses: [] }) => api.statuses);
    for (const href of new Set([...places, ...statuses].map(([, , href]) => href))) {
      const { pathname, hash, href: full } = new URL(href, site.url);
      const response = await page.request.get(full);
      expect(response.status(), pathname).toBe(200);
      if (hash) expect(await response.text(), href).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
    }
  }
});

test('filters narrow, alone and beside words, and the open list says which there are', async ({ page }) => {
  await openDialog(page, 'trains/');
  for (const filter of ['status:404', 'fault:caller', 'retry:never', 'is:deprecated', 'api:name', 'domain:name']) {
    await expect(dialogOf(page).locator('.help')).toContainText(filter);
  }
  for (const [query, expected] of [
    ['is:deprecated', ['# Trains API', 'TICKET_HELD']],
    ['fault:upstream', ['# Trains API', 'PLAN_UNAVAILABLE']],
    ['status:404', ['# Trains API', 'TICKET_UNKNOWN', `# ${labels.others}`, 'TICKET_UNKNOWN']],
    ['status:404 api:buses', [`# ${labels.others}`, 'TICKET_UNKNOWN']],
    ['domain:seats retry:never', ['# Trains API', 'WINDOW_ONLY']],
    ['ticket is:deprecated', ['# Trains API', 'TICKET_HELD']],
  ] as const) {
    await inputOf(page).fill(query);
    await expect.poll(() => listOf(page), query).toEqual(expected);
    await expect(dialogOf(page).locator('.help')).toBeVisible();
  }
});

test('filters and values that do not exist are explained in the list', async ({ page }) => {
  await openDialog(page, 'trains/');
  for (const [query, said] of [
    ['fault:me', 'Nothing has fault:me. Known: caller, service, upstream.'],
    ['fault:caler', 'Nothing has fault:caler. Known: caller, service, upstream. Did you mean fault:caller?'],
    ['api:planes', 'Nothing has api:planes. Known: buses, trains.'],
    [
      'fualt:caller',
      'There is no filter fualt:. Filters are api:, domain:, status:, retry:, fault:, is:. Did you mean fault:?',
    ],
    ['qq`qq', labels.none],
  ] as const) {
    await inputOf(page).fill(query);
    await expect(dialogOf(page).getByRole('status')).toHaveText(said);
    await expect(hitsOf(page)).toHaveCount(0);
  }
});

test('without a query the list shows what was chosen last, by mouse or keyboard, and can forget it', async ({
  page,
}) => {
  await openDialog(page, 'trains/');
  await expect(hitsOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: labels.forget })).toBeHidden();
  for (const [query, address] of [
    ['seat_taken', 'trains/errors/SEAT_TAKEN/'],
    ['fare_changed', 'buses/errors/FARE_CHANGED/'],
    ['decode', 'decode/'],
    ['line_01', 'buses/errors/LINE_01_CLOSED/'],
    ['line_02', 'buses/errors/LINE_02_CLOSED/'],
    ['seat_taken', 'trains/errors/SEAT_TAKEN/'],
    ['first ticket', 'trains/guides/first-ticket/'],
  ] as const) {
    await openDialog(page, 'trains/', query);
    await expect(chosenOf(page)).toHaveCount(1);
    if (query === 'line_01') await chosenOf(page).click();
    else await page.keyboard.press('Enter');
    await expect(page).toHaveURL(url() + address);
  }
  await openDialog(page, 'buses/');
  const last = ['Buying a first ticket', 'SEAT_TAKEN', 'LINE_02_CLOSED', 'LINE_01_CLOSED', 'Decode a response'];
  await expect.poll(() => listOf(page)).toEqual([`# ${labels.recent}`, ...last]);
  await expect(chosenOf(page)).toHaveCount(0);
  // addresses, and nothing else
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
    [
      'error-docs-recent:/kb/search/codes.json',
      JSON.stringify([
        '/kb/trains/guides/first-ticket/',
        '/kb/trains/errors/SEAT_TAKEN/',
        '/kb/buses/errors/LINE_02_CLOSED/',
        '/kb/buses/errors/LINE_01_CLOSED/',
        '/kb/decode/',
      ]),
    ],
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}trains/errors/SEAT_TAKEN/`);
  await openDialog(page, 'buses/');
  await page.getByRole('button', { name: labels.forget }).click();
  await expect(hitsOf(page)).toHaveCount(0);
  await expect(inputOf(page)).toBeFocused();
  await openDialog(page, 'buses/');
  await expect(hitsOf(page)).toHaveCount(0);
});

test('the field of the page shows the same where a reader asks for it, and not just because it has the focus', async ({
  page,
}) => {
  await page.goto(`${url()}trains/`);
  await page.evaluate(() => localStorage.setItem('error-docs-recent:/kb/search/codes.json', '["/kb/decode/"]'));
  await fieldOf(page).focus();
  await page.keyboard.type('x');
  await expect(page.locator('.found')).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.locator('.found')).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(hitsOf(page)).toHaveCount(1);
  await expect(page.locator('.help')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('.found')).toBeHidden();
  await fieldOf(page).click();
  await expect(hitsOf(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('.found')).toBeHidden();
});

for (const [what, stored] of [
  ['another form', '{"a":1}'],
  ['no JSON', 'nonsense'],
  ['other addresses', '["javascript:alert(1)", 5, "/kb/nowhere/", "https://example.com/"]'],
] as const) {
  test(`a list of recent choices that holds ${what} shows nothing`, async ({ page }) => {
    await page.goto(`${url()}trains/`);
    await page.evaluate((it) => localStorage.setItem('error-docs-recent:/kb/search/codes.json', it), stored);
    await openDialog(page, 'trains/');
    await expect(hitsOf(page)).toHaveCount(0);
  });
}

test('where storage is forbidden, the search works and remembers nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await openDialog(page, 'trains/', 'seat_taken');
  await expect(chosenOf(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}trains/errors/SEAT_TAKEN/`);
  await openDialog(page, 'trains/');
  await expect(hitsOf(page)).toHaveCount(0);
});

test('Enter opens all results where none is chosen, and where nothing matches', async ({ page }) => {
  await openDialog(page, 'trains/', 'ticket');
  await expect(chosenOf(page)).toHaveCount(1);
  await expect(page.getByRole('link', { name: labels.all })).toHaveAttribute('href', '/kb/search/?q=ticket&in=trains');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}search/?q=ticket&in=trains`);
  await openDialog(page, '', 'zzqq & ?#');
  await expect(dialogOf(page).getByRole('status')).toHaveText(labels.none);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url()}search/?q=zzqq+%26+%3F%23`);
  await expect(page.getByRole('searchbox', { name: t.field })).toHaveValue('zzqq & ?#');
});

test('the chosen result and the placeholder differ from the rest in forced colors', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openDialog(page, 'trains/', 'ticket');
  await expect(chosenOf(page)).toHaveCount(1);
  const background = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((it) => getComputedStyle(it).backgroundColor);
  const chosen = await background('[role=option][aria-selected=true]');
  expect(chosen).not.toBe(await background('[role=option][aria-selected=false]'));
  const placeholder = await inputOf(page).evaluate((it) => getComputedStyle(it, '::placeholder').color);
  expect(placeholder).toBe(await inputOf(page).evaluate((it) => getComputedStyle(it).color));
});
