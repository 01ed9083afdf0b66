import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf } from '../../src/index.ts';

const field = (pointer: string, role?: string) => ({ pointer, role });

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

test('either side may have no fields', () => {
  const fields = [field('/code')];
  assert.deepEqual(fieldsOf({ fields }, {}), fields);
  assert.deepEqual(fieldsOf(undefined, { fields }), fields);
  assert.deepEqual(fieldsOf(undefined, undefined), []);
});
