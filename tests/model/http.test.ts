import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { test } from 'node:test';
import { familyOf, faultOf, isHttpStatus, reasonPhrase } from '../../src/model/http.ts';

/** Statuses whose phrase in Node's list is not that of RFC 9110, section 15, or that the RFC doesn't have. */
const OTHER_PHRASES: Record<number, string | undefined> = {
  413: 'Content Too Large',
  418: "I'm a teapot",
  422: 'Unprocessable Content',
  // Apache's own, in no registry
  509: undefined,
};

test('every HTTP status has the reason phrase of its standard', () => {
  const statuses = Array.from({ length: 600 }, (_, status) => status);
  const expected = statuses.map((status) => (status in OTHER_PHRASES ? OTHER_PHRASES[status] : STATUS_CODES[status]));
  assert.deepEqual(statuses.map(reasonPhrase), expected);
});

test('an HTTP status is a whole number from 100 to 599', () => {
  const values = [99, 100, 200, 599, 600, 404.5, -404, Number.NaN, '404', 'DROPPED', undefined, null];
  assert.deepEqual(values.filter(isHttpStatus), [100, 200, 599]);
});

test('the family of a status is its first digit, and a name has none', () => {
  const statuses = [99, 100, 199, 200, 299, 300, 399, 400, 499, 500, 599, 600, 404.5, '404', 'DROPPED'];
  assert.deepEqual(statuses.map(familyOf), [
    ...['other', '1xx', '1xx', '2xx', '2xx', '3xx', '3xx', '4xx', '4xx', '5xx', '5xx'],
    ...['other', 'other', 'other', 'other'],
  ]);
});

test("a status is the caller's fault, the service's, or that of a server behind it", () => {
  const statuses = [200, 400, 404, 499, 500, 501, 502, 503, 504, 505, 599, 600, '502', 'DROPPED'];
  assert.deepEqual(statuses.map(faultOf), [
    ...['caller', 'caller', 'caller', 'caller', 'service', 'service', 'upstream', 'service', 'upstream'],
    ...['service', 'service', 'caller', 'caller', 'caller'],
  ]);
});
