import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, decodeIndex } from '../../src/index.ts';
import { plainParts } from '../../src/site/prose-tree.ts';
import { searchIndex } from '../../src/site/search-index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { API, files, registryOf } from '../helpers/checked.ts';

const registry = registryOf(
  files({
    'desk/api.yaml': API,
    'desk/parcels.yaml': `title: Parcels
codes:
  '23505':
    status: 409
    meaning: A parcel with this number exists.
    remediation: Send another number.
    retry: never
    names: [unique_violation, UniqueViolationError]
  '01000':
    status: 409
    meaning: The label was cut.
    remediation: Send a shorter label.
    retry: never
    severity: warning
`,
  }),
);
const index = decodeIndex(registry, { apiHref: () => '', codeHref: (_, { code }) => code, prose: plainParts });

for (const paste of [
  'unique_violation',
  '{ "code": "unique_violation" }',
  '2026-01-02 03:04:05 ERROR UniqueViolationError: duplicate key',
]) {
  test(`the decoder knows a code by another name, which is no old spelling: ${paste}`, () => {
    const { explanations } = decode(paste, index, 0);
    assert.deepEqual(
      explanations.map(({ entry, differences }) => [entry?.code, differences]),
      [['23505', []]],
    );
  });
}

test('the decoder knows a severity that is not that of an error', () => {
  assert.deepEqual(
    index.apis.flatMap(({ codes }) => codes.map(({ severity }) => severity)),
    [undefined, 'warning'],
  );
});

test('the search finds a code by its other names', () => {
  const { codes } = searchIndex(registry.apis, urlsUnder('/'));
  assert.deepEqual(codes.apis[0]?.domains[0]?.aliases, { 0: ['unique_violation', 'UniqueViolationError'] });
});
