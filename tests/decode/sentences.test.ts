import { join } from 'node:path';
import { test } from 'node:test';
import {
  differenceSentence,
  noteSentence,
  statusSentence,
  summarySentence,
  waitSentence,
} from '../../src/decode/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { explanationOf } from './setup.ts';

const REASONS = [
  'end',
  'line-break',
  'escape',
  'single-quote',
  'trailing-comma',
  'name',
  'colon',
  'comma',
  'value',
] as const;

test('every sentence of the decoder', () => {
  const known = explanationOf('{"code":"AUTH_REQUIRED"} AUTH_REQUIRED');
  const unknown = { ...known, entry: undefined };
  const clock = (moment: number) => `moment ${moment}`;
  const wait = { until: 5, given: '1' };
  const sentences = {
    statuses: [200, 399, 400, 404, 408, 425, 429, 499, 500, 503].map(statusSentence),
    waits: [
      waitSentence({ ...wait, seconds: 1, from: 'header', dated: true }, clock),
      waitSentence({ ...wait, seconds: 1200, from: 'body', dated: false }, clock),
      waitSentence({ ...wait, seconds: 0, from: 'log', dated: false }, clock),
    ],
    summaries: [[], [known], [unknown], [known, known, unknown], [known, unknown, unknown]].map(summarySentence),
    notes: [
      ...(['empty', 'binary', 'compressed', 'nothing'] as const).map((kind) => noteSentence({ kind })),
      ...[1, 2].map((left) => noteSentence({ kind: 'more', left })),
      noteSentence({ kind: 'cut', read: 2_097_152 }),
      ...[502, undefined].map((status) => noteSentence({ kind: 'markup', status })),
      noteSentence({ kind: 'no body', status: 503, line: 3 }),
      noteSentence({ kind: 'strange body', status: 404, line: 1 }),
      ...[...REASONS, 'bracket' as const, 'depth' as const].map((why) =>
        noteSentence({ kind: 'broken', line: 2, column: 3, why, excerpt: '{"a' }),
      ),
    ],
    differences: [
      differenceSentence({ kind: 'status', seen: 400, listed: [404, 410] }),
      differenceSentence({ kind: 'spelling', seen: 'OLD', code: 'NEW' }),
      differenceSentence({ kind: 'two statuses', head: 400, body: 404 }),
      differenceSentence({ kind: 'field', pointer: '', why: 'is wrong' }),
      differenceSentence({ kind: 'field', pointer: '/a', why: 'is wrong' }),
      differenceSentence({ kind: 'header', name: 'X-Id' }),
      differenceSentence({ kind: 'media type', seen: 'text/html', listed: 'application/json' }),
      differenceSentence({ kind: 'delay', given: 'so"on' }),
      differenceSentence({ kind: 'no delay expected', given: '30' }),
    ],
  };
  const text = Object.entries(sentences).map(([kind, list]) => [`# ${kind}`, ...list].join('\n'));
  expectFile(join(import.meta.dirname, 'sentences.txt'), text.join('\n\n'));
});
