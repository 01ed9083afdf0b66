import assert from 'node:assert/strict';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { handOver } from '../../../src/cli/handover.ts';
import { cacheFolder } from '../../../src/cli/incremental/cache.ts';
import { pageFiller } from '../../../src/cli/pages/fill.ts';
import { programPages } from '../../../src/cli/pages/program.ts';
import { bringProgram } from '../../../src/cli/pages/programs.ts';
import { shapeOf, withTexts } from '../../../src/cli/pages/shape.ts';
import { filled, placeMarks, type Template } from '../../../src/cli/pages/template.ts';
import branded from '../../browser/fixtures/branded.config.ts';
import { EVERYTHING } from '../../helpers/everything.ts';
import { type Flags, Place, settingsFor } from '../../helpers/incremental.ts';
import {
  BODIES,
  BRANDED,
  DESK,
  FOREIGN,
  GROWN,
  HIDDEN,
  HOSTILE,
  NAMESPACES,
  OURS,
  registryIn,
  SEARCHED,
  SHAPES,
  VERSIONS,
} from '../../helpers/registry.ts';
import { inTemporaryFolder } from '../../helpers/temporary.ts';

/** All registries of the tests, as few sites. */
const SITES: Record<string, [contracts: string[], flags: Flags]> = {
  'most registries, with every setting': [
    [OURS, HOSTILE, GROWN, NAMESPACES, SEARCHED, FOREIGN, HIDDEN, DESK],
    { site: 'https://errors.example.com', base: '/a&b/', config: 'errorbook.config.json' },
  ],
  'the others, with no setting': [[VERSIONS, SHAPES, BODIES], {}],
};

for (const [name, [contracts, flags]] of Object.entries(SITES)) {
  test(`each code’s page is, when filled in, what Astro renders, byte for byte: ${name}`, () =>
    inTemporaryFolder(async (folder) => {
      const place = new Place(folder, ...contracts);
      cpSync(join(dirname(BRANDED), 'branded'), join(folder, 'branded'), { recursive: true });
      const { contracts: _, ...configuration } = branded;
      writeFileSync(join(folder, 'errorbook.config.json'), JSON.stringify(configuration));
      const pages = await pagesOf(place, flags, folder);
      const { markOf, templateOf } = placeMarks();
      const firstOf = new Map<string, Template>();
      const seen = new Map<string, number>();
      let codes = 0;
      for (const page of pages) {
        if (!page.isPage || !page.values) continue;
        codes++;
        // before pages of a domain are rendered, its navigation is not known
        const rendered = () => page.render().then(page.values);
        const values = page.values() ?? (await rendered()) ?? (await rendered());
        assert.ok(values, page.file);
        const { key, texts } = shapeOf(values);
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (!EVERYTHING && Number(seen.get(key)) > 2) continue;
        const html = await page.render();
        const template = templateOf(await page.render(withTexts(values, markOf)));
        assert.ok(template, `${page.file}: a component changes a text of the page.`);
        assert.equal(filled(template, texts), html);
        assert.equal(
          filled(firstOf.get(key) ?? template, texts),
          html,
          `${page.file} shows what is not in its values.`,
        );
        firstOf.set(key, firstOf.get(key) ?? template);
      }
      const { apis } = await registryIn(place.contracts);
      assert.equal(
        codes,
        apis.reduce((sum, api) => sum + api.codes.length, 0),
      );
    }));
}

/** The pages of the program that builds run. */
async function pagesOf({ contracts }: Place, flags: Flags, folder: string) {
  // the program finds our packages above it
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'));
  const { program } = await bringProgram(join(folder, 'programs'), cacheFolder());
  const place = { base: flags.base ?? '/', address: flags.site };
  const [registry, settings] = [await registryIn(contracts), await settingsFor(contracts, flags)];
  handOver({ registry, settings, place, preview: undefined, compiledGuides: {} });
  return programPages(program, place);
}

/** What a made-up page shows. */
interface Values {
  title: string;
  note?: string | undefined;
  kind?: string;
  items: string[];
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (it) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[it]};`);
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Fills pages in, and gives those that were rendered, or had their marks rendered, beside the HTML of all. */
async function fillAll(
  pages: Values[],
  render: (values: Values) => string,
): Promise<[html: string[], rendered: number]> {
  let rendered = 0;
  const fill = pageFiller<Values>();
  const html: string[] = [];
  for (const values of pages) {
    const counted = async (it: Values) => {
      rendered++;
      return render(it);
    };
    html.push(await fill({ values, render: counted }));
  }
  assert.deepEqual(html, pages.map(render));
  return [html, rendered];
}

const MARKUP = `<b> "a" & 'b' &amp; $& </b>`;
const PAGES: Values[] = Array.from({ length: 6 }, (_, n) => ({ title: `${MARKUP} ${n}`, items: [`${n} <i>`, MARKUP] }));

test('of pages that differ in texts alone, three are rendered', async () => {
  const component = ({ title, items }: Values) =>
    `<h1 title="${attribute(title)}">${escaped(title)}</h1>${items.join('<hr>')}${title}`;
  const [, rendered] = await fillAll(PAGES, component);
  assert.equal(rendered, 3);
});

test('pages with other parts are other shapes, and so are those that differ in what components compare', async () => {
  const component = ({ title, note, kind, items }: Values) =>
    `${title}${note ? `<p>${note}</p>` : ''}${kind === 'new' ? '<b>' : ''}${items.map((item) => `<li>${item}`).join('')}`;
  const pages = PAGES.flatMap((page) => [
    page,
    { ...page, note: '' },
    { ...page, note: 'A note' },
    { ...page, kind: 'new' },
    { ...page, kind: 'old' },
    { ...page, items: [] },
    { ...page, items: [...page.items, ''] },
  ]);
  const [, rendered] = await fillAll(pages, component);
  assert.equal(rendered, 7 * 3);
});

for (const [what, component] of Object.entries<(values: Values) => string>({
  'changes a text': ({ title, items }) => title.toUpperCase() + items.join(),
  'shows a part of a text': ({ title, items }) => title.slice(0, 10) + items.join(),
  'escapes a text in its own way': ({ title, items }) => encodeURI(title) + items.join(),
  'puts a text where another one is': ({ title, items }) => title.replace('0', items[0] ?? ''),
  'compares texts': ({ title, items }) => (title.includes(items[1] ?? '') ? title : 'No.'),
  'counts what is in a text': ({ title }) => `${title}: ${title.length}`,
}))
  test(`where a component ${what}, Astro renders all pages`, async () => {
    const [, rendered] = await fillAll(PAGES, component);
    assert.equal(rendered, PAGES.length + 1);
  });

test('where pages show what is not among their values, such as their address, Astro renders all pages', async () => {
  const fill = pageFiller<Values>();
  const pages = PAGES.map((values, address) => ({
    values,
    render: async ({ title }: Values) => `${title} at ${address}`,
  }));
  const html: string[] = [];
  for (const page of pages) html.push(await fill(page));
  assert.deepEqual(html, await Promise.all(pages.map(({ values, render }) => render(values))));
});
