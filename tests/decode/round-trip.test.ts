import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, type Explanation } from '../../src/decode/index.ts';
import { type Api, type Code, type ExampleResponse, examplesOf, responseText } from '../../src/index.ts';
import { present } from '../helpers/present.ts';
import { index, NOW, registry } from './setup.ts';

const all = registry.apis.flatMap((api) =>
  api.codes.flatMap((code) =>
    examplesOf(api, code, `/${api.id}/`).map(({ name, response }) => ({ api, code, name, response })),
  ),
);

function only(text: string): Explanation {
  const { explanations, notes, nearest } = decode(text, index, NOW);
  assert.deepEqual([explanations.length, notes, nearest], [1, [], []], text);
  return present(explanations[0]);
}

function expectCode(found: Explanation, api: Api, code: Code): void {
  assert.equal(`${found.api.id}/${found.entry?.code}`, `${api.id}/${code.code}`);
  assert.deepEqual(found.differences, []);
  assert.equal(found.retry.policy, code.retry.policy);
}

for (const { api, code, name, response } of all) {
  test(`the example response ${name} of ${api.id}/${code.code} is recognized, and agrees with the docs`, () => {
    const found = only(responseText(response));
    expectCode(found, api, code);
    assert.equal(found.found, 'response');
    assert.deepEqual(found.status, { value: present(code.statuses[0]).status, from: 'head' });
    assert.equal(present(found.entry).href, `/${api.id}/errors/${code.address}/`);
  });
}

test('every body is recognized in a line of a log, escaped once and twice', () => {
  for (const { api, code, response } of all) {
    const status = present(code.statuses[0]).status;
    for (const body of [escaped(response), JSON.stringify({ res: { status, body: escaped(response) } })]) {
      expectCode(only(`2026-03-14 ERROR status=${status} body=${body} took=3ms`), api, code);
    }
  }
});

test('all bodies at once, one a line, are each recognized in their order', () => {
  const lines = all.map(
    ({ code, response }) => `status=${present(code.statuses[0]).status} ${JSON.stringify(response.body)}`,
  );
  const { explanations, notes } = decode(lines.join('\n'), index, NOW);
  assert.deepEqual(notes, []);
  const found = explanations.map(({ api, entry }) => `${api.id}/${entry?.code}`);
  assert.deepEqual(found, [...new Set(all.map(({ api, code }) => `${api.id}/${code.code}`))]);
});

test('all responses at once, head and body, are each recognized', () => {
  const text = all.map(({ response }) => responseText(response)).join('\n\n');
  const { explanations, notes } = decode(text, index, NOW);
  assert.deepEqual(notes, []);
  for (const { api, code } of all) {
    assert.ok(
      explanations.some((it) => it.api.id === api.id && it.entry?.code === code.code && it.found === 'response'),
      `${api.id}/${code.code}`,
    );
  }
  assert.deepEqual(
    explanations.flatMap(({ differences }) => differences),
    [],
  );
});

test('every code that is sent by its name is found in a line of a log', () => {
  for (const api of registry.apis) {
    for (const code of api.codes) {
      const isSent = api.sendsCodes || examplesOf(api, code, '').length === 0;
      if (!isSent) continue;
      const { explanations } = decode(`09:26 ERROR code=${code.code} after 3 attempts`, index, NOW);
      assert.ok(
        explanations.some(
          (it) => it.entry?.code === code.code && [it.api, ...it.others].some(({ id }) => id === api.id),
        ),
        `${api.id}/${code.code}`,
      );
    }
  }
});

test('internal codes are not in the index, and it has nothing but what a decoder needs', () => {
  const codes = index.apis.flatMap((api) => api.codes.map(({ code }) => `${api.id}/${code}`));
  assert.deepEqual(
    codes,
    registry.apis.flatMap((api) => api.codes.map(({ code }) => `${api.id}/${code}`)),
  );
  assert.doesNotMatch(JSON.stringify(index), /"(?:file|line|visibility|causes|operations)":/);
});

function escaped({ body }: ExampleResponse): string {
  return JSON.stringify(JSON.stringify(body));
}
