import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { check } from '../../src/index.ts';
import { API, shortly } from '../helpers/checked.ts';

let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errorbook-contracts-'));
  root = join(folder, 'contracts');
  mkdirSync(join(root, 'desk/guides'), { recursive: true });
  writeFileSync(join(root, 'desk/api.yaml'), API);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What was read, shortly: each path with its trouble or the length of its text. */
async function read(): Promise<Record<string, string | number>> {
  const sources = await readContracts(root);
  return Object.fromEntries(sources.map(({ path, text, trouble }) => [path, trouble ?? text.length]));
}

test('files are read in the order of their paths, and hidden ones and backups are not', async () => {
  writeFileSync(join(root, 'desk/parcels.yaml'), 'abc');
  writeFileSync(join(root, 'desk/.parcels.yaml.swp'), 'abc');
  writeFileSync(join(root, 'desk/parcels.yaml~'), 'abc');
  writeFileSync(join(root, 'a.yaml'), '');
  assert.deepEqual(Object.entries(await read()), [
    ['a.yaml', 0],
    ['desk/api.yaml', API.length],
    ['desk/parcels.yaml', 3],
  ]);
});

test('text that is no UTF-8 is named, not guessed at; a byte order mark is dropped', async () => {
  writeFileSync(join(root, 'desk/latin.yaml'), Buffer.from('title: Caf\xe9', 'latin1'));
  writeFileSync(join(root, 'desk/half.yaml'), Buffer.from('title: é').subarray(0, -1));
  writeFileSync(join(root, 'desk/wide.yaml'), Buffer.from('\ufefftitle: A', 'utf16le'));
  writeFileSync(join(root, 'desk/marked.yaml'), '\ufefftitle: A');
  assert.deepEqual(await read(), {
    'desk/api.yaml': API.length,
    'desk/half.yaml': 'encoding',
    'desk/latin.yaml': 'encoding',
    'desk/marked.yaml': 8,
    'desk/wide.yaml': 'encoding',
  });
});

test('a link that leads out is not followed, be it to a file or to a folder', async () => {
  mkdirSync(join(folder, 'contracts-too'));
  writeFileSync(join(folder, 'contracts-too/secret.yaml'), 'secret');
  symlinkSync('../../contracts-too/secret.yaml', join(root, 'desk/parcels.yaml'));
  symlinkSync(join(folder, 'contracts-too'), join(root, 'other'));
  assert.deepEqual(await read(), { 'desk/api.yaml': API.length, 'desk/parcels.yaml': 'outside', other: 'outside' });
});

test('a link that stays inside is followed', async () => {
  mkdirSync(join(root, 'shared/guides'), { recursive: true });
  writeFileSync(join(root, 'shared/guides/hours.mdx'), 'text');
  symlinkSync('../../shared/guides/hours.mdx', join(root, 'desk/guides/hours.mdx'));
  symlinkSync('shared', join(root, 'also'));
  assert.deepEqual(await read(), {
    'also/guides/hours.mdx': 4,
    'desk/api.yaml': API.length,
    'desk/guides/hours.mdx': 4,
    'shared/guides/hours.mdx': 4,
  });
});

test('links that lead nowhere or round in a circle end, and are named', async () => {
  symlinkSync('nowhere.yaml', join(root, 'desk/lost.yaml'));
  symlinkSync('self.yaml', join(root, 'desk/self.yaml'));
  symlinkSync('..', join(root, 'desk/up'));
  symlinkSync('.', join(root, 'desk/guides/here'));
  mkdirSync(join(root, 'a'));
  mkdirSync(join(root, 'b'));
  symlinkSync('../b', join(root, 'a/to-b'));
  symlinkSync('../a', join(root, 'b/to-a'));
  assert.deepEqual(await read(), {
    'a/to-b/to-a': 'unreadable',
    'b/to-a/to-b': 'unreadable',
    'desk/api.yaml': API.length,
    'desk/guides/here': 'unreadable',
    'desk/lost.yaml': 'unreadable',
    'desk/self.yaml': 'unreadable',
    'desk/up': 'unreadable',
  });
});

test('names that are odd, or no text at all, are named in a diagnostic', async () => {
  mkdirSync(join(root, 'desk/parcels.yaml'));
  writeFileSync(join(root, 'desk/parcels.yaml/inner.yaml'), '');
  writeFileSync(join(root, 'desk/line\nend.yaml'), 'title: A\ncodes: {}\n');
  const stray = "A file with this name isn't used in this folder.";
  const expected = [
    'desk/api.yaml:3:11 missing-file: The domain `parcels` is listed, but has no file.',
    `desk/line\nend.yaml:1:1 unlisted-file: ${stray}`,
    `desk/parcels.yaml/inner.yaml:1:1 unlisted-file: ${stray}`,
  ];
  // only some systems let a name be bytes that are no text
  if (process.platform === 'linux') {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/desk/`), Buffer.from([0xff, 0xfe]), Buffer.from('.yaml')]), '');
    expected.push(
      "desk/\ufffd\ufffd.yaml:1:1 unlisted-file: This can't be read: it is a broken or circular link, or you don't have permission.",
    );
  }
  assert.deepEqual(shortly(check(await readContracts(root))), expected);
});
