import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Api, check, examplesOf, responseText, snippetsOf } from '../../src/index.ts';
import { compiled } from '../helpers/compiled.ts';
import { findCompiler } from '../helpers/compilers.ts';
import { present } from '../helpers/present.ts';
import { apisIn, load, textOf } from './setup.ts';

/*
 * Made-up registries in the style of public ones: `calls` (two shapes in one domain), `shelves` (JSON:API), `gallery` (GraphQL: arrays and the status 200), `campaigns`
 * (arrays in arrays), `rooms` (every error has the status 200 and `ok: false`).
 */
const CONTRACTS = 'tests/artifacts/fixtures/shapes/contracts';

let apis: Api[];
const api = (id: string): Api => present(apis.find((it) => it.id === id));
const folder = mkdtempSync(join(tmpdir(), 'errorbook-shapes-'));
after(() => rmSync(folder, { recursive: true }));

before(async () => {
  apis = await apisIn(CONTRACTS);
});

/** The first example body of a code. */
function bodyOf(id: string, name: string): unknown {
  const code = present(api(id).codes.find(({ code }) => code === name));
  return present(examplesOf(api(id), code, `https://docs.example/${name}`)[0]).response.body;
}

test('the example of a code in an array has an array with one error', () => {
  assert.deepEqual(bodyOf('shelves', 'SHELF_FULL'), {
    errors: [
      {
        id: 'e-81',
        status: '409',
        code: 'SHELF_FULL',
        title: 'The shelf holds no more books.',
        meta: { capacity: 40 },
      },
    ],
  });
  assert.deepEqual(bodyOf('gallery', 'SLOW_DOWN'), {
    errors: [{ message: 'Too many queries.', extensions: { code: 'SLOW_DOWN', retryAfter: 20 } }],
  });
  assert.deepEqual(bodyOf('campaigns', 'STORE_BUSY'), {
    error: {
      code: 500,
      message: 'The request has failures.',
      details: [{ errors: [{ errorCode: 'STORE_BUSY', message: 'The store is busy.' }], requestId: 'c-77' }],
    },
  });
});

test('a code in an array is sent in the body, so nothing is ambiguous', () => {
  assert.deepEqual(
    apis.map(({ id, sendsCodes }) => [id, sendsCodes]),
    [
      ['calls', true],
      ['campaigns', true],
      ['gallery', true],
      ['rooms', true],
      ['shelves', true],
    ],
  );
});

const several = {
  errors: [
    { id: '1', status: '422', code: 'TITLE_MISSING', title: 'A book needs a title.' },
    { id: '2', status: '409', code: 'SHELF_FULL', title: 'Full.', meta: { capacity: 1 } },
  ],
};
const bare = { errors: [{ id: '2', status: '409', code: 'SHELF_FULL', title: 'Full.' }] };
const unheard = { errors: [{ id: '3', status: '400', code: 'UNHEARD', title: 'New.' }] };

test('JSON Schema: each branch needs an error with its code, beside whatever others', () => {
  const { $defs } = JSON.parse(textOf('json-schema', api('shelves')));
  const names = Object.keys($defs).filter((name) => !/^(?:envelope|codes)\./.test(name));
  const fits = (body: unknown) =>
    names.filter((name) => new Ajv2020({ strict: false }).validate({ $ref: `#/$defs/${name}`, $defs }, body));
  assert.deepEqual(fits(several), ['code.SHELF_FULL', 'known.default']);
  assert.deepEqual(fits(bare), [], 'SHELF_FULL has a capacity');
  assert.deepEqual(fits(unheard), ['unknown.default']);
});

test('Zod reads the same bodies', async () => {
  const it = (await load('shelves-zod', textOf('zod', api('shelves')))) as {
    errorBodySchemas: Record<string, { safeParse(body: unknown): { success: boolean } }>;
    errorBodySchema: { safeParse(body: unknown): { success: boolean } };
  };
  const fits = (name: string, body: unknown) => present(it.errorBodySchemas[name]).safeParse(body).success;
  assert.deepEqual(
    [fits('SHELF_FULL', several), fits('TITLE_MISSING', several), fits('CATALOG_BUSY', several)],
    [true, true, false],
  );
  assert.ok(!fits('SHELF_FULL', bare));
  assert.ok(it.errorBodySchema.safeParse(unheard).success);
});

test('types and handlers of every such registry compile, and callers read errors from the array', () => {
  const use = `import { type ErrorBody, hasErrorCode, isErrorBody, type ErrorCode } from './shelves.ts';
    export const first = (body: unknown): ErrorCode | undefined => isErrorBody(body) ? body.errors[0]?.code : undefined;
    export const capacity = (body: unknown): number | undefined => hasErrorCode(body, 'SHELF_FULL') ? body.errors[0]?.meta?.capacity : 0;
    export const all = (body: ErrorBody): readonly string[] => body.errors.map((it) => it.code);
    // @ts-expect-error the code is misspelt
    export const misspelt = (body: unknown): boolean => hasErrorCode(body, 'SHELF_FUL');`;
  const files = apis.flatMap((it): [string, string][] => [
    [`${it.id}.ts`, textOf('typescript', it)],
    [`${it.id}.handler.ts`, textOf('handler', it)],
  ]);
  assert.deepEqual(compiled([...files, ['use.ts', use]]), []);
});

test('a code with an envelope of its own has that shape in its example, its schema and its handler', async () => {
  assert.deepEqual(bodyOf('calls', '20429'), {
    level: 'ERROR',
    event_code: '20429',
    text: 'Too many requests.',
    call: 'CA81',
  });
  assert.deepEqual(bodyOf('calls', '21402'), {
    status: 400,
    code: 21402,
    message: 'The address of the webhook is not valid.',
  });
  const { $defs } = JSON.parse(textOf('json-schema', api('calls')));
  const names = Object.keys($defs).filter((name) => !/^(?:envelope|codes)\./.test(name));
  const fits = (code: string) =>
    names.filter((name) =>
      new Ajv2020({ strict: false }).validate({ $ref: `#/$defs/${name}`, $defs }, bodyOf('calls', code)),
    );
  assert.deepEqual(['20003', '20429', '11200', '21402'].map(fits), [
    ['known.error'],
    ['known.event'],
    ['known.event'],
    ['known.error'],
  ]);
  const use = `import type { ErrorBodies } from './calls.ts';
    export const call = (body: ErrorBodies['20429']): string => body.call;
    export const status = (body: ErrorBodies['21402']): number => body.status;
    // @ts-expect-error an error response has no call
    export const none = (body: ErrorBodies['21402']) => body.call;`;
  assert.deepEqual(
    compiled([
      ['calls.ts', textOf('typescript', api('calls'))],
      ['use.ts', use],
    ]),
    [],
  );
  const event = { event_code: '20429' };
  assert.deepEqual(await handled('calls', 429, event), [5, '20429']);
  assert.deepEqual(await handled('calls', 400, { code: 21402 }), [1, '21402']);
});

test('a registry of 2,500 codes has a short handler, and types that compile, with and without codes in bodies', () => {
  for (const inBody of [true, false]) {
    const large = largeApi(2500, inBody);
    const handler = textOf('handler', large);
    assert.ok(handler.split('\n').length < 1000, `${handler.split('\n').length} lines`);
    const use = `import { type ErrorBody, hasErrorCode, isErrorBody } from './large.ts';
      export const shown = (body: unknown): string | undefined => isErrorBody(body) ? body.errors[0]?.title : undefined;
      export const one = (body: ErrorBody): boolean => hasErrorCode(body, 'PROBLEM_3');`;
    const files = [
      ['large.ts', textOf('typescript', large)],
      ['large.handler.ts', handler],
      ['large.zod.ts', textOf('zod', large)],
      ['use.ts', use],
    ] as const;
    assert.deepEqual(compiled(files), []);
  }
});

/** An API with as many codes, a third of them with a field of their own. */
function largeApi(count: number, inBody: boolean): Api {
  const role = inBody ? 'code' : 'status';
  const items = [
    { pointer: '/key', type: 'string', role, meaning: 'Which.' },
    { pointer: '/title', type: 'string', role: 'message', meaning: 'For people.' },
  ];
  const fields = [{ pointer: '/errors', type: 'array', meaning: 'All.', items }];
  const statuses = [400, 403, 404, 409, 429, 500, 503];
  const codes = Array.from({ length: count }, (_, i) => {
    const status = present(statuses[i % statuses.length]);
    const own = [{ pointer: `/errors/0/extra${i % 30}`, type: 'string', example: 'x', meaning: 'More.' }];
    const entry = {
      status,
      meaning: `Problem ${i} happened.`,
      message: `Problem ${i}.`,
      causes: [`Cause ${i}.`],
      remediation: `Fix ${i}.`,
      retry: status >= 500 ? 'backoff' : 'never',
      ...(i % 3 === 0 && { fields: own }),
    };
    return [`PROBLEM_${i}`, entry];
  });
  const file = (name: string, value: unknown) => ({ path: `large/${name}.json`, text: JSON.stringify(value) });
  const { registry, diagnostics } = check([
    file('api', { title: 'Large API', summary: 'Many.', domains: ['all'], envelope: { fields } }),
    file('all', { title: 'All', codes: Object.fromEntries(codes) }),
  ]);
  assert.deepEqual(diagnostics, []);
  return present(registry?.apis[0]);
}

/** What a handler did with a server that always responds like this: how often it was asked, and what it threw. */
async function handled(
  id: string,
  status: number,
  body: unknown,
  init: RequestInit = {},
  url = 'https://api.example/',
): Promise<[number, string]> {
  const { send } = (await load(`${id}-handler`, textOf('handler', api(id)))) as {
    send(url: string, init: RequestInit): Promise<Response>;
  };
  const fetched = mock.method(
    globalThis,
    'fetch',
    async () => new Response(JSON.stringify(body), { status, headers: { 'Retry-After': '0' } }),
  );
  try {
    const result = await send(url, init).catch((error: unknown) => error);
    return [fetched.mock.callCount(), result instanceof Error ? result.message : 'a response'];
  } finally {
    fetched.mock.restore();
  }
}

test('of several errors in a response the strictest rule counts', async () => {
  const shelf = (...codes: string[]) => ({ errors: codes.map((code) => ({ code })) });
  assert.deepEqual(await handled('shelves', 503, shelf('CATALOG_BUSY')), [3, 'CATALOG_BUSY']);
  assert.deepEqual(await handled('shelves', 503, shelf('CATALOG_BUSY', 'TITLE_MISSING')), [1, 'CATALOG_BUSY']);
  assert.deepEqual(await handled('shelves', 503, { errors: [] }), [5, '503']);
  assert.deepEqual(await handled('shelves', 400, { errors: 'none' }), [1, '400']);
  const campaign = (...codes: string[]) => ({
    error: { details: [{ kind: 'other' }, { errors: codes.map((errorCode) => ({ errorCode })) }] },
  });
  assert.deepEqual(await handled('campaigns', 500, campaign('STORE_BUSY')), [5, 'STORE_BUSY']);
  assert.deepEqual(await handled('campaigns', 500, campaign('STORE_BUSY', 'KEYWORD_TOO_LONG')), [1, 'STORE_BUSY']);
});

test('a handler looks into successful responses where errors have such a status, and only there', async () => {
  assert.deepEqual(await handled('rooms', 200, { ok: false, error: 'room_archived' }), [1, 'room_archived']);
  assert.deepEqual(await handled('rooms', 200, { ok: false, error: 'rate_limited' }, { method: 'POST' }), [
    3,
    'rate_limited',
  ]);
  assert.deepEqual(await handled('rooms', 200, { ok: false, error: 'unheard_of' }), [1, 'unheard_of']);
  assert.deepEqual(await handled('rooms', 200, { ok: true, error: 'a field of the room' }), [1, 'a response']);
  assert.deepEqual(await handled('gallery', 200, { data: {} }), [1, 'a response']);
  assert.deepEqual(await handled('gallery', 200, bodyOf('gallery', 'ALBUM_HIDDEN')), [1, 'ALBUM_HIDDEN']);
  assert.deepEqual(await handled('shelves', 200, { errors: [{ code: 'CATALOG_BUSY' }] }), [1, 'a response']);
});

test('a handler does what the registry says of the operation that the request is of', async () => {
  const body = { ok: false, error: 'restricted_action' };
  assert.deepEqual(await handled('rooms', 200, body), [1, 'restricted_action']);
  const at = (status: number, url: string, method: string) => handled('rooms', status, body, { method }, url);
  assert.deepEqual(await at(429, 'https://rooms.example/api/messages?page=2', 'GET'), [1, 'restricted_action']);
  assert.deepEqual(await at(429, 'https://rooms.example/api/messages?page=2', 'POST'), [4, 'restricted_action']);
  const text = textOf('handler', api('rooms'));
  assert.match(text, /\/\^POST \\\/api\\\/messages\$\/\.test\(request\) && body\?\.error === 'restricted_action'/);
  assert.doesNotMatch(text, /rooms\.create|rooms\\\.create/, 'its rule is the usual one');
});

test('the module for TypeScript reads the first code', async () => {
  for (const it of apis) {
    const { errorCodeOf, isErrorBody } = (await load(`${it.id}-codes`, textOf('typescript', it))) as {
      errorCodeOf(body: unknown): string | undefined;
      isErrorBody(body: unknown): boolean;
    };
    for (const { code } of it.codes) {
      assert.equal(errorCodeOf(bodyOf(it.id, code)), code);
      assert.ok(isErrorBody(bodyOf(it.id, code)), code);
    }
    assert.equal(errorCodeOf({ errors: [], error: { details: [] } }), undefined);
  }
});

const [python3, go] = (['python3', 'go'] as const).map(findCompiler);

if (python3) {
  test('the module for Python reads the first code', () => {
    for (const it of apis) {
      writeFileSync(join(folder, `${it.id}.py`), textOf('python', it));
      const bodies = it.codes.map(({ code }) => bodyOf(it.id, code));
      const program = `import json, sys, ${it.id} as m\nprint(json.dumps([m.code_of(b) for b in json.load(sys.stdin)]))`;
      const input = JSON.stringify([...bodies, { errors: [], error: { details: [{ errors: {} }] } }]);
      const ran: { stdout: string } = spawnSync(python3, ['-c', program], { input, cwd: folder, encoding: 'utf8' });
      assert.deepEqual(JSON.parse(ran.stdout), [...it.codes.map(({ code }) => code), null]);
    }
  });
}

if (go) {
  test('the package for Go compiles and reads the first code', () => {
    const it = api('campaigns');
    const text = `package campaigns

import "testing"

func TestCodes(t *testing.T) {
	for body, expected := range map[string]Code{${it.codes.map(({ code }) => `\n\t\t${JSON.stringify(JSON.stringify(bodyOf(it.id, code)))}: ${JSON.stringify(code)},`).join('')}
		"{\\"error\\":{\\"details\\":[]}}": "",
	} {
		if found, _ := CodeOf([]byte(body), 0); found != expected {
			t.Errorf("%s in %s", found, body)
		}
	}
}
`;
    writeFileSync(join(folder, 'go.mod'), 'module campaigns\n\ngo 1.19\n');
    writeFileSync(join(folder, 'campaigns.go'), textOf('go', it));
    writeFileSync(join(folder, 'campaigns_test.go'), text);
    const env = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
    const { stdout: out, stderr: err, status } = spawnSync(go, ['test', '.'], { cwd: folder, encoding: 'utf8', env });
    assert.equal(status, 0, out + err);
  });
}

test('snippets read the code of the first error, and look into a successful response', () => {
  const textsOf = (id: string, name: string) =>
    snippetsOf(api(id), present(api(id).codes.find(({ code }) => code === name))).map(({ text }) => text);
  const [inTypeScript = '', inPython = '', inGo = '', inCurl = ''] = textsOf('shelves', 'CATALOG_BUSY');
  assert.match(inTypeScript, /body\?\.errors\?\.\[0\]\?\.code !== 'CATALOG_BUSY'/);
  assert.match(inPython, /body\["errors"\]\[0\]\["code"\] == "CATALOG_BUSY"/);
  assert.match(inGo, /found2, _ := append\(found1, nil\)\[0\]\.\(map\[string\]any\)/);
  assert.match(inCurl, /\.errors\[0\]\.code == "CATALOG_BUSY"/);
  for (const text of textsOf('rooms', 'rate_limited'))
    assert.doesNotMatch(text, /response\.ok|< 400 \|\||\] && return$/m);
});

test('a response as text', () => {
  const code = present(api('rooms').codes[0]);
  assert.equal(
    responseText(present(examplesOf(api('rooms'), code, '')[0]).response),
    'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\n  "ok": false,\n  "error": "room_archived"\n}',
  );
});
