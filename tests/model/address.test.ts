import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, foldedAddress, LONGEST_ADDRESS } from '../../src/model/address.ts';

/** Codes with the part of an address that each gets. */
const ADDRESSES: Record<string, string> = {
  PARCEL_LOST: 'PARCEL_LOST',
  'a-b.c_9': 'a-b.c_9',
  '.a.': '~2Ea~2E',
  '..': '~2E~2E',
  'a/b': 'a~2Fb',
  'a~b': 'a~7Eb',
  '\n': '~0A',
  é: '~C3~A9',
  '😀': '~F0~9F~98~80',
  // half of a surrogate pair, by the scheme of UTF-8
  '\ud83d': '~ED~A0~BD',
  '\ud83e': '~ED~A0~BE',
  '\udfff': '~ED~BF~BF',
  // names that Windows keeps for devices, with any ending and in any case
  con: '~63on',
  CON: '~43ON',
  'con.txt': '~63on.txt',
  prn: '~70rn',
  aux: '~61ux',
  nul: '~6Eul',
  com1: '~63om1',
  com0: '~63om0',
  COM9: '~43OM9',
  lpt1: '~6Cpt1',
  'LPT9.log': '~4CPT9.log',
  // names that only look like them
  com: 'com',
  lpt: 'lpt',
  lpt10: 'lpt10',
  com12: 'com12',
  console: 'console',
  null: 'null',
  'a.con': 'a.con',
  'con-1': 'con-1',
};

test('each code gets its address, which no disk and no browser reads as something else', () => {
  const found = Object.fromEntries(Object.keys(ADDRESSES).map((code) => [code, addressOf(code)]));
  assert.deepEqual(found, ADDRESSES);
});

test('an address leaves room for an extension in a file name of 255 bytes', () => {
  assert.equal(LONGEST_ADDRESS, 240);
});

test('codes that differ in case, URL encoding or the form of Unicode share a folded address', () => {
  const folded = ['Parcel', 'caf\u00e9', 'cafe\u0301', 'a%2Fb', 'a%2fb', '100%', '%zz'].map(foldedAddress);
  assert.deepEqual(folded, ['parcel', 'caf\u00e9', 'caf\u00e9', 'a/b', 'a/b', '100%', '%zz']);
});
