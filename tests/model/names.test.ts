import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDocsName, listName } from '../../src/model/envelope/of-code.ts';
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

test('lists call a code what is sent, or what people call it if it is only a name in the docs', () => {
  const names = (fields: string, domain = '') => {
    const sources = files({
      'desk/api.yaml': `title: Desk\nsummary: Sends parcels.\ndomains: [parcels]\nenvelope: { fields: [${fields}] }\n`,
      'desk/parcels.yaml': `title: Parcels\n${domain}codes:\n  LOST: { status: 404, title: Lost parcel, meaning: It is gone., remediation: Look for it., retry: never }\n  SOLD: { status: 410, meaning: It is sold., remediation: Buy another one., retry: never }\n`,
    });
    const desk = present(registryOf(sources).apis[0]);
    return desk.codes.map((code) => [listName(desk, code), isDocsName(desk, code)]);
  };
  const sent = ['LOST', 'SOLD'].map((text) => [{ text, isCode: true }, false]);
  assert.deepEqual(names('{ pointer: /code, type: string, role: code, meaning: M. }'), sent);
  assert.deepEqual(names('{ pointer: /error, type: string, role: statusText, meaning: M. }'), [
    [{ text: 'Lost parcel', isCode: false }, true],
    [{ text: 'SOLD', isCode: true }, true],
  ]);
  assert.deepEqual(names('{ pointer: /error, type: string, role: statusText, meaning: M. }', 'envelope: none\n'), sent);
});
