import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRuntimes } from '../../src/cli/runtimes.ts';
import { apiArtifacts, check, codeArtifacts } from '../../src/index.ts';
import { aliasFiles, linksOf } from '../../src/site/artifacts.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { PARCELS } from '../helpers/desk.ts';
import { runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const API = `title: Desk
summary: Lends parcels.
source: https://code.example/desk/
domains: [parcels]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: The code. }
`;

const LOST = `${PARCELS}    aliases:
      - { code: LOST_PARCEL, since: "2026-10-01", reason: All codes begin with what they are about. }
`;

async function filesOf(parcels: string): Promise<Map<string, string>> {
  const checked = check([
    { path: 'desk/api.yaml', text: API },
    { path: 'desk/parcels.yaml', text: parcels },
  ]);
  assert.deepEqual(checked.diagnostics, []);
  const api = present(checked.registry?.apis[0]);
  const links = linksOf(urlsUnder('/', 'https://errors.example'), api);
  const runtimes = await readRuntimes();
  const code = present(api.codes[0]);
  return new Map([
    ...apiArtifacts.map((it) => [it.path, it.make(api, links, runtimes)] as const),
    ...codeArtifacts.map((it) => [it.pathOf(code), it.makeFor(api, code, links)] as const),
    ...aliasFiles(api, links).map(({ path, text }) => [path, text()] as const),
  ]);
}

test('a comment in a file changes nothing that is generated', async () => {
  const plain = await filesOf(LOST);
  assert.deepEqual(await filesOf(`# The parcels of the desk.\n\n${LOST}`), plain);
  assert.ok(present(plain.get('errors.json')).includes('parcels.yaml'));
});

test('the address of an alias answers in each format, as the code does', async () => {
  const files = await filesOf(LOST);
  assert.equal(files.get('errors/LOST_PARCEL.md'), files.get('errors/PARCEL_LOST.md'));
  const [code, alias] = ['PARCEL_LOST', 'LOST_PARCEL'].map((it) => JSON.parse(present(files.get(`errors/${it}.json`))));
  assert.deepEqual(alias, { ...code, alias: 'LOST_PARCEL' });
  assert.equal(alias.url, 'https://errors.example/desk/errors/PARCEL_LOST/');
});

test('generate says that addresses have no host where the site is not named, and nothing where it is', () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, 'contracts/desk'), { recursive: true });
    await writeFile(join(folder, 'contracts/desk/api.yaml'), API);
    await writeFile(join(folder, 'contracts/desk/parcels.yaml'), LOST);
    const err = async (...argv: string[]) => (await runIn(folder, ['generate', '--out', 'file', ...argv])).err;
    assert.equal(
      await err('--artifact', 'json', '--base', '/docs/'),
      'Without --site, this file names addresses without a host, such as /docs/desk/; add --site https://… where the site is known.',
    );
    assert.equal(await err('--artifact', 'json', '--site', 'https://errors.example'), '');
  }));
