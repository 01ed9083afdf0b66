import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, Engine } from '../../../src/client/search/engine.ts';
import { SEARCHED, SMALL } from '../../helpers/registry.ts';
import { indexOf } from './setup.ts';

const { codes, texts } = await indexOf(SEARCHED, '/kb/');
const engine = new Engine(codes);
await engine.addTexts(texts);

const linesOf = ({ hits }: Answer) => hits.map(({ kind, name, api }) => [kind, name.join(''), api].join(' | '));
const shown = (query: string, own?: string) => linesOf(engine.search(query, undefined, own));

test('domains, guides, statuses, states and pages are found, each at its address', () => {
  const first = (query: string) => {
    const [hit] = engine.search(query, 20, 'trains').hits;
    return [hit?.kind, hit?.name.join(''), hit?.href];
  };
  assert.deepEqual(
    [
      'seat reservations',
      'first ticket',
      'boarding',
      'decode',
      'handling',
      'files',
      'envelope',
      'quota',
      'journey',
      'Trains API',
    ].map(first),
    [
      ['domain', 'Seat reservations', '/kb/trains/domains/seats/'],
      ['guide', 'Buying a first ticket', '/kb/trains/guides/first-ticket/'],
      ['state', 'BOARDING', '/kb/trains/states/#states-journey.BOARDING'],
      ['page', 'Decode a response', '/kb/decode/'],
      ['page', 'Handling errors', '/kb/trains/handling/'],
      ['page', 'Files for programs', '/kb/trains/files/'],
      ['page', 'Response', '/kb/trains/response/'],
      ['page', 'Limits', '/kb/trains/limits/'],
      ['page', 'Journey states', '/kb/trains/states/#states-journey'],
      ['api', 'Trains API', '/kb/trains/'],
    ],
  );
});

test('of equal matches codes come first', () => {
  assert.deepEqual(shown('404', 'trains'), [
    'code | TICKET_UNKNOWN | Trains API',
    'status | 404 Not Found | Trains API',
    'code | TICKET_UNKNOWN | Buses API',
    'status | 404 Not Found | Buses API',
  ]);
  assert.deepEqual(shown('ticket api:trains').slice(0, 5), [
    'code | TICKET_USED | Trains API',
    'code | TICKET_HELD | Trains API',
    'code | TICKET_UNKNOWN | Trains API',
    'guide | Buying a first ticket | Trains API',
    'domain | Tickets | Trains API',
  ]);
});

test('the API of the page comes first', () => {
  assert.deepEqual(shown('ticket unknown', 'buses'), [
    'code | TICKET_UNKNOWN | Buses API',
    'code | TICKET_UNKNOWN | Trains API',
  ]);
  assert.deepEqual(shown('ticket unknown', 'trains'), [
    'code | TICKET_UNKNOWN | Trains API',
    'code | TICKET_UNKNOWN | Buses API',
  ]);
  assert.deepEqual(
    engine.search('ticket unknown', 20, 'trains').hits.map(({ isOwn }) => isOwn),
    [true, false],
  );
  assert.equal(engine.search('ticket unknown').hits[0]?.isOwn, undefined);
  assert.equal(engine.search('ticket unknown', 20, 'ships').hits[0]?.isOwn, undefined);
});

test('where there is one API, nothing is said about others', async () => {
  const { codes: alone } = await indexOf(SMALL);
  const [{ id } = { id: '' }] = alone.apis;
  const { hits } = new Engine(alone).search('parcel', 20, id);
  assert.ok(hits.length > 0);
  assert.ok(hits.every(({ isOwn }) => isOwn === undefined));
});

test('a code that was typed in full comes before whatever else the API of the page has', () => {
  assert.deepEqual(shown('seat_taken', 'buses'), ['code | SEAT_TAKEN | Trains API']);
  const [first, ...rest] = engine.search('fare changed', 20, 'trains').hits;
  assert.equal(first?.name.join(''), 'FARE_CHANGED');
  assert.ok(rest.every(({ tier }) => tier > 2));
});

test('guesses are not shown where the other side has what was typed', () => {
  assert.deepEqual(shown('seat_takn', 'buses'), ['code | SEAT_TAKEN | Trains API']);
});

test('the short list keeps lines for the others, and for places, even where one API fills it', () => {
  const { hits, more } = engine.search('4xx', 20, 'buses');
  assert.equal(hits.length, 20);
  assert.equal(more, true);
  assert.equal(hits.filter(({ isOwn }) => isOwn).length, 15);
  assert.deepEqual(
    hits.filter(({ isOwn, kind }) => isOwn && kind === 'status').map(({ name }) => name.join('')),
    ['404 Not Found', '409 Conflict', '410 Gone'],
  );
});

test('the pages of all results hold each result once, in the order of the short list', () => {
  for (const query of ['4xx', 'line', 'ticket', 'closed', 'status:410', 'api:buses is:new', 'the line does not run']) {
    for (const own of [undefined, 'trains', 'buses']) {
      const all: string[] = [];
      let total: number | undefined;
      for (let from = 0; from === all.length && from < (total ?? 1); from += 25) {
        const answer = engine.page(query, from, 25, own);
        total = answer.total;
        all.push(...answer.hits.map(({ href }) => href));
        assert.equal(answer.more, from + 25 < (total ?? 0), query);
      }
      assert.equal(all.length, total, query);
      assert.equal(new Set(all).size, all.length, query);
      const places = engine.search(query, 20, own).hits.map(({ href }) => all.indexOf(href));
      assert.ok(!places.includes(-1), query);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        query,
      );
    }
  }
});

test('what was chosen before is found by its address, and what is gone is not', () => {
  const addresses = ['/kb/decode/', '/kb/gone/', '/kb/trains/errors/SEAT_TAKEN/', 'javascript:alert(1)'];
  assert.deepEqual(linesOf(engine.recall(addresses)), [
    'page | Decode a response | ',
    'code | SEAT_TAKEN | Trains API',
  ]);
});

test('every place has an address below the base path', () => {
  const places = codes.apis.flatMap((api) => [
    ...api.places.map(([, , href]) => href),
    ...api.statuses.map(([, , href]) => href),
  ]);
  assert.ok(places.length > 20);
  assert.ok([...places, ...codes.places.map(([, , href]) => href)].every((href) => href.startsWith('/kb/')));
});
