import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Change } from '../../src/index.ts';
import { codeNames } from '../../src/model/names.ts';
import { changesDocument, countsOf, dateOf } from '../../src/view/index.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { expectFile, ROOT, runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';

const LOST =
  'title: Parcels\ncodes: { LOST: { status: 404, retry: never, meaning: It is lost., remediation: Wait. } }\n';

test('what changed reads as Markdown release by release, with values and approvals', async () => {
  const { out, err } = await runIn(ROOT, [
    ...['generate', '--artifact', 'changes-markdown', '--api', 'ferries'],
    ...['--contracts', 'tests/browser/fixtures/grown/contracts', '--site', 'https://errors.example'],
  ]);
  assert.equal(err, '');
  expectFile(join(import.meta.dirname, 'changes.md'), out);
});

test('a change names codes that lead to their pages, other names, and the values that its sentence lacks', () => {
  const what = 'The header `X-Desk` of `LOST` changed to 2.';
  const changes = [
    { what, after: '2' },
    { what, before: '1', after: '2' },
    { what, before: '1' },
  ].map((change): Change => ({ api: 'desk', rule: 'header-changed', level: 'risky', ...change }));
  const approved = [
    { rule: 'status-changed', code: 'LOST', part: 'status', reason: 'It was *wrong*.', until: '2027-01-31' },
    { rule: 'api-removed', reason: 'Nobody uses it.', until: '2027-01-31' },
  ];
  const release = { name: '2', date: '2026-09-03', first: false, codes: 3, step: 'minor' as const, changes, approved };
  const [api] = registryOf(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': LOST })).apis;
  const desk = { ...present(api), releases: [release] };
  const document = changesDocument(desk, { code: (it) => it, named: codeNames(desk) });
  const sentence = [
    { kind: 'text', text: 'The header ' },
    { kind: 'literal', text: 'X-Desk' },
    { kind: 'text', text: ' of ' },
    { kind: 'code', code: 'LOST' },
    { kind: 'text', text: ' changed to 2.' },
  ];
  const value = (label: string, text: string) => [
    { kind: 'text', text: ' ' },
    { kind: 'strong', text: `${label}:` },
    { kind: 'text', text: ` ${text}` },
  ];
  const none = changesDocument({ ...desk, releases: [] }, { code: (it) => it, named: codeNames(desk) });
  const leads = [document, none].map(({ lead }) => lead.flatMap((block) => ('content' in block ? block.content : [])));
  assert.deepEqual(leads, [
    [{ kind: 'text', text: 'What changed in the errors of the Parcel Desk API, release by release.' }],
    [{ kind: 'text', text: 'No releases yet.' }],
  ]);
  const [section] = document.sections;
  assert.deepEqual(
    section?.blocks.filter(({ kind }) => kind === 'list').map((block) => 'items' in block && block.items),
    [
      [
        sentence,
        [...sentence, ...value('Before', '1'), ...value('After', '2')],
        [...sentence, ...value('Before', '1')],
      ],
      [
        [
          { kind: 'literal', text: 'status-changed' },
          { kind: 'text', text: ' ' },
          { kind: 'literal', text: 'LOST' },
          { kind: 'text', text: ' ' },
          { kind: 'literal', text: 'status' },
          { kind: 'text', text: ': ' },
          { kind: 'prose', markdown: 'It was *wrong*.' },
        ],
        [
          { kind: 'literal', text: 'api-removed' },
          { kind: 'text', text: ': ' },
          { kind: 'prose', markdown: 'Nobody uses it.' },
        ],
      ],
    ],
  );
});

test('a release says how much it changed, the worst first', () => {
  const change = (level: Change['level']): Change => ({
    api: 'desk',
    rule: 'text-changed',
    level,
    what: 'It changed.',
  });
  const release = {
    name: '2',
    date: '2026-09-03',
    first: false,
    codes: 3,
    step: 'minor' as const,
    changes: [],
    approved: [],
  };
  const counts = (...levels: Change['level'][]) => countsOf({ ...release, changes: levels.map(change) });
  assert.equal(counts('safe', 'breaking', 'safe', 'risky'), '1 breaking, 1 risky, 2 safe');
  assert.equal(counts('safe'), '1 safe');
  assert.equal(counts(), 'no changes for callers');
  assert.equal(countsOf({ ...release, first: true }), 'the first release, with 3 codes');
});

test('the day of a release is written without a leading zero, with the name of its month', () => {
  const days = ['2026-01-01', '2025-09-30', '2024-12-09'].map((date) => dateOf({ date }));
  assert.deepEqual(days, [
    { iso: '2026-01-01', text: 'January 1, 2026' },
    { iso: '2025-09-30', text: 'September 30, 2025' },
    { iso: '2024-12-09', text: 'December 9, 2024' },
  ]);
});
