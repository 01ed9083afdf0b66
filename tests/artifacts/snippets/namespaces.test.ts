import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type SnippetLanguage, snippetsOf } from '../../../src/index.ts';
import { findCompiler } from '../../helpers/compilers.ts';
import { present } from '../../helpers/present.ts';
import { NAMESPACES, registryIn } from '../../helpers/registry.ts';
import { workFolder } from '../programs.ts';
import { RUNNERS } from './languages.ts';

/*
 * Snippets for a code that other namespaces have too: they retry what is of theirs, and nothing else.
 */

const BODIES: Record<string, unknown> = {
  billing: { category: 'billing', code: 'BUSY', message: 'Billing is busy.' },
  account: { category: 'account', code: 'BUSY', message: 'The account is busy.', mover: 'm-1' },
  none: { code: 'BUSY', message: 'The service is busy.' },
};

const server = createServer((request, response) => {
  response.writeHead(503, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(BODIES[(request.url ?? '').slice(1)]));
});
before(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
after(() => server.close());

const NEEDS = { typescript: undefined, python: 'python3', go: 'go', curl: 'jq' } as const satisfies Record<
  SnippetLanguage,
  string | undefined
>;
const ledger = present((await registryIn(NAMESPACES)).apis.find(({ id }) => id === 'ledger'));
const busy = present(ledger.codes.find(({ code }) => code === 'billing.BUSY'));

for (const { language, text } of snippetsOf(ledger, busy)) {
  const program = NEEDS[language];
  if (program !== undefined && !findCompiler(program)) continue;
  test(`${language}: only the code of its namespace is retried`, async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const scenarios = Object.keys(BODIES).map((name) => ({
      id: name,
      file: 'busy',
      policy: 'backoff',
      method: 'GET',
      url: `${url}/${name}`,
      decides: false,
    }));
    const folder = join(workFolder(), language);
    const run = { folder, snippets: new Map([['busy', text]]), scenarios, state: `${url}/none` };
    const outcomes = await RUNNERS[language](run);
    assert.deepEqual(
      outcomes.map(({ id, waits }) => [id, waits.length]),
      [
        ['billing', 2],
        ['account', 0],
        ['none', 0],
      ],
    );
  });
}
