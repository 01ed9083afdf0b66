import fc from 'fast-check';
import { apiSchema } from '../../src/model/schema/api.ts';
import { codeSchema } from '../../src/model/schema/code.ts';
import { domainSchema } from '../../src/model/schema/domain.ts';
import { guideSchema } from '../../src/model/schema/guide.ts';
import { present } from '../helpers/present.ts';
import { envelopeFields, FORMS, fieldAt, inForm, ROLES, someOf } from './fields.ts';
import { valuesOf } from './from-schema.ts';
import { goodText, sentence } from './texts.ts';
import type { Entry, Written } from './written.ts';

const DOMAINS = ['parcels', 'doors', 'x-1'];
const STATUSES = [400, 401, 404, 408, 409, 418, 422, 429, 499, 500, 503, 599];
const STATE_NAMES = ['open', 'closed', 'toString', 'on hold'];
const DECLARED = ['DROPPED', '499', 'lost <b>'];

/** Codes that programs, disks, addresses or formats could take for something else. */
const ODD = [
  'a/b',
  '..',
  '.',
  '404',
  '00000',
  '50035',
  'urn:x:y',
  '__proto__',
  'constructor',
  'toString',
  'CON',
  'com1.txt',
  '%2F',
  '%',
  '~2F',
  'index.html',
  '\u{1f47e}',
  '"',
  '\\',
  '*',
  '-',
  'a b?c#d',
  'null',
  'true',
  '1e3',
  '\u00e9',
  '<b>',
  '`',
  '{{a}}',
  '$\u007ba}',
  "it's",
  'a.b',
  '$ref',
];
const PLAIN = ['NOT_FOUND', 'TOO_LARGE', 'EXPIRED', 'LIMIT_REACHED', 'CONFLICT', 'GONE', 'BUSY', 'WRONG_TYPE'];

const codes = fc.uniqueArray(fc.oneof(fc.constantFrom(...PLAIN), fc.constantFrom(...ODD)), {
  minLength: 1,
  maxLength: 3,
  selector: (code) => code.toLowerCase(),
});

/** Where a code is named: which one is decided when all are known. */
const anyCode = fc.constantFrom('#0', '#1', '#2');

const headerValue = fc.constantFrom('60', 'a b', 'W/"x"', '\u00e9', '<b>', '', ' ', 'max-age=1, x="y"');

const codeEntry = valuesOf(codeSchema, goodText, {
  status: fc.oneof(
    fc.constantFrom<unknown>(...STATUSES),
    fc.subarray(STATUSES, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...DECLARED.filter((name) => !/^\d/.test(name))),
  ),
  fields: someOf([fieldAt('/own'), fieldAt('/own~1two')]),
  message: goodText,
  'headers/*': headerValue,
  'operations/*': fc.constantFrom('POST /v1/parcels', 'GET /v1/parcels/{id}', 'a `b` <c>'),
  'operations/*/status': fc.constantFrom<unknown>(...STATUSES, [409, 503]),
  'states/*': fc.constantFrom(...STATE_NAMES),
  'related/*': anyCode,
  'aliases/*': fc.constant('alias'),
  'aliases/*/code': fc.constant('alias'),
  'deprecated/replacedBy': anyCode,
  'retired/replacedBy': anyCode,
  'links/*/href': fc.constantFrom('https://a.example/', 'http://a.example/?a=1&b="2"#<b>', "https://a.example/'x'"),
  envelope: fc.constantFrom('main', 'other', 'none'),
  visibility: fc.oneof(
    { weight: 30, arbitrary: fc.constant('public') },
    { weight: 1, arbitrary: fc.constant('internal') },
  ),
  unverified: fc.subarray(['status', 'message', 'retry'], { minLength: 1 }),
  names: undefined,
  waive: undefined,
  example: undefined,
  examples: fc.constantFrom({ first: {} }, { '<b>': { '/status': 404 }, toString: {} }, {}),
}) as fc.Arbitrary<Entry>;

const apiEntry = valuesOf(apiSchema, goodText, {
  domains: fc.constant([]),
  codeStyle: fc.constant('any'),
  envelope: undefined,
  'envelopes/{}': fc.constantFrom('main', 'other'),
  'envelopes/*/fields': envelopeFields,
  'envelopes/*/mediaType': fc.constantFrom('application/json', 'application/problem+json', 'text/x; y="z"'),
  'envelopes/*/headers/*/example': headerValue,
  'envelopes/*/headers/*/role': undefined,
  'envelopes/*/headers/*/after': undefined,
  'envelopes/*/headers/*/until': undefined,
  'envelopes/*/text': undefined,
  'states/{}': fc.constantFrom('session', 'parcel-2'),
  'states/*/values/{}': fc.constantFrom(...STATE_NAMES),
  'scopes/{}': fc.constantFrom('read', 'write:all', 'constructor', '<b>'),
  'statuses/{}': fc.constantFrom(...DECLARED),
  'limits/*/codes/*': anyCode,
  baseUrl: fc.constantFrom('https://api.example/v1', 'http://localhost:1/"><b>', 'https://['),
  source: fc.constantFrom('https://code.example/contracts'),
  'support/url': fc.constantFrom('https://help.example/', 'https://[/'),
  'support/status': fc.constantFrom('https://status.example/"><b>'),
  'support/email': fc.constantFrom('help@example.com'),
  'idempotency/operations': undefined,
  // a registry of one API has no other version
  previousVersion: undefined,
  waive: undefined,
}) as fc.Arbitrary<Entry>;

const domainEntry = valuesOf(domainSchema, goodText, {
  codes: fc.constant({}),
  namespace: fc.constantFrom('part', 'x-Error', 'constructor', 'a.b'),
  envelope: fc.constantFrom('main', 'other', 'none'),
  defaults: fc.constantFrom({ fault: 'upstream' }, { severity: 'warning' }),
  waive: undefined,
}) as fc.Arbitrary<Entry>;

const blocks = [
  '## A heading',
  '- one\n- two',
  '> said',
  '```sh\ncurl {} <b>\n```',
  '<Policies />',
  '<CodeList />',
  '\\{ \\<',
  '**a** [b](https://b.example)',
];

const guide = fc.record({
  front: valuesOf(guideSchema, goodText, { order: fc.integer() }) as fc.Arbitrary<Entry>,
  body: fc.array(fc.oneof(sentence, fc.constantFrom(...blocks)), { maxLength: 4 }).map((them) => them.join('\n\n')),
});

const three = <T>(it: fc.Arbitrary<T>) => fc.tuple(it, it, it);

/** Registries of which most are accepted: every field of the format, references that lead somewhere, odd names and texts. */
export const registries: fc.Arbitrary<Written> = fc
  .record({
    all: codes,
    places: three(fc.constantFrom(...DOMAINS)),
    api: apiEntry,
    forms: three(fc.constantFrom(...FORMS)),
    heads: three(domainEntry),
    entries: three(codeEntry),
    guides: fc.dictionary(fc.constantFrom('start', 'g-2'), guide, { maxKeys: 1, noNullPrototype: true }),
  })
  .map(({ all, places, api, forms, heads, entries, guides }) => {
    const used = DOMAINS.filter((name) => all.some((_, i) => places[i] === name));
    const namespaceOf = (place: number) => heads[used.indexOf(places[place] ?? '')]?.namespace;
    const names = all.map((code, i) => (namespaceOf(i) === undefined ? code : `${namespaceOf(i)}.${code}`));
    const named = all.map((code, i): [string, Entry] => [code, withCodes(present(entries[i]), names, i)]);
    const codesOf = (domain: string) => Object.fromEntries(named.filter((_, i) => places[i] === domain));
    const domains = Object.fromEntries(used.map((name, i) => [name, { ...heads[i], codes: codesOf(name) }]));
    const limits = api.limits as Entry[] | undefined;
    const envelopes = Object.entries((api.envelopes ?? {}) as Record<string, Entry>);
    const formed = envelopes.map(([name, it], i) => [name, inForm(it, forms[i % forms.length] ?? 'json')]);
    return consistent({
      api: {
        ...api,
        ...(formed.length > 0 && { envelopes: Object.fromEntries(formed) }),
        domains: used,
        ...(limits && {
          limits: limits.map((it) => ({ ...it, ...(it.codes !== undefined && { codes: [names[0]] }) })),
        }),
      },
      domains,
      guides,
    });
  });

/** An entry whose references name codes; only a later code replaces it, so that no replacement leads in a circle. */
function withCodes(entry: Entry, all: readonly string[], at: number): Entry {
  const made: Entry = { ...entry };
  if (Array.isArray(made.related))
    made.related = made.related.map((ref) => all[Number(String(ref).slice(1)) % all.length]);
  if (made.aliases) made.aliases = [`WAS_${at}`, { code: `was/${at}`, reason: 'It was renamed.' }];
  for (const life of ['deprecated', 'retired']) {
    const { replacedBy, ...rest } = (made[life] ?? {}) as Entry;
    if (made[life])
      made[life] = replacedBy !== undefined && at + 1 < all.length ? { ...rest, replacedBy: all[at + 1] } : rest;
  }
  return made;
}

/** What independent choices may leave without its other half: a reference, a declaration, a delay. */
function consistent({ api, domains, guides }: Written): Written {
  const envelopes = (api.envelopes ?? { main: { fields: ROLES.slice(0, 2) } }) as Record<string, Entry>;
  const states = Object.values((api.states ?? {}) as Record<string, { values: Entry }>).flatMap(({ values }) =>
    Object.keys(values),
  );
  const nameOf = ({ namespace }: Entry, code: string) => (namespace === undefined ? code : `${namespace}.${code}`);
  const entries = Object.values(domains).flatMap((domain) =>
    Object.entries(domain.codes as Record<string, Entry>).map(([code, it]) => [nameOf(domain, code), it] as const),
  );
  const isInternal = (code: unknown) =>
    entries.some(([it, { visibility }]) => it === code && visibility === 'internal');
  const statuses = {
    ...(api.statuses as Entry | undefined),
    DROPPED: { meaning: 'The line was dropped.' },
    'lost <b>': { meaning: 'It was lost.' },
  };
  for (const domain of Object.values(domains)) {
    if (domain.envelope !== 'none' && !Object.hasOwn(envelopes, String(domain.envelope))) delete domain.envelope;
    for (const [code, value] of Object.entries(domain.codes as Record<string, Entry>)) {
      for (const life of [value.deprecated, value.retired] as (Entry | undefined)[])
        if (life && isInternal(life.replacedBy)) delete life.replacedBy;
      if (value.envelope !== 'none' && !Object.hasOwn(envelopes, String(value.envelope))) delete value.envelope;
      value.message ??= 'The message of this code.';
      if (Array.isArray(value.related))
        value.related = value.related.filter((it) => it !== nameOf(domain, code) && !isInternal(it));
      if (Array.isArray(value.states)) value.states = value.states.filter((it) => states.includes(it));
      if (value.retired) delete value.deprecated;
      if (value.retired || value.deprecated) delete value.reserved;
      if (JSON.stringify([value.retry, value.operations]).includes('retry-after'))
        value.headers = { 'Retry-After': '60' };
      if (!statusFieldIn(envelopes, { ...domain, ...value })) delete value.examples;
      if (envelopeOf(envelopes, { ...domain, ...value })?.text !== undefined) delete value.fields;
    }
  }
  for (const limit of (api.limits ?? []) as Entry[])
    if (Array.isArray(limit.codes)) limit.codes = limit.codes.filter((it) => !isInternal(it));
  return { api: { ...api, envelopes, statuses }, domains, guides };
}

function envelopeOf(
  envelopes: Record<string, Entry>,
  { envelope = present(Object.keys(envelopes)[0]) }: Entry,
): Entry | undefined {
  return envelopes[String(envelope)];
}

function statusFieldIn(envelopes: Record<string, Entry>, domain: Entry): boolean {
  return JSON.stringify(envelopeOf(envelopes, domain)?.fields ?? []).includes('"/status"');
}
