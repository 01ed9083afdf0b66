import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exampleResponse } from '../../src/model/envelope/example.ts';
import { below, put, tokensOf, valueAt } from '../../src/model/envelope/pointer.ts';
import type { Json } from '../../src/model/schema/field.ts';
import { always } from './holds.ts';
import { anyText } from './texts.ts';

const token = fc.oneof(
  anyText,
  fc.constantFrom('', '~', '/', '~1', '~0', '~01', '0', '-', '__proto__', 'constructor', 'toString', 'length'),
);
const tokens = fc.array(token, { minLength: 1, maxLength: 6 });
const pointerOf = (all: readonly string[]) => all.reduce<string>(below, '');

always('the tokens of a pointer come back as they were (RFC 6901, section 4)', 3000, tokens, (all) => {
  assert.deepEqual(tokensOf(pointerOf(all)), all);
});

always(
  'a value is where it was put, and nowhere else: no prototype gets it',
  3000,
  fc.tuple(tokens, fc.jsonValue({ maxDepth: 1 })),
  ([all, value]) => {
    const body: { [key: string]: Json } = {};
    put(body, pointerOf(all), value as Json);
    assert.deepEqual(valueAt(body, pointerOf(all)), value);
    assert.deepEqual(Reflect.ownKeys(body), [all[0]]);
    assert.deepEqual(Object.keys(Object.prototype), []);
  },
);

always(
  'any text as a pointer, into any value, gives what is there or nothing',
  3000,
  fc.tuple(anyText, fc.jsonValue({ maxDepth: 3 })),
  ([pointer, value]) => {
    const found = valueAt(value, pointer);
    assert.ok(found === undefined || JSON.stringify(value).includes(JSON.stringify(found)));
  },
);

always(
  'an example has the value of every override, whatever its pointer',
  2000,
  fc.uniqueArray(fc.tuple(tokens, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3, selector: ([all]) => all[0] }),
  (given) => {
    const overrides = Object.fromEntries(given.map(([all, value]) => [pointerOf(all), value as Json]));
    const { body } = exampleResponse({
      envelope: { mediaType: 'application/json', fields: [] },
      code: 'A',
      status: 400,
      statusTitle: '',
      fields: [],
      headers: {},
      overrides,
      docsUrl: '',
    });
    for (const [pointer, value] of Object.entries(overrides)) assert.deepEqual(valueAt(body, pointer), value);
    assert.equal(Object.keys(body).length, given.length);
  },
);
