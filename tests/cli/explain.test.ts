import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { expectFile, type Outcome, ROOT, runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { HOSTILE, registryIn } from '../helpers/registry.ts';

const SMALL = join(ROOT, 'tests/artifacts/fixtures/pair');
const EXPECTED = join(import.meta.dirname, 'explained');
const WATCHED = { out: true, err: true };

const explain = (...argv: string[]) => runIn(ROOT, ['explain', '--contracts', SMALL, ...argv]);
const explainPaste = (paste: string, ...argv: string[]): Promise<Outcome> =>
  runIn(ROOT, ['explain', '--contracts', SMALL, ...argv], undefined, { input: async () => paste });

test('a code is explained with all that its page says, plainly and unwrapped where nobody watches', async () => {
  const { status, out, err } = await explain('DEPOT_BUSY', '--site', 'https://errors.example.com');
  assert.deepEqual({ status, err }, { status: 0, err: '' });
  expectFile(join(EXPECTED, 'plain.txt'), out);
});

test('on a terminal the text is as wide as the terminal, and colours change nothing else', async () => {
  const argv = ['explain', 'PARCEL_TOO_HEAVY', '--contracts', SMALL];
  const narrow = await runIn(ROOT, argv, undefined, { columns: 40 });
  expectFile(join(EXPECTED, 'narrow.txt'), narrow.out);
  const prose = present(narrow.out.split('\nResponse\n')[0]).split('\n');
  assert.ok(prose.every((line) => line.length <= 40));
  const coloured = await runIn(ROOT, argv, WATCHED, { columns: 40 });
  assert.notEqual(coloured.out, narrow.out);
  assert.equal(stripVTControlCharacters(coloured.out), narrow.out);
});

test('an unknown code gets the nearest ones, also by case and separators, and status 1', async () => {
  const { status, out, err } = await explain('parcel-too-heavy');
  assert.deepEqual({ status, out }, { status: 1, out: '' });
  assert.equal(
    err,
    'There is no code `parcel-too-heavy` in the registry.\nSpelled alike:\n  PARCEL_TOO_HEAVY  Parcels API',
  );
  const far = await explain('zzzzzzzz', '--api', 'doors');
  assert.deepEqual(far, { status: 1, out: '', err: 'There is no code `zzzzzzzz` in Doors API.' });
});

test('a status alone is explained with the codes that use it', async () => {
  const { out, err } = await explainPaste('HTTP 503');
  assert.equal(err, '');
  expectFile(join(EXPECTED, 'status.txt'), out);
  const { status } = JSON.parse((await explainPaste('HTTP 503', '--json')).out) as { status: { codes: unknown[] } };
  assert.deepEqual(status.codes, [{ api: 'parcels', code: 'DEPOT_BUSY' }]);
});

test('--json gives the entry in the words of its JSON twin', async () => {
  const { status, out } = await explain('00000', '--json');
  const { found, nearest } = JSON.parse(out) as { found: { code: string; api: { id: string } }[]; nearest: unknown[] };
  assert.deepEqual([status, found.map(({ code, api }) => [api.id, code]), nearest], [0, [['parcels', '00000']], []]);
  const unknown = await explain('DEPOT_BUSI', '--json');
  assert.equal(unknown.status, 1);
  assert.deepEqual(JSON.parse(unknown.out), { found: [], nearest: [{ api: 'parcels', code: 'DEPOT_BUSY' }] });
});

test('a response on standard input is explained', async () => {
  const body = '{"ok":false,"error":{"code":"TOO_MANY_BOOKINGS","message":"Too many bookings.","wait":"soon"}}';
  const response = `HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n\r\n${body}\n`;
  const { status, out, err } = await explainPaste(response);
  assert.deepEqual({ status, err }, { status: 0, err: '' });
  expectFile(join(EXPECTED, 'response.txt'), out);
  const { explanations } = JSON.parse((await explainPaste(response, '--json')).out) as {
    explanations: { api: string; code: string; known: boolean }[];
  };
  assert.deepEqual(
    explanations.map(({ api, code, known }) => [api, code, known]),
    [['parcels', 'TOO_MANY_BOOKINGS', true]],
  );
});

test('a code that the registry does not list is treated by its rule, and ends with status 1', async () => {
  const body = '{"ok":false,"error":{"code":"PARCEL_TOO_HEAVYY","message":"x"}}';
  const { status, out } = await explainPaste(body);
  assert.equal(status, 1);
  expectFile(join(EXPECTED, 'unknown.txt'), out);
});

test('an input with nothing in it says so', async () => {
  for (const paste of ['', 'hello, this is no response']) {
    const { status, out } = await explainPaste(paste);
    assert.equal(status, 1);
    assert.match(out, /^(?:There is nothing to decode|This text contains no error body)/);
  }
});

test('without a code and without input the usage is said', async () => {
  assert.deepEqual(await explain(), {
    status: 2,
    out: '',
    err: 'Name a code, as in `npm run explain -- AUTH_REQUIRED`, or pipe a response into the command.',
  });
  const two = await explain('A', 'B');
  assert.deepEqual([two.status, two.err], [2, '`explain` takes only one CODE; remove `B`.']);
});

test('no text of a registry steers the terminal', async () => {
  const { apis } = await registryIn(HOSTILE);
  for (const { id, codes } of apis) {
    for (const { code } of codes) {
      const argv = ['explain', '--contracts', HOSTILE, '--api', id, '--', code];
      // one run for each would read the registry each time; the odd ones are enough
      if (!/[^a-z-]|^every-text$/.test(code)) continue;
      const { status, out } = await runIn(ROOT, argv);
      assert.equal(status, 0, code);
      assert.doesNotMatch(out, /[^\P{Cc}\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/u, code);
    }
  }
});
