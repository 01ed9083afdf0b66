import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { write } from '../cli/init-project.ts';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** A document in several files: YAML and JSON, in folders, each with references of its own, one of them back and one in a circle. */
const FILES = {
  'api/openapi.yaml': `openapi: 3.1.0
info: { title: Letters API, version: "1" }
paths:
  /letters: { $ref: "paths/letters%20list.yaml" }
  /stamps:
    get:
      responses:
        "404": { $ref: "./responses.json#/not~1found" }
components:
  schemas:
    Message: { type: string, description: What to show. }
`,
  'api/paths/letters list.yaml': `post:
  responses:
    "409":
      description: The letter is locked.
      content:
        application/json:
          schema: { $ref: "../schemas/error.yaml#/Error" }
          example: { code: LETTER_LOCKED, message: The letter is locked. }
`,
  'api/responses.json': JSON.stringify({
    'not/found': {
      description: 'There is no such stamp.',
      content: {
        'application/json': {
          schema: { $ref: 'schemas/error.yaml#/Error' },
          examples: { gone: { $ref: '#/examples/gone' } },
        },
      },
    },
    examples: { gone: { summary: 'The stamp is sold out.', value: { code: 'STAMP_GONE', message: 'Sold out.' } } },
  }),
  'api/schemas/error.yaml': `Error:
  type: object
  required: [code, message]
  properties:
    code: { type: string, description: Branch on it. }
    message: { $ref: "../openapi.yaml#/components/schemas/Message" }
    causes: { type: array, items: { $ref: "#/Error" } }
`,
};

const ENVELOPE = /pointer: "?\/code"?[\s\S]*Branch on it\.[\s\S]*pointer: "?\/message"?[\s\S]*What to show\./;

test('references to files below the folder of the document are followed, wherever the import is called', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, FILES);
    for (const [cwd, path] of [
      ['.', 'api/openapi.yaml'],
      ['api', 'openapi.yaml'],
      ['api/paths', '../openapi.yaml'],
    ] as const) {
      const contracts = join(folder, `contracts-${cwd.replace('/', '-')}`);
      const done = await runIn(join(folder, cwd), ['import', path, '--write', '--contracts', contracts]);
      assert.equal(done.status, 0, done.out + done.err);
      assert.doesNotMatch(done.out, /unread-value/);
      const text = (name: string) => readFileSync(join(contracts, 'letters-api', name), 'utf8');
      assert.match(text('api.yaml'), ENVELOPE);
      assert.match(text('errors.yaml'), /LETTER_LOCKED:\n {4}status: 409\n {4}message: The letter is locked\./);
      assert.match(text('errors.yaml'), /STAMP_GONE:\n {4}status: 404\n {4}message: Sold out\./);
      assert.match(text('errors.yaml'), /meaning: The stamp is sold out\./);
    }
  }));

test('what could not be read in another file is reported with its place there', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, {
      ...FILES,
      'api/responses.json': FILES['api/responses.json'].replace('STAMP_GONE', '\\u0001'),
    });
    const { out } = await runIn(folder, ['import', 'api/openapi.yaml']);
    assert.match(out, /^api\/responses\.json:1:\d+ {2}warning {2}unread-value\n.*can't be a code/m);
  }));

test('what is not followed is reported at the reference: the network, other folders, what is missing or no text', () =>
  inTemporaryFolder(async (folder) => {
    const names = {
      a: 'https://other.example/errors.yaml#/A',
      b: '//other.example/errors.yaml',
      c: '../secret.yaml#/C',
      d: '/etc/passwd',
      e: 'missing.yaml',
      f: 'linked.yaml',
      g: 'folder',
      h: 'broken.yaml#/H',
      i: 'whole.yaml#/nothing/here',
      j: 'whole.yaml#anchor',
    };
    const schemas = Object.entries(names).map(([name, $ref]) => `    ${name}: { $ref: ${JSON.stringify($ref)} }\n`);
    write(folder, {
      'secret.yaml': 'C: { enum: [SECRET] }\n',
      'api/openapi.yaml': `openapi: 3.1.0\ninfo: { title: Desk, version: "1" }\nx-error-codes: [LOST]\ncomponents:\n  schemas:\n${schemas.join('')}`,
      'api/broken.yaml': 'H: [\n',
      'api/whole.yaml': 'W: {}\n',
    });
    mkdirSync(join(folder, 'api/folder'));
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'api/linked.yaml'));
    const { status, out } = await runIn(folder, ['import', 'api/openapi.yaml', '--all']);
    assert.equal(status, 0, out);
    const found = [...out.matchAll(/^(\S+?):(\d+):\d+ {2}warning {2}unread-value\n {2}(.*)$/gm)];
    assert.deepEqual(
      found.map(([, file, line, message]) => `${file}:${line} ${message}`),
      [
        'api/broken.yaml:1 This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
        'api/openapi.yaml:6 `https://other.example/errors.yaml#/A` is on the network, so it was not read.',
        'api/openapi.yaml:7 `//other.example/errors.yaml` is on the network, so it was not read.',
        'api/openapi.yaml:8 `../secret.yaml#/C` is outside of the folder of the document, so it was not read.',
        'api/openapi.yaml:9 `/etc/passwd` is outside of the folder of the document, so it was not read.',
        'api/openapi.yaml:10 `missing.yaml` names a file that does not exist.',
        'api/openapi.yaml:11 `linked.yaml` is outside of the folder of the document, so it was not read.',
        'api/openapi.yaml:12 `folder` is not a file of text in UTF-8, so it was not read.',
        'api/openapi.yaml:14 `whole.yaml#/nothing/here` leads to nothing in that file.',
        'api/openapi.yaml:15 `whole.yaml#anchor` leads to nothing in that file.',
      ],
    );
    assert.doesNotMatch(out, /SECRET|root:/);
  }));

test('--root names the folder whose files may be read, and has the document in it', () =>
  inTemporaryFolder(async (folder) => {
    const document = (ref: string) => `openapi: 3.1.0
info: { title: Desk, version: "1" }
paths: { /a: { get: { responses: { "404": { $ref: ${JSON.stringify(ref)} } } } } }
`;
    write(folder, {
      'apis/desk/openapi.yaml': document('../shared/responses.yaml#/gone'),
      'apis/shared/responses.yaml':
        'gone: { description: Gone., content: { application/json: { example: { code: GONE, message: Gone. } } } }\n',
    });
    const args = ['import', 'apis/desk/openapi.yaml'];
    assert.match((await runIn(folder, args)).out, /outside of the folder of the document/);
    const wider = await runIn(folder, [...args, '--root', 'apis']);
    assert.equal(wider.status, 0, wider.out + wider.err);
    assert.match(wider.out, /GONE:\n\+ {4}status: 404/);
    assert.deepEqual(await runIn(folder, [...args, '--root', 'apis/shared']), {
      status: 2,
      out: '',
      err: 'apis/desk/openapi.yaml is outside of the folder that --root names, apis/shared.',
    });
  }));
