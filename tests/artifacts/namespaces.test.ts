import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Api, check, examplesOf } from '../../src/index.ts';
import { compiled } from '../helpers/compiled.ts';
import { findCompiler } from '../helpers/compilers.ts';
import { EVERYTHING } from '../helpers/everything.ts';
import { expectFile } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { OFFLINE, ran, workFolder } from './programs.ts';
import { apisIn, load, textOf } from './setup.ts';

/*
 * Made-up registries whose codes have a meaning in a namespace alone: `adverts` (the name of a member says it, in arrays in arrays),
 * `ledger` (the value of a field), `chat` (codes of responses, and codes of a connection).
 */
const apis = await apisIn('tests/artifacts/fixtures/namespaces/contracts');
const api = (id: string): Api => present(apis.find((it) => it.id === id));
const work = workFolder();
const [python3, mypy, go, gofmt] = (['python3', 'mypy', 'go', 'gofmt'] as const).map(findCompiler);

/** The example bodies of an API, each with the name of its code. */
const bodiesOf = (it: Api) =>
  it.codes.flatMap((code) => examplesOf(it, code, '').map(({ response }) => [code.code, response.body] as const));

const advert = (...errors: [namespace: string, code: string][]) => ({
  error: {
    status: 'Bad Request',
    message: 'The request has failures.',
    details: [
      {
        errors: errors.map(([namespace, code]) => ({ errorCode: { [namespace]: code }, message: 'Failed.' })),
        requestId: 'a-1',
      },
    ],
  },
});

test('an example has the code as it is sent, in its namespace', () => {
  const bodies = Object.fromEntries(apis.flatMap(bodiesOf));
  assert.deepEqual(bodies['billing.NOT_FOUND'], {
    category: 'billing',
    code: 'NOT_FOUND',
    message: 'There is no such bill.',
  });
  assert.deepEqual(bodies.BUSY, { code: 'BUSY', message: 'The service is busy.' });
  assert.deepEqual(bodies['json.4004'], { code: 4004, message: 'Unknown channel.' });
  assert.deepEqual(bodies['queryError.UNKNOWN'], {
    error: {
      status: 'Bad Request',
      message: 'The request has failures.',
      details: [
        { errors: [{ errorCode: { queryError: 'UNKNOWN' }, message: 'The query failed.' }], requestId: 'a-77' },
      ],
    },
  });
});

for (const it of apis) {
  for (const [id, ending] of [
    ['json-schema', 'envelope.schema.json'],
    ['typescript', 'error-codes.ts'],
    ['zod', 'error-codes.zod.ts'],
    ['handler', 'handler.ts'],
    ['python', 'error_codes.py'],
    ['go', 'errorcodes.go'],
  ] as const) {
    test(`${it.id}/${ending}: the whole file`, () => {
      expectFile(join(import.meta.dirname, `expected/namespaces/${it.id}/${ending}.txt`), textOf(id, it));
    });
  }
}

/** The branches of an API's JSON Schema that a body fits. */
function fits(id: string, body: unknown): string[] {
  const { $defs } = JSON.parse(textOf('json-schema', api(id)));
  return Object.keys($defs)
    .filter((name) => !/^(?:envelope|codes)\./.test(name))
    .filter((name) => new Ajv2020({ strict: false }).validate({ $ref: `#/$defs/${name}`, $defs }, body));
}

test('JSON Schema: a body fits the branch of its code in its namespace, and an unknown one the rest', () => {
  const bodies = Object.fromEntries(apis.flatMap(bodiesOf));
  assert.deepEqual(fits('adverts', bodies['queryError.UNKNOWN']), ['known.default.queryError']);
  assert.deepEqual(fits('adverts', bodies['fieldError.UNKNOWN']), ['code.fieldError.UNKNOWN']);
  assert.deepEqual(fits('adverts', advert(['queryError', 'REQUIRED'])), ['unknown.default']);
  assert.deepEqual(fits('adverts', advert(['mutateError', 'UNKNOWN'])), ['unknown.default']);
  assert.deepEqual(fits('adverts', advert(['mutateError', 'NEW'], ['queryError', 'BAD_ORDER'])), [
    'known.default.queryError',
  ]);
  assert.deepEqual(fits('ledger', bodies['billing.BUSY']), ['known.default.billing']);
  assert.deepEqual(fits('ledger', bodies['account.BUSY']), ['code.account.BUSY']);
  assert.deepEqual(fits('ledger', { ...Object(bodies['account.BUSY']), mover: 7 }), []);
  assert.deepEqual(fits('ledger', bodies.BUSY), ['code.BUSY']);
  assert.deepEqual(fits('ledger', { category: 'billing', code: 'MOVING', message: '' }), ['unknown.default.billing']);
  assert.deepEqual(fits('ledger', { category: 'storage', code: 'NOT_FOUND', message: '' }), ['unknown.default']);
});

test('Zod and the guards of TypeScript read the same bodies', async () => {
  for (const it of apis) {
    const { errorBodySchemas, errorBodySchema } = (await load(`${it.id}-zod`, textOf('zod', it))) as {
      errorBodySchemas: Record<string, { safeParse(body: unknown): { success: boolean } }>;
      errorBodySchema: { safeParse(body: unknown): { success: boolean } };
    };
    const { errorCodeOf, isErrorBody, hasErrorCode } = (await load(`${it.id}-types`, textOf('typescript', it))) as {
      errorCodeOf(body: unknown): string | undefined;
      isErrorBody(body: unknown): boolean;
      hasErrorCode(body: unknown, code: string): boolean;
    };
    for (const [code, body] of bodiesOf(it)) {
      assert.deepEqual(
        Object.keys(errorBodySchemas).filter((name) => errorBodySchemas[name]?.safeParse(body).success),
        [code],
      );
      assert.ok(errorBodySchema.safeParse(body).success);
      assert.deepEqual([errorCodeOf(body), isErrorBody(body), hasErrorCode(body, code)], [code, true, true]);
    }
    if (it.id === 'adverts') {
      assert.equal(errorCodeOf(advert(['mutateError', 'UNKNOWN'])), 'mutateError.UNKNOWN');
      assert.ok(errorBodySchema.safeParse(advert(['mutateError', 'UNKNOWN'])).success);
      assert.equal(errorCodeOf({ error: { details: [{ errors: [{ errorCode: {} }] }] } }), undefined);
    }
    if (it.id === 'ledger') {
      assert.equal(errorCodeOf({ category: 'storage', code: 'NOT_FOUND' }), 'storage.NOT_FOUND');
      assert.equal(errorCodeOf({ code: 'NOT_FOUND' }), 'NOT_FOUND');
    }
    if (it.id === 'chat') assert.equal(errorCodeOf({ code: 4005 }), 'json.4005');
  }
});

test('the types compile, and a body has the type of its code in its namespace', () => {
  const use = `import { type ErrorBodies, type KnownErrorCode, hasErrorCode } from './ledger.ts';
    export const mover = (body: unknown): string => hasErrorCode(body, 'account.BUSY') ? body.mover : '';
    export const category: ErrorBodies['billing.BUSY']['category'] = 'billing';
    export const code: ErrorBodies['billing.BUSY']['code'] = 'BUSY';
    export const known: KnownErrorCode = 'BUSY';
    // @ts-expect-error the code of another namespace
    export const other: KnownErrorCode = 'billing.MOVING';
    // @ts-expect-error billing has no mover
    export const none = (body: ErrorBodies['billing.BUSY']) => body.mover;`;
  const files = apis.flatMap((it): [string, string][] => [
    [`${it.id}.ts`, textOf('typescript', it)],
    [`${it.id}.handler.ts`, textOf('handler', it)],
    [`${it.id}.zod.ts`, textOf('zod', it)],
  ]);
  assert.deepEqual(compiled([...files, ['use.ts', use]]), []);
});

/** What a handler did with a server that always responds like this: how often it was asked, and what it threw. */
async function handled(id: string, status: number, body: unknown): Promise<[number, string]> {
  const { send } = (await load(`${id}-handler`, textOf('handler', api(id)))) as {
    send(url: string, init: RequestInit): Promise<Response>;
  };
  const respond = async () => new Response(JSON.stringify(body), { status, headers: { 'Retry-After': '0' } });
  const fetched = mock.method(globalThis, 'fetch', respond);
  try {
    const result = await send('https://api.example/', {}).catch((error: unknown) => error);
    return [fetched.mock.callCount(), result instanceof Error ? result.message : 'a response'];
  } finally {
    fetched.mock.restore();
  }
}

test('a handler does what the policy of the code in its namespace says', async () => {
  const busy = (category?: string) => ({ ...(category && { category }), code: 'BUSY', message: 'Busy.' });
  assert.deepEqual(await handled('ledger', 503, busy('billing')), [3, 'billing.BUSY']);
  assert.deepEqual(await handled('ledger', 503, busy('account')), [1, 'account.BUSY']);
  assert.deepEqual(await handled('ledger', 503, busy()), [4, 'BUSY']);
  assert.deepEqual(await handled('ledger', 503, busy('storage')), [5, 'storage.BUSY']);
  assert.deepEqual(await handled('ledger', 503, {}), [5, '503']);
  assert.deepEqual(await handled('adverts', 429, advert(['queryError', 'TOO_MANY_ROWS'])), [
    5,
    'queryError.TOO_MANY_ROWS',
  ]);
  const both = advert(['queryError', 'TOO_MANY_ROWS'], ['fieldError', 'UNKNOWN']);
  assert.deepEqual(await handled('adverts', 429, both), [1, 'queryError.TOO_MANY_ROWS']);
  assert.deepEqual(await handled('chat', 404, { code: 4004 }), [1, 'json.4004']);
});

const CASES = apis.flatMap((it) => bodiesOf(it).map(([code, body]) => ({ api: it.id, code, body })));

if (python3) {
  test('the Python modules read every example', () => {
    for (const { id } of apis) writeFileSync(join(work, `${id}.py`), textOf('python', api(id)));
    writeFileSync(join(work, 'cases.json'), JSON.stringify(CASES));
    const lines = [
      'import importlib, json, pathlib',
      'for case in json.loads(pathlib.Path("cases.json").read_text()):',
      '    module = importlib.import_module(case["api"])',
      '    found = module.code_of(case["body"])',
      '    assert found == case["code"] and module.is_known(found), (case, found)',
      '    assert module.code_of_response(case["body"], {}) == case["code"]',
      'import ledger, adverts',
      'assert ledger.code_of({"category": "storage", "code": "BUSY"}) == "storage.BUSY"',
      'assert adverts.code_of({"error": {"details": [{"errors": [{"errorCode": {}}]}]}}) is None',
    ];
    writeFileSync(join(work, 'use.py'), `${lines.join('\n')}\n`);
    ran(python3, ['-W', 'error', 'use.py'], work);
  });
}

if (mypy) {
  test('the Python modules have strict types', () => {
    const flags = ['--strict', '--python-version', '3.9', '--cache-dir', join(work, 'cache'), '--no-error-summary'];
    for (const { id } of apis) writeFileSync(join(work, `${id}.py`), textOf('python', api(id)));
    ran(mypy, [...flags, ...apis.map(({ id }) => `${id}.py`)], work);
  });
}

if (go && gofmt) {
  test('the Go packages are formatted, compile, and read every example', () => {
    for (const { id } of apis) {
      const folder = workFolder();
      writeFileSync(join(folder, 'go.mod'), `module example.com/${id}\n\ngo 1.19\n`);
      writeFileSync(join(folder, 'errorcodes.go'), textOf('go', api(id)));
      const rows = CASES.filter((it) => it.api === id).map(
        ({ code, body }) => `\t\t{${JSON.stringify(code)}, ${JSON.stringify(JSON.stringify(body))}},`,
      );
      const program = [
        `package ${id}`,
        '',
        'import "testing"',
        '',
        'func TestCodes(t *testing.T) {',
        '\tfor _, it := range []struct{ code, body string }{',
        ...rows,
        '\t} {',
        '\t\tfound, _ := CodeOfResponse(nil, []byte(it.body), 0)',
        '\t\tif string(found) != it.code || !found.Known() {',
        '\t\t\tt.Errorf("%s is %s", it.code, found)',
        '\t\t}',
        '\t}',
        '}',
        '',
      ];
      writeFileSync(join(folder, 'codes_test.go'), program.join('\n'));
      assert.equal(ran(gofmt, ['-l', 'errorcodes.go'], folder), '');
      ran(go, ['vet', './...'], folder, OFFLINE);
      ran(go, ['test', './...'], folder, OFFLINE);
    }
  });
}

test('2,500 codes in 250 namespaces have types that compile, and files that grow with them', () => {
  for (const pointer of EVERYTHING ? ['/errors/0/code/{namespace}', '/code'] : ['/code']) {
    const isKey = pointer.endsWith('}');
    const large = largeApi(pointer, isKey);
    const files = [
      ['large.ts', textOf('typescript', large)],
      ['large.handler.ts', textOf('handler', large)],
      ['large.zod.ts', textOf('zod', large)],
    ] as const;
    assert.deepEqual(compiled(files), []);
    for (const [name, text] of files) assert.ok(text.length < 2_000_000, `${name}: ${text.length}`);
  }
});

function largeApi(pointer: string, isKey: boolean): Api {
  const fields = [
    ...(isKey ? [] : [{ pointer: '/category', type: 'string', role: 'namespace', meaning: 'Where it belongs.' }]),
    { pointer, type: 'string', role: 'code', meaning: 'Branch on it.' },
  ];
  const file = (name: string, value: unknown) => ({ path: `large/${name}.json`, text: JSON.stringify(value) });
  const names = Array.from({ length: 250 }, (_, i) => `part-${i}`);
  const entry = (i: number, j: number) => ({
    status: 400 + (j % 5),
    meaning: `Problem ${j} of part ${i} happened.`,
    causes: [`Cause ${j} of part ${i}.`],
    remediation: `Fix problem ${j} of part ${i}.`,
    retry: 'never',
    ...(j === 0 && { fields: [{ pointer: `/more${i % 30}`, type: 'string', example: 'x', meaning: 'More.' }] }),
  });
  const { registry, diagnostics } = check([
    file('api', { title: 'Large API', summary: 'Many.', domains: names, envelope: { fields } }),
    ...names.map((name, i) =>
      file(name, {
        title: name,
        namespace: `part${i}Error`,
        codes: Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`PROBLEM_${j}`, entry(i, j)])),
      }),
    ),
  ]);
  assert.deepEqual(diagnostics, []);
  return present(registry?.apis[0]);
}
