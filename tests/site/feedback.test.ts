import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedbackHref } from '../../src/site/feedback.ts';
import { makeSite } from '../../src/site/site.ts';
import { files, registryOf } from '../helpers/checked.ts';

/** Where a reader of the only code of an API reports whether its page helped. */
function hrefWith(feedback: string | undefined, code = 'SEAT_TAKEN', address = 'https://docs.example') {
  const envelope = { fields: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' }] };
  const api = { title: 'Seats', summary: 'Reserves seats.', feedback, domains: ['seats'], envelope };
  const entry = { status: 409, meaning: 'Somebody has the seat.', remediation: 'Choose another seat.', retry: 'never' };
  const registry = registryOf(
    files({
      'seats/api.json': JSON.stringify(api),
      'seats/seats.json': JSON.stringify({ title: 'Seats', codes: { [code]: entry } }),
    }),
  );
  const site = makeSite({ registry, base: '/', address, preview: undefined, contentPolicy: undefined });
  const [first] = site.apis;
  assert.ok(first?.codes[0]);
  return feedbackHref(first, first.codes[0]);
}

test('an API that has not asked for feedback has no link', () => assert.equal(hrefWith(undefined), undefined));

test('an address gets the code and the address of the page, encoded, as often as it names them', () => {
  assert.equal(
    hrefWith('https://help.example/{code}?c={code}&page={address}#now', 'a/b&c="1"'),
    'https://help.example/a%2Fb%26c%3D%221%22?c=a%2Fb%26c%3D%221%22&page=https%3A%2F%2Fdocs.example%2Fseats%2Ferrors%2Fa~2Fb~26c~3D~221~22%2F#now',
  );
  assert.equal(hrefWith('https://help.example/form'), 'https://help.example/form');
});

test('a new issue on GitHub gets a title and a body, and keeps what the address has', () => {
  const href = hrefWith('https://github.com/example/seats/issues/new?labels=docs');
  const { origin, pathname, searchParams } = new URL(href ?? '');
  assert.equal(origin + pathname, 'https://github.com/example/seats/issues/new');
  assert.deepEqual(Object.fromEntries(searchParams), {
    labels: 'docs',
    title: 'Feedback on SEAT_TAKEN',
    body: 'Code: SEAT_TAKEN\nPage: https://docs.example/seats/errors/SEAT_TAKEN/\n\nDid this page help? What is missing or wrong?\n\n',
  });
  const own = new URL(hrefWith('https://github.com/example/seats/issues/new?title={code}') ?? '');
  assert.equal(own.searchParams.get('title'), 'SEAT_TAKEN');
});

test('only the address of a new issue is filled in by itself', () => {
  for (const address of ['https://github.com/example/seats/issues', 'https://github.com.evil.example/a/b/issues/new'])
    assert.equal(hrefWith(address), address);
});
