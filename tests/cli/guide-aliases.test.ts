import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorbook } from '../helpers/command.ts';
import { DESK_API, PARCELS, writeReleased } from '../helpers/desk.ts';
import { runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const guide = (title: string, aliases = '') =>
  `---\ntitle: ${title}\nsummary: How long to wait.\n${aliases}---\n\n## Days\n\nWait for **two days**, then ask.\n`;

const FILES = {
  'contracts/desk/api.yaml': DESK_API,
  'contracts/desk/parcels.yaml': PARCELS.replace('parcel.', 'parcel; see [how long to wait](guides/waiting#days).'),
  'contracts/desk/guides/waiting.mdx': guide('Waiting'),
};

/** A registry whose guide `waiting` was released and is `patience` now, in the folder `contracts`; `before` has it as it was. */
async function renamedGuide(folder: string, aliases: string): Promise<void> {
  await writeReleased(folder, FILES);
  const [old, now] = ['waiting', 'patience'].map((name) => join(folder, `contracts/desk/guides/${name}.mdx`));
  await rename(present(old), present(now));
  await writeFile(present(now), guide('Patience', aliases));
}

test('a guide that gets another id keeps its address by an alias, and check and diff say how', () =>
  inTemporaryFolder(async (folder) => {
    await renamedGuide(folder, '');
    const without = await runIn(folder, ['check']);
    assert.equal(without.status, 1);
    assert.match(without.out, /error {2}released-code\n {2}The guide `waiting` was released/);
    assert.match(without.out, /`aliases: \[waiting\]` in the front matter of the guide that has its text now/);
    assert.match(without.out, /The link `guides\/waiting#days` leads to no code, guide/);
    const diff = ['diff', '--against', './before/contracts'];
    const broken = await runIn(folder, diff);
    assert.deepEqual(
      [broken.status, /address-removed/.test(broken.out), /guide-added/.test(broken.out)],
      [1, true, true],
    );

    await rm(folder, { recursive: true });
    await renamedGuide(folder, 'aliases: [waiting]\n');
    const checked = await runIn(folder, ['check', '--strict']);
    assert.deepEqual([checked.status, checked.out], [0, '4 files, 1 code: 0 errors, 0 warnings.']);
    const kept = await runIn(folder, diff);
    assert.equal(kept.status, 0, kept.out);
    assert.match(kept.out, /alias-added\n.*The address of the guide `waiting` now leads to `patience`\./);
    assert.match(kept.out, /The title of the guide `waiting` changed\.\n.*Waiting\n.*Patience/);
    assert.doesNotMatch(kept.out, /guide-added/);

    // from then on the alias is released, and is not given up
    assert.equal((await runIn(folder, ['release', '--name', '2026-11', '--date', '2026-11-01'])).status, 0);
    await writeFile(join(folder, 'contracts/desk/guides/patience.mdx'), guide('Patience'));
    assert.match((await runIn(folder, ['check'])).out, /address of `waiting`, which led to the guide `patience`/);
  }));

test('the old address forwards, in pages, Markdown and the rules of hosts; links to it lead to the guide', () =>
  inTemporaryFolder(async (folder) => {
    await renamedGuide(folder, 'aliases: [waiting]\n');
    const out = join(folder, 'dist');
    const built = await errorbook('build', '--contracts', join(folder, 'contracts'), '--out', out, '--host', 'netlify')
      .ended;
    assert.equal(built.status, 0, built.err);
    const textOf = (path: string) => readFile(join(out, path), 'utf8');
    const page = await textOf('desk/guides/waiting/index.html');
    assert.match(page, /<meta http-equiv="refresh" content="0; url=\/desk\/guides\/patience\/">/);
    assert.match(page, /The Desk API has this guide under Patience now\./);
    assert.match(await textOf('desk/guides/patience/index.html'), /<strong>two days<\/strong>/);
    assert.match(await textOf('desk/errors/PARCEL_LOST/index.html'), /href="\/desk\/guides\/patience\/#days"/);
    assert.match(await textOf('desk/errors/PARCEL_LOST.md'), /\(\/desk\/guides\/patience\.md#days\)/);
    assert.equal(await textOf('desk/guides/waiting.md'), await textOf('desk/guides/patience.md'));
    assert.match(await textOf('_redirects'), /^\/desk\/guides\/waiting\/ \/desk\/guides\/patience\/ 301!$/m);
  }));
