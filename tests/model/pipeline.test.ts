import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { check, errorsSchema, type SourceFile } from '../../src/index.ts';
import { apiSchema } from '../../src/model/schema/api.ts';
import { codeSchema } from '../../src/model/schema/code.ts';
import { domainSchema } from '../../src/model/schema/domain.ts';
import { guideSchema } from '../../src/model/schema/guide.ts';
import { textOf as jsonOf } from '../artifacts/setup.ts';
import { files, registryOf } from '../helpers/checked.ts';
import { filled } from '../helpers/filled.ts';

/*
 * A registry in which every field of the format has a value: a field that is added to a schema is in it by itself, and
 * each test below fails if the field is lost on its way to pages, programs or releases.
 */

const text = (place: string) => `The text at ${place}.`;

const ENVELOPE = {
  mediaType: 'application/json',
  closed: true,
  fields: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' }],
};

const CODE = Object(
  filled(codeSchema, text, {
    status: 404,
    effect: 'unknown',
    envelope: 'other',
    retry: { policy: 'refetch', reason: text('retry'), delay: 2, attempts: 3 },
    fields: [{ pointer: '/more', type: 'string', example: 'x', meaning: text('fields') }],
    example: { '/more': 'y' },
    examples: undefined,
    'headers/{}': 'X-More',
    'operations/*/status': 404,
    'operations/*/retry/policy': 'refetch',
    states: ['open'],
    related: ['desk.OTHER'],
    'links/*/href': 'https://example.com/',
    'aliases/*/code': 'OLD_SPELLING',
    'deprecated/replacedBy': 'desk.LATER',
    retired: undefined,
    reserved: undefined,
    visibility: undefined,
    waive: undefined,
  }),
);

/** What two codes can't both have, and a retired or reserved one not at all. */
const ENDED = { aliases: undefined, deprecated: undefined };

const CODES: Record<string, object> = {
  FULL: CODE,
  OTHER: {
    ...CODE,
    ...ENDED,
    meaning: 'Another one.',
    related: ['desk.FULL'],
    retired: { since: '2026', reason: text('retired') },
  },
  LATER: { ...CODE, ...ENDED, meaning: 'A third one.', reserved: true },
};

const DOMAIN = Object(
  filled(domainSchema, text, {
    'aliases/*': 'earlier-id',
    $schema: undefined,
    namespace: 'desk',
    envelope: 'main',
    defaults: undefined,
    waive: undefined,
    codes: CODES,
  }),
);

const API = Object(
  filled(apiSchema, text, {
    $schema: undefined,
    baseUrl: 'https://api.example.com/',
    source: 'https://code.example.com/contracts/desk/',
    feedback: 'https://example.com/feedback?code={code}&page={address}',
    'support/url': 'https://help.example.com/',
    'support/status': 'https://status.example.com/',
    'support/email': 'help@example.com',
    'languages/{}': 'es',
    codeStyle: 'any',
    // names another API, which this registry does not have; tests/site/versions.test.ts holds it
    previousVersion: undefined,
    domains: ['parcels'],
    statuses: { 404: { title: 'Lost', meaning: text('statuses') } },
    envelope: undefined,
    'idempotency/header': 'Idempotency-Key',
    'idempotency/operations/*': text('operations/*/operation'),
    envelopes: { main: ENVELOPE, other: ENVELOPE },
    states: {
      desk: { title: 'Desk', summary: text('states'), values: { open: { meaning: text('open'), terminal: true } } },
    },
    'limits/*/codes': ['desk.FULL'],
    waive: undefined,
  }),
);

const GUIDE = Object(filled(guideSchema, text, { 'aliases/*': 'earlier-id' }));

const SOURCES = files({
  'desk/api.json': JSON.stringify(API),
  'desk/parcels.json': JSON.stringify(DOMAIN),
  'desk/guides/start.mdx': `---\n${JSON.stringify(GUIDE)}\n---\n\nText.\n`,
});

/** What reading makes of the written entries, with their short forms expanded, by their names. */
const READ = Object.entries(CODES).map(([spelling, entry]) => ({
  code: `desk.${spelling}`,
  ...codeSchema.parse(JSON.parse(JSON.stringify(entry))),
}));

/** What programs read of the registry. */
function errorsJson() {
  const [api] = registryOf(SOURCES).apis;
  assert.ok(api);
  return JSON.parse(jsonOf('json', api));
}

test('every field of a code, a domain and an API is in errors.json as it was read', () => {
  const json = errorsJson();
  assert.equal(json.codes.length, READ.length);
  const statuses = [{ status: 404, title: 'Lost', family: '4xx', meaning: text('statuses') }];
  for (const [i, { status: _, example: __, operations = [], ...same }] of READ.entries()) {
    const code = json.codes[i];
    for (const [key, value] of Object.entries(same)) assert.deepEqual(code[key], value, key);
    assert.deepEqual(code.sent, { namespace: 'desk', code: code.code.replace('desk.', '') });
    assert.deepEqual(code.statuses, statuses);
    assert.deepEqual(
      code.operations,
      operations.map(({ status: _, ...it }) => ({ ...it, statuses })),
    );
    assert.equal(code.examples[0].body.more, 'y');
  }
  const { codes: _, ...domain } = DOMAIN;
  assert.deepEqual(json.domains, [{ id: 'parcels', ...domain, codes: READ.map(({ code }) => code) }]);
  const { domains: __, statuses: ___, ...about } = apiSchema.parse(API);
  for (const [key, value] of Object.entries(about)) assert.deepEqual(json[key], value, key);
});

test('the schema of errors.json lists all that there is, and nothing else', () => {
  const closed = JSON.parse(JSON.stringify(errorsSchema()), (_, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  );
  const fits = new Ajv2020({ strict: false }).compile(closed);
  assert.equal(fits(errorsJson()), true, JSON.stringify(fits.errors));
});

/** The files with a release of their API. */
function released(): { release: { entries: { codes: object[] } }; sources: SourceFile[] } {
  const [plan] = check(SOURCES).release({ name: 'one', date: '2026-11-01', today: '2026-11-01' });
  assert.ok(plan?.release);
  const { path, text } = plan.release;
  return { release: JSON.parse(text), sources: [...SOURCES, { path, text }] };
}

test('a release writes every field of a code as it was read, in the order of the format', () => {
  assert.equal(JSON.stringify(released().release.entries.codes), JSON.stringify(READ));
});

test('what a release has written is what the files say, so that nothing has changed since', () => {
  const checked = check(released().sources);
  assert.deepEqual(checked.diagnostics, []);
  assert.deepEqual(checked.unreleased(), []);
  const [plan] = checked.release({ name: 'two', date: '2026-11-02', today: '2026-11-02' });
  assert.equal(plan?.release, undefined);
});
