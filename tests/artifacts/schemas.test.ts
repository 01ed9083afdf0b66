import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type Api, apiArtifacts, type Code, envelopeOf, errorsSchema, examplesOf } from '../../src/index.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { apisIn, everyApi, linksOf, load, textOf } from './setup.ts';

let apis: Api[];
before(async () => {
  apis = await everyApi();
});

/** A reading of schemas other than our own; a member `__proto__` is left to our own reading, for Ajv passes it over. */
function ajv(): Ajv2020 {
  const made = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
  addFormats.default(made);
  return made;
}

const json = (id: string, api: Api) => JSON.parse(textOf(id, api));

/** Whether Ajv can judge the bodies of a code at all. */
function isPlain(api: Api, code: Code): boolean {
  return !JSON.stringify([envelopeOf(api, code)?.fields, code.fields]).includes('/__proto__');
}

/** Every example body of every code. */
function* bodies(): Generator<{ api: Api; code: Code; body: Record<string, unknown>; name: string }> {
  for (const api of apis) {
    for (const code of api.codes) {
      for (const { name, response } of examplesOf(api, code, linksOf(api).code(code.code)))
        yield { api, code, body: response.body, name };
    }
  }
}

/** A body with another value in place of its code; undefined where it has none. */
function withCode(api: Api, code: Code, body: unknown, value: unknown): unknown {
  const field = present(envelopeOf(api, code)).fields.find(({ role }) => role === 'code');
  if (!field) return undefined;
  const copy = structuredClone(body);
  const names = field.pointer.split('/').slice(1);
  const last = present(names.pop());
  let here = copy as Record<string, unknown>;
  for (const name of names) here = here[name] as Record<string, unknown>;
  here[last] = value;
  return copy;
}

test('the artifacts of a small registry are these', async () => {
  const [desk] = await apisIn('tests/artifacts/fixtures/small/contracts');
  for (const id of ['json', 'typescript', 'zod', 'json-schema', 'openapi', 'problem-types']) {
    const { path } = present(apiArtifacts.find((it) => it.id === id));
    expectFile(
      join(ROOT, 'tests/artifacts/fixtures/small/expected', path),
      textOf(id, present(desk)).replace(/\n$/, ''),
    );
  }
});

test('the same registry gives the same bytes', async () => {
  const again = await everyApi();
  for (const { id } of apiArtifacts)
    assert.deepEqual(
      apis.map((api) => textOf(id, api)),
      again.map((api) => textOf(id, api)),
    );
});

test('every example fits envelope.schema.json, in one branch of known codes and in no other', () => {
  const validators = new Map<Api, { whole: ValidateFunction; of(name: string): ValidateFunction; names: string[] }>();
  for (const api of apis) {
    const schema = json('json-schema', api);
    const made = ajv().addSchema(schema);
    const of = (name: string) => present(made.getSchema(`${schema.$id}#/$defs/${name}`));
    const names = Object.keys(schema.$defs).filter((name) => /^(?:code|known|unknown)\./.test(name));
    validators.set(api, { whole: present(made.getSchema(schema.$id)), of, names });
  }
  let seen = 0;
  for (const { api, code, body } of bodies()) {
    if (!isPlain(api, code)) continue;
    const { whole, of, names } = present(validators.get(api));
    assert.ok(whole(body), `${api.id} ${code.code}: ${JSON.stringify(whole.errors)}`);
    if (!withCode(api, code, body, 1)) continue;
    const fitting = names.filter((name) => of(name)(body));
    assert.equal(fitting.length, 1, `${api.id} ${code.code}: ${fitting}`);
    assert.match(present(fitting[0]), /^(?:code|known)\./);
    seen++;
  }
  assert.ok(seen > 100, `${seen} bodies`);
});

test('a body with a new code or a new field fits; a broken one does not', () => {
  const api = present(apis.find(({ id }) => id === 'studio-gateway'));
  const validate = ajv().compile(json('json-schema', api));
  const error = { code: 'not_found', message: 'M', requestId: 'r' };
  assert.ok(validate({ error }));
  assert.ok(validate({ error: { ...error, more: 1 }, more: 2 }));
  assert.ok(validate({ error: { ...error, code: 'brand_new', more: 1 }, more: 2 }));
  for (const broken of [{}, { error: null }, { error: { ...error, message: 1 } }])
    assert.ok(!validate(broken), JSON.stringify(broken));
});

test('a listed code may get fields in an open envelope, and never in a closed one; a new code may in both', async () => {
  const [open] = await apisIn('tests/artifacts/fixtures/small/contracts');
  assert.ok(open);
  const closed = structuredClone(open);
  for (const envelope of Object.values(closed.envelopes)) envelope.closed = true;
  for (const [api, isOpen] of [
    [open, true],
    [closed, false],
  ] as const) {
    const inSchema = ajv().compile(json('json-schema', api));
    const { components } = json('openapi', api);
    const inOpenApi = new Ajv2020({ strict: false }).compile({ $ref: '#/components/schemas/error', components });
    const { errorBodySchema } = (await load(`${isOpen}.zod`, textOf('zod', api))) as ZodModule;
    const fits = (body: unknown) => [inSchema(body), inOpenApi(body), errorBodySchema.safeParse(body).success];
    let seen = 0;
    for (const code of api.codes) {
      for (const { response } of examplesOf(api, code, '')) {
        assert.deepEqual(fits(response.body), [true, true, true], code.code);
        assert.deepEqual(fits({ ...response.body, later: 1 }), [isOpen, isOpen, isOpen], code.code);
        const fresh = withCode(api, code, { ...response.body, later: 1 }, 'BRAND_NEW');
        assert.deepEqual(fits(fresh), [true, true, true], code.code);
        seen++;
      }
    }
    assert.ok(seen > 0);
  }
});

interface ZodModule {
  ERROR_CODES?: { safeParse(value: unknown): { success: boolean } };
  errorBodySchema: { safeParse(value: unknown): { success: boolean; error?: unknown } };
  unknownErrorBodySchema: ZodModule['errorBodySchema'];
  errorBodySchemas: Record<string, ZodModule['errorBodySchema']>;
}

test('Zod reads every example by the branch of its code, new codes by the other, and refuses broken bodies', async () => {
  const modules = new Map<Api, ZodModule>();
  for (const api of apis) modules.set(api, (await load(`${api.id}.zod`, textOf('zod', api))) as ZodModule);
  for (const { api, code, body } of bodies()) {
    const { ERROR_CODES, errorBodySchema, unknownErrorBodySchema, errorBodySchemas } = present(modules.get(api));
    const where = `${api.id} ${code.code}`;
    const parsed = errorBodySchema.safeParse(body);
    assert.ok(parsed.success, `${where}: ${parsed.error}`);
    assert.ok(present(errorBodySchemas[code.code]).safeParse(body).success, where);
    const other = withCode(api, code, body, typeof codeIn(api, code) === 'number' ? 987_654 : 'a new code');
    if (!other) continue;
    assert.equal(ERROR_CODES?.safeParse(codeIn(api, code)).success, true, where);
    assert.equal(ERROR_CODES?.safeParse('a new code').success, false, where);
    assert.ok(!unknownErrorBodySchema.safeParse(body).success, where);
    const others = Object.entries(errorBodySchemas).filter(
      ([name, it]) => name !== code.code && it.safeParse(body).success,
    );
    assert.deepEqual(others, [], where);
    if (code.fields.length === 0) assert.ok(errorBodySchema.safeParse(other).success, where);
    assert.ok(!errorBodySchema.safeParse(withCode(api, code, body, null)).success, where);
  }
  for (const { errorBodySchema } of modules.values())
    for (const broken of [null, 1, 'text', [], {}]) assert.ok(!errorBodySchema.safeParse(broken).success);
});

/** The code as the body carries it. */
function codeIn(api: Api, code: Code): string | number {
  const type = present(envelopeOf(api, code)).fields.find(({ role }) => role === 'code')?.type;
  return type === 'integer' ? Number(code.code) : code.code;
}

test('errors.json of every registry fits its published schema, and holds no field that the schema does not know', () => {
  const schema = errorsSchema();
  const open = ajv().compile(schema);
  const closed = ajv().compile(closedOf(schema) as object);
  for (const api of apis) {
    const value: object = json('json', api);
    const { $schema } = json('json', api);
    assert.equal($schema, 'https://errors.example/docs/schema/errors.schema.json');
    assert.equal(open({ ...value, later: 1 }), true, `${api.id}: ${JSON.stringify(open.errors)}`);
    assert.equal(closed({ ...value }), true, `${api.id}: ${JSON.stringify(closed.errors)}`);
    assert.equal(open({ ...value, codes: [{ code: 1 }] }), false);
  }
});

/** The schema with every object closed to what it does not list. */
function closedOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closedOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closedOf(value)]));
  return 'properties' in schema && 'type' in schema ? { ...inner, additionalProperties: false } : inner;
}

test('openapi.json names its components as OpenAPI 3.1 allows, and its references lead somewhere', () => {
  for (const api of apis) {
    const value = json('openapi', api);
    assert.match(value.openapi, /^3\.1\.\d+$/);
    assert.ok(value.info.title && value.info.version);
    for (const part of Object.values(value.components) as object[])
      for (const name of Object.keys(part)) assert.match(name, /^[a-zA-Z0-9._-]+$/);
    for (const [, name] of JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      assert.ok(Object.hasOwn(value.components.schemas, present(name)), name);
    for (const response of Object.values(value.components.responses) as { description: string }[])
      assert.ok(response.description);
  }
});

interface OpenApi {
  components: { schemas: Record<string, unknown>; responses: Record<string, OpenApiResponse> };
}

interface OpenApiResponse {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: unknown; examples: Record<string, { value: unknown }> }>;
}

test('openapi.json has a response for each status of HTTP, with the headers and examples of its codes', () => {
  for (const api of apis) {
    const { responses } = (json('openapi', api) as OpenApi).components;
    const sent = api.codes.flatMap(({ statuses }) =>
      statuses.flatMap(({ status }) => (typeof status === 'number' ? [status] : [])),
    );
    assert.deepEqual(new Set(Object.keys(responses)), new Set(sent.map((status) => `status.${status}`)));
    for (const code of api.codes) {
      for (const { status } of code.statuses.filter((it) => typeof it.status === 'number')) {
        const { headers = {}, content = {} } = present(responses[`status.${status}`]);
        const names = Object.keys(headers).map((it) => it.toLowerCase());
        for (const header of Object.keys(code.headers)) assert.ok(names.includes(header.toLowerCase()), header);
        const shown = Object.values(content).flatMap(({ examples }) =>
          Object.values(examples).map(({ value }) => value),
        );
        const usual =
          present(code.statuses[0]).status === status ? examplesOf(api, code, linksOf(api).code(code.code)) : [];
        for (const { response } of usual)
          assert.ok(
            shown.some((it) => JSON.stringify(it) === JSON.stringify(response.body)),
            `${api.id} ${code.code}`,
          );
      }
    }
  }
});

test('each example of openapi.json fits the schema of its response', () => {
  for (const api of apis.filter((it) => it.codes.every((code) => isPlain(it, code)))) {
    const text = textOf('openapi', api).replaceAll('"#/components/schemas/', '"doc#/$defs/');
    const { schemas, responses } = (JSON.parse(text) as OpenApi).components;
    const made = ajv().addSchema({ $id: 'doc', $defs: schemas });
    for (const { content = {} } of Object.values(responses)) {
      for (const { schema, examples } of Object.values(content)) {
        const validate = made.compile(schema as object);
        for (const [name, { value }] of Object.entries(examples))
          assert.ok(validate(value), `${api.id} ${name}: ${JSON.stringify(validate.errors)}`);
      }
    }
  }
});

test('each code is a problem type with its page as the URI and problem details that RFC 9457 allows', () => {
  for (const api of apis) {
    const { types } = json('problem-types', api);
    assert.deepEqual(
      types.map(({ type, code }: { type: string; code: string }) => [type, code]),
      api.codes.map(({ code }) => [linksOf(api).code(code), code]),
    );
    for (const { type, title, status, code, examples } of types) {
      assert.ok(title);
      for (const { headers, body } of examples) {
        assert.deepEqual(headers[0], ['Content-Type', 'application/problem+json']);
        assert.deepEqual([body.type, body.title, body.status, body.code], [type, title, status, code]);
        assert.ok(body.detail === undefined || typeof body.detail === 'string');
      }
    }
  }
});
