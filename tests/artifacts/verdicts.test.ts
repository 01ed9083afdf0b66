import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Api, type Code, check, envelopeOf, examplesOf } from '../../src/index.ts';
import { fieldsOf, withRole } from '../../src/model/envelope/fields.ts';
import { formatOf } from '../../src/model/envelope/format.ts';
import { tokensOf } from '../../src/model/envelope/pointer.ts';
import { bodySchema, mismatches } from '../../src/model/envelope/schema.ts';
import type { Envelope } from '../../src/model/schema/envelope.ts';
import type { Field } from '../../src/model/schema/field.ts';
import { twoStates } from '../helpers/payloads.ts';
import { present } from '../helpers/present.ts';
import { apisIn, load, textOf } from './setup.ts';

/*
 * The branches of the schemas are by shape, not by code. Whatever the branches, a body fits where a reading code by code says so:
 * one that is as the envelope and the code have it, with the code in its place, or one with a code that nobody lists.
 */

const REGISTRIES = [
  'tests/artifacts/fixtures/small/contracts',
  'tests/artifacts/fixtures/shapes/contracts',
  'tests/artifacts/fixtures/branches',
  'tests/artifacts/fixtures/pair',
  'tests/view/documents/contracts',
  'tests/decode/variants/contracts',
];

const isElement = (token: string) => /^\d+$/.test(token);
const isInArray = ({ pointer }: Field) => tokensOf(pointer).slice(1).some(isElement);

/** The values at a pointer, in which a number is any element. */
function valuesAt(body: unknown, tokens: readonly string[]): unknown[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [body];
  if (typeof body !== 'object' || body === null) return [];
  if (Array.isArray(body)) return isElement(first) ? body.flatMap((it) => valuesAt(it, rest)) : [];
  return Object.hasOwn(body, first) ? valuesAt(Reflect.get(body, first), rest) : [];
}

/** Whether a body is as fields have it; where it is open, it may hold more. */
function isAs(fields: readonly Field[], body: unknown, isOpen: boolean): boolean {
  const found = mismatches(bodySchema(fields), body);
  return !found.some(({ why }) => !isOpen || why !== 'is not a field of the envelope');
}

const asCode = ({ type }: Field, code: string) => (type === 'integer' || type === 'number' ? Number(code) : code);

/** Whether a body is one of a code. */
function isOf(envelope: Envelope, code: Code, body: unknown): boolean {
  const own = code.fields.filter(isInArray);
  const fields = fieldsOf(envelope, code);
  const loose = fields.map((field) => (own.includes(field) ? { ...field, optional: true } : field));
  if (!isAs(loose, body, envelope.closed !== true)) return false;
  const telling = withRole(fields, 'code');
  const [outside, inside] = [telling.filter((it) => !isInArray(it)), telling.filter(isInArray)];
  if (!outside.every((it) => valuesAt(body, tokensOf(it.pointer)).every((value) => value === asCode(it, code.code))))
    return false;
  const [first] = inside;
  if (first) {
    const tokens = tokensOf(first.pointer);
    const at = tokens.findLastIndex(isElement) + 1;
    const below = tokens.slice(at);
    return valuesAt(body, tokens.slice(0, at)).some(
      (element) =>
        valuesAt(element, below).includes(asCode(first, code.code)) &&
        own
          .filter((it) => !it.optional)
          .every((it) =>
            valuesAt(element, tokensOf(it.pointer).slice(at)).some((value) =>
              isAs([{ ...it, pointer: '/x' }], { x: value }, true),
            ),
          ),
    );
  }
  if (telling.length > 0 || code.statuses.length === 0) return true;
  const statuses = withRole(fields, 'status').filter((it) => !isInArray(it) && it.const === undefined);
  return statuses.every((it) =>
    valuesAt(body, tokensOf(it.pointer)).every((value) =>
      code.statuses.some(({ status }) => value === asCode(it, String(status))),
    ),
  );
}

/** Whether a body is one of an envelope, with a code that nobody lists. */
function isUnlisted(envelope: Envelope, codes: readonly Code[], body: unknown): boolean {
  if (!isAs(envelope.fields, body, true)) return false;
  return withRole(envelope.fields, 'code').every((it) =>
    valuesAt(body, tokensOf(it.pointer)).every((value) => !codes.some(({ code }) => asCode(it, code) === value)),
  );
}

/** A body, and many that differ from it in one place. */
function* variants(body: unknown, codes: readonly unknown[]): Generator<unknown> {
  yield body;
  const changed = (path: readonly string[], change: (holder: object, key: string) => void) => {
    const copy = structuredClone({ body });
    const holder = path.slice(0, -1).reduce<object>((here, key) => present(Reflect.get(here, key)), copy);
    change(holder, present(path.at(-1)));
    return copy.body;
  };
  for (const path of pathsOf(body, ['body'])) {
    for (const value of [null, 1, 1.5, 'text', true, [], {}, [{}], ...codes])
      yield changed(path, (holder, key) => Reflect.set(holder, key, value));
    yield changed(path, (holder, key) => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else if (path.length > 1) Reflect.deleteProperty(holder, key);
    });
    yield changed(path, (holder, key) => {
      const it: unknown = Reflect.get(holder, key);
      if (Array.isArray(it)) it.push({ other: 1 }, ...it);
      else if (typeof it === 'object' && it !== null) Reflect.set(it, 'later', 1);
    });
  }
}

function pathsOf(value: unknown, path: string[]): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

async function readersOf(api: Api, name: string): Promise<Record<string, (body: unknown) => boolean>> {
  const { components } = JSON.parse(textOf('openapi', api));
  const { errorBodySchema } = (await load(name, textOf('zod', api))) as {
    errorBodySchema: { safeParse(body: unknown): { success: boolean } };
  };
  return {
    'JSON Schema': new Ajv2020({ strict: true, logger: COMPLAINING }).compile(JSON.parse(textOf('json-schema', api))),
    OpenAPI: new Ajv2020({ strict: false }).compile({ $ref: '#/components/schemas/error', components }),
    Zod: (body) => errorBodySchema.safeParse(body).success,
  };
}

const complain = (...texts: unknown[]) => assert.fail(texts.join(' '));
const COMPLAINING = { log: complain, warn: complain, error: complain };

/** Holds the schemas of an API against the reading code by code, on every example of it and on many bodies like it. */
async function compared(api: Api, name: string): Promise<void> {
  const readers = await readersOf(api, name);
  const groups = Map.groupBy(api.codes, (code) => envelopeOf(api, code));
  const spellings = api.codes.slice(0, 4).map(({ code }) => code);
  const numbers = spellings.map(Number).filter(Number.isInteger);
  const codes = [...spellings, ...numbers, 'A_NEW_ONE', 987_654];
  const fits = (body: unknown) =>
    [...groups].some(
      ([envelope, all]) =>
        envelope && (all.some((code) => isOf(envelope, code, body)) || isUnlisted(envelope, all, body)),
    );
  for (const code of api.codes) {
    const envelope = envelopeOf(api, code);
    const isJson = envelope && formatOf(envelope) === 'json';
    for (const { response } of examplesOf(api, code, 'https://docs.example/')) {
      for (const body of variants(response.body, codes)) {
        const expected = fits(body);
        for (const [reader, accepts] of Object.entries(readers)) {
          // OpenAPI describes bodies as they are sent: a plain text, or what is inside the root element of XML
          if (reader === 'OpenAPI' && (typeof body === 'string' || !isJson)) continue;
          assert.equal(accepts(body), expected, `${reader} of ${api.id}: ${JSON.stringify(body)}`);
        }
      }
    }
  }
}

const THE_SAME = 'accept and reject what a reading code by code does';

for (const folder of REGISTRIES) {
  test(`the schemas of ${folder} ${THE_SAME}, also where envelopes are closed`, async () => {
    const name = folder.replace(/\W/g, '-');
    for (const api of await apisIn(folder)) {
      await compared(api, `${name}-${api.id}`);
      for (const envelope of Object.values(api.envelopes)) envelope.closed = true;
      await compared(api, `${name}-${api.id}-closed`);
    }
  });
}

test(`schemas of names and values that try to become something else ${THE_SAME}`, async () => {
  const { registry, diagnostics } = check(twoStates().before, { today: '2026-11-01' });
  assert.ok(registry, JSON.stringify(diagnostics));
  for (const api of registry.apis) await compared(api, `payload-${api.id}`);
});
