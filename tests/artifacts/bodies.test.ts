import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Api, examplesOf, responseText, snippetsOf } from '../../src/index.ts';
import { isHttpStatus } from '../../src/model/http.ts';
import { compiled } from '../helpers/compiled.ts';
import { findCompiler } from '../helpers/compilers.ts';
import { present } from '../helpers/present.ts';
import { BODIES, registryIn } from '../helpers/registry.ts';
import { OFFLINE, ran, workFolder } from './programs.ts';
import { load, textOf } from './setup.ts';

/*
 * Made-up registries in the style of cloud services: `buckets` (XML, also with several errors under 200), `tables` (JSON with the code
 * in a longer value, or in a header), `doors` (plain text).
 */
const { apis } = await registryIn(BODIES);
const work = workFolder();
const api = (id: string): Api => present(apis.find((it) => it.id === id));

/** The first example response of a code, with its body as it is sent. */
function responseOf(it: Api, name: string) {
  const code = present(it.codes.find(({ code }) => code === name));
  const { response } = present(examplesOf(it, code, `https://docs.example/${name}`)[0]);
  const text = present(responseText(response).split('\n\n')[1]);
  const status = present(code.statuses[0]).status;
  assert.ok(isHttpStatus(status));
  return { ...response, text, status };
}

const all = apis.flatMap((it) => it.codes.map(({ code }) => [it, code] as const));

test('examples are written as they are sent', () => {
  const shown = all.map(([it, code]) => `${it.id} ${code}\n${responseText(responseOf(it, code))}`).join('\n\n');
  for (const part of [
    'application/xml\n\n<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>SlowDown</Code>\n',
    '  <BucketName>photos &amp; notes</BucketName>\n</Error>',
    '<DeleteResult>\n  <Error>\n    <Key>photos/1.jpg</Key>\n    <Code>AccessDenied</Code>\n',
    '<ErrorResponse xmlns="https://identity.example/doc/2020-05-08/">\n  <Error>\n    <Type>Sender</Type>\n',
    'text/plain\n\nERR DOOR_LOCKED (403): The door is locked: ask at the desk.',
    '"__type": "com.example.store#ConditionFailed"',
    'x-example-ErrorType: TooManyRequests:https://internal.example/coral/\nRetry-After: 2\n\n{',
  ])
    assert.ok(shown.includes(part), `${part}\nis not in\n${shown}`);
});

/** Bodies that are almost right, and what is dangerous to read. */
const STRANGE = [
  '',
  '<Error>',
  '<Error><Code>SlowDown</Error></Code>',
  '<!DOCTYPE Error [<!ENTITY a "SlowDown">]><Error><Code>&a;</Code></Error>',
  '<Error><Code>SlowDown</Code></Error><Error/>',
  `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`,
  'ERR DOOR_LOCKED',
  '[',
];

interface Module {
  errorCodeOf(body: unknown, status?: number, headers?: Headers): string | undefined;
  isErrorBody(body: unknown): boolean;
  parseErrorBody?(text: string): unknown;
  retryDelay(response: Response, body?: unknown): number | undefined;
}

test('the module for TypeScript reads every body, and the code in headers', async () => {
  for (const it of apis) {
    const module = (await load(`${it.id}-bodies`, textOf('typescript', it))) as Module;
    const parse = module.parseErrorBody ?? JSON.parse;
    for (const { code } of it.codes) {
      const { text, body, headers } = responseOf(it, code);
      const parsed: unknown = parse(text);
      assert.deepEqual(parsed, body);
      assert.ok(module.isErrorBody(parsed), code);
      assert.equal(module.errorCodeOf(parsed, undefined, new Headers(headers)), code);
    }
    for (const text of STRANGE) assert.equal(module.parseErrorBody?.(text), undefined, text);
  }
  const { errorCodeOf, retryDelay } = (await load('tables-bodies', textOf('typescript', api('tables')))) as Module;
  assert.equal(errorCodeOf({ __type: 'ConditionFailed' }), 'ConditionFailed');
  assert.equal(errorCodeOf({ __type: 'a#b#New' }), 'New');
  const headers = { 'X-Example-Errortype': 'TooManyRequests' };
  assert.equal(retryDelay(new Response('', { headers }), {}), 1000);
});

test('XML beyond the examples: attributes, CDATA, comments, entities, a list with one or more items', async () => {
  const { parseErrorBody } = (await load('buckets-bodies', textOf('typescript', api('buckets')))) as Module;
  assert.deepEqual(
    parseErrorBody?.(
      `<?xml version='1.0'?><!-- a --><Error xmlns:x="u" ><Code lang='e"n'><![CDATA[A<B]]>&amp;&#x43;&#68;&nbsp;</Code >\n<Empty/></Error>\n`,
    ),
    { Error: { '@xmlns:x': 'u', Code: { '@lang': 'e"n', '#text': 'A<B&CD&nbsp;' }, Empty: '' } },
  );
  const item = (code: string) => `<Error><Code>${code}</Code></Error>`;
  const codes = (...names: string[]) => ({ DeleteResult: { Error: names.map((Code) => ({ Code })) } });
  assert.deepEqual(parseErrorBody?.(`<DeleteResult>${item('A')}</DeleteResult>`), codes('A'));
  assert.deepEqual(parseErrorBody?.(`<DeleteResult>${item('A')}${item('B')}</DeleteResult>`), codes('A', 'B'));
});

test('JSON Schema and Zod accept a code in a longer value, and no other', async () => {
  const { $defs } = JSON.parse(textOf('json-schema', api('tables')));
  const bodies = [
    'com.example.store#ConditionFailed',
    'ConditionFailed',
    'a#b#ConditionFailed',
    'xConditionFailed',
    'a#New',
  ];
  const fits = bodies.map((__type) =>
    Object.keys($defs).filter(
      (name) =>
        /^(?:code|known|unknown)\./.test(name) &&
        new Ajv2020({ strict: false }).validate({ $defs, $ref: `#/$defs/${name}` }, { __type, message: 'x' }),
    ),
  );
  const known = ['code.ConditionFailed'];
  assert.deepEqual(fits, [known, known, known, ['unknown.item'], ['unknown.item']]);
  const zod = (await load('tables-zod', textOf('zod', api('tables')))) as {
    errorBodySchemas: Record<string, { safeParse(body: unknown): { success: boolean } }>;
    unknownErrorBodySchema: { safeParse(body: unknown): { success: boolean } };
  };
  const schema = present(zod.errorBodySchemas.ConditionFailed);
  assert.deepEqual(
    bodies.map((__type) => [
      schema.safeParse({ __type, message: 'x' }).success,
      zod.unknownErrorBodySchema.safeParse({ __type, message: 'x' }).success,
    ]),
    [
      [true, false],
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ],
  );
});

test('OpenAPI describes XML from inside its root element, and text as a string', () => {
  const { components } = JSON.parse(textOf('openapi', api('buckets')));
  const schema = components.schemas['envelope.identity'];
  assert.equal(components.schemas['code.NoSuchBucket'].xml.name, 'Error');
  assert.deepEqual(schema.xml, { name: 'ErrorResponse', namespace: 'https://identity.example/doc/2020-05-08/' });
  assert.deepEqual(Object.keys(schema.properties), ['Error', 'RequestId']);
  assert.match(
    components.responses['status.503'].content['application/xml'].examples.SlowDown.value,
    /^<\?xml .*<Error>/s,
  );
  const doors = JSON.parse(textOf('openapi', api('doors'))).components;
  assert.equal(doors.schemas['code.MOTOR_BUSY'].type, 'string');
});

test('every program for TypeScript compiles', () => {
  const use = `import { type ErrorBody, hasErrorCode, parseErrorBody } from './buckets.ts';
    export const size = (text: string): number | undefined => {
      const body = parseErrorBody(text);
      return hasErrorCode(body, 'EntityTooLarge') ? body.Error.MaxSizeAllowed : undefined;
    };
    export const keys = (body: ErrorBody<'AccessDenied'>): readonly string[] => body.DeleteResult.Error.map((it) => it.Key);`;
  const files = apis.flatMap((it): [string, string][] => [
    [`${it.id}.ts`, textOf('typescript', it)],
    [`${it.id}.handler.ts`, textOf('handler', it)],
    [`${it.id}.zod.ts`, textOf('zod', it)],
    ...it.codes.flatMap((code, index): [string, string][] =>
      snippetsOf(it, code)
        .filter(({ language }) => language === 'typescript')
        .map(({ text }) => [
          `${it.id}.${index}.ts`,
          `export {};\n${text.replace(/^const response/m, 'export const response')}\nvoid send;`,
        ]),
    ),
  ]);
  assert.deepEqual(compiled([...files, ['use.ts', use]]), []);
});

/** What a handler did with a server that always responds like this: how often it was asked, and what it threw. */
async function handled(id: string, status: number, text: string, headers: Record<string, string> = {}) {
  const { send } = (await load(`${id}-handler`, textOf('handler', api(id)))) as {
    send(url: string): Promise<Response>;
  };
  const fetched = mock.method(
    globalThis,
    'fetch',
    async () => new Response(text, { status, headers: { 'Retry-After': '0', ...headers } }),
  );
  try {
    const result = await send('https://api.example/').catch((error: unknown) => error);
    return [fetched.mock.callCount(), result instanceof Error ? result.message : 'a response'];
  } finally {
    fetched.mock.restore();
  }
}

test('handlers branch on codes in XML, in text, in longer values and in headers', async () => {
  const sent = (id: string, code: string) => responseOf(api(id), code).text;
  assert.deepEqual(await handled('buckets', 503, sent('buckets', 'SlowDown')), [3, 'SlowDown']);
  assert.deepEqual(await handled('buckets', 200, sent('buckets', 'InternalError')), [2, 'InternalError']);
  assert.deepEqual(await handled('buckets', 200, '<DeleteResult/>'), [1, 'a response']);
  assert.deepEqual(await handled('buckets', 503, '<html>'), [5, '503']);
  assert.deepEqual(await handled('doors', 503, sent('doors', 'MOTOR_BUSY')), [5, 'MOTOR_BUSY']);
  assert.deepEqual(await handled('doors', 503, sent('doors', 'DOOR_LOCKED')), [1, 'DOOR_LOCKED']);
  assert.deepEqual(await handled('tables', 400, '{"__type":"com.other#ThroughputExceeded"}'), [
    3,
    'ThroughputExceeded',
  ]);
  const header = (value: string) => ({ 'X-Example-ErrorType': value });
  assert.deepEqual(await handled('tables', 429, '{}', header('TooManyRequests:https://x.example')), [
    3,
    'TooManyRequests',
  ]);
  assert.deepEqual(await handled('tables', 500, '{}', header('FunctionMissing')), [1, 'FunctionMissing']);
  assert.deepEqual(await handled('tables', 500, '{}'), [5, '500']);
});

const [python3, mypy, go, gofmt, jq] = (['python3', 'mypy', 'go', 'gofmt', 'jq'] as const).map(findCompiler);

if (python3) {
  test('the module for Python reads every body, and the code in headers', () => {
    for (const it of apis) {
      writeFileSync(join(work, `${it.id}.py`), textOf('python', it));
      const given = it.codes.map(({ code }) => responseOf(it, code));
      const program = `import json, sys, ${it.id} as m
parse = getattr(m, "parse_body", json.loads)
code = getattr(m, "code_of_response", lambda body, headers: m.code_of(body))
given = json.load(sys.stdin)
bodies = [parse(it["text"]) for it in given["responses"]]
strange = [m.parse_body(it) for it in given["strange"]] if hasattr(m, "parse_body") else []
print(json.dumps([bodies, [code(b, dict(it["headers"])) for b, it in zip(bodies, given["responses"])], strange]))`;
      const input = JSON.stringify({ responses: given, strange: STRANGE });
      const [bodies, codes, strange] = JSON.parse(ran(python3, ['-W', 'error', '-c', program], work, {}, input));
      assert.deepEqual(
        bodies,
        given.map(({ body }) => body),
      );
      assert.deepEqual(
        codes,
        it.codes.map(({ code }) => code),
      );
      assert.ok(
        strange.every((found: unknown) => found === null),
        JSON.stringify(strange),
      );
    }
  });
}

if (mypy) {
  test('the module for Python has strict types', () => {
    for (const it of apis) writeFileSync(join(work, `${it.id}.py`), textOf('python', it));
    const flags = ['--strict', '--python-version', '3.9', '--cache-dir', join(work, 'cache'), '--no-error-summary'];
    ran(mypy, [...flags, ...apis.map(({ id }) => `${id}.py`)], work);
  });
}

if (go && gofmt) {
  test('the package for Go reads every body, and the code in headers', () => {
    for (const it of apis) {
      const folder = workFolder();
      const isHidden = it.id === 'tables';
      const cases = it.codes.map(({ code }) => {
        const { text, headers, status } = responseOf(it, code);
        const values = headers.map(([name, value]) => `{${JSON.stringify(name)}, ${JSON.stringify(value)}}`).join(', ');
        return `\t{${JSON.stringify(text)}, ${status}, [][2]string{${values}}, ${JSON.stringify(code)}},`;
      });
      const strange = STRANGE.map((text) => `\t{${JSON.stringify(text)}, 0, nil, ""},`);
      const use = it.id === 'buckets' ? XML_USE : '';
      const text = `package ${it.id}

import (
	${use === '' ? '' : '"encoding/xml"\n\t'}"net/http"
	"testing"
)

var cases = []struct {
	body    string
	status  int
	headers [][2]string
	code    Code
}{
${[...cases, ...strange].join('\n')}
}

func TestCodes(t *testing.T) {
	for _, it := range cases {
		header := http.Header{}
		for _, pair := range it.headers {
			header.Set(pair[0], pair[1])
		}
		found, _ := ${isHidden ? 'CodeOfResponse(header, ' : 'CodeOf('}[]byte(it.body), it.status)
		if found != it.code {
			t.Errorf("%q in %s", found, it.body)
		}
	}
}
${use}`;
      writeFileSync(join(folder, 'go.mod'), `module ${it.id}\n\ngo 1.19\n`);
      writeFileSync(join(folder, 'codes.go'), textOf('go', it));
      writeFileSync(join(folder, 'codes_test.go'), text);
      assert.equal(ran(gofmt, ['-l', '-d', 'codes.go'], folder), '');
      ran(go, ['vet', '.'], folder, OFFLINE);
      ran(go, ['test', '.'], folder, OFFLINE);
    }
  });
}

/** The types of XML bodies are for encoding/xml. */
const XML_USE = `
func TestXML(t *testing.T) {
	var body EntityTooLargeBody
	err := xml.Unmarshal([]byte(cases[1].body), &body)
	if err != nil || body.Code != "EntityTooLarge" || body.MaxSizeAllowed != 5368709120 {
		t.Errorf("%v %v", body, err)
	}
	var entity IdentityErrorBody
	err = xml.Unmarshal([]byte(cases[5].body), &entity)
	if err != nil || entity.Error.Code != "NoSuchEntity" || entity.Xmlns == "" {
		t.Errorf("%v %v", entity, err)
	}
}
`;

if (jq && python3) {
  test('snippets for the shell and Python know their code in a response, and no other', () => {
    for (const it of apis) {
      const texts = it.codes.map(({ code }) => responseOf(it, code));
      for (const [index, code] of it.codes.entries()) {
        const [, inPython, , inCurl] = snippetsOf(it, code).map(({ text }) => text);
        if (inPython === undefined || inCurl === undefined) continue;
        const line = present(
          inCurl.split('\n').find((it) => /\|\| (?:return 1|\{ \[)/.test(it) && /jq|grep|\$code/.test(it)),
        );
        const condition = present(line.split(' || ')[0]).trim();
        for (const [place, { text, headers }] of texts.entries()) {
          writeFileSync(join(work, 'body.json'), text);
          writeFileSync(join(work, 'body.xml'), text);
          writeFileSync(join(work, 'body.txt'), text);
          const value = headers.find(([name]) => name === 'x-example-ErrorType')?.[1] ?? '';
          const cuts: string = [...inCurl.matchAll(/^ +(code=\$\{.*)$/gm)].map(([, cut]) => cut).join('\n');
          const script: string = `code='${value}'\n${cuts}\n${condition} && echo yes || echo no`;
          assert.equal(
            ran('/bin/sh', ['-c', script], work).trim(),
            place === index ? 'yes' : 'no',
            `${code.code} ${place}`,
          );
        }
        ran(python3, ['-c', `compile(${JSON.stringify(inPython)}, "snippet", "exec")`], work);
      }
    }
  });
}
