import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';
import { write } from './init-project.ts';

const FILES = {
  'contracts/desk/api.yaml': `title: Desk API
summary: Sends parcels.
domains: [shipments]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: The code. }
`,
  'contracts/desk/guides/patience.mdx': '---\ntitle: Patience\nsummary: How long.\naliases: [waiting]\n---\n\nWait.\n',
  'contracts/desk/shipments.yaml': `title: Shipments
aliases: [parcels]
codes:
  PARCEL_LOST:
    aliases: [PARCEL_GONE]
    status: 410
    meaning: Nobody found the parcel.
    remediation: Send another parcel.
    retry: never
`,
};

const KINDS = {
  code: { old: 'PARCEL_GONE', now: 'PARCEL_LOST', artifacts: ['code-markdown', 'code-json'] },
  guide: { old: 'waiting', now: 'patience', artifacts: ['guide-markdown'] },
  domain: { old: 'parcels', now: 'shipments', artifacts: ['domain-markdown'] },
};

for (const [kind, { old, now, artifacts }] of Object.entries(KINDS)) {
  test(`an earlier name of a ${kind} writes the file of the ${kind}, and one line says what it is called now`, () =>
    inTemporaryFolder(async (folder) => {
      write(folder, FILES);
      for (const artifact of artifacts) {
        const common = ['generate', '--artifact', artifact, '--site', 'https://errors.example'];
        const fronted = artifact.endsWith('markdown') ? [...common, '--front-matter'] : common;
        const [before, after] = [
          await runIn(folder, [...fronted, `--${kind}`, old]),
          await runIn(folder, [...fronted, `--${kind}`, now]),
        ];
        assert.deepEqual([after.status, after.err], [0, '']);
        assert.deepEqual(before, { ...after, err: `The ${kind} \`${old}\` is called \`${now}\` now.` });
      }
    }));
}

test('a file of the earlier name is up to date where that of the code is', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, FILES);
    const file = join(folder, 'lost.json');
    const args = ['generate', '--artifact', 'code-json', '--site', 'https://errors.example', '--out', file];
    assert.equal((await runIn(folder, [...args, '--code', 'PARCEL_LOST'])).status, 0);
    assert.deepEqual(await runIn(folder, [...args, '--code', 'PARCEL_GONE', '--check']), {
      status: 0,
      out: 'lost.json is up to date.',
      err: 'The code `PARCEL_GONE` is called `PARCEL_LOST` now.',
    });
  }));

test('another name is no code; the message suggests the nearest', () =>
  inTemporaryFolder(async (folder) => {
    write(folder, FILES);
    const args = ['generate', '--artifact', 'code-json', '--site', 'https://errors.example'];
    assert.deepEqual(await runIn(folder, [...args, '--code', 'PARCEL_LOSTT']), {
      status: 2,
      out: '',
      err: 'Desk API has no code `PARCEL_LOSTT`; did you mean `PARCEL_LOST`?',
    });
  }));
