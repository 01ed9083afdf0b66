import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Api, bodySchema, bodyText, type Code, envelopeOf, examplesOf, type Registry } from '../../src/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { type Mock, startMock } from '../helpers/mock.ts';
import { present } from '../helpers/present.ts';
import { BODIES, HOSTILE, OURS, registryIn, SHAPES } from '../helpers/registry.ts';

const running: Mock[] = [];
after(() => Promise.all(running.map((it) => it.close())));

/** A response as it crossed the wire: Node's own client joins and lower-cases, so the raw header fields are kept. */
interface Wire {
  status: string;
  headers: Map<string, string>;
  body: string;
}

function ask(url: string, method = 'GET'): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => {
        const raw = response.rawHeaders.map((it) => Buffer.from(it, 'latin1').toString('utf8'));
        const pairs = raw.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, present(raw[i + 1])]] : []));
        resolve({ status: `${response.statusCode} ${response.statusMessage}`, headers: new Map(pairs), body });
      });
    });
    asked.on('error', reject).end();
  });
}

/** Ajv knows no property of the name `__proto__`, so it would call one an unlisted one. */
const parsed = (body: string) => JSON.parse(body, (key, value) => (key === '__proto__' ? undefined : value));

const isHttp = ({ statuses }: Code) => typeof present(statuses[0]).status === 'number';

async function eachAnswer(registry: Registry, look: (api: Api, code: Code, url: string) => Promise<void>) {
  const mock = await startMock(registry);
  running.push(mock);
  let seen = 0;
  for (const api of registry.apis) {
    for (const code of api.codes) {
      if (isHttp(code)) await look(api, code, `${mock.url}/${api.id}/${code.address}`);
      seen += 1;
    }
  }
  return seen;
}

test('each of our codes is answered with the status, header fields and body that its page shows', async () => {
  const registry = await registryIn(OURS);
  const seen = await eachAnswer(registry, async (api, code, url) => {
    for (const { name, response } of examplesOf(api, code, urlsUnder('/').code(api.id, code.code))) {
      const wire = await ask(name === '' ? url : `${url}?example=${encodeURIComponent(name)}`);
      assert.equal(`HTTP/1.1 ${wire.status}`, response.statusLine);
      for (const [header, value] of response.headers) assert.equal(wire.headers.get(header), value, header);
      assert.equal(wire.body, `${JSON.stringify(response.body, null, 2)}\n`);
    }
  });
  assert.equal(seen, 113);
});

test('bodies of XML and plain text are sent as they are shown, with the code in its header', async () => {
  const seen = await eachAnswer(await registryIn(BODIES), async (api, code, url) => {
    for (const { response } of examplesOf(api, code, urlsUnder('/').code(api.id, code.code))) {
      const wire = await ask(url);
      assert.equal(`HTTP/1.1 ${wire.status}`, response.statusLine);
      for (const [header, value] of response.headers) assert.equal(wire.headers.get(header), value, header);
      assert.equal(wire.body, response.format === 'text' ? response.text : `${bodyText(response)}\n`);
      if (api.id === 'buckets') assert.match(wire.body, new RegExp(`<Code>${code.code}</Code>`));
    }
  });
  assert.equal(seen, 13);
});

for (const [whose, folder] of [
  ['ours', OURS],
  ['a hostile one', HOSTILE],
  ['one with errors in arrays', SHAPES],
] as const) {
  test(`each body fits the schema of its envelope, in each registry of ${whose}`, async () => {
    const ajv = new Ajv2020({ allErrors: true });
    await eachAnswer(await registryIn(folder), async (api, code, url) => {
      const envelope = envelopeOf(api, code);
      const { body } = await ask(url);
      if (!envelope) return assert.equal(body, '', code.code);
      const own = new Set(code.fields.map(({ pointer }) => pointer));
      const fields = [...envelope.fields.filter(({ pointer }) => !own.has(pointer)), ...code.fields];
      assert.ok(ajv.validate(bodySchema(fields), parsed(body)), `${code.code}: ${ajv.errorsText()}`);
    });
  });

  test(`a HEAD gets the same head and no body, in each registry of ${whose}`, async () => {
    await eachAnswer(await registryIn(folder), async (_api, code, url) => {
      const [head, got] = [await ask(url, 'HEAD'), await ask(url, 'POST')];
      for (const wire of [head, got]) wire.headers.delete('Date');
      assert.deepEqual({ ...head, body: '' }, { ...got, body: '' }, code.code);
      assert.equal(head.body, '');
    });
  });
}
