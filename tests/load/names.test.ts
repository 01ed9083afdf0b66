import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/index.ts';
import { API, files } from '../helpers/checked.ts';

const PARCELS =
  'title: Parcels\ncodes: { LOST: { status: 404, retry: never, meaning: It is lost., remediation: Wait. } }\n';

/** What a check says of names in a registry: rule, message and fix. */
function said(sources: Record<string, string>): string[] {
  return check(files(sources)).diagnostics.map(({ rule, message, fix }) => `${rule}: ${message} ${fix}`);
}

const ofFolder = (id: string) => said({ [`${id}/api.yaml`]: API, [`${id}/parcels.yaml`]: PARCELS });

test('the folder of an API has no name that an address of the site has', () => {
  for (const id of ['404', 'assets', 'changes', 'decode', 'preview', 'schema', 'search'])
    assert.deepEqual(ofFolder(id), [
      `bad-name: The folder \`${id}\` would use an address that the site itself needs. Rename it, for example to \`${id}-api\`.`,
    ]);
});

test('the folder of an API has lowercase letters, digits and single hyphens', () => {
  const renamed = { Desk: 'desk', '_My  Desk_': 'my-desk', 'desk--2': 'desk-2', ÖÖ: 'a-name' };
  for (const [id, slug] of Object.entries(renamed))
    assert.deepEqual(ofFolder(id), [
      `bad-name: The folder \`${id}\` would become part of addresses, which may contain only lowercase letters, digits and single hyphens. Rename it to \`${slug}\`.`,
    ]);
  for (const id of ['desk', 'desk-2', '2', 'errors', '404-api']) assert.deepEqual(ofFolder(id), []);
});

test('a domain has no name of another file of the API', () => {
  const listing = (name: string) =>
    said({
      'desk/api.yaml': API.replace('[parcels]', `[parcels, ${name}]`),
      'desk/parcels.yaml': PARCELS,
    });
  const fix = 'Rename the domain and its file, or remove the name from the list.';
  assert.deepEqual(listing('api'), [
    `bad-name: A domain can't be named \`api\`, because the file with that name describes the API itself. ${fix}`,
  ]);
  assert.deepEqual(listing('approvals'), [
    `bad-name: A domain can't be named \`approvals\`, because the file with that name lists the approved breaking changes. ${fix}`,
  ]);
});

test('files for people may be beside those of a registry, and other files may not', () => {
  const beside = (file: string) =>
    said({ 'desk/api.yaml': API, 'desk/parcels.yaml': PARCELS, [`desk/${file}`]: '' }).map(
      (line) => line.split(':')[0],
    );
  for (const file of ['README.md', 'readme', 'LICENSE', 'License.txt', 'CHANGELOG.md', 'changelog', '.gitignore'])
    assert.deepEqual(beside(file), [], file);
  for (const file of [
    'READMES.md',
    'readme.md.orig',
    'my-readme.md',
    'changelog-2.md',
    'notes.txt',
    'guides/README.txt.bak',
  ])
    assert.deepEqual(beside(file), ['unlisted-file'], file);
});
