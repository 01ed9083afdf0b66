import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { runIn } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';

const generate = (...args: string[]) =>
  runIn(process.cwd(), ['generate', '--contracts', SMALL, '--site', 'https://errors.example', ...args]);

const KINDS: Record<string, { args: string[]; about: { title: string; description: string } }> = {
  code: {
    args: ['--artifact', 'code-markdown', '--code', 'PARCEL_UNKNOWN'],
    about: {
      title: 'PARCEL_UNKNOWN',
      description: 'The number is well formed, and no parcel of the account carries it.',
    },
  },
  domain: {
    args: ['--artifact', 'domain-markdown', '--domain', 'tracking'],
    about: { title: 'Tracking', description: 'Where a parcel is, and when it arrives.' },
  },
  guide: {
    args: ['--artifact', 'guide-markdown', '--guide', 'waiting'],
    about: { title: 'Waiting for a scan', description: 'When to read a parcel again.' },
  },
  api: {
    args: ['--artifact', 'markdown'],
    about: { title: 'Parcels API', description: 'Where a parcel is, and when it arrives.' },
  },
};

for (const [kind, { args, about }] of Object.entries(KINDS)) {
  test(`the Markdown of a ${kind} begins with its title and description where that is asked for, and is the same below`, async () => {
    const [plain, titled] = await Promise.all([generate(...args), generate(...args, '--front-matter')]);
    assert.deepEqual([titled.status, titled.err], [0, '']);
    const [, front = '', body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(titled.out) ?? [];
    assert.deepEqual(parseDocument(front).toJS(), about);
    assert.equal(body, plain.out.replace(/^# .*\n+/, ''));
  });
}

test('front matter is refused for a file that is not Markdown', async () => {
  const { status, err } = await generate('--artifact', 'typescript', '--front-matter');
  assert.deepEqual([status, err], [2, '--front-matter is for Markdown, which `typescript` is not; remove it.']);
});
