import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inCurlOf } from '../../../src/artifacts/snippets/curl.ts';
import { type Facts, factsOf } from '../../../src/artifacts/snippets/facts.ts';
import { inGoOf } from '../../../src/artifacts/snippets/go.ts';
import { inPythonOf } from '../../../src/artifacts/snippets/python.ts';
import { inTypeScriptOf } from '../../../src/artifacts/snippets/typescript.ts';
import { type Api, type Code, sharedSnippets, snippetsOf } from '../../../src/index.ts';
import { highlightSnippet } from '../../../src/site/highlight-code.ts';
import { files, registryOf } from '../../helpers/checked.ts';
import { FOREIGN, GROWN, HOSTILE, NAMESPACES, OURS, registryIn, SHAPES } from '../../helpers/registry.ts';

/*
 * Codes whose snippets differ in the code alone share them until the code is put in: each snippet must be what it would be for
 * its code alone, as text and as HTML.
 */

const WRITERS: Record<string, (facts: Facts) => string> = {
  typescript: inTypeScriptOf,
  python: inPythonOf,
  go: inGoOf,
  curl: inCurlOf,
};

/** How many snippets of a code are as if they were written for it alone: all that it has. */
function compared(api: Api, code: Code): number {
  const { snippets, put } = sharedSnippets(api, code);
  const texts = snippetsOf(api, code);
  const facts = factsOf(api, code);
  for (const [index, { language, text }] of texts.entries()) {
    const alone = WRITERS[language]?.(facts!);
    assert.equal(text, alone, code.code);
    assert.equal(put(highlightSnippet(snippets[index]!.text, language)), highlightSnippet(text, language), code.code);
  }
  return texts.length;
}

for (const folder of [OURS, FOREIGN, GROWN, HOSTILE, NAMESPACES, SHAPES]) {
  test(`snippets are those of each code alone: ${folder.split('/').slice(-2).join('/')}`, async () => {
    const { apis } = await registryIn(folder);
    assert.ok(apis.flatMap((api) => api.codes.map((code) => compared(api, code))).some((count) => count > 0));
  });
}

const api = (baseUrl: string) => `title: Desk
summary: Books desks.
baseUrl: ${baseUrl}
codeStyle: any
domains: [desks]
envelope:
  fields:
    - { pointer: /error, type: string, role: code, meaning: Branch on it. }
`;

const desks = (codes: readonly string[]) => `title: Desks
defaults: { status: 503, remediation: Wait., retry: backoff, operations: [GET /desks] }
codes:
${codes.map((code) => `  ${code}: { meaning: The desk said ${code}. }`).join('\n')}
`;

/** The API of a registry with these codes. */
function deskWith(codes: readonly string[], baseUrl = 'https://desks.example'): Api {
  const { apis } = registryOf(files({ 'desk/api.yaml': api(baseUrl), 'desk/desks.yaml': desks(codes) }));
  return apis[0]!;
}

test('codes of the same length share their snippets, and each has its own in the end', () => {
  const desk = deskWith(['DESK_BUSY', 'DESK_GONE', 'DESK_CLOSED', 'BUSY']);
  const [busy, gone, closed, short] = desk.codes.map((code) => sharedSnippets(desk, code).snippets);
  assert.equal(busy, gone);
  assert.notEqual(busy, closed);
  assert.match(short?.[0]?.text ?? '', /'BUSY'/);
  for (const code of desk.codes) {
    assert.equal(compared(desk, code), 4);
    for (const { text } of snippetsOf(desk, code)) assert.ok(text.includes(code.code), text);
  }
});

test('a text of the registry that looks like the word in place of the code stays as it is', () => {
  const desk = deskWith(['DESK_BUSY', 'DESK_GONE'], 'https://desks.example/Qqqqqqqqq');
  for (const code of desk.codes) {
    assert.equal(compared(desk, code), 4);
    assert.match(snippetsOf(desk, code)[3]?.text ?? '', /desks\.example\/Qqqqqqqqq\//);
  }
});
