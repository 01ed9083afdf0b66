import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, Content, Document } from '../../src/view/document.ts';
import { codeDocument } from '../../src/view/index.ts';
import { codeTable } from '../../src/view/parts.ts';
import { retryTable } from '../../src/view/retry-parts.ts';
import { API_WITH_MESSAGES, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const PARCELS = `title: Parcels
codes:
  BARE: { severity: warning, names: [bare_parcel] }
  NO_FAULT: { meaning: Nobody has it., remediation: Wait., retry: never, message: Lost, names: [a, b, c], severity: info }
  NO_RETRY: { status: 503, meaning: The desk has work., remediation: Wait., message: Busy }
  NO_MESSAGE: { status: 410, meaning: It was here., remediation: Wait., retry: never, unverified: [status] }
  WHOLE: { status: 404, meaning: It is not here., remediation: Wait., retry: never, message: Gone, fault: service }
`;
const BASELINE = `gaps:
  missing-field:
    BARE: [status, meaning, remediation, retry]
    NO_FAULT: [status]
    NO_RETRY: [retry]
  missing-message:
    BARE: [entry]
    NO_MESSAGE: [entry]
`;

/** What the documents of the codes say, with the facts by their ids. */
function documents(more = '') {
  const sources = {
    'desk/api.yaml': API_WITH_MESSAGES + more,
    'desk/parcels.yaml': PARCELS,
    'desk/baseline.yaml': BASELINE,
  };
  const desk = present(registryOf(files(sources)).apis[0]);
  return desk.codes.map((code) => codeDocument(desk, code, { code: (it) => it, named: () => undefined }));
}

const textOf = (content: Content): string =>
  content.map((it) => ('text' in it ? it.text : it.kind === 'status' ? it.status.status : it.kind)).join('');

const textsOf = (blocks: readonly Block[] = []): string[] =>
  blocks.map((it) => (it.kind === 'paragraph' ? textOf(it.content) : it.kind === 'prose' ? it.markdown : it.kind));

const facts = ({ facts }: Document) =>
  Object.fromEntries(facts.map(({ id, values }) => [id, values.map(textOf).join(' | ')]));

const section = ({ sections }: Document, id: string) => textsOf(sections.find((it) => it.id === id)?.blocks);

test('a fact that is missing is said to be undocumented', () => {
  const undocumented = 'Not documented yet';
  const parcels = { domain: 'Parcels' };
  assert.deepEqual(documents().map(facts), [
    { status: undocumented, fault: undocumented, retry: undocumented, severity: 'Warning', ...parcels },
    { status: undocumented, fault: undocumented, retry: 'Don’t retry', severity: 'Information', ...parcels },
    { status: '503', fault: 'Service', retry: undocumented, ...parcels },
    { status: '410 not confirmed by the API’s owner', fault: 'Caller', retry: 'Don’t retry', ...parcels },
    { status: '404', fault: 'Service', retry: 'Don’t retry', ...parcels },
  ]);
});

test('without a retry policy, a code is treated like an unknown one', () => {
  const reason = 'The retry policy of this code isn’t documented yet, so treat it like an unknown code.';
  const standard =
    'Don’t fail on a code that isn’t listed here. Treat 408, 425, 429, or 5xx as a temporary failure, and retry with exponential backoff. For any other status, don’t retry the same request.';
  const writes =
    'GET, HEAD, PUT, and DELETE are safe to retry. Before you retry a POST or PATCH, check whether it took effect.';
  const never = ['Don’t retry. The same request fails again until something changes.'];
  const unknown = `The request may have been carried out. ${writes}`;
  const byRule = documents('unknownCodes: { meaning: It may be new., retry: { policy: backoff, delay: 5 } }\n');
  assert.deepEqual(
    documents().map((it) => section(it, 'retry')),
    [['Go by the status.', reason, standard], never, ['Retry with backoff.', reason, unknown], never, never],
  );
  const suggested = 'We suggest waiting about 5 seconds before the first retry, then longer each time.';
  assert.deepEqual(
    byRule.map((it) => section(it, 'retry')),
    [
      ['Retry with backoff.', reason, suggested],
      never,
      ['Retry with backoff.', reason, unknown, suggested],
      never,
      never,
    ],
  );
});

test('the message of an example is a placeholder if the code has none', () => {
  assert.deepEqual(
    documents().map((it) => section(it, 'response')),
    [
      [],
      [],
      ['responses'],
      [
        'responses',
        'The message of this code isn’t documented yet; the one above is a placeholder.',
        'The status is an example; the API’s owner hasn’t confirmed it.',
      ],
      ['responses'],
    ],
  );
});

test('a code without a response has nothing in it to confirm', () => {
  const sources = {
    'desk/api.yaml': API_WITH_MESSAGES,
    'desk/parcels.yaml':
      'title: Parcels\nenvelope: none\ncodes: { LOST: { status: 503, retry: never, meaning: Nobody has it., remediation: Wait., unverified: [status] } }\n',
  };
  const desk = present(registryOf(files(sources)).apis[0]);
  const document = codeDocument(desk, present(desk.codes[0]), { code: (it) => it, named: () => undefined });
  assert.deepEqual(section(document, 'response'), []);
});

test('tables of codes and of delays say which policies are undocumented', () => {
  const sources = { 'desk/api.yaml': API_WITH_MESSAGES, 'desk/parcels.yaml': PARCELS, 'desk/baseline.yaml': BASELINE };
  const { codes } = present(registryOf(files(sources)).apis[0]);
  const policies = ['Not documented yet', 'Don’t retry', 'Not documented yet', 'Don’t retry', 'Don’t retry'];
  assert.deepEqual(
    codeTable({}, codes, 'Codes').rows.map(([, , policy = []]) => textOf(policy)),
    policies,
  );
  assert.deepEqual(
    retryTable({}, codes).rows.map((row) => row.map(textOf)),
    policies.map((policy) => ['code', policy, '', '']),
  );
  const suggested = codes.map((code, i) => ({ ...code, retry: { ...code.retry, delay: i, attempts: i + 1 } }));
  assert.deepEqual(
    retryTable({}, suggested).rows.map((row) => row.slice(2).map(textOf)),
    [
      ['0 seconds', '1'],
      ['1 second', '2'],
      ['2 seconds', '3'],
      ['3 seconds', '4'],
      ['4 seconds', '5'],
    ],
  );
});

test('other names are listed in a line, and a message is no name of a code that is sent', () => {
  assert.deepEqual(
    documents().map(({ title, subtitle, lines }) => [textOf([title]), subtitle, ...lines.map(textOf)]),
    [
      ['BARE', undefined, 'Other name: bare_parcel'],
      ['NO_FAULT', undefined, 'Other names: a, b, c'],
      ['NO_RETRY', undefined],
      ['NO_MESSAGE', undefined],
      ['WHOLE', undefined],
    ],
  );
});
