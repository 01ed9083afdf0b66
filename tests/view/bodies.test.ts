import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examplesOf, formatOf, responseText } from '../../src/index.ts';
import { codeNames } from '../../src/model/names.ts';
import { highlightResponse } from '../../src/site/highlight.ts';
import { apiDocument, codeDocument } from '../../src/view/index.ts';
import { present } from '../helpers/present.ts';
import { BODIES, registryIn } from '../helpers/registry.ts';

const { apis } = await registryIn(BODIES);
const apiNamed = (id: string) => present(apis.find((it) => it.id === id));

/** What the document of an API says of its envelopes, as JSON. */
function envelopesOf(id: string): string {
  const api = apiNamed(id);
  const { sections } = apiDocument(api, { code: (it) => `/${it}`, named: codeNames(api) });
  return JSON.stringify(sections.find((it) => it.id === 'envelope')?.blocks);
}

test('the response of an API says how its bodies are written, and where the code is', () => {
  const xml = 'The body is XML: each part of a pointer is the name of an element.';
  const attributes = ' A part with @ is an attribute';
  const buckets = envelopesOf('buckets');
  assert.equal(buckets.split(xml).length, 4);
  assert.equal(buckets.split(attributes).length, 2, 'one of the three has an attribute');
  const tables = envelopesOf('tables');
  assert.ok(!tables.includes(xml) && !tables.includes('have no error code'));
  for (const part of [
    '{"kind":"text","text":"The code follows the last "},{"kind":"literal","text":"#"}',
    '{"kind":"text","text":"The error code is in the header "},{"kind":"literal","text":"x-example-ErrorType"}',
    '{"kind":"text","text":"The code ends before the first "},{"kind":"literal","text":":"}',
  ])
    assert.ok(tables.includes(part), part);
  const doors = envelopesOf('doors');
  assert.ok(
    doors.includes('The body is plain text: "},{"kind":"literal","text":"ERR {code} ({status}): {message}"}'),
    doors,
  );
});

test('the page of a code shows its response as it is sent, highlighted as what it is', () => {
  for (const api of apis) {
    for (const code of api.codes) {
      const { sections } = codeDocument(api, code, { code: () => '', named: codeNames(api) });
      const [block] = present(sections.find((it) => it.id === 'response')).blocks.filter(
        (it) => it.kind === 'responses',
      );
      const { response } = present(block?.examples[0]);
      const html = highlightResponse(response);
      const text = html
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      assert.equal(text, responseText(response));
      const format = formatOf(present(Object.values(api.envelopes)[0]));
      if (format === 'xml') assert.match(html, /&lt;<\/?span|<span class="k">(?:Code|Error)<\/span>/);
    }
  }
  const [door] = apiNamed('doors').codes;
  const { response } = present(examplesOf(apiNamed('doors'), present(door), '')[0]);
  assert.ok(highlightResponse(response).endsWith('\n\nERR DOOR_LOCKED (403): The door is locked: ask at the desk.'));
});
