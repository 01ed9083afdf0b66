import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near } from '../../src/client/unknown/near.ts';
import { apiOfPath, askedCode, askedWord, codeIn, meantAddress } from '../../src/client/unknown/path.ts';
import { familyAsked } from '../../src/client/unknown/status.ts';
import type { Addresses } from '../../src/shared/addresses.ts';

const CODES = ['AUTH_REQUIRED', 'AUTH_SESSION_EXPIRED', 'not_found', 'a/b', 'a//b', '%2F', 'é', 'urn:x:y', 'null'];
const DESK: Addresses = {
  under: '/docs/desk/errors/',
  codes: CODES,
  aliases: [['Wrong_Way', 'not_found']],
  pages: [
    ['/docs/desk/', 'Desk'],
    ['/docs/desk/statuses/', 'HTTP statuses'],
    ['/docs/desk/domains/auth/', 'Authentication'],
    ['/docs/desk/guides/reading-errors/', 'Reading errors'],
  ],
  rule: '',
};

for (const [asked, meant] of [
  ['auth_required/', 'AUTH_REQUIRED/'],
  ['AUTH_REQUIRED', 'AUTH_REQUIRED/'],
  ['AUTH_REQUIRED//', 'AUTH_REQUIRED/'],
  ['NOT_FOUND', 'not_found/'],
  ['a%2Fb/', 'a~2Fb/'],
  ['a/b/', 'a~2Fb/'],
  ['A%2fB', 'a~2Fb/'],
  ['a~2fb/', 'a~2Fb/'],
  ['a//b/', 'a~2F~2Fb/'],
  ['%252F/', '~252F/'],
  ['%C3%A9/', '~C3~A9/'],
  ['urn:x:y', 'urn~3Ax~3Ay/'],
  ['wrong_way', 'not_found/'],
] as const) {
  test(`errors/${asked} means errors/${meant}`, () => {
    assert.equal(meantAddress(DESK.under + asked, DESK), DESK.under + meant);
  });
}

test('pages that are not of a code are found in another case and without their slash', () => {
  assert.equal(meantAddress('/docs/Desk', DESK), '/docs/desk/');
  assert.equal(meantAddress('/docs/desk/statuses', DESK), '/docs/desk/statuses/');
  assert.equal(meantAddress('/docs/desk//Domains/Auth', DESK), '/docs/desk/domains/auth/');
  assert.equal(meantAddress('/docs/desk/Errors/auth_required', DESK), '/docs/desk/errors/AUTH_REQUIRED/');
});

test('nobody is sent to where they are, or by a guess', () => {
  for (const path of [
    'errors/AUTH_REQUIRED/',
    'errors/auth_requird/',
    'errors/',
    'errors/%zz/',
    'nothing/',
    'errors/%E0%A4%A',
  ]) {
    assert.equal(meantAddress(`/docs/desk/${path}`, DESK), undefined, path);
  }
  const alike = { ...DESK, codes: ['Gone', 'gOne'] };
  assert.equal(meantAddress('/docs/desk/errors/gone/', alike), undefined);
  assert.equal(meantAddress('/docs/desk/errors/gOne', alike), '/docs/desk/errors/gOne/');
});

test('the API is found by the start of the address, whole names only', () => {
  const apis = ['desk', 'desk-2'].map((id) => ({ href: `/docs/${id}/`, title: id, addresses: '' }));
  assert.equal(apiOfPath('/docs/desk/errors/X/', apis)?.title, 'desk');
  assert.equal(apiOfPath('/docs/DESK-2', apis)?.title, 'desk-2');
  assert.equal(apiOfPath('/docs/desk-22/', apis), undefined);
  assert.equal(apiOfPath('/', apis), undefined);
  assert.equal(askedCode('/docs/desk/guides/x/', DESK.under), undefined);
});

test('the nearest codes come first, and nothing stands there for what is like none', () => {
  assert.deepEqual(near('auth_requird', CODES, 5)[0], 'AUTH_REQUIRED');
  assert.deepEqual(near('authRequired', CODES, 5), ['AUTH_REQUIRED']);
  assert.deepEqual(near('SESSION_GONE', CODES, 5), ['AUTH_SESSION_EXPIRED']);
  assert.deepEqual(near('zzzzzzzz', CODES, 5), []);
  assert.deepEqual(near('', CODES, 5), []);
  assert.deepEqual(near('👾'.repeat(9999), CODES, 5), []);
  assert.deepEqual(near('auth', CODES, 1).length, 1);
});

test('the status in a link says how to treat a code', () => {
  assert.deepEqual(familyAsked('#status=404'), { status: '404', family: '4xx' });
  assert.deepEqual(familyAsked('#a=b&statusCode=429'), { status: '429', family: 'passing' });
  assert.deepEqual(familyAsked('#status=503'), { status: '503', family: '5xx' });
  assert.deepEqual(familyAsked('#status=302'), { status: '302', family: 'other' });
  for (const fragment of ['', '#status', '#status=4040', '#status=%zz', '#status=<b>']) {
    assert.equal(familyAsked(fragment), undefined);
  }
});

for (const [path, word] of [
  ['/nope/errors/AUTH_REQUIRED/', 'AUTH_REQUIRED'],
  ['/AUTH_REQUIRED', 'AUTH_REQUIRED'],
  ['/docs/nope/Errors/a%2Fb//', 'a/b'],
  ['/nope/errors/urn:x/y/', 'urn:x/y'],
  ['/docs/desk/errors/gone/', 'gone'],
  ['/%', '%'],
  ['/', ''],
] as const) {
  test(`${path} asks for ${JSON.stringify(word)}`, () => {
    assert.equal(askedWord(path, DESK.under), word);
  });
}

test('a word is a code in any case, by its own spelling or an old one', () => {
  assert.equal(codeIn('auth_required', DESK), 'AUTH_REQUIRED');
  for (const [old, code] of DESK.aliases) assert.equal(codeIn(old.toLowerCase(), DESK), code);
  assert.equal(codeIn('auth_requird', DESK), undefined);
  assert.equal(codeIn('', DESK), undefined);
});
