import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeNames } from '../../src/model/names.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

const ENTRY = 'status: 400, remediation: Read it., retry: never';

test('a code is found by its spelling and by the earlier ones, and nothing else is found', () => {
  const domain = `title: Parcels
codes:
  LOST: { ${ENTRY}, meaning: One., aliases: [MISSING, GONE] }
  SOLD: { ${ENTRY}, meaning: Two., aliases: [BOUGHT] }
`;
  const find = codeNames(present(registryOf(files({ 'desk/api.yaml': API, 'desk/parcels.yaml': domain })).apis[0]));
  const spellings = ['LOST', 'MISSING', 'GONE', 'SOLD', 'BOUGHT', 'lost', 'constructor', ''];
  assert.deepEqual(
    spellings.map((spelling) => find(spelling)?.code),
    ['LOST', 'LOST', 'LOST', 'SOLD', 'SOLD', ...[undefined, undefined, undefined]],
  );
});

test('of codes with the same name, the one that has it now is meant, else the first', () => {
  const api = present(
    registryOf(
      files({
        'desk/api.yaml': API,
        'desk/parcels.yaml': `title: Parcels
codes:
  LOST: { ${ENTRY}, meaning: One. }
  SOLD: { ${ENTRY}, meaning: Two. }
`,
      }),
    ).apis[0],
  );
  const [lost, sold] = api.codes.map((code) => ({ ...code, aliases: [{ code: 'GONE', address: 'GONE' }] }));
  const third = { ...present(sold), code: 'GONE_2', aliases: [{ code: 'LOST', address: 'LOST' }] };
  const find = codeNames({ ...api, codes: [third, present(lost), present(sold)] });
  assert.deepEqual([find('LOST')?.code, find('GONE')?.code], ['LOST', 'LOST']);
});
