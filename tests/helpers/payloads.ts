import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, type SourceFile } from '../../src/index.ts';
import { apiSchema } from '../../src/model/schema/api.ts';
import { codeSchema } from '../../src/model/schema/code.ts';
import { domainSchema } from '../../src/model/schema/domain.ts';
import { envelopeSchema } from '../../src/model/schema/envelope.ts';
import { fieldSchema } from '../../src/model/schema/field.ts';
import { guideSchema } from '../../src/model/schema/guide.ts';
import { EVERYTHING } from './everything.ts';
import { type Decided, filled } from './filled.ts';
import { present } from './present.ts';

/** Texts that try to become something else than text; a line each, in which `\uXXXX`, `\t` and `\\` are one character. */
export const ALL_PAYLOADS: string[] = readFileSync(
  join(import.meta.dirname, '../browser/fixtures/payloads/payloads.txt'),
  'utf8',
)
  .trimEnd()
  .split('\n')
  .map((line) =>
    line.replace(/\\(?:u([0-9a-f]{4})|([t\\]))/gi, (_, hex?: string, one?: string) =>
      hex === undefined ? (one === 't' ? '\t' : '\\') : String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );

/** All would take minutes in a browser: a test run takes every fifth, unless ERRORBOOK_TESTS is `all`. */
export const PAYLOADS = ALL_PAYLOADS.filter((_, at) => EVERYTHING || at % 5 === 0);

/** Markdown that prose may hold, so that its elements belong to a page. */
const MARKDOWN = 'See [x](https://a.example/ "t"), [m](mailto:a@b.example), **b**, *e*, ~~s~~ and `c`.';

/** An API for each payload, with it in every text; and two with harmless texts, by which the others are judged. */
export const APIS: { id: string; payload: string }[] = [
  { id: 'plain', payload: 'harmless words' },
  { id: 'markdown', payload: MARKDOWN },
  ...PAYLOADS.map((payload, at) => ({ id: `p${at + 1}`, payload })),
];

/** What a code leaves out that others refer to, or that refers to others. */
const BARE: Decided = {
  deprecated: undefined,
  aliases: undefined,
  related: undefined,
  examples: undefined,
  names: undefined,
  'deprecated/replacedBy': undefined,
  'aliases/*/code': undefined,
  'related/*': undefined,
  'examples/{}': undefined,
  'examples/*': undefined,
};

/** The files of one API; `word` tells two states of it apart. */
function filesWith({ id, payload }: { id: string; payload: string }, word: string): SourceFile[] {
  const places = new Map<string, number>();
  // no two texts are the same, and none is so short that it says nothing
  const text = (place: string) => {
    const name = place.replace(/[^a-z]+/gi, ' ').trim();
    places.set(name, (places.get(name) ?? 0) + 1);
    return `${/(?:meaning|reason|summary|remediation|causes)/.test(place) ? word : 'The'} ${name} ${places.get(name)} ${payload} end`;
  };
  const name = `code ${payload}`.slice(0, 60).trim();
  const address = `https://a.example/${payload.replace(/\s/g, '')}`;
  const pointer = `/${payload.replaceAll('~', '~0').replaceAll('/', '~1') || 'x'}`;
  const value = `value ${payload}`;
  const field = (more: Decided) =>
    filled(fieldSchema, text, {
      pointer,
      type: 'string',
      role: undefined,
      after: undefined,
      until: undefined,
      const: undefined,
      example: value,
      optional: undefined,
      items: undefined,
      ...more,
    });
  const fields = [
    field({ pointer: '/code', role: 'code', example: undefined }),
    field({ pointer: '/message', role: 'message', example: undefined }),
    field({ const: value }),
    field({ pointer: `${pointer} list`, type: 'array', example: undefined, items: [field({})] }),
  ];
  const envelope = (more: Decided) =>
    filled(envelopeSchema, text, {
      fields,
      mediaType: 'application/json',
      text: undefined,
      'headers/{}': 'X-Payload',
      'headers/*/example': value,
      'headers/*/role': undefined,
      'headers/*/after': undefined,
      'headers/*/until': undefined,
      ...more,
    });
  const coded = field({ pointer: '/code', role: 'code', example: undefined });
  const message = field({ pointer: '/message', role: 'message', example: undefined });
  // the same text in an element, an attribute, a plain text and a header
  const marked = envelope({
    mediaType: 'application/xml',
    fields: [
      field({ pointer: '/Error/@value', const: value }),
      field({ pointer: '/Error/Code', role: 'code', example: undefined }),
      field({ pointer: '/Error/Message', role: 'message', example: undefined }),
    ],
  });
  const said = envelope({
    mediaType: 'text/plain',
    text: `${value.replace(/[{}]/g, '')} {code}: {message}`,
    fields: [coded, message],
  });
  const headed = envelope({ fields: [message], 'headers/*/role': 'code' });
  const status = `status ${payload}`;
  const state = `state ${payload}`;
  const api = filled(apiSchema, text, {
    $schema: undefined,
    domains: ['texts', 'marked', 'said', 'headed'],
    codeStyle: 'any',
    envelope: undefined,
    envelopes: { main: envelope({}), marked, said, headed },
    'unknownCodes/retry/policy': 'backoff',
    'states/{}': 'session',
    'states/*/values/{}': state,
    'scopes/{}': `scope ${payload}`,
    'statuses/{}': status,
    'limits/*/codes/*': name,
    'limits/*/per': 'minute',
    baseUrl: address,
    source: address,
    feedback: `${address.replace(/[{}]/g, '')}?code={code}&page={address}`,
    'support/url': address,
    'support/status': address,
    'support/email': 'help@example.com',
    'languages/{}': 'es',
    'idempotency/header': 'Idempotency-Key',
    'idempotency/operations': undefined,
    previousVersion: undefined,
    waive: undefined,
  });
  const code = (more: Decided) =>
    filled(codeSchema, text, {
      status: [422, status],
      // the domain's; no name of an envelope holds more than letters, digits and hyphens
      envelope: undefined,
      fields: [field({ pointer: `${pointer} own` })],
      example: undefined,
      'examples/{}': `example ${payload}`,
      'examples/*': { [pointer]: value },
      'headers/{}': 'X-Own',
      'headers/*/value': value,
      'states/*': state,
      'operations/*/status': [422, status],
      'related/*': `${name} 2`,
      'links/*/href': address,
      'aliases/*/code': `was ${payload}`.slice(0, 60).trim(),
      'deprecated/replacedBy': `${name} 2`,
      retired: undefined,
      reserved: undefined,
      visibility: 'public',
      waive: undefined,
      ...more,
    });
  const second = code({
    deprecated: undefined,
    aliases: undefined,
    related: undefined,
    'retired/replacedBy': undefined,
    'aliases/*/code': undefined,
  });
  const plain = () => code({ ...BARE, fields: undefined, status: 422 });
  const retired = { since: text('since'), reason: text('reason') };
  const domain = filled(domainSchema, text, {
    $schema: undefined,
    // ids, in which no payload fits
    namespace: undefined,
    aliases: undefined,
    envelope: 'main',
    // the same texts as those of codes
    defaults: undefined,
    waive: undefined,
    codes: { [name]: code({}), [`${name} 2`]: { ...(second as object), retired } },
  });
  const others = ['marked', 'said', 'headed'].map((name) => ({
    path: `${id}/${name}.json`,
    text: JSON.stringify({ title: text('title'), envelope: name, codes: { [`${name} ${payload}`]: plain() } }),
  }));
  const front = filled(guideSchema, text, { order: 1, aliases: undefined });
  const body = [
    '<Codes />',
    '<Envelope />',
    '<Headers />',
    '<Policies />',
    '<UnknownCodes />',
    '<States />',
    '<Scopes />',
    '<Limits />',
    '<Statuses />',
    `~~~~~~\n${payload}\n~~~~~~`,
  ];
  return [
    { path: `${id}/api.json`, text: JSON.stringify(api) },
    { path: `${id}/texts.json`, text: JSON.stringify(domain) },
    ...others,
    { path: `${id}/guides/start.mdx`, text: `---\n${JSON.stringify(front)}\n---\n\n${body.join('\n\n')}\n` },
  ];
}

/** The files of all APIs in two states, each with the releases up to it. */
export function twoStates(): { before: SourceFile[]; after: SourceFile[] } {
  const [before, after] = ['Earlier', 'The'].map((word) => APIS.flatMap((api) => filesWith(api, word)));
  const first = releasesOf(present(before), '2026-10');
  const second = releasesOf([...present(after), ...first], '2026-11');
  return { before: [...present(before), ...first], after: [...present(after), ...first, ...second] };
}

/** The files that a release of every API writes. */
function releasesOf(files: SourceFile[], name: string): SourceFile[] {
  const date = `${name}-01`;
  const plans = check(files, { today: date }).release({ name, date, today: date });
  return plans.flatMap(({ release }) => (release ? [{ path: release.path, text: release.text }] : []));
}
