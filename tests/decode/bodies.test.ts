import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concerned, type Decoded, decode, decodeIndex, directoryOf, redact } from '../../src/decode/index.ts';
import { bodyText, examplesOf, responseText } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { BODIES, registryIn } from '../helpers/registry.ts';
import { indexOf, NOW } from './setup.ts';

const registry = await registryIn(BODIES);
const index = indexOf(registry);

const all = registry.apis.flatMap((api) =>
  api.codes.flatMap((code) =>
    examplesOf(api, code, '').map(({ response }) => ({ id: `${api.id}/${code.code}`, code, response })),
  ),
);

/** The errors in a paste: API and code, the status, differences. */
function found(paste: string): unknown[] {
  return decode(paste, index, NOW).explanations.map((it) => [
    `${it.api.id}/${it.entry?.code ?? `unknown ${it.code}`}`,
    it.found,
    it.status?.value,
    it.differences,
  ]);
}

test('the example response of every code is recognized, and agrees with the docs', () => {
  for (const { id, code, response } of all) {
    const paste = responseText(response);
    const expected = [[id, 'response', present(code.statuses[0]).status, []]];
    assert.deepEqual(found(paste), expected, paste);
    assert.deepEqual(found(paste.replaceAll('\n', '\r\n')), expected, paste);
    assert.deepEqual(decode(paste, index, NOW).notes, []);
  }
});

test('a body without its head is recognized, also in a line of a log, and escaped in JSON', () => {
  for (const { id, code, response } of all) {
    if (id.startsWith('tables/') && !bodyText(response).includes(code.code)) continue;
    const body = bodyText(response);
    const status = present(code.statuses[0]).status;
    const shown = found(body).map((it) => (it as unknown[])[0]);
    assert.deepEqual(shown, [id], body);
    const logged = JSON.stringify({ level: 'error', status, body });
    assert.deepEqual(
      found(`2026-03-14 ERROR ${logged}`).map((it) => (it as unknown[])[0]),
      [id],
      logged,
    );
  }
});

test('all responses at once', () => {
  const paste = all.map(({ response }) => responseText(response)).join('\n\n');
  assert.deepEqual(
    found(paste).map((it) => (it as unknown[])[0]),
    all.map(({ id }) => id),
  );
});

test('every error of an XML body is explained', () => {
  const item = (key: string, code: string) =>
    `<Error><Key>${key}</Key><Code>${code}</Code><Message>m</Message></Error>`;
  const body = `<DeleteResult xmlns="u"><Deleted><Key>c</Key></Deleted>${item('a', 'AccessDenied')}${item('b', 'New')}</DeleteResult>`;
  const { explanations } = decode(`HTTP/1.1 200 OK\ncontent-type: application/xml\n\n${body}`, index, NOW);
  assert.deepEqual(
    explanations.map(({ code, entry, values }) => [code, entry?.code, values.map(({ value }) => value)]),
    [
      ['AccessDenied', 'AccessDenied', ['m']],
      ['New', undefined, ['m']],
    ],
  );
});

test('codes in longer values and in headers, of whatever case, with or without a body', () => {
  assert.deepEqual(found('{"__type":"com.other.v2#ThroughputExceeded","message":"Slow down."}'), [
    ['tables/ThroughputExceeded', 'body', undefined, []],
  ]);
  const head = 'HTTP/1.1 429 Too Many Requests\nX-EXAMPLE-ERRORTYPE: TooManyRequests:http://x/\nretry-after: 2\n\n';
  assert.deepEqual(found(head), [['tables/TooManyRequests', 'response', 429, []]]);
  assert.deepEqual(found(`${head}{"Type":"User","Message":"Other words."}`), [
    ['tables/TooManyRequests', 'response', 429, []],
  ]);
  const unknown = found(`${head.replace('TooManyRequests', 'NewOne')}{"Type":"User","Message":"New."}`);
  assert.deepEqual(unknown[0], ['tables/unknown NewOne', 'response', 429, []]);
  assert.deepEqual(
    found('x-example-errortype: FunctionMissing').map((it) => (it as unknown[])[0]),
    ['tables/FunctionMissing'],
  );
});

test('a text with the form of a body is one only if its code is known, or its response says so', () => {
  const head = (type: string) => `HTTP/1.1 500 Internal Server Error\nContent-Type: ${type}\n\n`;
  assert.deepEqual(found('ERR SOMETHING (500): else'), []);
  assert.deepEqual(found(`${head('text/html')}ERR SOMETHING (500): else`), []);
  assert.deepEqual(found(`${head('text/plain; charset=utf-8')}ERR SOMETHING (500): else`), [
    ['doors/unknown SOMETHING', 'response', 500, []],
  ]);
});

test('XML that is broken, declares entities, nests too deeply or has another root is no body, and is read to its end', () => {
  const code = '<Code>Nothing</Code>';
  for (const paste of [
    `<Error>${code}`,
    `<!DOCTYPE Error [<!ENTITY a "Slow">]><Error><Code>&a;Down</Code><Message>m</Message><RequestId>r</RequestId></Error>x`,
    `<Error>${'<a>'.repeat(100)}${code}`,
    `<html><body>${code}</body></html>`,
    '<Error '.repeat(20_000),
    '<Error><!-- '.repeat(20_000),
    `<Error>${'<a b="'.repeat(20_000)}`,
    `<Error>${' '.repeat(100_000)}`,
  ]) {
    const { explanations } = decode(paste, index, NOW);
    assert.ok(
      explanations.every(({ entry }) => entry === undefined),
      paste.slice(0, 80),
    );
  }
});

test('secrets in elements are removed from links, codes are not', () => {
  const paste = '<Error><Code>NoSuchBucket</Code><Password>hunter2x9</Password><Message>m</Message></Error>';
  const decoded: Decoded = decode(paste, index, NOW);
  const { text } = redact(paste, decoded);
  assert.ok(!text.includes('hunter2x9') && text.includes('<Code>NoSuchBucket</Code>'), text);
});

test('a key of a body may hold any character', () => {
  const api = {
    id: 'a',
    title: 'Some API',
    index: '',
    sendsCodes: true,
    leads: ['error-code', '$x.(y'],
    spellings: ['Q'],
  };
  const other = { ...api, id: 'b', title: 'Other API', leads: ['other'] };
  const directory = { format: 'error-docs-decode/2' as const, apis: [api, other] };
  for (const paste of ['{"error-code":"New"}', '{"$x.(y":"New"}'])
    assert.deepEqual(
      concerned(paste, directory).map(({ id }) => id),
      ['a'],
    );
});

test('a paste of such a body concerns its API', () => {
  const directory = directoryOf(
    decodeIndex(registry, { apiHref: () => '', codeHref: () => '', prose: (it) => [it] }),
    ({ id }) => id,
  );
  const idsFor = (paste: string) => concerned(paste, directory).map(({ id }) => id);
  assert.deepEqual(idsFor('<Error>\n<Code>Unheard</Code></Error>'), ['buckets']);
  assert.deepEqual(idsFor('x-example-errortype: Unheard'), ['tables']);
  assert.deepEqual(idsFor('{"__type":"a.b#ConditionFailed"}'), ['tables']);
});
