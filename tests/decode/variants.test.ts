import { join } from 'node:path';
import { test } from 'node:test';
import { decode } from '../../src/decode/index.ts';
import { type Api, type Code, type ExampleResponse, examplesOf, responseText } from '../../src/index.ts';
import { expectFile } from '../helpers/fixture.ts';
import { registryIn } from '../helpers/registry.ts';
import { outline, stepLines } from './outline.ts';
import { builtIndexOf, indexOf, NOW } from './setup.ts';

const HERE = join(import.meta.dirname, 'variants');
const registry = await registryIn(join(HERE, 'contracts'));
const index = indexOf(registry);

test('the index has what identifies an error and what to do', () => {
  expectFile(join(HERE, 'index.txt'), JSON.stringify(builtIndexOf(registry), null, 1));
});

for (const api of registry.apis) {
  for (const code of api.codes) {
    test(`what the decoder says of a response, and of what a careless hand or a log makes of it: ${code.code}`, () => {
      const found = Object.entries(pastesOf(api, code)).map(([name, paste]) => {
        const decoded = decode(paste, index, NOW);
        const steps = decoded.explanations.flatMap(stepLines);
        return [`# ${name}`, outline(decoded), ...steps].join('\n');
      });
      expectFile(join(HERE, `${code.code}.txt`), found.join('\n\n'));
    });
  }
}

function pastesOf(api: Api, code: Code): Record<string, string> {
  const [example] = examplesOf(api, code, 'https://docs.example/');
  return {
    ...(example && pastesOfResponse(example.response)),
    ...pastesOfWords(code),
  };
}

function pastesOfResponse(response: ExampleResponse): Record<string, string> {
  const { statusLine, headers, body } = response;
  const text = responseText(response);
  const [, status = ''] = statusLine.split(' ');
  const json = JSON.stringify(body);
  const withBody = (more: object) => JSON.stringify({ ...body, ...more });
  const { error } = body;
  const inner = typeof error === 'object' && error !== null && !Array.isArray(error) ? error : undefined;
  return {
    response: text,
    body: json,
    'pretty body after its status': `The call failed with ${status}\n${JSON.stringify(body, null, 2)}`,
    'another status': text.replace(statusLine, 'HTTP/1.1 418 Teapot'),
    'no headers': `${statusLine}\n\n${json}`,
    'other headers': `${statusLine}\nContent-Type: text/plain; charset=x\nRetry-After: soon\n\n${json}`,
    'a delay and a date': `${statusLine}\n${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}\nRetry-After: 90\nDate: Sat, 14 Mar 2026 09:26:43 GMT\n\n${json}`,
    'a line of a log': `12:00:01 ERROR https://${json.length % 2 ? 'air.example/v1' : 'sea.example'}/x status=${status} retry-after: 7 ${json} done`,
    'escaped in a line of a log': `{"level":"error","status":${status || 0},"body":${JSON.stringify(json)}}`,
    'a member of a log': JSON.stringify({ time: 'noon', msg: 'x', ...body }),
    'twice, with two ids': `${withBody({ request_id: 'r_1' })}\n${withBody({ request_id: 'r_2' })}`,
    'an unknown field': withBody({ other: { a: [1] } }),
    'no fields but one': JSON.stringify(Object.fromEntries(Object.entries(body).slice(0, 1))),
    'another type': withBody(Object.fromEntries(Object.keys(body).map((key) => [key, 7]))),
    'every field that may be there': withBody({
      ...(inner && {
        error: { ...inner, status: 503, details: [{ a: 1 }], wait: 12.5, docs: 'https://x', place: 'Oslo' },
      }),
      request_id: 'r_9',
      version: 2,
      time: 'night',
    }),
    'broken off': text.slice(0, -4),
    'with a comma too many': json.replace(/\}$/, ',}'),
    ...(inner && {
      'another code': withBody({ error: { ...inner, code: `${inner.code}X` } }),
      'another message': withBody({ error: { ...inner, message: 'No parcel R-12 is in the air' } }),
      'an alias': withBody({ error: { ...inner, code: 'PARCEL_GONE' } }),
      'no code': withBody({ error: { ...inner, code: undefined } }),
    }),
    ...(body.message !== undefined && {
      'another message': withBody({ message: 'Cabin is full' }),
      'a message in capitals': withBody({ message: String(body.message).toUpperCase() }),
      'a strange message': `${statusLine}\n\n${withBody({ message: 'Something else has left' })}`,
    }),
  };
}

function pastesOfWords({ code, message = '', statuses }: Code): Record<string, string> {
  const { status } = statuses[0] ?? {};
  return {
    'the code alone': ` ${code}\n`,
    'the code in lower case': code.toLowerCase(),
    'the code with other separators': code.replaceAll(/[_-]/g, '.'),
    'the code in a line': `x [${code}] y=${status} sea.example: z`,
    'the code introduced': `error: "${code}", then code=${code}/a and ns:${code}`,
    'the code in a long text': `${'nothing to see '.repeat(20)}\nreason ${code}\nand ${code.toLowerCase()} returned ${status}`,
    'the code misspelled': `${code.slice(0, 2)}${code.slice(3)}`,
    'the message alone': message,
    'the message in a line': `The server said: ${message.toUpperCase()} (${status})`,
    'the status alone': `HTTP ${status}`,
  };
}
