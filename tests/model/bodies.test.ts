import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeIn, withCode } from '../../src/model/envelope/carried.ts';
import { filledText, readText, textParts } from '../../src/model/envelope/text-body.ts';
import { isXmlType, rootOf, xmlText } from '../../src/model/envelope/xml.ts';
import { readElement } from '../../src/model/envelope/xml-read.ts';
import type { Json } from '../../src/model/schema/field.ts';

test('the code in a longer value, and another one in its place', () => {
  for (const [value, separators, code, changed] of [
    ['com.example#NotFound', { after: '#' }, 'NotFound', 'com.example#X'],
    ['a#b#NotFound', { after: '#' }, 'NotFound', 'a#b#X'],
    ['NotFound:https://a/#b', { after: '#', until: ':' }, 'NotFound', 'X:https://a/#b'],
    ['com#NotFound:https', { after: '#', until: ':' }, 'NotFound', 'com#X:https'],
    ['NotFound', { after: '#', until: ':' }, 'NotFound', 'X'],
    ['', { after: '#' }, '', 'X'],
    ['#', { after: '#', until: '#' }, '', 'X#'],
    ['com#NotFound', {}, 'com#NotFound', 'X'],
  ] as const) {
    assert.equal(codeIn(value, separators), code, value);
    assert.equal(withCode(value, 'X', separators), changed, value);
  }
});

test('the media types of XML, and no others', () => {
  const types = ['application/xml', 'text/xml', 'application/problem+xml', 'Application/XML; charset=utf-8'];
  assert.deepEqual(types.filter(isXmlType), types);
  const others = ['application/json', 'text/html', 'application/xml-dtd', 'text/x+xmlish', 'xml', ''];
  assert.deepEqual(others.filter(isXmlType), []);
});

test('the root element that fields have in common', () => {
  const rootIn = (...pointers: string[]) => rootOf(pointers.map((pointer) => ({ pointer })));
  assert.equal(rootIn('/Error/Code', '/Error/@id', '/Error/Size/#text', '/Error/a:b/0/c-d.e'), 'Error');
  for (const pointers of [
    ['/code', '/message'],
    ['/Error/Code', '/Other'],
    ['/0/Code'],
    ['/Error/1st'],
    ['/Error/a b'],
    ['/Error/@id/x'],
    ['/@id'],
    ['/#text'],
    [],
  ])
    assert.equal(rootIn(...pointers), undefined, pointers.join());
});

test('what XML cannot say is no document', () => {
  const bodies: { [key: string]: Json }[] = [
    {},
    { a: 1, b: 2 },
    { a: [1, 2] },
    { a: { b: [[1]] } },
    { 'a b': 1 },
    { a: { '@x': { y: 1 } } },
    { a: { '#text': 'x', b: 1 } },
  ];
  for (const body of bodies) assert.equal(xmlText(body), undefined, JSON.stringify(body));
});

test('an element with every kind of content', () => {
  const body = { a: { '@x': '<"&\n', b: ['1', { '@y': 'z', '#text': ' t ' }], c: '', d: null, e: 'R\r&D <b>' } };
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<a x="&lt;&quot;&amp;&#10;">
  <b>1</b>
  <b y="z"> t </b>
  <c/>
  <d/>
  <e>R&#13;&amp;D &lt;b&gt;</e>
</a>`;
  assert.equal(xmlText(body), text);
  const read = readElement(`before ${text} after`, 'before '.length + text.indexOf('<a'));
  assert.deepEqual(read?.body, { a: { ...body.a, d: '' } });
});

const text = fc
  .string({ unit: 'binary' })
  .filter((it) => it.isWellFormed() && !/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u.test(it));
const name = fc.constantFrom('A', 'b', 'c-d', 'e:f', 'Ä', 'constructor', '__proto__');
const members = <T>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 3, selector: ([it]) => it }).map(Object.fromEntries);

test('whatever is written as XML is read again', () => {
  const inner = fc.oneof(text, members(text), fc.array(text, { minLength: 2, maxLength: 3 }));
  fc.assert(
    fc.property(members(inner), (body) => {
      const written = xmlText({ Root: body });
      assert.ok(written !== undefined);
      assert.deepEqual(readElement(written, written.indexOf('<Root'))?.body, { Root: body });
    }),
    { numRuns: 300 },
  );
});

test('a text is read with the form in which it was written', () => {
  const form = 'ERR {code} ({status}): {message}';
  const body = { code: 'A', status: 404, message: 'x (y): z' };
  assert.equal(filledText(form, body), 'ERR A (404): x (y): z');
  const values = (given: string, of = form) => readText(given, textParts(of));
  assert.deepEqual(values('ERR A (404): x (y): z'), { code: 'A', status: '404', message: 'x (y): z' });
  assert.deepEqual(values('ERR  (): '), { code: '', status: '', message: '' });
  for (const other of ['', 'ERR A', 'ERR A (404)', 'err A (404): x', 'x ERR A (404): x'])
    assert.equal(values(other), undefined, other);
  assert.deepEqual(values('A!', '{code}!'), { code: 'A' });
  assert.equal(values('!', '{code}!!'), undefined);
  assert.equal(values('A! ', '{code}!'), undefined);
});
