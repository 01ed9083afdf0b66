import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeNames } from '../../src/model/names.ts';
import { apiDocument, codeDocument } from '../../src/view/index.ts';
import { present } from '../helpers/present.ts';
import { registryIn, SHAPES } from '../helpers/registry.ts';

const { apis } = await registryIn(SHAPES);

/** What the documents of an API or a code say under a heading, as JSON. */
function said(id: string, section: string, name?: string): string {
  const api = present(apis.find((it) => it.id === id));
  const code = api.codes.find((it) => it.code === name);
  const setting = { code: (it: string) => `/${it}`, named: codeNames(api) };
  const { sections } = code ? codeDocument(api, code, setting) : apiDocument(api, setting);
  return JSON.stringify(sections.find((it) => it.id === section)?.blocks);
}

test('the response of an API says where the codes of several errors are', () => {
  const several = 'A response may report several errors. Each has its code at ';
  for (const [id, place] of [
    ['shelves', 'errors[].code'],
    ['gallery', 'errors[].extensions.code'],
    ['campaigns', 'error.details[].errors[].errorCode'],
  ] as const) {
    const shown = said(id, 'envelope');
    assert.ok(shown.includes(several) && shown.includes(JSON.stringify(place)), shown);
    assert.ok(!shown.includes('have no error code'));
  }
  assert.ok(!said('rooms', 'envelope').includes(several));
});

test('the page of a code with a success status says that the body decides', () => {
  const success = 'reports success, but the request failed: check the body of every response.';
  assert.ok(said('rooms', 'response', 'room_archived').includes(`The status 200 ${success}`));
  assert.ok(said('gallery', 'response', 'SLOW_DOWN').includes(`The status 200 ${success}`));
  for (const [id, code] of [
    ['gallery', 'TOO_MANY_FIELDS'],
    ['shelves', 'SHELF_FULL'],
  ] as const)
    assert.ok(!said(id, 'response', code).includes('reports success'));
});
