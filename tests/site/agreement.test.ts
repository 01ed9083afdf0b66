import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { guideDocument, handlerOf, snippetsOf } from '../../src/index.ts';
import { addressesOf } from '../../src/site/addresses.ts';
import { unknownCodeHtml, writesHtml } from '../../src/site/api-sections.ts';
import { codePage } from '../../src/site/code-page.ts';
import { guideRetries } from '../../src/site/guide-tables.ts';
import { makeSite, type SiteApi } from '../../src/site/site.ts';
import { statusPage } from '../../src/site/statuses-page.ts';
import { API, files, registryOf } from '../helpers/checked.ts';

/*
 * What is said in several places about one fact: pages, snippets, guides, the page of unknown addresses and the handler.
 */

const runtimes = await readRuntimes();

const CODES = `title: Parcels
codes:
  LABEL_PENDING:
    status: 404
    meaning: The printer has not printed the label yet.
    remediation: Read the state of the printer.
    retry: { policy: refetch, delay: 7, attempts: 9 }
  DESK_BUSY:
    status: 503
    meaning: The desk serves somebody else.
    remediation: Wait for your turn.
    retry: { policy: backoff, delay: 3, attempts: 6 }
  DESK_FULL:
    status: 429
    meaning: Too many parcels came at once.
    remediation: Wait as long as the response says.
    retry: { policy: retry-after, delay: 4, attempts: 8 }
    headers: { Retry-After: "60" }
`;

const GUIDE =
  '---\ntitle: Waiting\nsummary: How long to wait.\n---\n\n<Retries retry="refetch backoff retry-after" />\n';

function desk(more = ''): SiteApi {
  const registry = registryOf(
    files({ 'desk/api.yaml': API + more, 'desk/parcels.yaml': CODES, 'desk/guides/waiting.mdx': GUIDE }),
  );
  const site = makeSite({ registry, base: '/', address: undefined, preview: undefined, contentPolicy: undefined });
  const [api] = site.apis;
  assert.ok(api);
  return api;
}

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('page, snippets and guide name the same delay and the same attempts', () => {
  const api = desk();
  const table = textOf(guideRetries(api, { retry: 'refetch backoff retry-after' }).html);
  const [guide] = api.guides;
  assert.ok(guide);
  const inMarkdown = JSON.stringify(
    guideDocument(api, guide, { code: (code) => code, named: (text) => api.byCode.get(text) }),
  );
  for (const code of api.codes) {
    const { delay, attempts } = code.retry;
    const page = codePage(api, code).sections.find(({ id }) => id === 'retry');
    assert.match(textOf(page?.html ?? ''), new RegExp(`${delay} seconds.*at most ${attempts} attempts`), code.code);
    assert.match(table, new RegExp(`${code.code.replace('_', ' ?_ ?')} .* ${delay} seconds ${attempts}`));
    assert.ok(inMarkdown.includes(`"${delay} seconds"`) && inMarkdown.includes(`"text":"${attempts}"`), code.code);
    for (const { language, text } of snippetsOf(api, code)) {
      assert.match(text, new RegExp(`\\b${delay}\\b`), `${language} ${code.code}`);
      assert.match(text, new RegExp(`at\\W+most\\W+${attempts}\\W+attempts`), `${language} ${code.code}`);
    }
  }
});

for (const [what, more, heading, policy] of [
  ['nothing is said', '', 'Go by the status.', 'by status'],
  ['a meaning alone is given', 'unknownCodes: { meaning: Tell us. }\n', 'Go by the status.', 'by status'],
  ['the API says never', 'unknownCodes: { retry: never, meaning: Tell us. }\n', 'Don’t retry.', 'never'],
  [
    'the API says backoff',
    'unknownCodes: { retry: { policy: backoff, delay: 2, attempts: 4, reason: They pass. }, meaning: Tell us. }\n',
    'Retry with backoff.',
    'backoff',
  ],
] as const) {
  test(`heading, prose, the page of unknown addresses and the handler agree if ${what}`, () => {
    const api = desk(more);
    const text = textOf(unknownCodeHtml(api)).trim();
    const { rule } = addressesOf(api);
    assert.ok(text.startsWith(heading), text);
    if (more !== '') assert.equal(rule, text);
    assert.equal(/Treat 408, 425, 429, or 5xx as a temporary failure/.test(text), policy === 'by status', text);
    assert.equal(/carried out/.test(text), policy !== 'never', text);
    const handler = handlerOf(api, runtimes);
    const own = /body\?\.code !== undefined\) return \{ policy: '(.*?)', delay: (\d+), attempts: (\d+)/.exec(handler);
    assert.deepEqual(
      own?.slice(1),
      {
        'by status': undefined,
        never: ['never', '0', '1'],
        backoff: ['backoff', '2', '4'],
      }[policy],
    );
    if (policy === 'backoff') assert.match(text, /2 seconds.*at most 4 attempts/);
    assert.match(handler, /return \/\^\(408\|425\|429\|5\.\.\)\$\/\.test/);
  });
}

test('what is said of writes names the key that the API honors', () => {
  const key = 'idempotency: { header: X-Key }\n';
  for (const [more, expected] of [
    ['', /check whether it took effect/],
    [key, /only if it has the header X-Key, with the same key each time/],
  ] as const) {
    const api = desk(more);
    const busy = api.byCode.get('DESK_BUSY');
    assert.ok(busy);
    const retry = codePage(api, busy).sections.find(({ id }) => id === 'retry')?.html ?? '';
    for (const html of [writesHtml(api), unknownCodeHtml(api), retry]) assert.match(textOf(html), expected);
    for (const { text } of snippetsOf(api, busy)) assert.equal(text.includes('X-Key'), more === key);
  }
});

test('the page of a status that passes by itself does not ask for another request', () => {
  const api = desk();
  const intro = (status: number) => {
    const found = api.statuses.find((it) => it.status === status);
    assert.ok(found);
    return statusPage(api, found, { items: [], number: 1, of: 1 }).intro;
  };
  assert.deepEqual(
    [intro(429), intro(404), intro(503)],
    [
      'A 429 is temporary: wait as long as Retry-After says, or with exponential backoff, then retry.',
      'Client error',
      'Server error',
    ],
  );
});
