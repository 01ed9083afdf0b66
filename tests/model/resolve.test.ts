import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Api } from '../../src/index.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';

/** The API as resolved, with more in its file and codes with these statuses. */
function apiWith(more: string, ...statuses: string[]): Api {
  const codes = statuses.map(
    (status, i) =>
      `  LOST_${i}: { status: ${status}, retry: never, meaning: Problem ${i} came up., remediation: Wait. }\n`,
  );
  const parcels = `title: Parcels\ncodes:\n${codes.join('')}`;
  return present(registryOf(files({ 'desk/api.yaml': API + more, 'desk/parcels.yaml': parcels })).apis[0]);
}

test('a status has the title that the API gives it, else its standard name, else its own', () => {
  const declared = `statuses:
  "404": { title: Nowhere, meaning: It is not here. }
  "410": { meaning: It was here. }
  DROPPED: { meaning: The line is dead. }
  LATE: { title: Too late, meaning: It is late. }
`;
  const statuses = apiWith(declared, '[503, 404]', 'DROPPED', '499', '[404, LATE, 410]').statuses;
  assert.deepEqual(
    statuses.map(({ status, title, family, meaning }) => [status, title, family, meaning]),
    [
      [404, 'Nowhere', '4xx', 'It is not here.'],
      [410, 'Gone', '4xx', 'It was here.'],
      [499, '', '4xx', undefined],
      [503, 'Service Unavailable', '5xx', undefined],
      ['DROPPED', 'DROPPED', 'other', 'The line is dead.'],
      ['LATE', 'Too late', 'other', 'It is late.'],
    ],
  );
});

test('whose fault an error is, and its effect, follow from its usual status', () => {
  const { codes } = apiWith('', '[404, 503]', '[503, 404]', '502', '409');
  assert.deepEqual(
    codes.map(({ fault, effect }) => [fault, effect]),
    [
      ['caller', 'unknown'],
      ['service', 'unknown'],
      ['upstream', 'unknown'],
      ['caller', 'none'],
    ],
  );
});

test('the address of the source ends in one slash, however it is written', () => {
  const sources = [
    'https://example.com/a',
    'https://example.com/a/',
    'https://example.com/a///',
    'https://example.com',
  ];
  assert.deepEqual(
    sources.map((source) => apiWith(`source: ${source}\n`, '404').source),
    ['https://example.com/a/', 'https://example.com/a/', 'https://example.com/a/', 'https://example.com/'],
  );
  assert.equal(apiWith('', '404').source, undefined);
});

test('a domain has the envelope that it names, or the first, or none', () => {
  const sources = {
    'desk/api.yaml': `title: Desk API
summary: Takes parcels.
domains: [first, named, bare]
envelopes:
  one: { fields: [{ pointer: /error, type: string, role: statusText, meaning: M. }] }
  two: { fields: [{ pointer: /code, type: string, role: code, meaning: M. }] }
`,
    'desk/first.yaml':
      'title: A\ncodes: { ONE: { status: 404, retry: never, meaning: Problem one., remediation: Wait. } }\n',
    'desk/named.yaml':
      'title: B\nenvelope: two\ncodes: { TWO: { status: 409, retry: never, meaning: Problem two., remediation: Wait. } }\n',
    'desk/bare.yaml':
      'title: C\nenvelope: none\ncodes: { THREE: { status: 410, retry: never, meaning: Problem three., remediation: Wait. } }\n',
  };
  const api = present(registryOf(files(sources)).apis[0]);
  assert.deepEqual(
    api.domains.map(({ id, envelope, codes }) => [id, envelope, codes]),
    [
      ['first', 'one', ['ONE']],
      ['named', 'two', ['TWO']],
      ['bare', undefined, ['THREE']],
    ],
  );
  assert.equal(api.sendsCodes, true);
});
