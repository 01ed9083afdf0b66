import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { approvalsInUse, type Comparison, isAllowed, type SeenChange } from '../../src/cli/comparison.ts';
import { codeSpan, escapeMarkdown } from '../../src/cli/format/changes/escape-markdown.ts';
import { changesAsGithub } from '../../src/cli/format/changes/github.ts';
import { changesAsJson } from '../../src/cli/format/changes/json.ts';
import { changesAsMarkdown } from '../../src/cli/format/changes/markdown.ts';
import { changesAsText } from '../../src/cli/format/changes/text.ts';
import type { ApiApproval, Change } from '../../src/index.ts';
import { STEERING } from '../../src/model/control.ts';
import { expectFile, ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';

const EXPECTED = join(ROOT, 'tests/cli/changes');

const APPROVAL: ApiApproval = {
  api: 'desk',
  rule: 'status-changed',
  code: 'CLOSED',
  reason: 'Nobody has called it since *May*; @desk agreed.',
  until: '2026-12-31',
};

function change(level: Change['level'], more: Partial<SeenChange> = {}): SeenChange {
  return {
    rule: 'status-changed',
    level,
    api: 'desk',
    code: 'CLOSED',
    part: 'status',
    what: 'The status of `CLOSED` changed from 503 to 409.',
    before: '503',
    after: '409',
    fix: 'Send the new status with a new code.',
    reason: 'Clients act on the status before they read the body.',
    place: {
      file: 'contracts/desk/hours.yaml',
      start: { line: 4, column: 13 },
      end: { line: 4, column: 16 },
      frame: '> 4 |     status: 409',
    },
    approval: undefined,
    ...more,
  };
}

function comparison(changes: SeenChange[], more: Partial<Comparison> = {}): Comparison {
  const count = (level: Change['level']) => changes.filter((it) => it.level === level).length;
  return {
    against: '`0123abcde`, where this branch left `main`',
    folder: 'contracts',
    notes: [],
    changes,
    approvals: { used: [], expired: [], unused: [] },
    counts: {
      breaking: count('breaking'),
      risky: count('risky'),
      safe: count('safe'),
      approved: changes.filter(({ approval }) => approval).length,
    },
    step: 'major',
    errors: { diagnostics: [], counts: { files: 1, codes: 1, errors: 0, warnings: 0 } },
    ...more,
  };
}

const ALL = comparison(
  [
    change('breaking', {
      rule: 'code-removed',
      code: 'GONE',
      part: undefined,
      what: '`GONE` was removed.',
      before: 'The desk is gone.',
      after: undefined,
    }),
    change('breaking', { approval: APPROVAL }),
    change('risky', { rule: 'message-changed', part: 'message', what: 'The message of `CLOSED` changed.' }),
    change('safe', {
      rule: 'text-changed',
      part: 'meaning',
      what: 'The meaning of `CLOSED` changed.',
      before: `1. Wait.\n${'2. Ask at the desk | or the next one. '.repeat(10)}`,
      after: `1. Wait.\n${'2. Ask at the desk | or the next one. '.repeat(9)}That is all.`,
      fix: undefined,
    }),
    change('safe', { api: 'lockers', code: undefined, part: undefined, place: undefined, what: 'The title changed.' }),
  ],
  {
    notes: ['In `0123abcde` the registry has 1 error; the comparison could read every entry all the same.'],
    approvals: {
      used: [APPROVAL],
      expired: [{ ...APPROVAL, code: 'FULL', until: '2026-01-01' }],
      unused: [{ ...APPROVAL, code: undefined, part: '/code' }],
    },
  },
);

const FORMATS = {
  'text.txt': (it: Comparison) => changesAsText(it, false),
  'markdown.md': (it: Comparison) => changesAsMarkdown(it),
  'json.txt': changesAsJson,
  'github.txt': changesAsGithub,
};

for (const [file, format] of Object.entries(FORMATS)) {
  test(`a comparison with everything in it, as ${file}`, () => expectFile(join(EXPECTED, file), format(ALL)));
}

test('each format for people ends with the version step', () => {
  const step = /The next version is a major one for `desk` and a patch for `lockers`\.\**$/;
  for (const format of [FORMATS['text.txt'], FORMATS['markdown.md'], FORMATS['github.txt']])
    assert.match(format(ALL), step);
  assert.deepEqual(Object.entries(JSON.parse(changesAsJson(ALL))).at(-1), ['step', 'major']);
});

test('colour changes nothing but the colour', () => {
  const coloured = changesAsText(ALL, true);
  assert.notEqual(coloured, changesAsText(ALL, false));
  assert.equal(stripVTControlCharacters(coloured), changesAsText(ALL, false));
});

test('what stands in the way: an open change, an approval that does no work, an error; nothing else', () => {
  const approvals = ALL.approvals;
  const approved = change('breaking', { approval: APPROVAL });
  const none = { used: [], expired: [], unused: [] };
  const errors = { diagnostics: [], counts: { files: 1, codes: 1, errors: 1, warnings: 0 } };
  assert.equal(isAllowed(comparison([])), true);
  assert.equal(isAllowed(comparison([approved, change('risky'), change('safe')])), true);
  assert.equal(isAllowed(comparison([approved, change('breaking')])), false);
  assert.equal(isAllowed(comparison([], { approvals: { ...none, expired: approvals.expired } })), false);
  assert.equal(isAllowed(comparison([], { approvals: { ...none, unused: approvals.unused } })), false);
  assert.equal(isAllowed(comparison([], { approvals: { ...none, used: approvals.used } })), true);
  assert.equal(isAllowed(comparison([], { errors })), false);
});

test('an approval is in use through its last day, for a change now or one since the last release', () => {
  const breaking = change('breaking');
  const names = (changes: Change[], unreleased: Change[], today: string, recorded: ApiApproval[] = []) => {
    const sides = { approvals: [APPROVAL], recorded: () => recorded };
    const { used, expired, unused, approved } = approvalsInUse(changes, unreleased, sides, today);
    return [used.length, expired.length, unused.length, approved.size];
  };
  assert.deepEqual(names([breaking], [], '2026-12-31'), [1, 0, 0, 1]);
  assert.deepEqual(names([], [breaking], '2026-12-31'), [1, 0, 0, 0]);
  assert.deepEqual(names([], [], '2026-12-31'), [0, 0, 1, 0]);
  assert.deepEqual(names([breaking], [breaking], '2027-01-01'), [0, 1, 0, 0]);
  assert.deepEqual(names([], [], '2026-12-31', [APPROVAL]), [1, 0, 0, 0], 'the last release has it');
  assert.deepEqual(names([change('safe')], [], '2026-12-31'), [0, 0, 1, 0]);
});

/** Texts that would do something where they are only to be shown. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '@everyone and team@example.com',
  'fixes #1, owner/name#2, GH-3',
  'https://evil.example and www.evil.example',
  '[a](javascript:alert(1)) ![b](https://evil.example/b.png)',
  'a | b || c \\| d \\\\| e',
  '` `` ``` ~~~ **b** __b__ _i_ ~~s~~ $x$',
  '`co|de` `a\\` `` ` ``',
  '::error::x\n::set-output name=a::b\r\n##[error]x %0A::warning::',
  '\u001b[2J\u009b31m\u202eabc\u2066\u0007',
  '<!-- errorbook:preview -->',
  '&lt;b&gt; &#64;everyone',
];

test('a text of a registry does nothing in Markdown', () => {
  for (const text of HOSTILE) {
    const cell = escapeMarkdown(text);
    assert.doesNotMatch(cell, STEERING, text);
    const outsideOfCode = cell.replaceAll(/<code>[^<]*<\/code>|(?<!\\)`[^`]*`/g, 'CODE');
    assert.doesNotMatch(outsideOfCode, /[<>]|@\w|#\d|GH-\d|:\/\/|www\.\w|(?<!\\)[`*_[\]|~$]/, text);
    assert.doesNotMatch(cell.replaceAll('\\\\', ''), /(?<!\\)\|/, text);
  }
});

test('code in Markdown is what it was, with characters that would end it or its cell spelled out', () => {
  assert.equal(codeSpan('AUTH_REQUIRED'), '`AUTH_REQUIRED`');
  assert.equal(codeSpan('a|b`c\\'), '<code>a&#124;b&#96;c&#92;</code>');
  assert.equal(codeSpan(' x '), '<code> x </code>');
  assert.equal(escapeMarkdown('The `a_b` of `c` is *not* `d'), 'The `a_b` of `c` is \\*not\\* \\`d');
});

test('a text of a registry does nothing in workflow commands or a terminal', () => {
  const texts = HOSTILE.map((text) =>
    change('breaking', { code: text, part: text, what: text, before: text, after: text, fix: text, api: text }),
  );
  const hostile = comparison(texts, { against: present(HOSTILE[9]), notes: HOSTILE, folder: present(HOSTILE[9]) });
  const lines = changesAsGithub(hostile).split('\n');
  const commands = lines.filter((line) => /^(?:::|##\[)/.test(line));
  assert.equal(commands.length, texts.length);
  assert.ok(commands.every((line) => line.startsWith('::error file=contracts/desk/hours.yaml,line=4,')));
  assert.ok(commands.every((line) => line.split('::').length >= 3 && !/\r/.test(line)));
  for (const format of Object.values(FORMATS)) {
    assert.doesNotMatch(format(hostile).replaceAll('\n', ''), STEERING);
  }
});

test('a comment is never too long: whole rows are left out, safe ones first, and counted', () => {
  const many = [
    ...Array.from({ length: 700 }, (_, i) => change('safe', { code: `SAFE_${i}`, before: '\u{1f4e6}'.repeat(200) })),
    ...Array.from({ length: 300 }, (_, i) => change('breaking', { code: `BREAKING_${i}`, after: '|'.repeat(500) })),
  ];
  for (const most of [60_000, 59_999, 20_001, 3_000, 1_000]) {
    const approvals = { used: Array(500).fill(APPROVAL), expired: Array(500).fill(APPROVAL), unused: [] };
    const text = changesAsMarkdown(comparison(many, { approvals, notes: ['n'.repeat(90_000)] }), { most });
    assert.ok(text.length <= most, `${text.length} of ${most}`);
    assert.ok(text.isWellFormed());
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    assert.ok(
      rows.every((row) => row.endsWith(' |')),
      'no row is cut',
    );
    const [, left, detail] = /^Left out for length: ([\d,]+) changes \((.*)\)\.$/m.exec(text) ?? [];
    assert.equal(Number(present(left).replace(',', '')) + rows.length - 1, many.length);
    const shownBreaking = rows.filter((row) => row.includes('BREAKING')).length;
    assert.equal(present(detail).startsWith(`${300 - shownBreaking} breaking`), shownBreaking < 300);
    assert.match(text, /… and \d+ more\./);
    assert.match(text, /\*\*The next version is a major one for `desk`\.\*\*$/);
  }
});
