import assert from 'node:assert/strict';

/** A value that a test relies on; the test fails here if it is missing. */
export function present<T>(value: T): NonNullable<T> {
  assert.ok(value !== undefined && value !== null, 'a value that the test relies on is missing');
  return value;
}
