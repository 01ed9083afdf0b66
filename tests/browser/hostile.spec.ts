import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Api, type Code, examplesOf, responseText } from '../../src/index.ts';
import { allPaths, codePath } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { HOSTILE, registryIn } from '../helpers/registry.ts';
import { siteNamed } from '../helpers/sites.ts';
import { expect, seenText, test } from '../helpers/test.ts';

declare global {
  interface Window {
    /** Set by any text of the hostile registry that a page runs. */
    __ran: unknown;
  }
}

const registry = await registryIn(HOSTILE);
const api = present(registry.apis.find(({ id }) => id === 'hostile'));
const everyText = present(api.codes.find(({ code }) => code === 'every-text'));

/** Goes to a page and returns its text, having seen that nothing of it ran. */
async function visit(page: Page, path: string): Promise<string> {
  await page.goto(siteNamed('hostile').url + path);
  expect(await page.evaluate(() => window.__ran), path).toBeUndefined();
  return seenText(page);
}

/** Those of the texts that the page does not show letter by letter. */
function notLiteral(seen: string, expected: readonly (string | undefined)[]): string[] {
  return expected.filter((text): text is string => text !== undefined && !seen.includes(text.replace(/\s+/g, ' ')));
}

test('no page runs, loads or reports anything of what the registry says', async ({ page }) => {
  for (const path of [...allPaths(registry), '404.html']) {
    await visit(page, path);
    const made = await page.evaluate(
      () =>
        document.querySelectorAll(
          'main :is(script, img, svg:not(.status-bar), iframe, object, [onerror], [onload], [onfocus])',
        ).length,
    );
    expect(made, path).toBe(0);
    const schemes = await page
      .locator('a')
      .evaluateAll((links) => links.map((it) => (it as HTMLAnchorElement).protocol));
    expect(
      schemes.filter((scheme) => !['http:', 'https:', 'mailto:'].includes(scheme)),
      path,
    ).toEqual([]);
  }
});

test('the page of a code shows every text of its entry letter by letter', async ({ page }) => {
  const seen = await visit(page, codePath(api, everyText));
  const { retry } = everyText;
  const deprecated = present(everyText.deprecated);
  expect(
    notLiteral(seen, [
      everyText.title,
      everyText.meaning,
      ...everyText.remediation,
      ...everyText.causes,
      retry.reason,
      everyText.since,
      deprecated.since,
      deprecated.reason,
      ...everyText.statuses.map(({ title }) => title),
      ...everyText.fields.flatMap(({ pointer, meaning }) => [pointer, meaning]),
      ...Object.values(everyText.headers).map(({ meaning }) => meaning),
      ...everyText.examples.map(({ name }) => name),
      ...everyText.operations.flatMap(({ operation, meaning }) => [operation, meaning]),
      ...everyText.states,
      ...everyText.related,
      ...everyText.links.map(({ title }) => title),
    ]),
  ).toEqual([]);
  await expect(page).toHaveTitle(`${everyText.code} · ${api.title}`);
});

test('the pages of an API show every text of its api file letter by letter', async ({ page }) => {
  let all = '';
  const references = allPaths({ ...registry, apis: [{ ...api, codes: [] }] }).filter((it) => it.startsWith(api.id));
  for (const path of references) all += ` ${await visit(page, path)}`;
  expect(notLiteral(all, textsOfApi(api))).toEqual([]);
  const seen = await visit(page, `${api.id}/`);
  const meanings = api.codes.filter(({ code }) => code !== 'markdown').map(({ meaning }) => meaning);
  expect(notLiteral(seen, meanings)).toEqual([]);
});

test('home, domain and statuses show the texts of their tables letter by letter', async ({ page }) => {
  expect(notLiteral(await visit(page, ''), [api.title, api.summary, ...api.codes.map(({ code }) => code)])).toEqual([]);
  for (const domain of api.domains) {
    const seen = await visit(page, `${api.id}/domains/${domain.id}/`);
    expect(notLiteral(seen, [domain.title, domain.summary, ...domain.codes])).toEqual([]);
  }
  const seen = await visit(page, `${api.id}/statuses/`);
  expect(
    notLiteral(
      seen,
      api.statuses.flatMap(({ title, meaning }) => [title, meaning]),
    ),
  ).toEqual([]);
});

test('a guide shows its texts, its code and the texts of its components letter by letter', async ({ page }) => {
  const guide = present(api.guides[0]);
  const seen = await visit(page, `${api.id}/guides/${guide.id}/`);
  const written = (await readFile(join(dirname(HOSTILE), 'shown-by-the-guide.txt'), 'utf8')).trim().split('\n');
  expect(notLiteral(seen, [guide.title, guide.summary, ...written])).toEqual([]);
  expect(notLiteral(seen, [everyText.meaning, everyText.remediation[0], api.unknownCodes?.meaning])).toEqual([]);
});

test('example responses hold every value letter by letter', async ({ page }) => {
  for (const code of api.codes) {
    await visit(page, codePath(api, code));
    const responses = examplesOf(api, code, `/${codePath(api, code)}`).map(({ response }) => responseText(response));
    expect(await page.locator('.response pre').allTextContents(), code.code).toEqual(responses);
  }
});

test('markup in Markdown stays text, blocks in steps show their words, and good links work', async ({ page }) => {
  const code = present(api.codes.find((it) => it.code === 'markdown'));
  const seen = await visit(page, codePath(api, code));
  // the marks of a list, a heading and a quotation are not shown; what they are in front of is
  const steps = code.remediation.map((step) => step.replace(/^(?:1\.|[#>-]) /, ''));
  expect(
    notLiteral(
      seen,
      steps.map((step) => step.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(point)).trim()),
    ),
  ).toEqual([]);
  await expect(page.getByRole('main').getByRole('link', { name: 'good' })).toHaveAttribute(
    'href',
    'https://good.example/?a=1&b=%222%22',
  );
  await expect(page.getByRole('main').getByRole('link', { name: 'mail' })).toHaveAttribute(
    'href',
    'mailto:a@b.example',
  );
  for (const name of ['bad', 'vb', 'spaced', 'entity', 'case', 'file']) {
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  }
});

test('every code, however odd, has a page that its API leads to and that names it', async ({ page }) => {
  const { url } = siteNamed('hostile');
  for (const it of registry.apis) {
    await page.goto(`${url}${it.id}/`);
    const links = await page
      .locator('main tbody th > a[href*="/errors/"]')
      .evaluateAll((all) => all.map((a) => ({ code: a.textContent!, href: (a as HTMLAnchorElement).href })));
    expect(links.map(({ code }) => code)).toEqual(it.codes.map(({ code }) => code));
    expect(new Set(links.map(({ href }) => href.toLowerCase())).size).toBe(links.length);
    for (const { code, href } of links)
      await expectPageOf(page, it, present(it.codes.find((entry) => entry.code === code)), href);
  }
});

async function expectPageOf(page: Page, { id }: Api, code: Code, href: string): Promise<void> {
  const response = await page.goto(href);
  expect(response?.status(), code.code).toBe(200);
  expect(response?.request().redirectedFrom(), code.code).toBeNull();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${id}/errors/[A-Za-z0-9_.~-]+/$`));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(code.code);
}

function textsOfApi(it: Api): (string | undefined)[] {
  return [
    it.title,
    it.summary,
    it.version,
    it.baseUrl,
    it.unknownCodes?.meaning,
    ...it.domains.flatMap(({ title, summary }) => [title, summary]),
    ...it.guides.flatMap(({ title, summary }) => [title, summary]),
    ...Object.values(it.envelopes).flatMap(({ meaning, fields, headers = {} }) => [
      meaning,
      ...fields.flatMap((field) => [field.pointer, field.meaning, ...(field.items ?? []).map((item) => item.meaning)]),
      ...Object.entries(headers).flatMap(([name, header]) => [name, header.example, header.meaning]),
    ]),
    ...Object.values(it.states).flatMap(({ title, summary, values }) => [
      title,
      summary,
      ...Object.entries(values).flatMap(([name, { meaning }]) => [name, meaning]),
    ]),
    ...Object.entries(it.scopes).flatMap(([name, { meaning }]) => [name, meaning]),
    ...it.limits.flatMap(({ title, unit, meaning }) => [title, unit, meaning]),
    ...it.statuses.flatMap(({ title, meaning }) => [title, meaning]),
  ];
}
