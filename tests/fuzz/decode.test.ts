import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodedLines, decodedValue } from '../../src/cli/format/decoded.ts';
import { visible } from '../../src/cli/format/visible.ts';
import { type Decoded, decode, examplesOf, responseText } from '../../src/index.ts';
import { always } from './holds.ts';
import { small, smallIndex } from './small.ts';
import { anyText, BREAKING } from './texts.ts';

/** Whole responses of the registry, and pieces of what people paste. */
const RESPONSES = small.apis.flatMap((api) =>
  api.codes.flatMap((code) => examplesOf(api, code, '/docs').map(({ response }) => responseText(response))),
);
const BODIES = RESPONSES.map((text) => text.slice(text.indexOf('{')));
const PIECES = [
  'HTTP/1.1 404 Not Found\n',
  'HTTP/2 429\r\nretry-after: 60\r\n\r\n',
  '< HTTP/1.1 500\n< ',
  'retry-after: 1e9\n',
  'Retry-After: -1',
  'Fri, 31 Feb 2026 25:00:00 GMT',
  '2026-11-21 10:00:00 ERROR ',
  'status=404 ',
  'NOT_FOUND',
  'not_found',
  'NOT_FUOND',
  'OVERLOADED',
  '50035',
  '__proto__',
  'LIMIT_REACHED',
  '{"error":{"code":"',
  '"}}',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\"',
  '\\\\',
  ',',
  ':',
  '{"a":',
  '[[[[',
  '\u001b[31m',
  '<html><title>502 Bad',
  '</title>',
  'data: ',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '{"error":{"code":"NOT_FOUND"},"message":"x","status":404,"request":"r"}',
  '{"code":1e999}',
  '\\u0000',
  '\u0000',
  '\ud800',
  '%7B%22',
  'eyJhIjoxfQ==',
  'curl: (22) The requested URL returned error: 404',
  'at Object.<anonymous> (/app/a.js:1:1)',
  '<script>alert(1)</script>',
];

const pastes: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), anyText), { maxLength: 24 })
    .map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom(...RESPONSES), fc.nat(), fc.constantFrom(...PIECES, ...BREAKING), fc.nat({ max: 30 }))
    .map(([text, at, piece, cut]) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + cut)),
  fc.tuple(fc.constantFrom(...BODIES), fc.nat({ max: 4 })).map(([body, times]) =>
    Array(times)
      .fill(0)
      .reduce<string>((it) => JSON.stringify({ it }), body),
  ),
  fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 400 })).map(([piece, times]) => piece.repeat(times)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

const moments = fc.constantFrom(0, 1, Date.UTC(2026, 10, 21), -1, 8.64e15);

/** Every text of an answer. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function expectBounded({ explanations, notes, nearest }: Decoded, paste: string): void {
  assert.ok(explanations.length <= 300 && notes.length <= 20 && nearest.length <= 10);
  for (const it of explanations) {
    assert.ok(it.values.length <= 40 && it.otherRequests.length <= 40 && it.nearest.length <= 10);
    for (const { value } of it.values) assert.ok(value.length <= 2001, 'a value is cut where it is long');
    assert.ok(it.line >= 1 && it.line <= paste.split('\n').length, 'an explanation has a line of the paste');
    assert.ok(it.times >= 1);
  }
}

const setting = { paint: (_: unknown, text: string) => text, columns: 80 };

always(
  'a paste of anything is explained or said to be nothing, in a bounded answer',
  4000,
  fc.tuple(pastes, moments),
  ([paste, now]) => {
    const decoded = decode(paste, smallIndex, now);
    expectBounded(decoded, paste);
    const hasAnswer = decoded.status !== undefined || decoded.explanations.length + decoded.notes.length > 0;
    assert.ok(hasAnswer, 'something is said');
    for (const line of decodedLines(decoded, setting, () => []))
      assert.equal(line, visible(line), 'no text steers the terminal');
    for (const text of textsIn(decodedValue(decoded))) assert.notEqual(text.trim(), 'undefined');
  },
);

always('the same paste gives the same answer', 300, pastes, (paste) => {
  assert.deepEqual(decode(paste, smallIndex, 0), decode(paste, smallIndex, 0));
});
