import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../helpers/built.ts';
import { errorbook } from '../helpers/command.ts';
import { PARCELS } from '../helpers/desk.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const api = (title: string, more = '') => `title: ${title}
summary: Sends parcels.
${more}domains: [parcels]
envelope:
  fields:
    - { pointer: /code, type: string, role: code, meaning: The code. }
states:
  parcel:
    title: States of a parcel
    summary: Where it is.
    values:
      lost: { meaning: Nobody knows., terminal: true }
limits:
  - { title: Parcels, max: 30, per: hour }
`;

const GUIDE = '---\ntitle: Waiting\nsummary: How long to wait.\n---\n\nWait.\n';

/** Which page leads to which file of its API; an empty text for a page that no single file has. */
const PAGES = {
  '': 'api.yml',
  'response/': 'api.yml',
  'states/': 'api.yml',
  'limits/': 'api.yml',
  'domains/parcels/': 'parcels.yaml',
  'errors/PARCEL_LOST/': 'parcels.yaml',
  'guides/waiting/': 'guides/waiting.mdx',
  'guides/': '',
  'handling/': '',
  'statuses/': '',
};

test('each page that a file of the registry is the source of leads to where that file is edited', () =>
  inTemporaryFolder(async (folder) => {
    writeFiles(folder, {
      'errorbook.config.json': '{ "contracts": "our errors", "editLink": "https://git.example/edit/main/{path}?a=b" }',
      'our errors/desk/api.yml': api('Desk API'),
      'our errors/desk/parcels.yaml': PARCELS,
      'our errors/desk/guides/waiting.mdx': GUIDE,
      'our errors/office/api.yml': api('Office API', 'source: https://code.example/office\n'),
      'our errors/office/parcels.yaml': PARCELS,
      'our errors/office/guides/waiting.mdx': GUIDE,
    });
    const out = join(folder, 'dist');
    const built = await errorbook('build', '--config', join(folder, 'errorbook.config.json'), '--out', out).ended;
    assert.equal(built.status, 0, built.err + built.out);
    const linkOn = async (path: string) => {
      const html = await readFile(join(out, path, 'index.html'), 'utf8');
      return />?<a href="([^"]*)">Edit this (?:page|entry)<\/a>/.exec(html)?.[1] ?? '';
    };
    const linksOf = async (id: string) =>
      Object.fromEntries(
        await Promise.all(Object.keys(PAGES).map(async (page) => [page, await linkOn(`${id}/${page}`)])),
      );
    const expected = (hrefOf: (file: string, page: string) => string) =>
      Object.fromEntries(Object.entries(PAGES).map(([page, file]) => [page, file && hrefOf(file, page)]));
    assert.deepEqual(
      await linksOf('desk'),
      expected((file) => `https://git.example/edit/main/our%20errors/desk/${file}?a=b`),
    );
    assert.deepEqual(
      await linksOf('office'),
      expected((file, page) => `https://code.example/office/${file}${page.startsWith('errors/') ? '#L3' : ''}`),
    );
  }));
