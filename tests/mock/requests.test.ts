import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockOf } from '../../src/index.ts';
import { API, files, registryOf } from '../helpers/checked.ts';

const entry = (code: string, more = 'status: 409') =>
  `  ${code}:\n    ${more}\n    meaning: ${JSON.stringify(`What ${code} means.`)}\n    remediation: ${JSON.stringify(`Correct ${code}.`)}\n    retry: never\n`;

const registry = registryOf(
  files({
    'desk/api.yaml': `${API.replace('[parcels]', '[parcels, quiet]')}    - { pointer: /status, type: integer, role: status, meaning: The status again. }
statuses:
  DROPPED: { title: Dropped, meaning: The line was dropped. }
`,
    'desk/parcels.yaml': `title: Parcels
codes:
${entry('SHARED')}${entry('TWO', 'status: [400, 422]')}${entry('"odd/one é"', 'status: 404')}${entry('HINT', 'status: 103')}
  HEAVY:
    status: 413
    meaning: It weighs more than the van carries.
    remediation: Split it.
    retry: never
    aliases: [TOO_HEAVY]
    headers:
      X-Odd: "ab \\u2192 c"
      Content-Length: "999"
    examples: { small: { /code: HEAVY }, large: { /status: 413 } }
`,
    'desk/quiet.yaml': `title: Quiet\nenvelope: none\ncodes:\n${entry('SILENT', 'status: 503')}${entry('LINE_LOST', 'status: DROPPED')}`,
    'freight/api.yaml': API.replace('Parcel Desk', 'Freight'),
    'freight/parcels.yaml': `title: Parcels\ncodes:\n${entry('SHARED', 'status: 429')}`,
  }),
);

const fresh = () => mockOf(registry, (api, code) => `/${api}/${code}`);

/** Status and code of an answer; of one of the mock server's own, its sentence. */
function told(target: string, prefer = '', answer = fresh()): string {
  const { status, body } = answer({ target, prefer });
  if (!body.startsWith('{')) return `${status} ${JSON.stringify(body)}`;
  const { code, title, detail } = JSON.parse(body) as Record<string, string>;
  return `${status} ${code ?? `${title} | ${detail}`}`;
}

test('a path names a code as its page does, percent-encoded, in lower-case digits, or by a spelling it had', () => {
  assert.equal(told('/desk/SHARED'), '409 SHARED');
  assert.equal(told('/desk/SHARED/'), '409 SHARED');
  assert.equal(told('/desk/odd~2Fone~20~C3~A9'), '404 odd/one é');
  assert.equal(told('/desk/odd~2fone~20~c3~a9'), '404 odd/one é');
  assert.equal(told('/desk/odd%2Fone%20%C3%A9'), '404 odd/one é');
  assert.equal(told('/desk/TOO_HEAVY'), '413 HEAVY');
});

test('what is not there is said, with what is nearest', () => {
  assert.match(told('/desk/SHAERD'), /^404 Mock server: no such code \| Did you mean `\/desk\/SHARED`\?/);
  assert.match(told('/dsek/SHARED'), /^404 Mock server: no such API \| .* `freight`, `desk`\.$/);
  assert.match(told('/desk/%FF'), /^400 Mock server: the path is not UTF-8/);
});

test('a status chooses among those of a code, or a code that has it', () => {
  assert.equal(told('/desk/TWO'), '400 TWO');
  assert.equal(told('/desk/TWO?status=422'), '422 TWO');
  assert.match(told('/desk/TWO?status=500'), /^400 .*The statuses of this code: 400, 422\.$/);
  assert.equal(told('/freight/?status=429'), '429 SHARED');
  assert.match(told('/freight/?status=500'), /^404 Mock server: no code has this status/);
});

test('the status of a response stands in its body too where the envelope has it', () => {
  assert.deepEqual(JSON.parse(fresh()({ target: '/desk/TWO?status=422', prefer: '' }).body), {
    code: 'TWO',
    status: 422,
  });
});

test('an example is chosen by its name', () => {
  assert.equal(told('/desk/HEAVY?example=large'), '413 HEAVY');
  assert.match(told('/desk/HEAVY?example=none'), /^400 .*The examples of this code: "small", "large"\.$/);
});

test('what HTTP cannot send is refused with the reason', () => {
  assert.match(
    told('/desk/LINE_LOST'),
    /^501 Mock server: no HTTP status \| .*`DROPPED`, which is not an HTTP status\.$/,
  );
  assert.match(told('/desk/HINT'), /^501 /);
});

test('a code without a body has none', () => {
  assert.deepEqual(fresh()({ target: '/desk/SILENT', prefer: '' }), {
    status: 503,
    phrase: 'Service Unavailable',
    headers: [],
    body: '',
  });
});

test('header fields hold no control characters, and none of them frames the message', () => {
  // a check refuses them; what answers doesn't rely on it
  const unchecked = structuredClone(registry);
  const heavy = unchecked.apis.flatMap(({ codes }) => codes).find(({ code }) => code === 'HEAVY');
  Object.assign(heavy?.headers['X-Odd'] ?? {}, { value: 'a\u0007b \u2192 c' });
  const { headers } = mockOf(unchecked, () => '/')({ target: '/desk/HEAVY', prefer: '' });
  assert.deepEqual(headers, [
    ['Content-Type', 'application/json'],
    ['X-Odd', 'ab → c'],
  ]);
});

test('a preference names a code on any path', () => {
  assert.equal(told('/desk/v1/labels', 'code=SHARED'), '409 SHARED');
  assert.equal(told('/v1/labels?x=1', 'respond-async, code=freight/SHARED; a=b'), '429 SHARED');
  assert.equal(told('/v1/labels', 'Code="TWO"'), '400 TWO');
  assert.equal(told('/', 'code="odd/one é"'), '404 odd/one é');
  assert.equal(told('/', 'code="desk/odd/one é"'), '404 odd/one é');
  assert.match(told('/v1/labels', 'code=SHARED'), /^400 .*code=freight\/SHARED, code=desk\/SHARED\.$/);
  assert.match(told('/v1/labels', 'code=NOWHERE'), /^404 Mock server: no API has this code/);
});

test('other preferences, and words that only look like it, ask for nothing', () => {
  assert.equal(told('/desk/TWO', 'return=minimal, wait=5'), '400 TWO');
  assert.equal(told('/desk/TWO', 'note="code=SHARED, code=HEAVY"'), '400 TWO');
});

test('it fails as often as it should, then succeeds, then starts over; each key by itself', () => {
  const answer = fresh();
  const status = (target: string) => answer({ target, prefer: '' }).status;
  const path = '/desk/SHARED?times=2';
  assert.deepEqual(
    [path, `${path}&key=b`, path, path, path, `${path}&key=b`, `${path}&key=b`].map(status),
    [409, 409, 409, 200, 409, 409, 200],
  );
  for (const times of ['0', '-1', '1.5', 'two', '1001', '']) assert.equal(status(`/desk/SHARED?times=${times}`), 400);
});

test('it may fail up to 1000 times', () => {
  const answer = fresh();
  for (const times of ['1', '10', '999', '1000']) {
    assert.equal(answer({ target: `/desk/SHARED?times=${times}`, prefer: '' }).status, 409, times);
  }
});

test('of ten thousand series of failures the oldest is forgotten first', () => {
  const answer = fresh();
  const status = (key: string) => answer({ target: `/desk/SHARED?times=1&key=${key}`, prefer: '' }).status;
  for (let i = 0; i <= 10_000; i++) status(String(i));
  assert.deepEqual([status('1'), status('10000'), status('0')], [200, 200, 409]);
});

test('a preference is part of what a series of failures is about', () => {
  const answer = fresh();
  const path = '/desk/?times=1';
  const statuses = ['code=SHARED', 'code=TWO', 'code=SHARED', 'code=TWO'].map(
    (prefer) => answer({ target: path, prefer }).status,
  );
  assert.deepEqual(statuses, [409, 400, 200, 200]);
});

test('a success, and a response of its own, are JSON', () => {
  const answer = fresh();
  const get = (target: string) => answer({ target, prefer: '' });
  get('/desk/SHARED?times=1');
  assert.deepEqual(get('/desk/SHARED?times=1'), {
    status: 200,
    phrase: '',
    headers: [['Content-Type', 'application/json']],
    body: '{\n  "ok": true\n}\n',
  });
  assert.deepEqual(get('/\u0007é'), {
    status: 404,
    phrase: '',
    headers: [['Content-Type', 'application/problem+json']],
    body: `{
  "title": "Mock server: no such API",
  "status": 404,
  "detail": "\`/\` lists all codes; the APIs are \`freight\`, \`desk\`."
}
`,
  });
  assert.deepEqual(get('/freight'), {
    status: 200,
    phrase: '',
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: '429  /freight/SHARED\n',
  });
});

test('in what is quoted of a registry, all but printable ASCII is escaped', () => {
  const { body } = fresh()({ target: '/desk/odd%2Fon%20%C3%A9', prefer: '' });
  assert.match(body, /Did you mean `\/desk\/odd~2Fone~20~C3~A9`\? /);
  const none = fresh()({ target: '/desk/HEAVY?example=x', prefer: '' }).body;
  assert.match(none, /The examples of this code: \\"small\\", \\"large\\"\./);
});

test('names from a registry are escaped, so that they steer no terminal', () => {
  // a check refuses them; what answers doesn't rely on it
  const unchecked = structuredClone(registry);
  const examples = unchecked.apis.flatMap(({ codes }) => codes).find(({ code }) => code === 'HEAVY')?.examples;
  for (const [i, name] of ['\u0007', 'é\u2028😀'].entries()) Object.assign(examples?.[i] ?? {}, { name });
  const { body } = mockOf(unchecked, () => '/')({ target: '/desk/HEAVY?example=x', prefer: '' });
  assert.ok(body.includes(String.raw`"\\u0007\", \"\u00e9\u2028\ud83d\ude00\""`.slice(1, -1)), body);
});

test('slashes around a path, a query and a fragment count for nothing', () => {
  assert.equal(told('///desk/SHARED'), '409 SHARED');
  assert.equal(told('/desk/SHARED#part?status=1'), '409 SHARED');
  assert.equal(told('/desk/TWO?status=422?#x'), told('/desk/TWO?status=422%3F'));
  assert.equal(told('/desk/SHARED?a=?&status=409'), '409 SHARED');
});

test('the list shows every code with its status and path', () => {
  assert.equal(fresh()({ target: '/freight/', prefer: '' }).body, '429  /freight/SHARED\n');
  assert.equal(fresh()({ target: '/', prefer: '' }).body.split('\n').length, 9);
});
