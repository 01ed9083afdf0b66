import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { texts } from '../../src/site/texts.ts';
import { errorbook, ROOT } from '../helpers/command.ts';
import { filesIn } from '../helpers/files.ts';
import { APIS, filesWith, PAYLOADS } from '../helpers/payloads.ts';
import { type Served, serve } from '../helpers/serve.ts';
import { expect, test } from '../helpers/test.ts';

/*
 * Each payload is in every text of an API of its own. Two more APIs hold harmless texts: what elements and attributes
 * their pages have, the others may have, and nothing more.
 */
const BASELINE = ['plain', 'markdown'];

let folder: string;
let site: Served;

test.describe.configure({ mode: 'serial', timeout: 900_000 });

test.beforeAll(async () => {
  folder = join(ROOT, 'node_modules/.cache/errorbook-tests', `payloads-${process.pid}`);
  const [before, after, out] = ['before', 'after', 'out'].map((name) => join(folder, name));
  for (const [state, word] of [
    [before!, 'Earlier'],
    [after!, 'The'],
  ] as const) {
    for (const { path, text } of APIS.flatMap((api) => filesWith(api, word))) {
      await mkdir(dirname(join(state, path)), { recursive: true });
      await writeFile(join(state, path), text);
    }
  }
  const build = errorbook('preview', '--contracts', after!, '--against', before!, '--out', out!);
  const { status, out: said, err } = await build.ended;
  expect(status, `${said}\n${err}`).toBe(0);
  site = await serve(out!, '/');
});

test.afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The API that a page is of, and its kind: the same for the same page of every API. */
function kindOf(file: string): { api: string; kind: string } {
  const [api = '', ...rest] = file.split('/');
  if (rest.length === 0 || !APIS.some(({ id }) => id === api)) return { api: '', kind: file };
  if (rest[0] !== 'errors') return { api, kind: rest.join('/') };
  return {
    api,
    kind: /~202\/index\.html$/.test(file) ? 'the second code' : /\/was~20/.test(file) ? 'an alias' : 'the first code',
  };
}

/** What a page is made of, as a browser reads it without running it: elements, attributes, schemes of links. */
function madeOf(page: Page, html: string[]): Promise<string[][]> {
  return page.evaluate((all) => {
    const kindOf = (element: Element) => element.localName;
    return all.map((text) => {
      const document = new DOMParser().parseFromString(text, 'text/html');
      const found = new Set<string>();
      for (const element of document.querySelectorAll('*')) {
        found.add(`<${kindOf(element)}>`);
        for (const { name, value } of element.attributes) {
          const scheme = /^(?:href|src|action|formaction|data|poster|background|xlink:href)$/.test(name)
            ? ` to ${new URL(value, 'https://here.example').protocol}`
            : '';
          found.add(`<${kindOf(element)} ${name}>${scheme}`);
        }
      }
      return [...found];
    });
  }, html);
}

/** The parts of a page that its kind has not, with harmless texts. */
const baseline = new Map<string, Set<string>>();

async function strangers(page: Page, files: string[]): Promise<string[]> {
  const html = await Promise.all(files.map((file) => readFile(join(folder, 'out', file), 'utf8')));
  const parts = await madeOf(page, html);
  return files.flatMap((file, at) => {
    const known = baseline.get(kindOf(file).kind);
    return parts[at]!.filter((part) => !known?.has(part)).map((part) => `${file} has ${part}`);
  });
}

test('over 200 payloads in every text field add no element, attribute or scheme to any page', async ({ page }) => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  const files = await filesIn(join(folder, 'out'), '.html');
  const own = files.filter((file) => kindOf(file).api !== '');
  for (const file of own.filter((it) => BASELINE.includes(kindOf(it).api))) {
    const [parts] = await madeOf(page, [await readFile(join(folder, 'out', file), 'utf8')]);
    const { kind } = kindOf(file);
    baseline.set(kind, new Set([...(baseline.get(kind) ?? []), ...parts!]));
  }
  const others = own.filter((it) => !BASELINE.includes(kindOf(it).api));
  expect(others.length).toBeGreaterThan(PAYLOADS.length * 6);
  const found: string[] = [];
  for (let at = 0; at < others.length; at += 100) found.push(...(await strangers(page, others.slice(at, at + 100))));
  expect(found).toEqual([]);
});

/** Watches a page for what a payload would do first. */
async function watchFor(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { __violations: seen });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return async () => {
    const ran = await page.evaluate(() => [Reflect.get(window, '__ran'), Reflect.get(window, '__violations')]);
    expect(ran, page.url()).toEqual([undefined, []]);
  };
}

test('nothing of a payload runs on any type of page, nor asks for anything', async ({ page }) => {
  const expectNothing = await watchFor(page);
  const files = await filesIn(join(folder, 'out'), '.html');
  const kinds = [...new Set(files.map((file) => kindOf(file).kind))];
  // every payload on the page of its code; of the other kinds, each payload on one, in turn
  const opened = files.filter((file) => {
    const { api, kind } = kindOf(file);
    const at = APIS.findIndex(({ id }) => id === api);
    return kind !== 'an alias' && (api === '' || kind === 'the first code' || kinds.indexOf(kind) % 8 === at % 8);
  });
  expect(opened.length).toBeGreaterThan(PAYLOADS.length);
  for (const file of opened) {
    await page.goto(site.url + file.replace(/index\.html$/, ''));
    await expectNothing();
  }
});

test('search shows payloads as text, in the field and in its results', async ({ page }) => {
  const expectNothing = await watchFor(page);
  await page.goto(site.url);
  const field = page.getByRole('combobox').first();
  for (const payload of PAYLOADS.filter((_, at) => at % 4 === 0)) {
    await field.fill(payload);
    await expect(field).toHaveValue(payload);
  }
  await field.fill('code harmless');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await page.getByRole('option').locator('img, script, svg, iframe, style').count()).toBe(0);
  await expectNothing();
});

test('the decoder shows pasted payloads as text, in bodies, logs and heads', async ({ page }) => {
  const expectNothing = await watchFor(page);
  await page.goto(`${site.url}decode/`);
  const field = page.getByRole('textbox', { name: texts.decode.title });
  const results = page.locator('main');
  for (let at = 0; at < PAYLOADS.length; at += 10) {
    const lines = PAYLOADS.slice(at, at + 10).map((payload) => {
      const body = { code: `code ${payload}`.slice(0, 60).trim(), message: payload, [payload]: payload };
      return `HTTP/1.1 422 ${payload}\nX-Payload: ${payload}\n\n${JSON.stringify(body)}\n${payload}`;
    });
    await field.fill(lines.join('\n\n'));
    await expect(results.locator('.decoded').first()).toBeVisible();
    expect(
      await results
        .locator('.decoded :is(img, script, svg, iframe, style, object, embed, form, base, meta, link)')
        .count(),
    ).toBe(0);
    expect(
      await results
        .locator('.decoded a')
        .evaluateAll((all) => all.filter((it) => new URL(Reflect.get(it, 'href')).origin !== location.origin).length),
    ).toBe(0);
    await expectNothing();
  }
});
