import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Outcome, runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Imports a file with a text, and gives what came of it. */
async function imported(
  name: string,
  text: string | Buffer,
  argv: string[] = [],
  files: Record<string, string> = {},
): Promise<Outcome & { read(file: string): string; check: Outcome }> {
  const texts = new Map<string, string>();
  let result: Outcome = { status: -1, out: '', err: '' };
  let check = result;
  await inTemporaryFolder(async (folder) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(folder, 'contracts/desk'), { recursive: true });
      writeFileSync(join(folder, 'contracts', file), content);
    }
    writeFileSync(join(folder, name), text);
    result = await runIn(folder, ['import', name, '--write', ...argv]);
    for (const [, file = ''] of result.err.matchAll(/^Wrote contracts\/(.*)\.$/gm))
      texts.set(file, readFileSync(join(folder, 'contracts', file), 'utf8'));
    if (texts.size > 0) check = await runIn(folder, ['check', '--strict']);
  });
  return { ...result, check, read: (file) => texts.get(file) ?? '' };
}

const API = `title: Desk
summary: Sends letters.
domains: [letters]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: The code. }
`;

const LETTERS = `title: Letters
codes:
  LOST:
    status: 404
    meaning: The letter is lost.
    remediation: Send another one.
    retry: never
`;

const DESK = { 'desk/api.yaml': API, 'desk/letters.yaml': LETTERS };

test('a byte order mark and the line ends of Windows are no part of names and values', async () => {
  const { status, read } = await imported(
    'errors.csv',
    '\ufeffCode,Meaning\r\nA_1,"Two\r\nlines."\r\nA_2,One line.\r\n',
  );
  assert.equal(status, 0);
  assert.ok(
    read('errors/errors.yaml').endsWith(
      '  A_1:\n    meaning: |-\n      Two\n      lines.\n\n  A_2:\n    meaning: One line.\n',
    ),
  );
});

test('an empty file is said to have no codes, in every format', async () => {
  for (const name of ['a.csv', 'a.md', 'a.ts', 'a.json', 'a.ndjson', 'a.proto', 'a.yaml']) {
    const { status, err } = await imported(name, '');
    assert.equal(status, 1, name);
    assert.match(err, new RegExp(`^No codes were found in ${name};`), name);
  }
});

test('a broken file is reported with its place, in every format', async () => {
  const broken: [string, string, RegExp][] = [
    ['a.csv', 'code,text\nX,"open\n', /a\.csv:2:\d+ {2}warning {2}unread-value\n {2}This is not CSV:/],
    ['a.json', '{"X": {"message": }}', /a\.json:1:19 .*\n {2}This is not JSON:/],
    ['a.ndjson', '{"code": "X"\n', /a\.ndjson:1:13 .*\n {2}This is not JSON:/],
    ['a.yaml', 'openapi: 3.1.0\npaths: [\n', /a\.yaml:2:8 .*\n {2}This is not YAML:/],
    ['a.yml', 'swagger: "2.0"\n', /a\.yml:1:1 .*\n {2}This isn't an OpenAPI 3 document\./],
    ['a.ts', 'enum Errors { A = 1', /a\.ts:1:20 .*\n {2}This is not TypeScript:/],
    ['a.proto', 'enum Error { A = 1;', /a\.proto:1:1 .*\n {2}The enum `Error` never ends/],
  ];
  for (const [name, text, expected] of broken) assert.match((await imported(name, text)).out, expected, name);
});

test('a file that is not UTF-8, is missing, or is of no known format is one sentence', async () => {
  const wrong = [
    await imported('a.csv', Buffer.from([0x63, 0xff, 0x0a])),
    await imported('a.txt', 'nothing here'),
    await imported('a.csv', 'code\nX\n', ['b.csv']),
    await imported('a.csv', 'code\nX\n', ['--from', 'excel']),
    await imported('a.csv', 'code\nX\n', ['--map', 'mening=X']),
    await imported('a.csv', 'code\nX\n', ['--domain', 'Big Letters']),
  ];
  assert.deepEqual(
    wrong.map(({ status, err }) => `${status} ${err}`),
    [
      '2 a.csv is not UTF-8 text; convert it first.',
      '2 Neither the name nor the content of a.txt says what it is; name its format with --from.',
      "2 The file b.csv doesn't exist.",
      '2 There is no format `excel`; --from takes openapi, csv, markdown, typescript, json, ndjson, proto, problem.',
      '2 --map takes FIELD=NAME, separated by commas, and `mening=X` has no such field; did you mean `meaning`?',
      '2 --domain takes lowercase letters, digits and hyphens, not `Big Letters`; write `big-letters`.',
    ],
  );
});

test('2,500 codes are imported at once, and the diff is cut', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `${10_000 + i},Part ${i} is missing,400`);
  const { status, out, check } = await imported('list.csv', `code,message,status\n${rows.join('\n')}\n`);
  assert.equal(status, 0);
  assert.match(out, /… [\d,]+ more lines; `--all` shows all\./);
  assert.equal(check.out, '4 files, 2,500 codes: 0 errors, 0 warnings, 7,500 known gaps.');
});

test('new codes join an API that is there; its other files stay as they are', async () => {
  const { status, read, check } = await imported('more.csv', 'code,status\nTORN,400\nLOST,410\n', [], DESK);
  assert.equal(status, 0);
  assert.equal(read('desk/api.yaml'), API.replace('[letters]', '[letters, errors]'));
  assert.equal(read('desk/letters.yaml'), '', 'the status that a person wrote stays');
  assert.equal(read('desk/errors.yaml'), 'title: Errors\ncodes:\n  TORN:\n    status: 400\n');
  assert.equal(check.status, 0);
});

test('what can’t be in the registry is left out and reported, and the rest passes the check', async () => {
  const api = API.replace('envelope:', 'codeStyle: SCREAMING_SNAKE_CASE\nenvelope:');
  const text = `code,status,message\nGOOD,404,Fine\nbad-one,404,Not fine\nGOOD2,400/404,"a\u0007b"\n`;
  const { status, out, read, check } = await imported('x.csv', text, ['--domain', 'letters'], {
    ...DESK,
    'desk/api.yaml': api,
  });
  assert.equal(status, 0);
  assert.match(out, /x\.csv:3:1 .*\n {2}`bad-one` was not imported\. `bad-one` doesn't follow SCREAMING_SNAKE_CASE/);
  assert.match(out, /x\.csv:4:16 .*\n {2}The `message` of `GOOD2` holds control characters, which were left out\./);
  assert.ok(!out.includes('\u0007'), 'nothing steers the terminal');
  assert.equal(
    read('desk/letters.yaml'),
    `${LETTERS}\n  GOOD:\n    status: 404\n    message: Fine\n\n  GOOD2:\n    status: [400, 404]\n    message: ab\n`,
  );
  assert.equal(check.status, 0);
});

test('a column named `code` is taken where half of it is words, unless another one fits better; one of statuses never is', async () => {
  const codes = async (text: string) => {
    const { out } = await imported('x.csv', text, ['--api', 'desk']);
    return /^ {2}code +(\S+)/m.exec(out)?.[1];
  };
  assert.equal(await codes('Error Code,meaning\nSOLD_OUT,All are sold.\nnot open,Come again.\n'), 'Error');
  assert.equal(
    await codes('code,name,meaning\nnot open,CLOSED,Come again.\nSOLD_OUT,SOLD_OUT,All are sold.\n'),
    'name',
  );
  assert.equal(await codes('reason,meaning\nSOLD_OUT,All are sold.\nnot open,Come again.\n'), undefined);
  assert.equal(
    await codes('code,meaning\n404 Not Found,It is gone.\n410,It is gone for good.\n410,It is gone.\n'),
    undefined,
  );
  assert.equal(await codes('code,meaning\n404 Not Found,It is gone.\n410 Gone,It is gone for good.\n'), undefined);
});

test('entries in braces, with the line ends of Windows, or in JSON keep their form', async () => {
  const braces =
    'title: Letters # all of them\r\ncodes:\r\n  LOST: { meaning: Gone., status: 404, remediation: Wait., retry: never }\r\n';
  const yaml = await imported('x.csv', 'code,message\nLOST,Lost\n', [], { ...DESK, 'desk/letters.yaml': braces });
  assert.match(
    yaml.read('desk/letters.yaml'),
    /^title: Letters # all of them\r?\ncodes:\r?\n {2}LOST: \{ meaning: Gone\., .*message: Lost \}\r?\n$/,
  );
  const windows = LETTERS.replaceAll('\n', '\r\n');
  const crlf = await imported('x.csv', 'code,message\nLOST,Lost\n', [], { ...DESK, 'desk/letters.yaml': windows });
  assert.equal(crlf.read('desk/letters.yaml'), `${windows}`.replace(/never\r\n$/, 'never\r\n    message: Lost\r\n'));
});

test('nothing is imported into a registry that has errors', async () => {
  const { status, err } = await imported('x.csv', 'code\nX\n', [], {
    ...DESK,
    'desk/letters.yaml': 'title: Letters\n',
  });
  assert.deepEqual([status, err], [1, 'Nothing was imported; fix the errors above first.']);
});

test('with several APIs the one for a new source must be named', async () => {
  await inTemporaryFolder(async (folder) => {
    for (const name of ['desk', 'shelf']) {
      mkdirSync(join(folder, 'contracts', name), { recursive: true });
      writeFileSync(join(folder, 'contracts', name, 'api.yaml'), API);
      writeFileSync(join(folder, 'contracts', name, 'letters.yaml'), LETTERS);
    }
    writeFileSync(join(folder, 'x.csv'), 'code\nX\n');
    assert.deepEqual(await runIn(folder, ['import', 'x.csv']), {
      status: 2,
      out: '',
      err: '--api is missing; the registry has several APIs, and a new one needs a name.',
    });
    assert.equal((await runIn(folder, ['import', 'x.csv', '--api', 'shelf', '--write'])).status, 0);
    assert.match((await runIn(folder, ['import', 'x.csv'])).err, /^Nothing to write\.$/, 'the last import says it');
  });
});
