import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { check } from '../../src/index.ts';
import { domainAliasPage } from '../../src/site/alias-page.ts';
import { domainForwardsOf } from '../../src/site/aliases.ts';
import { aliasFiles, linksOf } from '../../src/site/artifacts.ts';
import { makeSite } from '../../src/site/site.ts';
import { writeFiles } from '../helpers/built.ts';
import { errorbook } from '../helpers/command.ts';
import { DESK_API, PARCELS, writeReleased } from '../helpers/desk.ts';
import { runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const FILES = { 'contracts/desk/api.yaml': DESK_API, 'contracts/desk/parcels.yaml': PARCELS };

/** A registry whose domain `parcels` was released and is `shipments` now, in the folder `contracts`; `before` has it as it was. */
async function renamedDomain(folder: string, alias: string): Promise<void> {
  await writeReleased(folder, FILES);
  const [api, old, now] = ['api', 'parcels', 'shipments'].map((name) => join(folder, `contracts/desk/${name}.yaml`));
  await writeFile(present(api), FILES['contracts/desk/api.yaml'].replace('[parcels]', '[shipments]'));
  await rename(present(old), present(now));
  await writeFile(present(now), alias + FILES['contracts/desk/parcels.yaml'].replace('Parcels', 'Shipments'));
}

test('a domain that gets another id keeps its address by an alias, and check and diff say how', () =>
  inTemporaryFolder(async (folder) => {
    await renamedDomain(folder, '');
    const without = await runIn(folder, ['check']);
    assert.equal(without.status, 1);
    assert.match(without.out, /error {2}released-code\n {2}The domain `parcels` was released/);
    assert.match(without.out, /`aliases: \[parcels\]` in the file of the domain that has its codes now/);
    const diff = ['diff', '--against', './before/contracts'];
    const broken = await runIn(folder, diff);
    assert.deepEqual([broken.status, /address-removed/.test(broken.out)], [1, true]);

    await rm(folder, { recursive: true });
    await renamedDomain(folder, 'aliases: [parcels]\n');
    assert.equal((await runIn(folder, ['check'])).status, 0);
    const kept = await runIn(folder, diff);
    assert.equal(kept.status, 0, kept.out);
    assert.match(kept.out, /alias-added\n.*The address of the domain `parcels` now leads to `shipments`\./);

    // from then on the alias is released, and is not given up
    assert.equal((await runIn(folder, ['release', '--name', '2026-11', '--date', '2026-11-01'])).status, 0);
    const file = join(folder, 'contracts/desk/shipments.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('aliases: [parcels]\n', ''));
    assert.match((await runIn(folder, ['check'])).out, /address of `parcels`, which led to the domain `shipments`/);
  }));

test('the old address has a page that forwards, and Markdown', () =>
  inTemporaryFolder(async (folder) => {
    await renamedDomain(folder, 'aliases: [parcels]\n');
    const registry = present(check(await readContracts(join(folder, 'contracts'))).registry);
    const site = makeSite({ registry, base: '/', address: undefined, preview: undefined, contentPolicy: undefined });
    const api = present(site.apis[0]);
    const page = domainAliasPage(api, present(domainForwardsOf(api)[0]));
    assert.deepEqual(
      [page.href, page.lead],
      ['/desk/domains/shipments/', 'These codes of the Desk API are now listed under Shipments.'],
    );
    const [markdown] = aliasFiles(api, linksOf(site.urls, api)).filter(({ path }) => path === 'domains/parcels.md');
    assert.match(present(markdown).text(), /^# Shipments\n/);
    const out = join(folder, 'dist');
    const built = await errorbook('build', '--contracts', join(folder, 'contracts'), '--out', out, '--host', 'netlify')
      .ended;
    assert.equal(built.status, 0, built.err);
    assert.match(
      await readFile(join(out, 'desk/domains/parcels/index.html'), 'utf8'),
      /href="\/desk\/domains\/shipments\/"/,
    );
    assert.match(
      await readFile(join(out, '_redirects'), 'utf8'),
      /^\/desk\/domains\/parcels\/ \/desk\/domains\/shipments\/ 301!$/m,
    );
  }));

test('every page of the list of codes forwards, and each says in its title which one it is', () =>
  inTemporaryFolder(async (folder) => {
    const code = (i: number) =>
      `  LOST_${i}: { status: 410, meaning: Nobody found parcel ${i}., remediation: Send another., retry: never }\n`;
    const codes = Array.from({ length: 201 }, (_, i) => code(i)).join('');
    writeFiles(folder, {
      'contracts/desk/api.yaml': FILES['contracts/desk/api.yaml'].replace('[parcels]', '[shipments]'),
      'contracts/desk/shipments.yaml': `title: Shipments\naliases: [parcels]\ncodes:\n${codes}`,
    });
    const out = join(folder, 'dist');
    const built = await errorbook('build', '--contracts', join(folder, 'contracts'), '--out', out, '--host', 'netlify')
      .ended;
    assert.equal(built.status, 0, built.err);
    const textOf = (path: string) => readFile(join(out, path), 'utf8');
    const titleOf = async (path: string) => /<title>([^<]*)/.exec(await textOf(path))?.[1];
    assert.match(await textOf('desk/domains/parcels/2/index.html'), /content="0; url=\/desk\/domains\/shipments\/2\/"/);
    assert.match(await textOf('_redirects'), /^\/desk\/domains\/parcels\/2\/ \/desk\/domains\/shipments\/2\/ 301!$/m);
    const pages = [
      'domains/parcels',
      'domains/parcels/2',
      'domains/shipments',
      'domains/shipments/2',
      'statuses/410/2',
    ];
    assert.deepEqual(await Promise.all(pages.map((path) => titleOf(`desk/${path}/index.html`))), [
      'parcels is now Shipments · Desk API',
      'parcels is now Shipments · Page 2 of 2 · Desk API',
      'Shipments · Error codes · Desk API',
      'Shipments · Error codes · Page 2 of 2 · Desk API',
      '410 Gone · Page 2 of 2 · Desk API',
    ]);
  }));
