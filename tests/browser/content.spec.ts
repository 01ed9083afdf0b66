import type { Page } from '@playwright/test';
import { type Api, type Code, examplesOf, listName, responseText, statusText } from '../../src/index.ts';
import { counted, texts } from '../../src/site/texts.ts';
import { allPaths, codePath, pageTypes } from '../helpers/pages.ts';
import { present } from '../helpers/present.ts';
import { OURS, registryIn } from '../helpers/registry.ts';
import { expect, seenText, test } from '../helpers/test.ts';
import { unseen } from '../helpers/words.ts';

const registry = await registryIn(OURS);
const pages = pageTypes(registry);

async function visit(page: Page, url: string): Promise<string> {
  await page.goto(url);
  return seenText(page);
}

test.describe('every page has its title, one first heading and its landmarks:', () => {
  for (const { name, path } of pages) {
    test(name, async ({ page, ours }) => {
      await page.goto(ours.url + path);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveCount(1);
      await expect(page).toHaveTitle(new RegExp(`^${RegExp.escape((await heading.innerText()).trim())} · \\S`));
      await expect(page.locator('html')).toHaveAttribute('lang', texts.lang);
      for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
        await expect(page.getByRole(landmark)).toHaveCount(1);
      }
      const description = await page.locator('meta[name=description]').getAttribute('content');
      expect(description?.trim().length).toBeGreaterThan(20);
    });
  }
});

test('the home page shows every API with its numbers, and leads to every code', async ({ page, ours }) => {
  const seen = await visit(page, ours.url);
  const expected = registry.apis.flatMap((api) => [
    api.title,
    api.summary,
    `${counted(api.codes.length, 'code')} in ${counted(api.domains.length, 'domain')}`,
  ]);
  expect(unseen(seen, expected)).toEqual([]);
  for (const api of registry.apis) {
    for (const code of api.codes)
      await expect(page.locator(`main a[href="/${codePath(api, code)}"]`)).toHaveText(code.code);
  }
});

for (const api of registry.apis) {
  test.describe(api.title, () => {
    test('its page has a row for each code, and its reference pages show all else that its api file says', async ({
      page,
      ours,
    }) => {
      const rows = await visit(page, `${ours.url}${api.id}/`);
      expect(
        unseen(rows, [
          api.title,
          api.summary,
          api.version,
          api.baseUrl,
          ...api.codes.flatMap((code) => factsOfRow(api, code)),
        ]),
      ).toEqual([]);
      const references = allPaths({ ...registry, apis: [{ ...api, codes: [] }] }).filter((it) => it.startsWith(api.id));
      let seen = '';
      for (const path of references) seen += ` ${await visit(page, ours.url + path)}`;
      expect(unseen(seen, factsOfApi(api))).toEqual([]);
    });

    test('each domain has a table of its codes', async ({ page, ours }) => {
      for (const domain of api.domains) {
        const seen = await visit(page, `${ours.url}${api.id}/domains/${domain.id}/`);
        const codes = api.codes.filter((code) => code.domain === domain.id);
        expect(unseen(seen, [domain.title, domain.summary, ...codes.flatMap((code) => factsOfRow(api, code))])).toEqual(
          [],
        );
        await expect(page.getByRole('row')).toHaveCount(codes.length + 1);
      }
    });

    test('the page of statuses leads to a page for each, with its codes', async ({ page, ours }) => {
      for (const { status, title, meaning } of api.statuses) {
        const name = statusText({ status, title });
        await page.goto(`${ours.url}${api.id}/statuses/`);
        await page.getByRole('rowheader', { name, exact: true }).getByRole('link').click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        const codes = api.codes.filter(({ statuses }) => statuses.some((it) => it.status === status));
        expect(unseen(await seenText(page), [meaning, ...codes.flatMap((code) => factsOfRow(api, code))])).toEqual([]);
        await expect(page.locator('table.codes tbody tr:not(.group)')).toHaveCount(codes.length);
        const counts = api.domains.flatMap((domain) => {
          const [shown, all] = [codes, api.codes].map((them) => them.filter((it) => it.domain === domain.id).length);
          return shown ? [shown === all ? `${all} code${all === 1 ? '' : 's'}` : `${shown} of ${all} codes`] : [];
        });
        await expect(page.locator('table.codes .count')).toHaveText(counts);
      }
    });

    test('each guide shows its title, its summary and every heading in its contents', async ({ page, ours }) => {
      for (const guide of api.guides) {
        const seen = await visit(page, `${ours.url}${api.id}/guides/${guide.id}/`);
        expect(unseen(seen, [guide.title, guide.summary])).toEqual([]);
        const headings = await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts();
        const contents = page.getByRole('navigation', { name: texts.onThisPage }).getByRole('link');
        expect(await contents.allInnerTexts()).toEqual(headings);
      }
    });

    test('each code has a page with all that its entry says', async ({ page, ours }) => {
      for (const code of api.codes) {
        const seen = await visit(page, ours.url + codePath(api, code));
        expect(unseen(seen, factsOfCode(api, code)), code.code).toEqual([]);
        expect(unseen(await seenText(page, 'footer'), [code.since]), code.code).toEqual([]);
        const responses = examplesOf(api, code, `/${codePath(api, code)}`).map(({ response }) =>
          responseText(response),
        );
        expect(await page.locator('.response pre').allTextContents(), code.code).toEqual(responses);
        for (const name of code.related) {
          const related = present(api.codes.find((it) => it.code === name));
          await expect(page.locator(`main a[href="/${codePath(api, related)}"]`).first()).toBeVisible();
        }
        for (const { title, href } of code.links) {
          await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', href);
        }
      }
    });
  });
}

test('an unknown address gets the page of unknown addresses, whatever is wrong with it', async ({
  page,
  ours,
  trouble,
}) => {
  for (const path of [
    'no-such-api/',
    `${present(registry.apis[0]).id}/errors/NO_SUCH_CODE/`,
    'a/b/c/d',
    '%3Cscript%3E',
  ]) {
    const response = await page.goto(ours.url + path);
    expect(response?.status()).toBe(404);
    const seen = await seenText(page);
    // an API's own rule for unknown codes takes the place of the general steps, except the last
    const steps = path.includes('/errors/') ? texts.notFound.steps.slice(-1) : texts.notFound.steps;
    expect(unseen(seen, [texts.notFound.title, ...steps])).toEqual([]);
    for (const api of registry.apis)
      await page.getByRole('main').getByRole('link', { name: api.title, exact: true }).waitFor();
  }
  // the browser itself reports the status of each
  const reports = trouble.splice(0);
  expect(reports.filter((report) => !report.includes('404 (Not Found)'))).toEqual([]);
  expect(reports).toHaveLength(4);
});

function factsOfApi(api: Api): (string | undefined)[] {
  return [
    api.title,
    api.summary,
    api.version,
    api.baseUrl,
    api.unknownCodes?.meaning,
    ...api.domains.flatMap(({ title, summary }) => [title, summary]),
    ...api.guides.flatMap(({ title, summary }) => [title, summary]),
    ...Object.values(api.envelopes).flatMap(({ meaning, fields, headers = {} }) => [
      meaning,
      ...fields.flatMap((field) => [field.pointer, field.type, field.meaning]),
      ...Object.entries(headers).flatMap(([name, header]) => [name, header.example, header.meaning]),
    ]),
    ...Object.values(api.states).flatMap(({ title, summary, values }) => [
      title,
      summary,
      ...Object.entries(values).flatMap(([name, { meaning }]) => [name, meaning]),
    ]),
    ...Object.entries(api.scopes).flatMap(([name, { meaning }]) => [name, meaning]),
    ...api.limits.flatMap(({ title, max, unit, meaning }) => [title, `${max.toLocaleString('en')} ${unit}`, meaning]),
    ...api.statuses.flatMap((status) => [statusText(status), status.meaning]),
  ];
}

function factsOfRow(api: Api, code: Code): (string | undefined)[] {
  const [firstStep] = code.remediation;
  return [
    listName(api, code).text,
    code.meaning,
    firstStep,
    ...code.statuses.map(({ status }) => String(status)),
    texts.retry[code.retry.policy].label,
  ];
}

function factsOfCode(api: Api, code: Code): (string | undefined)[] {
  const ends = [code.deprecated, code.retired].filter((it) => it !== undefined);
  return [
    api.title,
    present(api.domains.find(({ id }) => id === code.domain)).title,
    code.code,
    code.title,
    ...code.statuses.map(statusText),
    texts.faults[code.fault],
    texts.retry[code.retry.policy].label,
    code.retry.reason,
    code.meaning,
    ...code.remediation,
    ...code.causes,
    ...code.examples.map(({ name }) => name),
    ...code.fields.flatMap(({ pointer, type, meaning }) => [pointer, type, meaning]),
    ...Object.values(code.headers).map(({ meaning }) => meaning),
    ...code.operations.flatMap(({ operation, meaning }) => [operation, meaning]),
    ...code.states,
    ...code.related,
    ...code.links.map(({ title }) => title),
    ...ends.flatMap(({ since, reason, replacedBy }) => [since, reason, replacedBy]),
    code.reserved ? texts.code.reservedNote : undefined,
  ];
}
