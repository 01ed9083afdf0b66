import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Api } from '../../src/index.ts';
import { apiDocument } from '../../src/view/api.ts';
import { codeLink, firstSentence } from '../../src/view/code-link.ts';
import { filterCodes } from '../../src/view/filter.ts';
import { guidesNaming } from '../../src/view/guides.ts';
import { operationBlocks } from '../../src/view/operations.ts';
import { exampleBlocks, stateBlocks } from '../../src/view/parts.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const CODES = `title: Parcels
codes:
  LOST: { status: [404, 410], retry: never, states: [sent], meaning: Nobody has it. It was sent., remediation: Wait. }
  HEAVY: { status: 422, retry: never, title: Heavy parcel, meaning: Over 30 kg., remediation: Split it., deprecated: {} }
  BUSY: { status: 503, retry: backoff, states: [open, sent], meaning: The desk is busy., remediation: Wait. }
`;
const STATES = `domains: [parcels, others]
states:
  life: { title: Life, values: { open: { meaning: M. }, sent: { meaning: M. } } }
`;
const GUIDES: Record<string, string> = {
  a: 'Send a parcel.\n\n<CodeList codes="HEAVY BUSY" />',
  b: 'After `LOST`, wait.',
  c: '<Example code="LOST" />',
  d: '## Wait for LOST\n\nAnd LOST_2.',
  e: '```\nLOST BUSY\n```\n\n<CodeList state="sent" />',
  f: 'Wait for LOST_2, BUSY_1 and BUSYLOST.',
  g: 'LOST once more.',
};
const [api] = registryOf(
  files({
    'desk/api.yaml': API.replace('domains: [parcels]\n', STATES),
    'desk/parcels.yaml': CODES,
    'desk/others.yaml':
      'title: Others\ncodes: { LOST_2: { status: 404, retry: refetch, meaning: Both are lost., remediation: Wait. } }\n',
    ...Object.fromEntries(
      Object.entries(GUIDES).map(([id, body]) => [
        `desk/guides/${id}.mdx`,
        `---\ntitle: Guide ${id}\nsummary: ${id === 'f' ? 'About `BUSY`.' : 'What to do.'}\n---\n\n${body}\n`,
      ]),
    ),
  }),
).apis;
const desk = present(api);
const codeOf = (name: string) => present(desk.codes.find(({ code }) => code === name));

test('the guides of a code are the first three that name it in prose or ask for it by its name', () => {
  const naming = (code: string) => guidesNaming(desk, codeOf(code)).map(({ id }) => id);
  assert.deepEqual(['LOST', 'HEAVY', 'BUSY', 'LOST_2'].map(naming), [['b', 'c', 'd'], ['a'], ['a', 'f'], ['d', 'f']]);
});

test('a list of codes has those that match all that is asked, in the order in which they are named', () => {
  const filters = [
    {},
    { codes: 'BUSY, LOST NOWHERE' },
    { domain: 'others' },
    { status: '410' },
    { status: '4xx' },
    { status: '404,5xx' },
    { retry: 'never refetch' },
    { fault: 'service' },
    { state: 'sent' },
    { state: 'sent', retry: 'never' },
    { codes: 'BUSY HEAVY', fault: 'caller' },
    { codes: '' },
    { domain: '' },
  ];
  assert.deepEqual(
    filters.map((filter) =>
      filterCodes(desk.codes, filter)
        .map(({ code }) => code)
        .join(' '),
    ),
    [
      'LOST HEAVY BUSY LOST_2',
      'BUSY LOST',
      'LOST_2',
      'LOST',
      'LOST HEAVY LOST_2',
      'LOST BUSY LOST_2',
      'LOST HEAVY LOST_2',
      'BUSY',
      'LOST BUSY',
      'LOST',
      'HEAVY',
      ...['', ''],
    ],
  );
});

test('a link to a code says its name or the first sentence of its meaning, and whether it is still sent', () => {
  assert.deepEqual(codeLink('OLD', codeOf('LOST')), {
    code: 'LOST',
    lifecycle: undefined,
    line: { kind: 'prose', markdown: 'Nobody has it.' },
  });
  assert.deepEqual(codeLink('HEAVY', codeOf('HEAVY')), {
    code: 'HEAVY',
    lifecycle: 'deprecated',
    line: { kind: 'text', text: 'Heavy parcel' },
  });
  assert.deepEqual(codeLink('NOWHERE', undefined), { code: 'NOWHERE', lifecycle: undefined, line: undefined });
});

test('the first sentence of a text ends at its first stop, or at a word after 160 characters', () => {
  const long = `${'a'.repeat(100)} ${'b'.repeat(58)}`;
  const texts = {
    'One. Two.': 'One.',
    'Is it? Yes.': 'Is it?',
    'Stop!\nNow.': 'Stop!',
    'Version 1.2 of\nall. Two.': 'Version 1.2 of\nall.',
    'No stop': 'No stop',
    '- One. Two.\n- Three.': 'One.',
    [`${long}.`]: `${long}.`,
    [`${long}c.`]: `${'a'.repeat(100)}…`,
    [`${long}c  d`]: `${'a'.repeat(100)}…`,
    ['a'.repeat(161)]: `${'a'.repeat(160)}…`,
  };
  assert.deepEqual(Object.fromEntries(Object.keys(texts).map((text) => [text, firstSentence(text)])), texts);
  assert.deepEqual([firstSentence('One two three', 8), firstSentence('One two three', 6)], ['One two…', 'One…']);
});

test('an API has a section about its responses if it has an envelope, and says if they have no code', () => {
  const blocks = (envelope: string, domain = '') => {
    const codes = '{ LOST: { status: 404, retry: never, meaning: Nobody has it., remediation: Wait. } }';
    const sources = {
      'desk/api.yaml': API.replace(/envelope:[\s\S]*/, envelope),
      'desk/parcels.yaml': `title: Parcels\n${domain}codes: ${codes}\n`,
    };
    const it = present(registryOf(files(sources)).apis[0]);
    const { sections } = apiDocument(it, { code: (code) => code, named: () => undefined });
    return JSON.stringify(sections.find(({ id }) => id === 'envelope')?.blocks);
  };
  const note = 'Response bodies of this API have no error code.';
  assert.equal(blocks('', 'envelope: none\n'), undefined);
  assert.ok(blocks('envelope: { fields: [{ pointer: /error, type: string, meaning: M. }] }\n').includes(note));
  assert.ok(!blocks('envelope: { fields: [{ pointer: /a, type: string, role: code, meaning: M. }] }\n').includes(note));
});

test('a table of states has the codes that are seen in them, if there are any', () => {
  const group = present(desk.states.life);
  const rows = (api: Api) =>
    stateBlocks(api, 'life', group).flatMap((block) => ('rows' in block ? [block.heads.length, block.rows] : []));
  const names = ['open', 'sent'].map((state) => [
    [{ kind: 'state-name', state, group: 'life' }],
    [{ kind: 'prose', markdown: 'M.' }],
  ]);
  const [busy, lost] = ['BUSY', 'LOST'].map((code) => ({ kind: 'code', code }));
  assert.deepEqual(rows(desk), [
    3,
    [
      [...(names[0] ?? []), [busy]],
      [...(names[1] ?? []), [lost, { kind: 'text', text: ', ' }, busy]],
    ],
  ]);
  assert.deepEqual(rows({ ...desk, codes: [] }), [2, names]);
});

test('of an API with many codes, a table of states has the first ones of each state, and how many more there are', () => {
  const seen = (count: number) => {
    const codes = Array.from({ length: count }, (_, i) => ({ ...codeOf('BUSY'), code: `BUSY_${i}` }));
    const blocks = stateBlocks({ ...desk, codes }, 'life', present(desk.states.life));
    return blocks.flatMap((block) => ('rows' in block ? [present(block.rows[0]?.[2])] : []))[0];
  };
  assert.equal(seen(200)?.filter(({ kind }) => kind === 'code').length, 200);
  assert.equal(seen(201)?.filter(({ kind }) => kind === 'code').length, 50);
  assert.deepEqual(seen(201)?.at(-1), { kind: 'text', text: ' and 151 more codes' });
});

test('without a code there is no example', () => {
  const setting = { code: (code: string) => code, named: () => undefined };
  assert.deepEqual(exampleBlocks(desk, undefined, setting), []);
  assert.deepEqual(
    exampleBlocks(desk, codeOf('BUSY'), setting).map(({ kind }) => kind),
    ['responses'],
  );
});

test('a code that thousands of operations return names the first, and says where all are; Markdown names all', () => {
  const lost = present(desk.codes[0]);
  const blocksWith = (plain: number, own: number, isWhole = false) => {
    const operations = [
      ...Array.from({ length: plain }, (_, i) => ({ operation: `GET /plain/${i}` })),
      ...Array.from({ length: own }, (_, i) => ({ operation: `GET /own/${i}`, remediation: ['Wait here.'] })),
    ];
    return operationBlocks(desk, { ...lost, operations }, { isWhole });
  };
  const count = (...of: Parameters<typeof blocksWith>) => {
    const blocks = blocksWith(...of);
    const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])).length;
    return [items, blocks.filter(({ kind }) => kind === 'heading').length];
  };
  assert.deepEqual(count(500, 100), [500, 100]);
  assert.deepEqual(count(5000, 3000), [500, 100]);
  assert.deepEqual(count(5000, 3000, true), [5000, 3000]);
  assert.doesNotMatch(JSON.stringify(blocksWith(500, 100)), /more operation/);
  assert.deepEqual(blocksWith(501, 101).at(-1), {
    kind: 'paragraph',
    content: [
      { kind: 'text', text: '2 more operations: ' },
      { kind: 'literal', text: 'errors.json' },
      { kind: 'text', text: ' lists all of them.' },
    ],
  });
});
