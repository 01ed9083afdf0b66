import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf } from '../../src/index.ts';
import { deepFields, hasRole, withRole } from '../../src/model/envelope/fields.ts';
import type { Role } from '../../src/model/schema/field.ts';

const field = (pointer: string, role?: Role) => ({ pointer, role });

type Deep = { pointer: string; role?: Role | undefined; optional?: boolean; items?: readonly Deep[] };

test("a code's own field replaces the envelope's in its position, and the others follow", () => {
  const envelope = { fields: [field('/code', 'code'), field('/details'), field('/wait', 'retryAfter')] };
  const code = { fields: [field('/extra'), field('/details', 'details')] };
  assert.deepEqual(fieldsOf(envelope, code), [
    field('/code', 'code'),
    field('/details', 'details'),
    field('/wait', 'retryAfter'),
    field('/extra'),
  ]);
});

test('fields are found at every depth, and what is in an array that may be missing may be missing too', () => {
  const inner = { ...field('/code', 'code'), optional: false };
  const deep = { ...field('/causes'), items: [{ ...inner, items: [field('/text', 'message')] }] };
  const fields = [field('/code', 'code'), { ...field('/errors'), optional: true, items: [deep] }, field('/id')];
  assert.deepEqual(
    deepFields<Deep>(fields).map(({ pointer, role, optional }) => [pointer, role, optional]),
    [
      ['/code', 'code', undefined],
      ['/errors', undefined, true],
      ['/errors/0/causes', undefined, true],
      ['/errors/0/causes/0/code', 'code', true],
      ['/errors/0/causes/0/code/0/text', 'message', true],
      ['/id', undefined, undefined],
    ],
  );
  assert.deepEqual(
    deepFields<Deep>([deep]).map(({ pointer, optional }) => [pointer, optional]),
    [
      ['/causes', undefined],
      ['/causes/0/code', false],
      ['/causes/0/code/0/text', undefined],
    ],
  );
  assert.deepEqual(
    withRole<Deep>(fields, 'code').map(({ pointer }) => pointer),
    ['/code', '/errors/0/causes/0/code'],
  );
  assert.deepEqual(
    (['code', 'message', 'status'] as const).map((role) => hasRole<Deep>(fields, role)),
    [true, true, false],
  );
});

test('either side may have no fields', () => {
  const fields = [field('/code')];
  assert.deepEqual(fieldsOf({ fields }, {}), fields);
  assert.deepEqual(fieldsOf(undefined, { fields }), fields);
  assert.deepEqual(fieldsOf(undefined, undefined), []);
});
