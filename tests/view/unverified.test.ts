import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { apiDocument, codeDocument, type Fact } from '../../src/view/index.ts';
import { files } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const SETTING = { code: (code: string) => `https://example.com/${code}`, named: () => undefined };

const entry = (more: object) => ({
  status: 404,
  message: 'Lost.',
  meaning: 'Nobody at the desk knows where it is.',
  remediation: 'Ask the sender.',
  retry: 'never',
  ...more,
});

/** A registry whose codes have these facts unverified. */
function registryWith(...unverified: (string[] | undefined)[]) {
  return check(
    files({
      'desk/api.json': JSON.stringify({
        title: 'Desk API',
        summary: 'Takes parcels.',
        languages: { es: 'Solo en inglés por ahora.' },
        domains: ['parcels'],
        envelope: {
          fields: [
            { pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' },
            { pointer: '/message', type: 'string', role: 'message', meaning: 'For people.' },
          ],
        },
      }),
      'desk/parcels.json': JSON.stringify({
        title: 'Parcels',
        codes: Object.fromEntries(
          unverified.map((it, i) => [`LOST_${i}`, entry({ status: [404, 410], unverified: it })]),
        ),
      }),
    }),
  );
}

const marksOf = ({ values }: Fact) => values.flat().flatMap((it) => (it.kind === 'mark' ? [it.text] : []));

test('a check counts facts that are not confirmed by their kind, and each code once', () => {
  const { counts } = registryWith(['status', 'message'], ['message', 'message'], ['retry'], undefined);
  assert.deepEqual(counts.unverified, { status: 1, message: 2, retry: 1 });
});

test('the document of an API counts them in words, and has its notices for other languages', () => {
  const [api] = registryWith(['status', 'message'], ['message'], ['retry']).registry?.apis ?? [];
  assert.ok(api);
  const { facts, lines } = apiDocument(api, SETTING);
  assert.deepEqual(facts.find(({ id }) => id === 'unverified')?.values, [
    [{ kind: 'text', text: '1 status, 2 messages, 1 retry policy' }],
  ]);
  assert.deepEqual(lines, [[{ kind: 'text', text: 'Solo en inglés por ahora.' }]]);
});

test('where all is confirmed nothing is said', () => {
  const { registry, counts } = registryWith(undefined);
  assert.deepEqual(counts.unverified, { status: 0, message: 0, retry: 0 });
  const [api] = registry?.apis ?? [];
  assert.ok(api);
  assert.equal(
    apiDocument(api, SETTING).facts.find(({ id }) => id === 'unverified'),
    undefined,
  );
  assert.doesNotMatch(JSON.stringify(codeDocument(api, present(api.codes[0]), SETTING)), /confirmed/);
});

test('the document of a code marks each such fact once, and says which parts of the response are examples', () => {
  const { apis } = registryWith(['message', 'status'], ['retry'], ['message']).registry ?? { apis: [] };
  const [api] = apis;
  assert.ok(api);
  const shown = api.codes.map((code) => {
    const { facts, sections } = codeDocument(api, code, SETTING);
    const note = sections.find(({ id }) => id === 'response')?.blocks.find(({ kind }) => kind === 'paragraph');
    return {
      marked: facts.flatMap((fact) => marksOf(fact).map((mark) => `${fact.id}: ${mark}`)),
      note: note?.kind === 'paragraph' ? note.content.map((it) => (it.kind === 'text' ? it.text : it.kind)) : undefined,
    };
  });
  assert.deepEqual(shown, [
    {
      marked: ['status: not confirmed by the API’s owner'],
      note: ['The status and the message are examples; the API’s owner hasn’t confirmed them.'],
    },
    { marked: ['retry: not confirmed by the API’s owner'], note: undefined },
    { marked: [], note: ['The message is an example; the API’s owner hasn’t confirmed it.'] },
  ]);
});
