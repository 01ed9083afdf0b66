import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readContracts } from '../../src/cli/contracts.ts';
import { bodySchema, envelopeOf, examplesOf, type Field, type Json, responseText } from '../../src/index.ts';
import { mismatches } from '../../src/model/envelope/schema.ts';
import { files, registryOf, seeded } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { OURS } from '../helpers/registry.ts';

/** The example responses of a code as text, by name. */
function examples(envelope: string, code: string, api = ''): Record<string, string> {
  const sources = files({
    'desk/api.yaml': `title: Desk\nsummary: Sends parcels.\ndomains: [parcels]\n${api}envelope:\n${indent(envelope, 2)}\n`,
    'desk/parcels.yaml': `title: Parcels\ncodes:\n  LOST:\n    meaning: It is gone.\n    remediation: Look for it.\n    retry: never\n${indent(code, 4)}\n`,
  });
  const desk = present(registryOf(sources).apis[0]);
  const shown = examplesOf(desk, present(desk.codes[0]), 'https://errors.example/desk/errors/LOST/');
  return Object.fromEntries(shown.map(({ name, response }) => [name, responseText(response)]));
}

function indent(text: string, by: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}

test('each role fills its field, a constant stands before a role, and the rest shows examples', () => {
  const shown = examples(
    `
fields:
  - { pointer: /ok, type: boolean, const: false, meaning: M. }
  - { pointer: /code, type: string, role: code, meaning: M. }
  - { pointer: /status, type: integer, role: status, meaning: M. }
  - { pointer: /statusAsText, type: string, role: status, meaning: M. }
  - { pointer: /error, type: string, role: statusText, meaning: M. }
  - { pointer: /message, type: string, role: message, meaning: M. }
  - { pointer: /detail, type: string, role: message, meaning: M. }
  - { pointer: /requestId, type: string, role: requestId, example: req_1, meaning: M. }
  - { pointer: /retryAfter, type: integer, role: retryAfter, meaning: M. }
  - { pointer: /docs, type: string, role: docsUrl, meaning: M. }
  - { pointer: /version, type: string, role: message, const: "2", meaning: M. }
  - { pointer: /nothing, type: "null", meaning: M. }
  - { pointer: /number, type: number, meaning: M. }
  - { pointer: /flag, type: boolean, meaning: M. }
  - { pointer: /list, type: array, meaning: M. }
  - { pointer: /word, type: string, meaning: M. }
  - { pointer: /more, type: object, meaning: M. }
headers:
  X-Request-Id: { meaning: M., example: req_1 }
  Retry-After: { meaning: M., example: "30" }
`,
    'status: 503\nmessage: Gone.',
  );
  assert.deepEqual(shown, {
    '': `HTTP/1.1 503 Service Unavailable
Content-Type: application/json
X-Request-Id: req_1
Retry-After: 30

{
  "ok": false,
  "code": "LOST",
  "status": 503,
  "statusAsText": "503",
  "error": "Service Unavailable",
  "message": "Gone.",
  "detail": "Gone.",
  "requestId": "req_1",
  "retryAfter": 30,
  "docs": "https://errors.example/desk/errors/LOST/",
  "version": "2",
  "nothing": null,
  "number": 0,
  "flag": false,
  "list": [],
  "word": "string",
  "more": {}
}`,
  });
});

const NESTED = `
mediaType: application/problem+json
fields:
  - { pointer: /error/code, type: string, role: code, meaning: M. }
  - { pointer: /error/details, type: object, optional: true, role: details, meaning: M. }
  - { pointer: /error/message, type: string, role: message, meaning: M. }
  - { pointer: /error/a~1b~0c, type: string, example: odd, meaning: M. }
  - { pointer: /hints, type: array, optional: true, meaning: M. }
  - pointer: /problems
    type: array
    meaning: M.
    items:
      - { pointer: /field/name, type: string, example: weight, meaning: M. }
      - { pointer: /limit, type: integer, const: 30, example: 7, meaning: M. }
      - { pointer: /hint, type: string, optional: true, meaning: M. }
      - pointer: /parts
        type: array
        meaning: M.
        items:
          - { pointer: /id, type: integer, meaning: M. }
  - { pointer: /requestId, type: string, example: req_1, meaning: M. }
`;

test('objects follow from pointers, arrays show one item, and what is optional is left out', () => {
  assert.deepEqual(examples(NESTED, 'status: 404\nmessage: Gone.'), {
    '': `HTTP/1.1 404 Not Found
Content-Type: application/problem+json

{
  "error": {
    "code": "LOST",
    "message": "Gone.",
    "a/b~c": "odd"
  },
  "problems": [
    {
      "field": {
        "name": "weight"
      },
      "limit": 30,
      "parts": [
        {
          "id": 0
        }
      ]
    }
  ],
  "requestId": "req_1"
}`,
  });
});

test('fields of a code and overrides stand where the envelope has their place', () => {
  const shown = examples(
    NESTED,
    `
status: 429
message: Wait.
fields:
  - { pointer: /error/details/seconds, type: integer, role: retryAfter, meaning: M. }
  - { pointer: /error/details/note, type: string, optional: true, meaning: M. }
  - { pointer: /error/message, type: string, const: Wait!, meaning: M. }
  - { pointer: /extra, type: boolean, example: true, meaning: M. }
headers:
  Retry-After: { value: "60", meaning: M. }
  content-type: application/json
examples:
  Bare: {}
  Full:
    /requestId: req_2
    /error/details/note: Soon.
    /hints: [now, later]
    /problems: []
`,
  );
  assert.deepEqual(shown, {
    Bare: `HTTP/1.1 429 Too Many Requests
content-type: application/json
Retry-After: 60

{
  "error": {
    "code": "LOST",
    "details": {
      "seconds": 60
    },
    "message": "Wait!",
    "a/b~c": "odd"
  },
  "problems": [
    {
      "field": {
        "name": "weight"
      },
      "limit": 30,
      "parts": [
        {
          "id": 0
        }
      ]
    }
  ],
  "requestId": "req_1",
  "extra": true
}`,
    Full: `HTTP/1.1 429 Too Many Requests
content-type: application/json
Retry-After: 60

{
  "error": {
    "code": "LOST",
    "details": {
      "seconds": 60,
      "note": "Soon."
    },
    "message": "Wait!",
    "a/b~c": "odd"
  },
  "hints": [
    "now",
    "later"
  ],
  "problems": [],
  "requestId": "req_2",
  "extra": true
}`,
  });
});

test('what is optional is shown if an example has something inside it', () => {
  const envelope = `fields:
  - { pointer: /code, type: string, role: code, meaning: M. }
  - { pointer: /list, type: array, optional: true, meaning: M. }
  - { pointer: /more, type: object, optional: true, meaning: M. }
`;
  const body = (example: string) =>
    JSON.parse(present(examples(envelope, `status: 400\nexample: { ${example} }`)['']).split('\n\n')[1] ?? '');
  assert.deepEqual(body('/list/0: a, /more/size: 1'), { code: 'LOST', list: ['a'], more: { size: 1 } });
  assert.deepEqual(body('/list: []'), { code: 'LOST', list: [] });
});

const FLAT = `
fields:
  - { pointer: /code, type: string, role: code, meaning: M. }
  - { pointer: /status, type: integer, role: status, meaning: M. }
  - { pointer: /error, type: string, role: statusText, meaning: M. }
`;

test('a status that the API names keeps that name, one that nobody names has none', () => {
  const statuses = 'statuses:\n  "404": { title: Nowhere, meaning: M. }\n';
  assert.match(
    present(examples(FLAT, 'status: 404', statuses)['']),
    /^HTTP\/1\.1 404 Nowhere\n[\s\S]*"error": "Nowhere"/,
  );
  assert.match(present(examples(FLAT, 'status: 499')['']), /^HTTP\/1\.1 499\n[\s\S]*"error": ""/);
  assert.match(present(examples(FLAT, 'status: [409, 404]')['']), /^HTTP\/1\.1 409 Conflict\n/);
});

test('a status that is no HTTP status has a body and neither a status line nor headers', () => {
  const statuses = 'statuses:\n  DROPPED: { title: Dropped, meaning: M. }\n';
  const envelope = FLAT.replace('  - { pointer: /status, type: integer, role: status, meaning: M. }\n', '');
  assert.deepEqual(examples(envelope, 'status: DROPPED\nheaders: { X-A: b }', statuses), {
    '': '{\n  "code": "LOST",\n  "error": "Dropped"\n}',
  });
});

test('a pointer may name what JavaScript keeps for itself', () => {
  const envelope =
    'fields:\n  - { pointer: /__proto__/code, type: string, role: code, meaning: M. }\n  - { pointer: /constructor, type: string, meaning: M. }';
  assert.deepEqual(examples(envelope, 'status: 400\nexample: { /constructor: x }'), {
    '': `HTTP/1.1 400 Bad Request
Content-Type: application/json

{
  "__proto__": {
    "code": "LOST"
  },
  "constructor": "x"
}`,
  });
});

const contracts = registryOf(await readContracts(OURS));
const ajv = new Ajv2020({ allErrors: true, strict: true });

test('every example of our registries fits its schema, by our own reading and by Ajv', () => {
  let shown = 0;
  for (const [where, fields, body] of bodies()) {
    const schema = bodySchema(fields);
    const validate = ajv.compile(schema);
    assert.ok(validate(body), `${where}: ${ajv.errorsText(validate.errors)}`);
    assert.deepEqual(mismatches(schema, body), [], where);
    shown++;
  }
  assert.ok(shown >= 110, `${shown} examples`);
});

test('of a damaged example our own reading and Ajv think the same', () => {
  const random = seeded(3);
  const verdicts = { fits: 0, fails: 0 };
  for (const [where, fields, body] of bodies()) {
    const schema = bodySchema(fields);
    const validate = ajv.compile(schema);
    for (let i = 0; i < 20; i++) {
      const damaged = damage(structuredClone(body), random);
      const fits = validate(damaged);
      assert.equal(mismatches(schema, damaged).length === 0, fits, `${where}: ${JSON.stringify(damaged)}`);
      verdicts[fits ? 'fits' : 'fails']++;
    }
  }
  assert.ok(verdicts.fits > 100 && verdicts.fails > 1000, JSON.stringify(verdicts));
});

test('our own reading of a schema is that of Ajv for constants, items and open objects', () => {
  const field = (it: Partial<Field> & Pick<Field, 'pointer' | 'type'>): Field => ({ meaning: 'M.', ...it });
  const schema = bodySchema([
    field({ pointer: '/ok', type: 'boolean', const: false }),
    field({ pointer: '/set', type: 'object', const: { a: 1, b: [2] } }),
    field({ pointer: '/open', type: 'object', optional: true }),
    field({ pointer: '/in/deep', type: 'integer' }),
    field({ pointer: '/list', type: 'array', items: [field({ pointer: '/id', type: 'number' })] }),
    field({ pointer: '/none', type: 'null' }),
  ]);
  const good = {
    ok: false,
    set: { b: [2], a: 1 },
    open: { x: 1 },
    in: { deep: 1.0 },
    list: [{ id: 0.5 }, { id: 1 }],
    none: null,
  };
  const bad: Record<string, unknown>[] = [
    { ...good, ok: 0 },
    { ...good, set: { a: 1, b: [2, 3] } },
    { ...good, open: [] },
    { ...good, in: { deep: 1.5 } },
    { ...good, in: {} },
    { ...good, list: [{}] },
    { ...good, list: { id: 1 } },
    { ...good, none: 0 },
    { ...good, more: 1 },
  ];
  const validate = ajv.compile(schema);
  for (const value of [good, ...bad]) {
    assert.equal(mismatches(schema, value).length === 0, validate(value), JSON.stringify(value));
    assert.equal(validate(value), value === good, JSON.stringify(value));
  }
});

/** Every example of every code, with the fields that it must fit. */
function* bodies(): Generator<[where: string, fields: Field[], body: Record<string, Json>]> {
  for (const api of contracts.apis) {
    for (const code of api.codes) {
      const own = new Set(code.fields.map(({ pointer }) => pointer));
      const shared = envelopeOf(api, code)?.fields.filter(({ pointer }) => !own.has(pointer)) ?? [];
      for (const { response } of examplesOf(api, code, 'https://errors.example/')) {
        yield [`${api.id} ${code.code}`, [...shared, ...code.fields], response.body];
      }
    }
  }
}

const VALUES: Json[] = [null, 0, 1.5, '', 'text', true, false, [], {}, [{}], { a: 1 }];

/** Puts another value somewhere, takes a key away, or adds one. */
function damage(body: Record<string, Json>, random: (below: number) => number): Json {
  let here: Record<string, Json> = body;
  for (;;) {
    const inner = Object.values(here).filter((it): it is Record<string, Json> => typeof it === 'object' && it !== null);
    if (inner.length === 0 || random(2) === 0) break;
    here = present(inner[random(inner.length)]);
  }
  const keys = Object.keys(here);
  const key = keys[random(keys.length)] ?? 'more';
  const value = VALUES[random(VALUES.length)] ?? null;
  switch (random(3)) {
    case 0:
      if (Array.isArray(here)) here.splice(Number(key), 1);
      else delete here[key];
      break;
    case 1:
      here[key] = value;
      break;
    default:
      if (Array.isArray(here)) here.push(value);
      else here.more = value;
  }
  return body;
}

test('what one example puts into an object is in no other example, and not in the envelope', () => {
  const entry = (status: number) =>
    `    status: ${status}\n    meaning: It is ${status}.\n    remediation: R.\n    retry: never\n`;
  const desk = present(
    registryOf(
      files({
        'desk/api.yaml': `title: Desk
summary: Sends parcels.
domains: [parcels]
envelope:
  fields:
    - { pointer: /error, type: object, meaning: M. }
    - { pointer: /error/code, type: string, role: code, meaning: M. }
    - { pointer: /about, type: object, example: { kind: parcel }, meaning: M. }
    - { pointer: /about/kind, type: string, example: parcel, meaning: M. }
    - { pointer: /about/status, type: integer, role: status, meaning: M. }
    - { pointer: /details, type: object, meaning: M. }
`,
        'desk/parcels.yaml': `title: Parcels\ncodes:\n  LOST:\n${entry(404)}  WET:\n${entry(409)}`,
      }),
    ).apis[0],
  );
  const bodies = desk.codes.map((code) => examplesOf(desk, code, '').map(({ response }) => response.body));
  assert.deepEqual(bodies, [
    [{ error: { code: 'LOST' }, about: { kind: 'parcel', status: 404 }, details: {} }],
    [{ error: { code: 'WET' }, about: { kind: 'parcel', status: 409 }, details: {} }],
  ]);
  const about = present(desk.envelopes.default).fields.find(({ pointer }) => pointer === '/about');
  assert.deepEqual(about?.example, { kind: 'parcel' });
});
