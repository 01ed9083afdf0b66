import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { codeArtifacts, decodeIndex } from '../../src/index.ts';
import { apiPage, apiParts } from '../../src/site/api-page.ts';
import { codePage } from '../../src/site/code-page.ts';
import { compared, sideOf } from '../../src/site/preview-side.ts';
import { plainParts } from '../../src/site/prose-tree.ts';
import { searchIndex } from '../../src/site/search-index.ts';
import { makeSite, type SiteApi } from '../../src/site/site.ts';
import { linksOf } from '../artifacts/setup.ts';
import { expectFile, runIn } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';
import { registryIn } from '../helpers/registry.ts';

/*
 * Texts with lists, code, tables and several paragraphs in every rendering.
 */

const HERE = join(import.meta.dirname, 'blocks');
const registry = await registryIn(join(HERE, 'contracts'));
const api = await apiIn('contracts');

async function apiIn(folder: string): Promise<SiteApi> {
  const source = { base: '/docs/', address: undefined, preview: undefined, contentPolicy: undefined };
  const [first] = makeSite({ ...source, registry: await registryIn(join(HERE, folder)) }).apis;
  assert.ok(first);
  return first;
}

test('the page of a code has its blocks as HTML', () => {
  const pages = api.codes.map((code) => {
    const { head, lead, sections } = codePage(api, code);
    const shown = sections.filter(({ id }) => id !== 'response' && id !== 'handle');
    return [`# ${code.code}`, head.description, lead, ...shown.map(({ id, html }) => `## ${id}\n${html}`)].join('\n');
  });
  expectFile(join(HERE, 'pages.txt'), pages.join('\n\n'));
});

test('rows and descriptions have the first paragraph', () => {
  const { head, intro, groups } = apiPage(api, present(apiParts(api)[0]));
  const rows = (groups ?? []).flatMap((group) => group.rows.map(({ meaning, whatToDo }) => `${meaning}\n${whatToDo}`));
  expectFile(join(HERE, 'rows.txt'), [head.description, intro, ...rows].join('\n'));
});

test('the Markdown version keeps blocks, indented in items of lists', () => {
  const markdown = codeArtifacts.find(({ id }) => id === 'code-markdown');
  assert.ok(markdown);
  const texts = api.codes.map((code) => markdown.makeFor(api, code, linksOf(api)));
  expectFile(join(HERE, 'markdown.md'), texts.join('\n'));
});

test('the terminal shows blocks on lines of their own', async () => {
  const texts = await Promise.all(
    api.codes.map(({ code }) =>
      runIn(HERE, ['explain', code, '--contracts', 'contracts'], { out: false, err: false }, { columns: 60 }),
    ),
  );
  expectFile(join(HERE, 'terminal.txt'), texts.map(({ out }) => out).join('\n\n\n'));
});

test('the decoder and the search have blocks as text', () => {
  const index = decodeIndex(registry, { apiHref: () => '', codeHref: () => '', prose: plainParts });
  const entries = index.apis.flatMap(({ codes }) => codes.map(({ meaning, steps }) => [meaning, ...steps]));
  const { texts } = searchIndex(registry.apis, api.urls);
  expectFile(
    join(HERE, 'decoder.txt'),
    entries
      .flat()
      .map((prose) => prose.join('`'))
      .join('\n---\n'),
  );
  expectFile(
    join(HERE, 'search.txt'),
    JSON.stringify(
      texts.flatMap(({ codes }) => codes),
      null,
      2,
    ),
  );
});

test('a preview compares block by block', async () => {
  const earlier = await apiIn('before');
  const sides = api.codes.flatMap((code) => {
    const was = earlier.byCode.get(code.code);
    assert.ok(was);
    const { before, after } = compared(sideOf(earlier, was, api), sideOf(api, code, undefined));
    return [before, after].map(({ sections }) =>
      sections
        .filter(({ id }) => id === 'causes' || id === 'what-to-do')
        .flatMap(({ id, parts }) => [`## ${id}`, ...parts.flatMap(({ open, items, close }) => [open, ...items, close])])
        .join('\n'),
    );
  });
  expectFile(join(HERE, 'preview.txt'), sides.join('\n\n\n'));
});
