import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContracts } from '../../src/cli/contracts.ts';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { check, compare } from '../../src/index.ts';
import type { Preview } from '../../src/shared/preview.ts';
import { addressesOf } from '../../src/site/addresses.ts';
import { aliasPage } from '../../src/site/alias-page.ts';
import { apiPage, apiParts } from '../../src/site/api-page.ts';
import { changesPage, changesParts } from '../../src/site/changes-page.ts';
import { codePage } from '../../src/site/code-page.ts';
import { decodePage } from '../../src/site/decode-page.ts';
import { domainPage } from '../../src/site/domain-page.ts';
import { feedOf } from '../../src/site/feed.ts';
import { guidePage } from '../../src/site/guide-page.ts';
import { homePage } from '../../src/site/home-page.ts';
import { llmsOf } from '../../src/site/llms.ts';
import { railOf } from '../../src/site/navigation.ts';
import { notFoundPage } from '../../src/site/not-found-page.ts';
import { operationParts, operationsPage } from '../../src/site/operations-page.ts';
import { LONGEST_PART, listPages, pagingOf } from '../../src/site/paging.ts';
import { previewPage } from '../../src/site/preview-page.ts';
import { previewParts } from '../../src/site/preview-parts.ts';
import { railHtml } from '../../src/site/rail-html.ts';
import { filesPage, guidesPages, handlingPage, responsePages } from '../../src/site/reference-pages.ts';
import { plainGroup } from '../../src/site/rows.ts';
import { searchIndex } from '../../src/site/search-index.ts';
import { makeSite, type Site, type SiteApi } from '../../src/site/site.ts';
import { sitemapFiles } from '../../src/site/sitemap.ts';
import { statusesPages, statusPage } from '../../src/site/statuses-page.ts';
import { limitsPages, statesPages } from '../../src/site/table-pages.ts';
import { firstPageOf } from '../../src/site/versions.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';

/** Two APIs: one with something for every section of a page, and a small one whose bodies have no code. */
const CONTRACTS = fileURLToPath(new URL('fixtures/contracts', import.meta.url));
/** The larger one as it was at its first release. */
const BEFORE = fileURLToPath(new URL('fixtures/before', import.meta.url));

const registry = await registryIn(CONTRACTS);
const preview = await previewOfFixtures();
const site = siteWith();
const [printers, tickets] = ['printers', 'tickets'].map((id) => found(site.apis, (api) => api.id === id)) as [
  SiteApi,
  SiteApi,
];

function siteWith(options: Partial<Parameters<typeof makeSite>[0]> = {}): Site {
  const address = 'https://errors.example';
  return makeSite({ registry, base: '/docs/', address, preview: undefined, contentPolicy: undefined, ...options });
}

/** What the fixtures' two states differ in, as a preview shows it. */
async function previewOfFixtures(): Promise<Preview> {
  const [before, after] = await Promise.all(
    [BEFORE, CONTRACTS].map(async (folder) => check(await readContracts(folder)).snapshots()),
  );
  assert.ok(before && after);
  const changes = compare(before, after).map((change) => ({ ...change, reason: `Reason of \`${change.rule}\`.` }));
  return {
    against: 'the branch `main`',
    notes: ['A note with `code`.'],
    counts: `${changes.length} changes.`,
    step: 'The next version is a major one.',
    changes: changes.map((change) =>
      change.rule === 'retry-tightened' ? { ...change, approval: { reason: 'We must.', until: '2026-12-31' } } : change,
    ),
    before: before.map(({ api }) => api),
  };
}

function found<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): Item {
  const item = items.find(isWanted);
  assert.ok(item);
  return item;
}

function pageOfCode(api: SiteApi, name: string) {
  return codePage(
    api,
    found(api.codes, ({ code }) => code === name),
  );
}

function firstApiPage(api: SiteApi) {
  return apiPage(
    api,
    found(apiParts(api), ({ number }) => number === 1),
  );
}

/** Holds a page object against its file, which has it as JSON. The navigation is tested by itself. */
function expectPage(name: string, page: unknown): void {
  const text = JSON.stringify(page, (key, value: unknown) => (key === 'rail' ? '…' : value), 2);
  expectFile(join(import.meta.dirname, 'pages', `${name}.json`), text);
}

test('the navigation lists the codes of the open domain and the pages that the API has', () => {
  const [code] = tickets.codes;
  assert.ok(code);
  expectPage('navigation', railOf(tickets, { domain: code.domain, code: code.code }));
  expectPage('navigation-without-codes', railOf(printers));
});

test('pages of one domain share a navigation, and its HTML gets the current page', async () => {
  const [first, second] = tickets.codes;
  assert.ok(first && second && first.domain === second.domain);
  const rail = railOf(tickets, first);
  assert.equal(railOf(tickets, second), rail);
  assert.notEqual(railOf(tickets), rail);
  let times = 0;
  const render = async () => `<a href="/a&amp;b/">${++times}</a> <a href="/a&amp;b/c/"></a>`;
  const once = await railHtml(site, rail, '/a&b/', render);
  assert.equal(once, '<a href="/a&amp;b/" aria-current="page">1</a> <a href="/a&amp;b/c/"></a>');
  assert.equal(await railHtml(site, rail, '/a&b/', render), once);
});

test('a later page of a list belongs to the first, whose link in the navigation is marked; a number may be a name too', async () => {
  const [first] = tickets.codes;
  assert.ok(first);
  const numbered = { ...tickets, codes: [...tickets.codes, { ...first, code: '50035' }] };
  const firstOf = (path: string) =>
    firstPageOf({ ...siteWith(), apis: [numbered] }, 'tickets', `/docs/tickets/${path}`).slice('/docs/tickets/'.length);
  const [status] = tickets.statuses;
  const paths = ['2/', 'operations/12/', 'domains/orders/2/', `statuses/${status?.status}/2/`, 'states/3/'];
  assert.deepEqual(
    paths.map(firstOf),
    paths.map((path) => path.replace(/\d+\/$/, '')),
  );
  for (const path of [
    '',
    'errors/50035/',
    `statuses/${status?.status}/`,
    'operations/',
    'nothing/2/',
    'operations/x2/',
  ])
    assert.equal(firstOf(path), path);
  const href = '/docs/tickets/operations/';
  assert.equal(
    await railHtml(
      siteWith(),
      railOf(tickets),
      `${href}2/`,
      async () => `<a href="${href}"></a> <a href="/docs/"></a>`,
    ),
    `<a href="${href}" aria-current="true"></a> <a href="/docs/"></a>`,
  );
});

test('a navigation of very many domains, codes and APIs shows what is near, and a link to all', () => {
  const [code] = tickets.codes;
  const [domain] = tickets.domains;
  assert.ok(code && domain);
  const codes = Array.from({ length: 1000 }, (_, i) => ({ ...code, code: `CODE_${i}`, domain: 'd500' }));
  const domains = Array.from({ length: 1000 }, (_, i) => ({ ...domain, id: `d${i}`, title: `Domain ${i}` }));
  const siblings = Array.from({ length: 1000 }, (_, i) => ({
    id: i === 7 ? tickets.id : `api${i}`,
    title: `API ${i}`,
    count: 1,
  }));
  const api = { ...tickets, siblings, domains, codes, inDomain: new Map([['d500', codes]]) };
  const rail = railOf(api, { domain: 'd500', code: 'CODE_400' });
  const shownDomains = rail.codes.children?.map(({ text }) => text) ?? [];
  assert.deepEqual(
    [shownDomains[0], shownDomains.at(-2), shownDomains.at(-1)],
    ['Domain 494', 'Domain 506', 'All 1,000 domains'],
  );
  const open = rail.codes.children?.find(({ children }) => children);
  const leaves = open?.children?.map(({ text }) => text) ?? [];
  assert.deepEqual([leaves[0], leaves.at(-2), leaves.at(-1)], ['CODE_394', 'CODE_406', 'All 1,000']);
  assert.deepEqual([rail.apis[0]?.text, rail.apis.at(-1)?.text], ['API 1', '1,000 APIs']);
});

test('the home page', () => expectPage('home', homePage(site)));

test('an API', () => expectPage('api', firstApiPage(tickets)));

test('an API whose bodies have no code', () => expectPage('api-without-codes', firstApiPage(printers)));

test('the reference pages of an API', () => {
  expectPage('response', responsePages(tickets)[0]);
  expectPage('files', filesPage(tickets));
  expectPage('states', statesPages(tickets)[0]);
  expectPage('limits', limitsPages(tickets)[0]);
  const [operations] = operationParts(tickets);
  assert.ok(operations);
  expectPage('operations', operationsPage(tickets, operations));
  expectPage('guides', guidesPages(tickets)[0]);
});

test('the page about handling errors', async () => {
  const { handler, ...page } = handlingPage(tickets, await readRuntimes());
  // the generated program itself is tested where it is generated
  assert.ok(handler);
  assert.match(handler.html ?? '', /^<span class="c">/);
  expectPage('handling', { ...page, handler: { ...handler, html: '…' } });
});

test('an API has no page for what it does not have', () => {
  const bare = { ...printers, envelopes: {}, states: {}, limits: [], scopes: {}, guides: [], codes: [] };
  for (const pages of [responsePages, guidesPages, statesPages, limitsPages]) assert.deepEqual(pages(bare), []);
  assert.deepEqual(operationParts(bare), []);
});

test('the domains of an API', () => {
  for (const domain of tickets.domains) {
    const [list] = listPages(tickets.inDomain.get(domain.id) ?? []);
    assert.ok(list);
    expectPage(`domain-${domain.id}`, domainPage(tickets, domain, list));
  }
});

test('a status of an API', () => {
  const [status] = tickets.statuses;
  assert.ok(status);
  const [list] = listPages(tickets.inStatus.get(status.status) ?? []);
  assert.ok(list);
  expectPage('status', statusPage(tickets, status, list));
});

test('a list of more codes than one page holds has pages that lead to each other', () => {
  const [first] = tickets.codes;
  assert.ok(first);
  const many = Array.from({ length: 701 }, (_, i) => ({ ...first, code: `CODE_${i}`, meaning: 'Short.' }));
  const lists = listPages(many);
  assert.deepEqual(
    lists.map((list) => list.items.length),
    [200, 200, 200, 101],
  );
  assert.deepEqual(
    lists.map((list) => pagingOf(list, '/x/')),
    [
      { text: 'Page 1 of 4', previous: undefined, next: '/x/2/' },
      { text: 'Page 2 of 4', previous: '/x/', next: '/x/3/' },
      { text: 'Page 3 of 4', previous: '/x/2/', next: '/x/4/' },
      { text: 'Page 4 of 4', previous: '/x/3/', next: undefined },
    ],
  );
});

test('the pages of an API whose codes have thousands of operations, or one operation all codes, are small', () => {
  const [first] = tickets.codes;
  assert.ok(first);
  const operations = Array.from({ length: 3000 }, (_, i) => ({ operation: `GET /v1/things/${i}` }));
  const codes = Array.from({ length: 3000 }, (_, i) => ({
    ...first,
    code: `CODE_${i}`,
    operations: i < 20 ? operations : [{ operation: 'POST /v1/everything' }],
  }));
  const large = { ...tickets, codes };
  const parts = operationParts(large);
  const pages = parts.map((part) => operationsPage(large, part));
  for (const { sections } of pages) assert.ok(sections.every(({ html }) => html.length < LONGEST_PART));
  const shown = parts.flatMap(({ items }) =>
    items.flatMap(([name, own]) => own.map(({ code }) => `${name} ${code.code}`)),
  );
  assert.equal(new Set(shown).size, 20 * 3000 + 2980);
  assert.deepEqual(
    pages.at(-1)?.paging,
    pagingOf({ number: parts.length, of: parts.length }, '/docs/tickets/operations/'),
  );
  // a row of a code has the names of its operations, of so many the first
  const lists = listPages(codes.slice(0, 40)).map(({ items }) => plainGroup(large, items));
  assert.ok(lists.length > 1);
  for (const list of lists) assert.ok(JSON.stringify(list).length < LONGEST_PART);
  const [row] = lists.flatMap((list) => list.flatMap(({ rows }) => rows));
  assert.match(row?.operations ?? '', /^GET \/v1\/things\/0\n(?:GET \/v1\/things\/\d+\n)+GET \/v1\/things\/\d+$/);
});

test('a code with something in every section', () =>
  expectPage('code-order-conflict', pageOfCode(tickets, 'ORDER_CONFLICT')));

test('codes that are deprecated, retired or reserved', () => {
  expectPage('code-deprecated', pageOfCode(tickets, 'RATE_LIMITED'));
  expectPage('code-retired', pageOfCode(tickets, 'TICKET_MOVED'));
  expectPage('code-reserved', pageOfCode(tickets, 'TRANSFER_QUEUED'));
});

test('a code that is not an HTTP error', () => expectPage('code-not-http', pageOfCode(printers, 'printer-offline')));

test('an alias', () => {
  const aliased = tickets.aliases.get('ORDER_CHANGED');
  assert.ok(aliased);
  expectPage('alias', aliasPage(tickets, aliased));
});

test('the statuses of an API', () => expectPage('statuses', statusesPages(tickets)[0]));

test('the changes of an API; one without releases has no such page', () => {
  const [part, ...others] = changesParts(tickets);
  assert.ok(part);
  expectPage('changes', changesPage(tickets, part));
  assert.deepEqual([others, changesParts(printers)], [[], []]);
});

test('a guide', () => {
  const headings = [
    { depth: 2, slug: 'create-an-order', text: 'Create an order' },
    { depth: 3, slug: 'details', text: 'Details' },
  ];
  const [guide] = tickets.guides;
  assert.ok(guide);
  expectPage('guide', guidePage(tickets, guide, headings));
});

test('the decoder', () => expectPage('decode', decodePage(site)));

test('unknown addresses, and the file in which a script looks for near ones', () => {
  expectPage('not-found', notFoundPage(site));
  expectPage('addresses', addressesOf(tickets));
});

test('a preview, which marks changed codes everywhere', () => {
  const changed = siteWith({ preview });
  expectPage('preview', previewPage(changed, preview, present(previewParts(changed).pages[0])));
  const api = found(changed.apis, ({ id }) => id === 'tickets');
  const marks = api.codes.map(({ code }) => [code, api.previewMark(code)?.text]);
  assert.deepEqual(marks, [
    ['ORDER_NOT_FOUND', undefined],
    ['ORDER_CONFLICT', 'breaking change'],
    ['ORDER_CLOSED', 'new'],
    ['RATE_LIMITED', 'changed'],
    ['TICKET_MOVED', 'risky change'],
    ['TRANSFER_QUEUED', 'new'],
  ]);
  assert.ok(tickets.codes.every(({ code }) => tickets.previewMark(code) === undefined));
});

test('the search index, in its two parts', () => expectPage('search-index', searchIndex(site.apis, site.urls)));

test('files for programs: the feed, the sitemap and the list for agents', () => {
  const file = (name: string) => join(import.meta.dirname, 'pages', name);
  expectFile(file('feed.xml'), feedOf(tickets));
  const [sitemap, ...others] = sitemapFiles(site).map(({ content }) => content());
  expectFile(file('sitemap.xml'), present(sitemap));
  assert.deepEqual(others, []);
  expectFile(file('llms.txt'), llmsOf(site));
});

test('a sitemap of more addresses than a file may have is several files, which the first one lists', () => {
  const whole = present(sitemapFiles(site)[0]).content();
  const locations = (text: string) => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at);
  const [index, ...parts] = sitemapFiles(site, 10);
  assert.match(present(index).content(), /<sitemapindex [^>]*>\n<sitemap><loc>/);
  assert.deepEqual(
    locations(present(index).content()),
    parts.map(({ href }) => `https://errors.example${href}`),
  );
  assert.deepEqual(
    parts.map(({ href }) => href),
    parts.map((_, at) => `/docs/sitemap-${at + 1}.xml`),
  );
  assert.deepEqual(
    parts.flatMap(({ content }) => locations(content())),
    locations(whole),
  );
  assert.ok(parts.length > 1 && parts.every(({ content }) => locations(content()).length <= 10));
});

test('a site whose address is not known has no feed, and its pages name no absolute address', () => {
  const unknown = siteWith({ address: undefined });
  const api = found(unknown.apis, ({ id }) => id === 'tickets');
  const changes = changesParts(api).map((part) => changesPage(api, part));
  const pages = [homePage(unknown), ...changes, ...api.codes.map((code) => codePage(api, code))];
  assert.doesNotMatch(JSON.stringify(pages), /errors\.example|feed\.xml/);
});

test('two sites of one process share nothing: each has the addresses of its own base path', () => {
  const other = siteWith({ base: '/other/' });
  const pages = other.apis.flatMap((api) => api.codes.map((code) => codePage(api, code)));
  assert.doesNotMatch(JSON.stringify([homePage(other), decodePage(other), ...pages]), /\/docs\//);
});
