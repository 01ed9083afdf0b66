import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { apiArtifacts, codeArtifacts } from '../../src/index.ts';
import { linksOf } from '../../src/site/artifacts.ts';
import { homePage } from '../../src/site/home-page.ts';
import { railOf } from '../../src/site/navigation.ts';
import { makeSite } from '../../src/site/site.ts';
import { versionAddresses } from '../../src/site/versions.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { registryIn, VERSIONS } from '../helpers/registry.ts';

/*
 * Three versions of one API: v2 renamed a code, changed two, added and removed one; v3 spells one in another way.
 */

const registry = await registryIn(VERSIONS);
const site = makeSite({ registry, base: '/', address: undefined, preview: undefined, contentPolicy: undefined });
const apiOf = (id: string) => present(registry.apis.find((api) => api.id === id));

test('every version is named in the title of its API, the newest is the first', () => {
  assert.deepEqual(
    registry.apis.map(({ id, title, versions }) => [
      id,
      title,
      versions.map(({ api, version }) => `${api}: ${version}`),
    ]),
    [
      ...['v3', 'v2', 'v1'].map((version) => [
        `accounts-${version}`,
        `Accounts API ${version}`,
        ['accounts-v3: v3', 'accounts-v2: v2', 'accounts-v1: v1'],
      ]),
      ['ledger', 'Ledger API', []],
    ],
  );
});

test('a code knows what it is called in every other version, also where it was renamed on the way', () => {
  const elsewhere = (id: string) =>
    apiOf(id).codes.map(({ code, versions }) => [code, versions?.map((it) => `${it.api}: ${it.code}`)]);
  assert.deepEqual(elsewhere('accounts-v1'), [
    ['ACCOUNT_CLOSED', ['accounts-v3: account_closed', 'accounts-v2: ACCOUNT_CLOSED']],
    ['ACCOUNT_MISSING', ['accounts-v3: ACCOUNT_NOT_FOUND', 'accounts-v2: ACCOUNT_NOT_FOUND']],
    ['TOO_FAST', ['accounts-v3: TOO_FAST', 'accounts-v2: TOO_FAST']],
    ['PIN_REQUIRED', []],
  ]);
  assert.deepEqual(elsewhere('accounts-v3'), [
    ['account_closed', ['accounts-v2: ACCOUNT_CLOSED', 'accounts-v1: ACCOUNT_CLOSED']],
    ['ACCOUNT_NOT_FOUND', ['accounts-v2: ACCOUNT_NOT_FOUND', 'accounts-v1: ACCOUNT_MISSING']],
    ['TOO_FAST', ['accounts-v2: TOO_FAST', 'accounts-v1: TOO_FAST']],
    ['TOKEN_EXPIRED', ['accounts-v2: TOKEN_EXPIRED']],
  ]);
  assert.deepEqual(elsewhere('ledger'), [['ENTRY_LOCKED', undefined]]);
});

for (const [id, code] of [
  ['accounts-v1', 'TOO_FAST'],
  ['accounts-v2', 'ACCOUNT_NOT_FOUND'],
  ['accounts-v2', 'TOKEN_EXPIRED'],
] as const) {
  test(`${code} of ${id} says what differs in the versions before and after`, () => {
    const api = apiOf(id);
    const markdown = present(codeArtifacts.find((it) => it.id === 'code-markdown'));
    const text = markdown.makeFor(api, present(api.codes.find((it) => it.code === code)), linksOf(site.urls, api));
    const [, section = ''] = text.split('## Other versions\n');
    expectFile(join(import.meta.dirname, 'versions', `${id}-${code}.md`), section);
  });
}

test('the changes of an API end with those since the version before', async () => {
  const api = apiOf('accounts-v2');
  const changes = present(apiArtifacts.find((it) => it.id === 'changes-markdown'));
  const text = changes.make(api, linksOf(site.urls, api), await readRuntimes());
  expectFile(join(import.meta.dirname, 'versions', 'changes.md'), text);
});

test('errors.json lists the versions without what changed, which the page of changes says', async () => {
  const api = apiOf('accounts-v2');
  const json = present(apiArtifacts.find((it) => it.id === 'json'));
  const { title, version, previousVersion, versions, codes } = JSON.parse(
    json.make(api, linksOf(site.urls, api), await readRuntimes()),
  );
  assert.deepEqual(
    { title, version, previousVersion, versions, elsewhere: codes[1].versions },
    {
      title: 'Accounts API v2',
      version: 'v2',
      previousVersion: 'accounts-v1',
      versions: [
        { api: 'accounts-v3', version: 'v3' },
        { api: 'accounts-v2', version: 'v2' },
        { api: 'accounts-v1', version: 'v1' },
      ],
      elsewhere: [
        { api: 'accounts-v3', code: 'ACCOUNT_NOT_FOUND' },
        { api: 'accounts-v1', code: 'ACCOUNT_MISSING' },
      ],
    },
  );
});

test('the switch leads to the same page of each version, or to the first page where it is not there', () => {
  const from = (here: string) => [...versionAddresses(site, 'accounts-v2', here).values()];
  const all = (path: string) => ['/accounts-v3/', '/accounts-v2/', '/accounts-v1/'].map((api) => api + path);
  assert.deepEqual(from('/accounts-v2/'), all(''));
  assert.deepEqual(from('/accounts-v2/handling/'), all('handling/'));
  assert.deepEqual(from('/accounts-v2/domains/accounts/'), all('domains/accounts/'));
  assert.deepEqual(from('/accounts-v2/statuses/404/'), all('statuses/404/'));
  assert.deepEqual(from('/accounts-v2/statuses/410/'), [
    '/accounts-v3/statuses/410/',
    '/accounts-v2/statuses/410/',
    '/accounts-v1/',
  ]);
  assert.deepEqual(from('/accounts-v2/guides/moving/'), [
    '/accounts-v3/',
    '/accounts-v2/guides/moving/',
    '/accounts-v1/',
  ]);
  assert.deepEqual(from('/accounts-v2/changes/'), ['/accounts-v3/changes/', '/accounts-v2/changes/', '/accounts-v1/']);
  // a later page of a list leads to the first
  assert.deepEqual(from('/accounts-v2/changes/2/'), [
    '/accounts-v3/changes/',
    '/accounts-v2/changes/2/',
    '/accounts-v1/',
  ]);
  assert.deepEqual(from('/accounts-v2/errors/ACCOUNT_NOT_FOUND/'), [
    '/accounts-v3/errors/ACCOUNT_NOT_FOUND/',
    '/accounts-v2/errors/ACCOUNT_NOT_FOUND/',
    '/accounts-v1/errors/ACCOUNT_MISSING/',
  ]);
  assert.deepEqual(from('/accounts-v2/errors/TOKEN_EXPIRED/').at(-1), '/accounts-v1/');
  assert.deepEqual(versionAddresses(site, 'ledger', '/ledger/'), new Map());
});

test('the home page and the list of APIs have each API once, by its newest version', () => {
  const apis = homePage(site).apis.map(({ title, earlier }) => [title, earlier]);
  const earlier = [
    { text: 'v2', href: '/accounts-v2/' },
    { text: 'v1', href: '/accounts-v1/' },
  ];
  assert.deepEqual(apis, [
    ['Accounts API v3', earlier],
    ['Ledger API', []],
  ]);
  const rail = railOf(present(site.apis.find(({ id }) => id === 'accounts-v1')));
  assert.deepEqual(
    [rail.title, rail.version, rail.apis.map(({ text }) => text)],
    ['Accounts API v1', 'v1', ['Accounts API v3', 'Ledger API']],
  );
});
