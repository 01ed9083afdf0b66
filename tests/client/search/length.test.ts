import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../../../src/client/search/engine.ts';
import { INSIDE, PART_STARTS, PART_TYPO, PARTS, START } from '../../../src/client/search/ranked.ts';
import { searchIndex } from '../../../src/site/search-index.ts';
import { urlsUnder } from '../../../src/site/urls.ts';
import { API, files, registryOf } from '../../helpers/checked.ts';

/** In the registry the long codes come before the short ones. */
const CODES = ['BIG_OLD_PARCEL_LOST', 'BIG_OLD_PARCEL', 'BIG_PARCEL'];

const codes = Object.fromEntries(
  CODES.map((code, i) => [
    code,
    { status: 400, meaning: `Number ${i} went wrong.`, remediation: `Ask the desk, window ${i}.`, retry: 'never' },
  ]),
);
const { apis } = registryOf(
  files({ 'desk/api.yaml': API, 'desk/parcels.yaml': JSON.stringify({ title: 'All', codes }) }),
);
const engine = new Engine(searchIndex(apis, urlsUnder('/')).codes);

for (const [query, tier, what] of [
  ['big', START, 'start'],
  ['parcel', PARTS, 'part'],
  ['parc', PART_STARTS, 'start of a part'],
  ['arce', INSIDE, 'middle'],
  ['parcle', PART_TYPO, 'mistyped part'],
] as const) {
  test(`of codes that match by the same ${what}, the shortest comes first`, () => {
    const hits = engine.search(query).hits.filter(({ kind }) => kind === 'code');
    assert.deepEqual(
      hits.map(({ name, tier }) => ({ code: name.join(''), tier })),
      CODES.toReversed().map((code) => ({ code, tier })),
    );
  });

  test(`of codes that match by the same ${what}, the shortest is kept where one is enough`, () => {
    const hits = engine.search(query, 1).hits.map(({ name }) => name.join(''));
    assert.deepEqual(hits, ['BIG_PARCEL']);
  });
}
