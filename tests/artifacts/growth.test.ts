import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Api, apiArtifacts, check, domainArtifacts } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { linksOf, textOf } from './setup.ts';

/*
 * What an artifact gains with each code is what it says of the code, whatever the envelope has and however many codes there are:
 * nothing is written for each pair of them.
 */

/** The envelope of ad platforms: arrays in arrays, a code deep within, and long texts that belong in a file once. */
function envelopeOf(more: number): object {
  const text = (pointer: string, rest: object = {}) => ({
    pointer,
    type: 'string',
    meaning: `What \`${pointer}\` says of the failure, in words for people.`,
    ...rest,
  });
  const place = { pointer: '/location/path', type: 'array', optional: true, meaning: 'Where.', items: [text('/name')] };
  const failure = [
    { pointer: '/errorCode', type: 'string', role: 'code', meaning: 'Stable; branch on it.' },
    { pointer: '/message', type: 'string', role: 'message', meaning: 'For people.' },
    text('/trigger/text', { optional: true }),
    place,
    ...Array.from({ length: more }, (_, i) => text(`/more${i}`, { optional: true })),
  ];
  const details = [{ pointer: '/errors', type: 'array', meaning: 'Each failure.', items: failure }, text('/requestId')];
  return {
    fields: [
      { pointer: '/error/code', type: 'integer', role: 'status', meaning: 'The HTTP status.' },
      text('/error/message'),
      { pointer: '/error/details', type: 'array', meaning: 'What failed, in groups.', items: details },
    ],
  };
}

const STATUSES = [400, 403, 404, 409, 429, 500, 503];

/** An API of so many codes, a third of which add one of ten fields. */
function apiOf(count: number, more: number): Api {
  const codes = Array.from({ length: count }, (_, i) => {
    const status = present(STATUSES[i % STATUSES.length]);
    const pointer = `/error/details/0/errors/0/details/extra${(i / 3) % 10}`;
    const entry = {
      status,
      message: `The query has problem ${1000 + i}.`,
      meaning: `Problem ${1000 + i} happened while the query was read.`,
      causes: ['A query was sent that the reader of queries does not know.'],
      remediation: 'Correct the query.',
      retry: status >= 500 ? 'backoff' : 'never',
      ...(i % 3 === 0 && { fields: [{ pointer, type: 'string', example: 'x', meaning: 'More of it.' }] }),
    };
    return [`QUERY_PROBLEM_${1000 + i}`, entry];
  });
  const file = (name: string, value: unknown) => ({ path: `ads/${name}.json`, text: JSON.stringify(value) });
  const { registry, diagnostics } = check([
    file('api', { title: 'Ads API', summary: 'Many.', domains: ['all'], envelope: envelopeOf(more) }),
    file('all', { title: 'All', codes: Object.fromEntries(codes) }),
  ]);
  assert.deepEqual(diagnostics, []);
  return present(registry?.apis[0]);
}

/** The most bytes that an artifact may gain with each code: those that hold examples or prose gain these, the others little more than the code. */
const MOST: Record<string, number> = {
  json: 1800,
  markdown: 1,
  'changes-markdown': 0,
  llms: 1,
  'llms-full': 1300,
  typescript: 470,
  zod: 150,
  handler: 5,
  python: 200,
  go: 270,
  'json-schema': 90,
  openapi: 900,
  'problem-types': 950,
};

test('what each artifact gains with a code is bounded', () => {
  const [few, many] = [apiOf(630, 0), apiOf(1260, 0)];
  const gains = apiArtifacts.map(({ id }): [string, number] => [
    id,
    Math.ceil((textOf(id, many).length - textOf(id, few).length) / (many.codes.length - few.codes.length)),
  ]);
  const over = gains.filter(([id, bytes]) => !(bytes <= (MOST[id] ?? 0)));
  assert.deepEqual(over, [], JSON.stringify(Object.fromEntries(gains)));
});

test('an envelope with more fields costs the types and schemas the same, however many codes there are', () => {
  const ids = ['typescript', 'zod', 'handler', 'python', 'go', 'json-schema'];
  const costs = (count: number) => {
    const [plain, rich] = [apiOf(count, 0), apiOf(count, 20)];
    return ids.map((id) => [id, textOf(id, rich).length - textOf(id, plain).length]);
  };
  assert.deepEqual(costs(420), costs(210));
});

test('of an API with many codes, the lists for agents name its domains, whose files list the codes', () => {
  const api = apiOf(201, 0);
  const domains = api.domains.flatMap((domain) =>
    domainArtifacts.map((it) => ({ path: it.pathOf(domain), text: it.makeFor(api, domain, linksOf(api)) })),
  );
  const [all] = domains;
  assert.deepEqual(
    domains.map(({ path }) => path),
    ['domains/all.md'],
  );
  const address = `${linksOf(api).api}domains/all.md`;
  assert.ok(textOf('llms', api).endsWith(`## Error codes\n\n- [All](${address}): 201 codes.\n`));
  assert.ok(textOf('markdown', api).includes(`\n## All\n\n[201 codes](${address})\n`));
  const linksIn = (text: string) => [...text.matchAll(/\]\([^)]*\/errors\/(\w+)\.md\)/g)].map(([, code]) => code);
  assert.deepEqual(
    linksIn(present(all).text),
    api.codes.map(({ code }) => code),
  );
  assert.deepEqual(linksIn(textOf('llms', api)), []);
});

test('the overview has the operations while they are few; of very many each code has its own, also in the file with everything', () => {
  const small = apiOf(40, 0);
  const returning = (many: number): Api => ({
    ...small,
    codes: small.codes.map((code) => ({
      ...code,
      operations: Array.from({ length: many }, (_, i) => ({ operation: `GET /v1/things/${i}` })),
    })),
  });
  const [few, many] = [returning(20), returning(600)];
  assert.match(textOf('markdown', few), /\n## Operations\n\n\|.*\n.*\n\| `GET \/v1\/things\/0` \| \[`QUERY_/);
  assert.ok(textOf('markdown', few).includes('GET /v1/things/19'));
  assert.match(
    textOf('markdown', many),
    /\n## Operations\n\n600 operations\. Each code lists the operations that return it\.\n\n## /,
  );
  assert.equal(textOf('llms-full', many).match(/GET \/v1\/things\/599/g)?.length, 40);
});
