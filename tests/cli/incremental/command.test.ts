import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorbook } from '../../helpers/command.ts';
import { edit } from '../../helpers/git.ts';
import { assertSame } from '../../helpers/incremental.ts';
import { SMALL } from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

test('a build says how many pages were kept, also after one that found errors; with --no-cache, none are and none will be', () =>
  inTemporaryFolder(async (folder) => {
    const contracts = join(folder, 'contracts');
    const codes = join(contracts, 'parcels/tracking.yaml');
    cpSync(SMALL, contracts, { recursive: true });
    const build = async (out: string, ...more: string[]) => {
      const { ended } = errorbook('build', '--contracts', contracts, '--out', join(folder, out), ...more);
      const { status, out: said } = await ended;
      const [, pages, kept] = /^Built (\d+) pages(?:, (\d+) of them kept,)? into \S+ in [\d.]+ s\.$/m.exec(said) ?? [];
      return { status, pages: Number(pages), kept: Number(kept ?? 0) };
    };
    const first = await build('site');
    assert.deepEqual([first.status, first.kept], [0, 0]);
    edit(codes, 'status: 404', 'status: four');
    assert.equal((await build('site')).status, 1);
    edit(codes, 'status: four', 'status: 404');
    assert.deepEqual(await build('site'), { ...first, kept: first.pages });
    edit(codes, 'Compare the number', 'Compare every digit');
    const { kept } = await build('site');
    assert.ok(kept > 0 && kept < first.pages, String(kept));

    assert.deepEqual(await build('other', '--no-cache'), first);
    await assertSame(join(folder, 'site'), join(folder, 'other'));
    assert.deepEqual(await build('other'), first);
  }));
