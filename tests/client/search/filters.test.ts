import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../../../src/client/search/engine.ts';
import { GROWN, HOSTILE, SEARCHED } from '../../helpers/registry.ts';
import { indexOf } from './setup.ts';

const searched = await engineOf(SEARCHED);
const grown = await engineOf(GROWN);

async function engineOf(folder: string): Promise<Engine> {
  const { codes, texts } = await indexOf(folder);
  const engine = new Engine(codes);
  await engine.addTexts(texts);
  return engine;
}

const codesOf = (engine: Engine, query: string) => engine.search(query, 100).hits.map(({ name }) => name.join(''));

for (const [query, expected] of [
  ['fault:upstream', ['PLAN_UNAVAILABLE']],
  ['fault:up', ['PLAN_UNAVAILABLE']],
  ['is:deprecated', ['TICKET_HELD']],
  ['is:reserved', ['WINDOW_ONLY']],
  ['is:deprecated,reserved', ['TICKET_HELD', 'WINDOW_ONLY']],
  ['is:new', []],
  ['status:404 api:trains', ['TICKET_UNKNOWN']],
  ['domain:seats', ['SEAT_TAKEN', 'PLAN_UNAVAILABLE', 'WINDOW_ONLY']],
  ['domain:"seat res" retry:never', ['WINDOW_ONLY']],
  ['retry:refetch', ['FARE_CHANGED', 'SEAT_TAKEN']],
  ['taken fault:caller', ['SEAT_TAKEN']],
  ['taken fault:service', []],
] as const) {
  test(`a filter narrows: ${query}`, () => {
    assert.deepEqual(codesOf(searched, query).sort(), [...expected].sort());
    assert.deepEqual(searched.search(query).notes, []);
  });
}

test('is: knows what is retired, new and changed', () => {
  assert.deepEqual(codesOf(grown, 'is:retired'), ['HOLD_EXPIRED', 'PAPER_TICKET']);
  assert.deepEqual(codesOf(grown, 'is:new'), ['VEHICLE_TOO_HIGH']);
  assert.deepEqual(codesOf(grown, 'is:changed'), ['BOOKING_EXPIRED', 'TICKET_UNREADABLE']);
});

const FILTERS = ['api:', 'domain:', 'status:', 'retry:', 'fault:', 'is:'];

for (const [query, note] of [
  ['fualt:caller', { typed: 'fualt:', isName: true, known: FILTERS, meant: 'fault:' }],
  ['severity:high seat', { typed: 'severity:', isName: true, known: FILTERS, meant: undefined }],
  [
    'fault:caler',
    { typed: 'fault:caler', isName: false, known: ['caller', 'service', 'upstream'], meant: 'fault:caller' },
  ],
  ['api:planes', { typed: 'api:planes', isName: false, known: ['buses', 'trains'], meant: undefined }],
  [
    'domain:seets',
    { typed: 'domain:seets', isName: false, known: ['fares', 'lines', 'tickets', 'seats'], meant: 'domain:seats' },
  ],
  [
    'status:499',
    { typed: 'status:499', isName: false, known: ['404', '409', '410', '423', '429', '503'], meant: 'status:409' },
  ],
  [
    'is:gone',
    {
      typed: 'is:gone',
      isName: false,
      known: ['deprecated', 'retired', 'reserved', 'new', 'changed'],
      meant: undefined,
    },
  ],
] as const) {
  test(`what is no filter is explained: ${query}`, () => {
    assert.deepEqual(searched.search(query).notes, [note]);
  });
}

test('an unknown filter among words that match is explained beside them', () => {
  const { hits, notes } = searched.search('is:gone,deprecated held');
  assert.deepEqual([hits[0]?.name.join(''), notes[0]?.typed], ['TICKET_HELD', 'is:gone']);
});

test('nothing is guessed in place of an unknown filter', () => {
  assert.deepEqual(codesOf(searched, 'severity:high ticket'), []);
});

test('a code with a colon in it is no filter', async () => {
  const hostile = await engineOf(HOSTILE);
  const { codes } = await indexOf(HOSTILE);
  const withColon = codes.apis
    .flatMap(({ domains }) => domains.flatMap((it) => it.codes))
    .filter((it) => /^[a-z]+:\w/.test(it));
  for (const code of withColon) assert.deepEqual(hostile.search(code).notes, [], code);
});

test('many mistakes are not all explained', () => {
  assert.equal(searched.search('ab:c de:f gh:i jk:l mn:o').notes.length, 3);
});
