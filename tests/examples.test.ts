import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContracts } from '../src/cli/contracts.ts';
import { registryOf } from './helpers/checked.ts';
import { ROOT, runIn } from './helpers/fixture.ts';
import { present } from './helpers/present.ts';
import { OURS } from './helpers/registry.ts';

const registry = registryOf(await readContracts(OURS));

function apiOf(id: string) {
  const api = registry.apis.find((it) => it.id === id);
  assert.ok(api, id);
  return api;
}

test('our registries are clean, strictly and in their wording', async () => {
  const { status, out, err } = await runIn(ROOT, [
    'check',
    '--contracts',
    'tests/examples',
    '--strict',
    '--rules',
    'prose',
  ]);
  assert.match(
    out,
    /^\d+ files, 113 codes: 0 errors, 0 warnings\. 90 facts not confirmed: 23 statuses, 62 messages, 5 retry policies\.$/,
  );
  assert.deepEqual({ status, err }, { status: 0, err: '' });
});

test('each API has as many codes as it sends', () => {
  const counts = Object.fromEntries(registry.apis.map(({ id, codes }) => [id, codes.length]));
  assert.deepEqual(counts, {
    livestream: 14,
    'messaging-channels': 26,
    'operator-sessions': 26,
    'studio-gateway': 9,
    'voice-studio': 38,
  });
});

test('each code has what a caller asks for: what happened, what to do, whether to repeat and why, and what causes it', () => {
  for (const { id, codes } of registry.apis) {
    for (const { code, meaning, remediation, retry, causes } of codes) {
      assert.ok(meaning && remediation.length > 0 && retry.reason && causes.length > 0, `${id} ${code}`);
    }
  }
});

/** What the Voice Studio API sends: code, status, domain, whether the same request may be repeated, default message. */
const VOICE_STUDIO = readFileSync(join(ROOT, 'tests/fixtures/voice-studio.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

test('the table of Voice Studio is the one that it sends', () => {
  const { codes } = apiOf('voice-studio');
  const written = codes.map(({ code, statuses, domain, retry, message }) => [
    code,
    statuses.map(({ status }) => status).join(),
    domain,
    retry.policy === 'backoff' || retry.policy === 'retry-after' ? 'Yes' : 'No',
    message,
  ]);
  const byCode = (a: (string | undefined)[], b: (string | undefined)[]) => (present(a[0]) < present(b[0]) ? -1 : 1);
  assert.deepEqual(written.sort(byCode), [...VOICE_STUDIO].sort(byCode));
});

test('the two codes of Studio Gateway that share 503 mean opposite things, and lead to each other', () => {
  const { codes } = apiOf('studio-gateway');
  const [disabled, unavailable] = ['write_disabled', 'unavailable'].map((name) =>
    present(codes.find(({ code }) => code === name)),
  );
  assert.ok(disabled && unavailable);
  assert.deepEqual(
    [disabled, unavailable].map(({ statuses, retry }) => [present(statuses[0]).status, retry.policy]),
    [
      [503, 'never'],
      [503, 'backoff'],
    ],
  );
  assert.ok(disabled.related.includes('unavailable') && unavailable.related.includes('write_disabled'));
});
