import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldMessage, templateOf, valuesIn } from '../../src/model/message.ts';

test('values in a message are placeholders, numbers, and words that the entry has as code', () => {
  assert.deepEqual(templateOf(`The parcel {id} is \${state} at <place>.`, []), ['The parcel ', ' is ', ' at ', '.']);
  assert.deepEqual(templateOf('Wait for %s seconds or %d days', []), ['Wait for ', ' seconds or ', ' days']);
  assert.deepEqual(templateOf('At most 30 kg each', []), ['At most ', ' kg each']);
  assert.deepEqual(templateOf('The name is required', [['Here it is ', 'name', '.']]), ['The ', ' is required']);
  assert.deepEqual(templateOf('The name is required', [['name', 'is']]), ['The name ', ' required']);
});

test('a message without values, or without two words of its own in a row, has no template', () => {
  assert.equal(templateOf('The parcel is lost.', []), undefined);
  assert.equal(templateOf('Parcel {id}', []), undefined);
  assert.equal(templateOf('{a} {b}', []), undefined);
  assert.equal(templateOf('Weight 30 kg', []), undefined);
  assert.deepEqual(templateOf('{a} is lost', []), ['', ' is lost']);
  assert.equal(templateOf(`The parcel {${'a'.repeat(61)}} is lost`, []), undefined);
  assert.ok(templateOf(`The parcel {${'a'.repeat(60)}} is lost`, []));
  assert.ok(templateOf('The parcel {} is lost', []));
  assert.equal(templateOf('The parcel <> is lost', []), undefined);
  assert.equal(templateOf(`The parcel <${'a'.repeat(61)}> is lost`, []), undefined);
});

test('the values of a message are what is between the parts of its template', () => {
  const template = ['The parcel ', ' is ', '.'];
  assert.deepEqual(valuesIn('The parcel X1 is lost.', template), ['X1', 'lost']);
  assert.deepEqual(valuesIn('  THE PARCEL X1 IS Lost. \n', template), ['X1', 'Lost']);
  assert.deepEqual(valuesIn('The parcel X1 is a. b. is c.', template), ['X1', 'a. b. is c']);
  for (const other of ['A parcel X1 is lost.', 'The parcel X1 is lost', 'The parcel X1.', 'The parcel  is lost.', '']) {
    assert.equal(valuesIn(other, template), undefined, other);
  }
  assert.equal(valuesIn('The parcel X1 is .', template), undefined);
  assert.deepEqual(valuesIn('X is lost', ['', ' is lost']), ['X']);
  assert.deepEqual(valuesIn('lost: X', ['lost: ', '']), ['X']);
});

test('a value has at most 300 characters', () => {
  const template = ['The parcel ', ' is lost'];
  assert.deepEqual(valuesIn(`The parcel ${'X'.repeat(300)} is lost`, template), ['X'.repeat(300)]);
  assert.equal(valuesIn(`The parcel ${'X'.repeat(301)} is lost`, template), undefined);
});

test('a text that lower case makes longer fits no template', () => {
  assert.equal(valuesIn('The parcel \u0130 is lost', ['The parcel ', ' is lost']), undefined);
});

test('messages are compared without case, outer white space and the last full stop', () => {
  assert.deepEqual([' The Parcel. \n', 'the parcel', 'the parcel..', 'the. parcel'].map(foldMessage), [
    ...['the parcel', 'the parcel', 'the parcel.', 'the. parcel'],
  ]);
});
