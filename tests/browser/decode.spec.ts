import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { examplesOf, responseText } from '../../src/index.ts';
import { texts } from '../../src/site/texts.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, test } from '../helpers/test.ts';

const { decode: t } = texts;
const BODY = '{"ok":false,"code":"AUTH_REQUIRED","detail":"Sign in first.","error":"Sign in first.","hint":"x"}';
const RESPONSE = `HTTP/2 429
content-type: application/json
retry-after: 30
x-request-id: req_9

{"error":{"code":"rate_limited","message":"Slow down.","requestId":"req_9"}}`;

function field(page: Page) {
  return page.getByRole('textbox', { name: t.title });
}

/** Opens the decoder and waits until it can be used. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}decode/`);
  await expect(field(page)).toBeVisible();
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target })));
      expect(found, `${width} ${colorScheme}`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

test('a response is explained: code and link, status, fault, wait, steps, values and disagreements', async ({
  page,
  ours,
  registry,
}) => {
  await page.clock.setFixedTime(new Date('2026-03-14T09:26:53Z'));
  await open(page, ours.url);
  await field(page).fill(`${RESPONSE}\n\n${BODY}`);
  await expect(page.getByRole('status')).toHaveText('Found 2 known errors.');
  const [first, second] = [page.getByRole('article').first(), page.getByRole('article').nth(1)];
  await expect(first.getByRole('link', { name: 'rate_limited' })).toHaveAttribute(
    'href',
    '/studio-gateway/errors/rate_limited/',
  );
  await expect(first).toContainText('429 Too Many Requests');
  await expect(first).toContainText(texts.faults.caller);
  await expect(first).toContainText(texts.retry['retry-after'].label);
  await expect(first).toContainText(/Wait 30 seconds, until \d?\d:27:23\sAM/);
  const gateway = present(registry.apis.find(({ id }) => id === 'studio-gateway'));
  const limited = present(gateway.codes.find(({ code }) => code === 'rate_limited'));
  const [words] = present(/^[\w ]+/.exec(present(limited.remediation[0])));
  await expect(first.locator('.do')).toContainText(words);
  await expect(first.locator('dt:has-text("error.requestId") + dd')).toHaveText('req_9');
  await expect(first.getByText(t.script.differences)).toHaveCount(0);
  await expect(second.getByRole('link', { name: 'AUTH_REQUIRED' }).first()).toBeVisible();
  await expect(second).toContainText('The field /hint is not a field of the envelope.');
});

test('every example of the page is explained, and its links lead to pages', async ({ page, ours }) => {
  await open(page, ours.url);
  for (const name of [t.response, t.log, t.body]) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('Found 1 known error.');
    await expect(page.getByText(t.script.differences)).toHaveCount(0);
    const href = await page
      .getByRole('article')
      .getByRole('heading', { level: 2 })
      .getByRole('link')
      .getAttribute('href');
    expect((await page.request.get(new URL(present(href), ours.url).href)).status()).toBe(200);
  }
});

test('nothing leaves the browser: the page requests its own scripts and what is known of the APIs, and that once', async ({
  page,
  ours,
  context,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto(`${ours.url}decode/`, { waitUntil: 'networkidle' });
  expect(asked.filter((it) => /\/decode\/.+\.json|worker/.test(it))).toEqual([]);
  const pastes = [RESPONSE, BODY, 'INSUFICIENT_SCOPE', '{"a":1,}', '<html>', 'https://elsewhere.example/'];
  const pasteAll = async () => {
    for (const text of pastes) {
      await field(page).fill('');
      await expect(page.locator('.decode-results')).toBeEmpty();
      await field(page).fill(text);
      await expect(page.getByRole('status')).not.toHaveText('');
      await expect(page.locator('.decode-results')).not.toBeEmpty();
    }
  };
  await pasteAll();
  const own = new RegExp(
    `^GET ${ours.url}(?:decode/(?:index|apis/[a-z-]+)\\.json|decode/|.*\\.(?:js|css|svg|png|ico))?$`,
  );
  expect(asked.filter((it) => !own.test(it) && !it.startsWith('GET data:'))).toEqual([]);
  asked.length = 0;
  await context.setOffline(true);
  await pasteAll();
  await page.getByRole('button', { name: t.script.copy }).click();
  await expect(page).toHaveURL(/#[zp]\./);
  expect(asked).toEqual([]);
  await context.setOffline(false);
});

test('only what is known of the APIs that a paste may concern is loaded', async ({ page, ours, registry }) => {
  const parts: string[] = [];
  page.on('request', (request) => parts.push(...(/[^/]+(?=\.json$)/.exec(request.url()) ?? [])));
  await open(page, ours.url);
  await field(page).focus();
  await expect.poll(() => parts).toEqual(['index']);
  await field(page).fill('upstream said UPSTREAM_GENERATION_ERROR again');
  await expect(page.getByRole('article')).toHaveCount(1);
  expect(parts).toEqual(['index', 'voice-studio']);
  await field(page).fill('Dear team, all is well today.');
  await expect(page.getByRole('article')).toHaveCount(0);
  expect(parts.slice(1).sort()).toEqual(registry.apis.map(({ id }) => id).sort());
});

test('the link holds the paste in its fragment, which no server sees, and opens to the same', async ({
  page,
  ours,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, ours.url);
  const text = `${RESPONSE}\n\n${`${BODY}\n`.repeat(5)}Ü 👾`;
  await field(page).fill(text);
  await page.getByRole('button', { name: t.script.copy }).click();
  await expect(page.getByRole('status')).toHaveText(t.script.copied);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  expect(link).toMatch(/\/decode\/#z\.[\w-]+$/);
  expect(link.length).toBeLessThan(ours.url.length + text.length);

  const other = await context.newPage();
  const asked: string[] = [];
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(field(other)).toHaveValue(text);
  await expect(other.getByRole('article')).toHaveCount(2);
  expect(asked.filter((url) => /#|req_9/.test(new URL(url).search + new URL(url).pathname))).toEqual([]);
});

test('a link carries no secret: what it leaves out is listed, and the field keeps it', async ({
  page,
  ours,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, ours.url);
  const secrets = 'Authorization: Bearer abc.def-1\nCookie: sid=hidden7\n';
  const text = `${secrets}${RESPONSE.replace('Slow down.', 'Slow down, bob@example.com.')}`;
  await field(page).fill(text);
  const left = page.locator('.decode-removed');
  await expect(left).toHaveText(t.script.removed.replace('{list}', '1 × token, 1 × cookie, 1 × email address'));
  await expect(left).toBeVisible();
  await page.getByRole('button', { name: t.script.copy }).click();
  await expect(page.getByRole('status')).toHaveText(t.script.copied);
  await expect(field(page)).toHaveValue(text);
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expect(field(other)).toHaveValue(
    text
      .replace('Bearer abc.def-1', '[token removed]')
      .replace('sid=hidden7', '[cookie removed]')
      .replace('bob@example.com', '[email removed]'),
  );
  await expect(other.getByRole('article')).toHaveCount(1);
  await expect(other.locator('dt:has-text("error.requestId") + dd')).toHaveText('req_9');
  await expect(other.locator('.decode-removed')).toBeHidden();
});

test('a status alone is explained, with the codes of each API that use it', async ({ page, ours, registry }) => {
  await open(page, ours.url);
  await field(page).fill('429');
  await expect(page.getByRole('status')).toHaveText(t.script.bareStatus);
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('429 Too Many Requests');
  const users = registry.apis.filter(({ codes }) =>
    codes.some(({ statuses }) => statuses.some(({ status }) => status === 429)),
  );
  expect(users.length).toBeGreaterThan(1);
  await expect(article.getByRole('listitem')).toHaveCount(users.length);
  for (const { title } of users) await expect(article.getByRole('link', { name: title })).toBeVisible();
  await expectNoViolations(page);
});

test('what is copied for support has code, status, request id, time and address, and nothing else', async ({
  page,
  ours,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(new Date('2026-03-14T09:26:53Z'));
  await open(page, ours.url);
  await field(page).fill(`Authorization: Bearer secret7\n\n${RESPONSE}`);
  const copy = page.getByRole('article').getByRole('button', { name: texts.support.copy });
  await copy.click();
  await expect(page.getByRole('button', { name: texts.copy.copied })).toBeVisible();
  const [code, status, requestId, time, docs] = texts.support.labels.split(',');
  const url = `${ours.url}studio-gateway/errors/rate_limited/`;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    [
      `${code}: rate_limited (Studio Gateway API)`,
      `${status}: 429`,
      `${requestId}: req_9`,
      `${time}: 2026-03-14T09:26:53.000Z`,
      `${docs}: ${url}`,
      '',
    ].join('\n'),
  );
  // the page of the code copies the same from the values of its link, but nothing that looks like a secret
  for (const [id, line] of [
    ['req_9', [`${requestId}: req_9`]],
    ['Bearer%20abc', []],
    ['eyJhbGci.eyJzdWIi.x', []],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${url}#requestId=${id}&token=secret7`);
    await page.getByRole('button', { name: texts.support.copy }).click();
    await expect(page.locator('.support button')).toHaveText(texts.copy.copied);
    expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual([
      `${code}: rate_limited (Studio Gateway API)`,
      `${status}: 429 Too Many Requests`,
      ...line,
      `${time}: 2026-03-14T09:26:53.000Z`,
      `${docs}: ${url}`,
      '',
    ]);
  }
});

test('what is copied for support names the entry, whatever the button at its heading copies', async ({
  page,
  ours,
  context,
  registry,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = present(registry.apis.find(({ sendsCodes }) => !sendsCodes));
  const entry = present(api.codes[0]);
  await page.goto(`${ours.url}${api.id}/errors/${entry.address}/`);
  await page.getByRole('button', { name: texts.support.copy }).click();
  await expect(page.locator('.support button')).toHaveText(texts.copy.copied);
  const [line] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(line).toBe(`${texts.support.labels.split(',')[0]}: ${entry.code} (${api.title})`);
});

test('the support of an API is linked from its entries and from Decode', async ({ page }) => {
  const { url, contracts } = siteNamed('hostile');
  const api = present((await registryIn(contracts)).apis.find(({ id }) => id === 'plain'));
  const code = present(api.codes[0]);
  const expectLinks = async () => {
    for (const [name, href] of [
      [texts.support.contact, present(present(api.support).url)],
      [texts.support.email, 'mailto:help@example.com'],
      [texts.support.serviceStatus, 'https://status.example.com/'],
    ] as const) {
      await expect(page.locator('.support').getByRole('link', { name })).toHaveAttribute('href', href);
    }
  };
  await page.goto(`${url}plain/errors/${code.address}/`);
  await expectLinks();
  await open(page, url);
  await field(page).fill(responseText(present(examplesOf(api, code, '/')[0]).response));
  await expect(page.getByRole('article')).toHaveCount(1);
  await expectLinks();
});

test('a browser that cannot compress makes a plain link, and reads it', async ({ page, ours }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'CompressionStream');
  });
  await open(page, ours.url);
  await field(page).fill(`${BODY} Ü`);
  await page.getByRole('button', { name: t.script.copy }).click();
  await expect(page).toHaveURL(/#p\.[\w-]+$/);
  await page.reload();
  await expect(field(page)).toHaveValue(`${BODY} Ü`);
});

test('a damaged link says so, and a text too long for a link too', async ({ page, ours }) => {
  for (const fragment of ['#z.AAAA', '#z.', '#p.%%%', '#p.A']) {
    await page.goto('about:blank');
    await page.goto(`${ours.url}decode/${fragment}`);
    await expect(page.getByRole('status')).toHaveText(t.script.badLink);
  }
  await page.goto('about:blank');
  await open(page, ours.url);
  // words, because a random string would be left out of the link
  const random = Array.from({ length: 60_000 }, (_, i) => Math.sin(i).toString(36).slice(3, 7)).join(' ');
  await field(page).fill(random);
  await page.getByRole('button', { name: t.script.copy }).click();
  await expect(page.getByRole('status')).toHaveText(t.script.tooLong);
});

test('a fragment that leads to a place on the page leaves the paste alone', async ({ page, ours }) => {
  await open(page, `${ours.url}`);
  await field(page).fill(BODY);
  await page.getByRole('link', { name: t.byHand }).click();
  await expect(page).toHaveURL(/#by-hand$/);
  await expect(field(page)).toHaveValue(BODY);
  await expect(page.getByRole('status')).toHaveText('Found 1 known error.');
});

test('by keyboard alone: from the home page to the explanation, and back to an empty field', async ({ page, ours }) => {
  await page.goto(ours.url);
  const short = page.getByRole('textbox', { name: t.title });
  await short.focus();
  await page.keyboard.insertText(BODY);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: t.submit })).toBeFocused();
  await page.keyboard.press('Enter');
  // a paste may hold secrets, so the address holds none of it
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(page.getByRole('status')).toHaveText('Found 1 known error.');
  await page.getByRole('button', { name: t.script.clear }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page).toHaveURL(/\/decode\/$/);
});

test('a paste from the home page that is too long for a link arrives all the same', async ({ page, ours }) => {
  const text = `${BODY}\n${Array.from({ length: 60_000 }, (_, i) => Math.sin(i).toString(36).slice(3, 5)).join('')}`;
  await page.goto(ours.url);
  await page.getByRole('textbox', { name: t.title }).fill(text);
  await page.getByRole('button', { name: t.submit }).click();
  await expect(page).toHaveURL(/\/decode\/$/);
  await expect(field(page)).toHaveValue(text);
  await expect(page.getByRole('article')).toHaveCount(1);
});

const STATES: [what: string, text: string, says: string | RegExp][] = [
  ['several errors with disagreements', `${RESPONSE}\n${BODY}`, 'Found 2 known errors.'],
  ['an unknown code', '{"ok":false,"code":"AUTH_REQUIRD","detail":"x","error":"x"}', /don’t list/],
  ['a misspelled code', 'INSUFICIENT_SCOPE', 'No error was found.'],
  ['JSON that breaks', '{"statusCode":404,\n"message":}', 'No error was found.'],
  ['a web page', '<html><title>502 Bad Gateway</title>', 'No error was found.'],
  ['nothing but spaces', '   ', 'No error was found.'],
];

for (const [what, text, says] of STATES) {
  test(`axe finds nothing on the decoder with ${what}, and it fits a phone`, async ({ page, ours }) => {
    await open(page, ours.url);
    await field(page).fill(text);
    await expect(page.getByRole('status')).toHaveText(says);
    await expectNoViolations(page);
  });
}

test('a megabyte of text and 200 codes at once are read, and the page goes on', async ({ page, ours, registry }) => {
  await open(page, ours.url);
  const all = registry.apis.flatMap((api) =>
    api.codes.flatMap((code) => examplesOf(api, code, '/').map(({ response }) => responseText(response))),
  );
  const unknown = Array.from({ length: 150 }, (_, i) => `{"ok":false,"code":"NEW_${i}","detail":"x","error":"x"}`);
  await field(page).fill([...all, ...unknown].join('\n\n'));
  await expect(page.getByRole('status')).toHaveText(/^Found \d+ known errors and 150 errors/);
  expect(await page.getByRole('article').count()).toBeGreaterThan(200);
  await field(page).fill(`${BODY}\n${'{"a":['.repeat(200_000)}`);
  await expect(page.getByRole('status')).toHaveText('Found 1 known error.');
  await expect(page.locator('.decode-results')).toContainText('only its first 1 MB');
  await field(page).fill('\0\u0001\u0002\u0003');
  await expect(page.locator('.decode-results')).toContainText('binary');
});

test('markup in a paste or in a registry is shown letter by letter, and never runs', async ({ page }) => {
  const { url, contracts } = siteNamed('hostile');
  const registry = await registryIn(contracts);
  await open(page, url);
  const pastes = registry.apis.flatMap((api) =>
    api.codes.flatMap((code) => examplesOf(api, code, '/').map(({ response }) => responseText(response))),
  );
  const attack = '<img src=x onerror="window.__ran=1"><script>window.__ran=1</script>';
  await field(page).fill(
    [...pastes, JSON.stringify({ [attack]: attack, error: { code: attack, text: attack } })].join('\n\n'),
  );
  await expect(page.getByRole('status')).toHaveText(/^Found \d+/);
  expect(await page.locator('.decode-results :is(img, script, svg, iframe, [onerror])').count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { __ran: unknown }).__ran)).toBeUndefined();
  const everyText = present(registry.apis.flatMap(({ codes }) => codes).find(({ code }) => code === 'every-text'));
  await expect(page.locator('.decode-results')).toContainText(present(everyText.remediation[0]).replace(/\s+/g, ' '));
});

test('it works below a base path', async ({ page }) => {
  const { url, base } = siteNamed('preview');
  await page.goto(url);
  await page.getByRole('textbox', { name: t.title }).fill(BODY);
  await page.getByRole('button', { name: t.submit }).click();
  const heading = page.getByRole('article').getByRole('link', { name: 'AUTH_REQUIRED' }).first();
  await expect(heading).toHaveAttribute('href', `${base}voice-studio/errors/AUTH_REQUIRED/`);
  await expect(page.getByRole('banner').getByRole('link', { name: t.nav })).toHaveAttribute('href', `${base}decode/`);
});

test('where the index cannot be loaded, the page says so', async ({ page, ours, trouble }) => {
  await page.route('**/decode/index.json', (route) => route.abort());
  await page.goto(`${ours.url}decode/`);
  await field(page).fill(BODY);
  await expect(page.getByRole('status')).toHaveText(t.script.failed);
  expect(trouble.splice(0).filter((it) => !it.includes('ERR_FAILED'))).toEqual([]);
});
