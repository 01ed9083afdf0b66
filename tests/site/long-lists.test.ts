import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { apiPage, apiParts } from '../../src/site/api-page.ts';
import { guideLimits, guideRetries, guideScopes, guideStates, guideStatuses } from '../../src/site/guide-tables.ts';
import { homePage, laterApisPages } from '../../src/site/home-page.ts';
import { LONGEST_PART } from '../../src/site/paging.ts';
import { guidesPages, responsePages } from '../../src/site/reference-pages.ts';
import { makeSite } from '../../src/site/site.ts';
import { statusesPages } from '../../src/site/statuses-page.ts';
import { limitsPages, statesPages } from '../../src/site/table-pages.ts';
import { present } from '../helpers/present.ts';

/*
 * An API that has thousands of everything that a page lists: each list has as many pages as it needs, nothing is missing on them,
 * and links to its parts arrive.
 */

const each = <Item>(count: number, item: (at: number) => Item) => Array.from({ length: count }, (_, at) => item(at));
const record = <Item>(count: number, item: (at: number) => [string, Item]) => Object.fromEntries(each(count, item));
const field = (pointer: string) => ({ pointer, type: 'string', optional: true, meaning: `What ${pointer} says.` });
const code = { field: 'code', role: 'code' };

const api = {
  title: 'Crowded API',
  summary: 'Thousands of everything.',
  domains: each(1200, (at) => `d${at}`),
  envelopes: record(80, (at) => [
    `e${at}`,
    { fields: [{ ...field(`/${code.field}`), role: code.role, optional: false }, ...each(20, (n) => field(`/f${n}`))] },
  ]),
  states: {
    life: { title: 'Life', values: record(3000, (at) => [`S${at}`, { meaning: `Waits for thing ${at}, ä.` }]) },
    ...record(60, (at) => [`g${at}`, { title: `Group ${at}`, values: { [`G${at}`]: { meaning: 'A state.' } } }]),
  },
  limits: each(1500, (at) => ({
    title: `Limit ${at}`,
    max: at + 1,
    meaning: `How many of ${at}.`,
    codes: ['C0', 'C1'],
  })),
  scopes: record(1500, (at) => [`scope:${at}`, { meaning: `Allows thing ${at}.` }]),
  statuses: record(1500, (at) => [`N_${at}`, { title: `Status ${at}`, meaning: `What status ${at} says.` }]),
};

const { registry } = check([
  { path: 'crowded/api.json', text: JSON.stringify(api) },
  ...api.domains.map((id, at) => ({
    path: `crowded/${id}.json`,
    text: JSON.stringify({
      title: `Domain ${at}`,
      summary: `The codes of domain ${at}.`,
      envelope: `e${at % 80}`,
      codes: {
        [`C${at}`]: {
          status: `N_${at}`,
          meaning: `Thing ${at} failed.`,
          remediation: `Look at thing ${at}.`,
          retry: 'never',
          states: [`S${at}`, `G${at % 60}`],
        },
      },
    }),
  })),
  ...each(900, (at) => ({
    path: `crowded/guides/g${at}.mdx`,
    text: `---\ntitle: Guide ${at}\nsummary: How to do thing ${at}, what to do after that, ${'and what then, '.repeat(6)}and so on.\n---\n\nText.\n`,
  })),
]);
const site = makeSite({
  registry: present(registry),
  base: '/',
  address: undefined,
  preview: undefined,
  contentPolicy: undefined,
});
const crowded = present(site.apis[0]);
const { urls } = crowded;

/** Holds that pages are several and small, and lead to each other. */
function expectSmall(pages: readonly { paging: { next: string | undefined } | undefined }[], first: string): void {
  assert.ok(pages.length > 1);
  for (const page of pages) {
    const html = JSON.stringify(page, (key, value: unknown) => (key === 'rail' ? undefined : value));
    assert.ok(Buffer.byteLength(html) < LONGEST_PART, `${Buffer.byteLength(html)}`);
  }
  assert.deepEqual(
    pages.map(({ paging }) => paging?.next),
    pages.map((_, at) => (at + 1 < pages.length ? `${first}${at + 2}/` : undefined)),
  );
}

/** The fragments of HTML. */
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

test('every state is on one page, and its links lead there; groups on later pages keep their fragment on the first', () => {
  const pages = statesPages(crowded);
  expectSmall(pages, urls.states('crowded'));
  const places = pages.flatMap(({ sections }, at) =>
    sections.flatMap(({ html }) =>
      idsIn(html).map((id) => `${urls.states('crowded')}${at > 0 ? `${at + 1}/` : ''}#${id}`),
    ),
  );
  const hrefs = Object.entries(api.states).flatMap(([group, { values }]) =>
    Object.keys(values).map((state) => crowded.stateHref(group, state)),
  );
  assert.deepEqual(places, hrefs);
  const [first] = pages;
  assert.deepEqual(
    first?.later.map(({ anchor, href }) => [anchor, href]),
    Object.keys(api.states)
      .slice(1)
      .map((group) => [`states-${group}`, crowded.stateHref(group)]),
  );
});

test('limits and scopes are all there, in order', () => {
  const pages = limitsPages(crowded);
  expectSmall(pages, urls.limits('crowded'));
  const html = pages.flatMap(({ sections }) => sections.map((it) => it.html)).join('');
  assert.equal(html.match(/Limit \d+</g)?.length, 1500);
  assert.equal(html.match(/scope:<wbr>\d+</g)?.length, 1500);
  const start = pages.findIndex(({ sections }) => sections.some(({ id }) => id === 'scopes'));
  assert.deepEqual(pages[0]?.later, [
    { anchor: 'scopes', text: 'Scopes', href: `${urls.limits('crowded')}${start + 1}/#scopes` },
  ]);
});

test('statuses, guides, envelopes and domains are all there, in order', () => {
  const statuses = statusesPages(crowded);
  expectSmall(statuses, urls.statuses('crowded'));
  assert.deepEqual(
    statuses.flatMap((page) => page.statuses.map(({ status }) => status)).toSorted(),
    crowded.statuses.map(({ status }) => String(status)).toSorted(),
  );
  const guides = guidesPages(crowded);
  expectSmall(guides, urls.guides('crowded'));
  assert.deepEqual(
    guides.flatMap((page) => page.guides.map(({ title }) => title)),
    crowded.guides.map(({ title }) => title),
  );
  const envelopes = responsePages(crowded);
  expectSmall(envelopes, urls.response('crowded'));
  assert.deepEqual(
    envelopes.flatMap((page) => page.envelopes.map(({ name }) => name)),
    Object.keys(api.envelopes),
  );
  const domains = apiParts(crowded).map((part) => apiPage(crowded, part));
  expectSmall(domains, urls.api('crowded'));
  assert.deepEqual(
    domains.flatMap((page) => page.domains?.cards.map(({ title }) => title)),
    crowded.domains.map(({ title }) => title),
  );
});

test('a list whose items have the addresses of its pages is one page', () => {
  const [guide] = crowded.guides;
  const named = { ...crowded, guides: [...crowded.guides, { ...present(guide), id: '2' }] };
  assert.equal(guidesPages(named).length, 1);
  assert.equal(
    guidesPages({ ...named, guides: [...crowded.guides, { ...present(guide), id: '200' }] }).length > 1,
    true,
  );
});

test('a guide has the first rows of a long table, and a link to the page that has all', () => {
  const states = guideStates(crowded, 'life');
  const tables = [
    ...[guideLimits(crowded), guideScopes(crowded), ...states].map(({ html, all }) => [html, all] as const),
    [JSON.stringify(guideStatuses(crowded).rows), guideStatuses(crowded).all] as const,
    [guideRetries(crowded, {}).html, guideRetries(crowded, {}).all] as const,
  ];
  for (const [html] of tables) assert.ok(Buffer.byteLength(html) < LONGEST_PART, String(html.length));
  assert.deepEqual(
    tables.map(([, all]) => [all?.text, all?.href]),
    [
      ['All 1,500 limits', urls.limits('crowded')],
      ['All 1,500 scopes', urls.limits('crowded')],
      ['All 3,000 states', urls.state('crowded', 'states-life')],
      ['All 1,500 statuses', urls.statuses('crowded')],
      ['All 1,200 codes', urls.searchIn('crowded', '')],
    ],
  );
  assert.equal(states[0]?.picture, undefined);
  assert.deepEqual(
    guideStates(crowded, 'g1').map(({ all }) => all),
    [undefined],
  );
});

/** The home pages of a registry with so many APIs, each with a release; the first API's folder has a name of its own. */
function homeOf(count: number, id = 's0') {
  const files = each(count, (at) => {
    const folder = at === 0 ? id : `s${at}`;
    const [title, summary] = [`Service ${at}`, `Stores the things of service ${at}, and reads them again.`];
    const entry = { status: 404, meaning: `Thing ${at} is gone.`, remediation: 'Look for another.', retry: 'never' };
    const codes = { [`GONE_${at}`]: entry };
    return [
      { path: `${folder}/api.json`, text: JSON.stringify({ title, summary, domains: ['all'] }) },
      { path: `${folder}/all.json`, text: JSON.stringify({ title: 'All', envelope: 'none', codes }) },
    ];
  }).flat();
  const date = '2026-01-02';
  const released = check(files, { today: date }).release({ name: date, date, today: date });
  const all = [...files, ...released.flatMap(({ release }) => release ?? [])];
  const registry = present(check(all, { today: date }).registry);
  const site = makeSite({ registry, base: '/', address: undefined, preview: undefined, contentPolicy: undefined });
  return { home: homePage(site), later: laterApisPages(site) };
}

test('a thousand APIs are on several pages, of which the first has all else that a home page has', () => {
  const { home, later } = homeOf(1000);
  const pages = [home, ...later];
  expectSmall(pages, '/');
  assert.deepEqual(
    pages.flatMap(({ apis }) => apis.map(({ href }) => href)).toSorted(),
    each(1000, (at) => `/s${at}/`).toSorted(),
  );
  assert.equal(home.latest.length, 20);
  assert.equal(home.index.length, 0);
  assert.equal(later[0]?.head.title, `Error reference · Page 2 of ${pages.length} · Errorbook`);
});

test('the index of codes is on the home page where all of it fits there', () => {
  const letters = [80, 400].map((count) => homeOf(count).home.index.length);
  assert.deepEqual(letters, [1, 0]);
});

test('where an API has the address of a later page, all APIs are on the home page', () => {
  const { home, later } = homeOf(600, '2');
  assert.deepEqual([home.apis.length, later.length], [600, 0]);
});
