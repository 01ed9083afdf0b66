import { join } from 'node:path';
import { test } from 'node:test';
import { readRuntimes } from '../../../src/cli/runtimes.ts';
import { conditionOf, handlerOf, snippetsOf } from '../../../src/index.ts';
import { files, registryOf } from '../../helpers/checked.ts';
import { expectFile } from '../../helpers/fixture.ts';
import { present } from '../../helpers/present.ts';

/** Where a body has its code, message and delay, with names that are no identifiers, and arrays on the way. */
const PLACES: Record<string, string> = {
  numbers: `
    - { pointer: /0, type: integer, role: code, meaning: Branch on it. }
    - { pointer: /00, type: integer, role: retryAfter, meaning: Seconds. }`,
  names: `
    - { pointer: /err-or/co$de, type: string, role: code, meaning: Branch on it. }
    - { pointer: "/err-or/it's/a \\"wait\\"", type: string, role: retryAfter, meaning: Seconds. }`,
  arrays: `
    - { pointer: /errors/0/in/0/code, type: string, role: code, meaning: Branch on it. }
    - { pointer: /errors/0/wait, type: number, role: retryAfter, meaning: Seconds. }`,
  messages: `
    - { pointer: /list/0/text, type: string, role: message, meaning: For people. }
    - { pointer: /1-a, type: string, role: retryAfter, meaning: Seconds. }`,
};

const KEYS: Record<string, string> = {
  names: 'idempotency: { header: X-Key, operations: [GET b, PUT /b/c, "POST /é/{id}/:x/<y>/a.b?c=d"] }\n',
  arrays: 'idempotency: { header: X-Key }\n',
  messages: 'idempotency: { header: X-Key, operations: [call] }\n',
};

const CODES = `title: All
defaults: { status: 503, remediation: Wait. }
codes:
  "1": { message: It's 1 busy desk., meaning: The desk is busy., retry: { policy: backoff, delay: 20 }, effect: none, operations: [POST /a, "POST /é/{id}/:x/<y>/a.b?c=d"] }
  "2": { message: The desk moved., meaning: The desk is elsewhere., retry: { policy: refetch, attempts: 1 }, operations: [call] }
  "3": { message: "Wait, desk.", meaning: The desk asks to wait., retry: { policy: retry-after, attempts: 1 }, headers: { retry-after: "3" } }
  "4": { message: Wait for the desk., meaning: The desk asks for time., retry: { policy: retry-after, delay: 1.0006 }, operations: [GET b, GET /b, PUT /b/c] }
  "5": { message: No desk., meaning: There is none., retry: never }
  "6": { status: 200, message: Half a desk., meaning: The desk took a part alone., remediation: Send the rest., retry: never }
  "7": { status: [200, 504], message: Late desk., meaning: The desk took it too late., remediation: Send it again., retry: backoff }
`;

const runtimes = await readRuntimes();

for (const [name, fields] of Object.entries(PLACES)) {
  test(`snippets and handlers read a body with odd places: ${name}`, () => {
    const api = `title: Desk API
summary: Takes parcels.
domains: [all]
baseUrl: https://desk.example/v1/
${KEYS[name] ?? ''}envelope:
  fields:${fields}
`;
    const sources = files({ 'desk/api.yaml': api, 'desk/all.yaml': CODES });
    const desk = present(registryOf(sources).apis[0]);
    const texts = desk.codes.flatMap((code) => [
      `# ${code.code}: ${JSON.stringify(conditionOf(desk, code))}`,
      ...snippetsOf(desk, code).map(({ language, text }) => `## ${language}\n${text}`),
    ]);
    expectFile(
      join(import.meta.dirname, 'odd-places', `${name}.txt`),
      [...texts, handlerOf(desk, runtimes)].join('\n'),
    );
  });
}
