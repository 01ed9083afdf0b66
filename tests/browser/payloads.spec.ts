import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SourceFile } from '../../src/index.ts';
import { texts } from '../../src/site/texts.ts';
import { errorbook, ROOT } from '../helpers/command.ts';
import { filesIn } from '../helpers/files.ts';
import { ALL_PAYLOADS, APIS, PAYLOADS, twoStates } from '../helpers/payloads.ts';
import { present } from '../helpers/present.ts';
import { type Served, serve } from '../helpers/serve.ts';
import { expect, test } from '../helpers/test.ts';

/*
 * Each payload is in every text of an API of its own. Two more APIs hold harmless texts: what elements and attributes
 * their pages have, the others may have, and nothing more.
 */
const BASELINE = ['plain', 'markdown'];

/** A page with no rule against scripts or frames, from which a test reads the others. */
const BLANK = 'blank.html';

/** So many pages are open at a time. */
const SIDE_BY_SIDE = 20;

let folder: string;
let site: Served;

test.describe.configure({ mode: 'serial', timeout: 900_000 });

test.beforeAll(async () => {
  folder = join(ROOT, 'node_modules/.cache/errorbook-tests', `payloads-${process.pid}`);
  const [before, after, out] = [join(folder, 'before'), join(folder, 'after'), join(folder, 'out')];
  const states = twoStates();
  await Promise.all([write(before, states.before), write(after, states.after)]);
  const build = errorbook('preview', '--contracts', after, '--against', before, '--out', out);
  const { status, out: said, err } = await build.ended;
  expect(status, `${said}\n${err}`).toBe(0);
  await writeFile(join(out, BLANK), '<!doctype html><link rel="icon" href="data:,"><title>Blank</title><body></body>');
  site = await serve(out, '/');
});

async function write(to: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), text);
  }
}

test.afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The API that a page is of, and its kind: the same for the same page of every API. */
function kindOf(file: string): { api: string; kind: string } {
  const [api = '', ...rest] = file.split('/');
  if (rest.length === 0 || !APIS.some(({ id }) => id === api)) return { api: '', kind: file };
  if (/^statuses\/status/.test(rest.join('/'))) return { api, kind: 'the named status' };
  if (rest[0] !== 'errors') return { api, kind: rest.join('/') };
  return {
    api,
    kind: /~202\/index\.html$/.test(file) ? 'the second code' : /\/was~20/.test(file) ? 'an alias' : 'the first code',
  };
}

/** The HTML files of the site that a test reads. */
async function pages(): Promise<string[]> {
  return (await filesIn(join(folder, 'out'), '.html')).filter((file) => file !== BLANK);
}

/** What pages are made of, as a browser reads them without running them: elements, attributes, schemes of links. */
function madeOf(page: Page, files: string[]): Promise<string[][]> {
  const addresses = files.map((file) => site.url + file);
  return page.evaluate(async (all) => {
    const made: string[][] = [];
    for (const address of all) {
      const text = await (await fetch(address)).text();
      const document = new DOMParser().parseFromString(text, 'text/html');
      const found = new Set<string>();
      for (const { localName, attributes } of document.querySelectorAll('*')) {
        found.add(`<${localName}>`);
        for (const { name, value } of attributes) {
          const scheme = /^(?:href|src|action|formaction|data|poster|background|xlink:href)$/.test(name)
            ? ` to ${new URL(value, 'https://here.example').protocol}`
            : '';
          found.add(`<${localName} ${name}>${scheme}`);
        }
      }
      made.push([...found]);
    }
    return made;
  }, addresses);
}

test('payloads in every text field add no element, attribute or scheme to any page', async ({ page }) => {
  expect(ALL_PAYLOADS.length).toBeGreaterThanOrEqual(200);
  await page.goto(site.url + BLANK);
  const own = (await pages()).filter((file) => kindOf(file).api !== '');
  const isKnown = (file: string) => BASELINE.includes(kindOf(file).api);
  const known = own.filter(isKnown);
  const others = own.filter((file) => !isKnown(file));
  expect(others.length).toBeGreaterThan(PAYLOADS.length * 7);
  const baseline = new Map<string, Set<string>>();
  const parts = await madeOf(page, known);
  known.forEach((file, at) => {
    const { kind } = kindOf(file);
    baseline.set(kind, new Set([...(baseline.get(kind) ?? []), ...present(parts[at])]));
  });
  const made = await madeOf(page, others);
  const strangers = others.flatMap((file, at) =>
    present(made[at])
      .filter((part) => !baseline.get(kindOf(file).kind)?.has(part))
      .map((part) => `${file} has ${part}`),
  );
  expect(strangers).toEqual([]);
});

/** Watches a page and its frames for what a payload would do first. */
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

/** Opens pages side by side, which takes a fraction of the time, and returns those in which anything ran or that went elsewhere. */
function troubledOf(page: Page, addresses: string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const frames = all.map((src) => Object.assign(document.createElement('iframe'), { src }));
    const loaded = frames.map((frame) => new Promise((done) => frame.addEventListener('load', done, { once: true })));
    document.body.replaceChildren(...frames);
    await Promise.all(loaded);
    return frames.flatMap(({ contentWindow: inside, src }) => {
      if (!inside || inside.location.href !== src) return [`${src} is elsewhere`];
      const [ran, violations] = [Reflect.get(inside, '__ran'), Reflect.get(inside, '__violations')];
      return ran === undefined && violations?.length === 0 ? [] : [`${src}: ${JSON.stringify([ran, violations])}`];
    });
  }, addresses);
}

test('nothing of a payload runs on any type of page, nor asks for anything', async ({ page }) => {
  const expectNothing = await watchFor(page);
  const files = await pages();
  const kinds = [...new Set(files.map((file) => kindOf(file).kind))];
  // each payload on the page of its code, and on every fourth of the other kinds; that of an alias leads to its code
  const opened = files.filter((file) => {
    const { api, kind } = kindOf(file);
    const at = APIS.findIndex(({ id }) => id === api);
    return kind !== 'an alias' && (api === '' || kind === 'the first code' || kinds.indexOf(kind) % 4 === at % 4);
  });
  expect(opened.length).toBeGreaterThan(PAYLOADS.length * 2);
  const addresses = opened.map((file) => site.url + file.replace(/index\.html$/, ''));
  await page.goto(site.url + BLANK);
  const troubled: string[] = [];
  for (let at = 0; at < addresses.length; at += SIDE_BY_SIDE)
    troubled.push(...(await troubledOf(page, addresses.slice(at, at + SIDE_BY_SIDE))));
  expect(troubled).toEqual([]);
  await expectNothing();
});

test('nothing of a payload runs on a page of its own either, which may take the focus', async ({ page }) => {
  const expectNothing = await watchFor(page);
  const files = await pages();
  const kinds = [...new Set(files.map((file) => kindOf(file).kind))];
  // each payload on a page of one kind, and so each kind with many payloads
  const opened = files.filter((file) => {
    const { api, kind } = kindOf(file);
    return kind !== 'an alias' && kinds.indexOf(kind) === APIS.findIndex(({ id }) => id === api) % kinds.length;
  });
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
    const elsewhere = await results
      .locator('.decoded a')
      .evaluateAll((all) =>
        all.map((it) => String(Reflect.get(it, 'href'))).filter((it) => !it.startsWith(location.origin)),
      );
    // the API's own support addresses, which are checked web and mail addresses
    const isSupport = (href: string) => href.startsWith('https://a.example/') || href === 'mailto:help@example.com';
    expect(elsewhere.filter((href) => !isSupport(href))).toEqual([]);
    await expectNothing();
  }
});
