import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../helpers/built.ts';
import { runIn } from '../helpers/fixture.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const API = {
  title: 'Shop',
  summary: 'Sells things.',
  domains: ['all'],
  envelope: { fields: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'The code.' }] },
};

/** A registry of so many codes, the others gone, with this status. */
function registryOf(folder: string, from: number, status: number): Record<string, string> {
  const texts = { meaning: `It is wrong. ${'One more sentence. '.repeat(20)}`, remediation: 'Put it right.' };
  const codes = Array.from({ length: 120 - from }, (_, at) => [
    `C${String(at + from).padStart(3, '0')}`,
    { status, ...texts, retry: 'never' },
  ]);
  return {
    [`${folder}/shop/api.json`]: JSON.stringify(API),
    [`${folder}/shop/all.json`]: JSON.stringify({ title: 'All', codes: Object.fromEntries(codes) }),
  };
}

test('each link of the comment to a page of the preview arrives, also with labels of the team’s own', () =>
  inTemporaryFolder(async (folder) => {
    const label = 'Never send this request again without a change, because it would fail in the same way';
    writeFiles(folder, {
      ...registryOf('old', 0, 409),
      ...registryOf('contracts', 60, 410),
      'errorbook.config.json': JSON.stringify({ retryLabels: { never: label } }),
    });
    const argv = ['preview', '--against', './old', '--site', 'https://errors.example', '--base', '/p/'];
    const { status, err } = await runIn(folder, argv);
    assert.equal(status, 0, err);
    const report = readFileSync(join(folder, 'preview/report.md'), 'utf8');
    const links = [...report.matchAll(/https:\/\/errors\.example\/p\/(preview\/(?:\d+\/)?)#([\w-]+)/g)];
    assert.ok(new Set(links.map(([, page]) => page)).size > 1, report);
    for (const [link, page = '', anchor = ''] of links) {
      const html = readFileSync(join(folder, 'preview', page, 'index.html'), 'utf8');
      assert.ok(html.includes(`id="${anchor}"`), link);
    }
  }));
