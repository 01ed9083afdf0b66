import { join } from 'node:path';
import { test } from 'node:test';
import type { Code } from '../../src/index.ts';
import { codePage } from '../../src/site/code-page.ts';
import { railOf } from '../../src/site/navigation.ts';
import { codeGroups, statusRows } from '../../src/site/rows.ts';
import { searchIndex } from '../../src/site/search-index.ts';
import { makeSite, type SiteApi } from '../../src/site/site.ts';
import { statesPages } from '../../src/site/table-pages.ts';

import { expectFile } from '../helpers/fixture.ts';
import { registryIn } from '../helpers/registry.ts';

/** An API whose codes are numbers, with states, guides and codes that are no response; and one whose bodies carry no code. */
const registry = await registryIn(join(import.meta.dirname, 'fixtures/entries'));
const site = makeSite({ registry, base: '/', address: undefined, preview: undefined, contentPolicy: undefined });

test('the head of an entry, and the sections that not every entry has', () => expectLines('heads', headOf));

test('other codes with the status are listed where they help', () =>
  expectLines('also', (api, code) => {
    const { sections } = codePage(api, code);
    return [plain(sections.find(({ id }) => id === 'see-also')?.html ?? '')];
  }));

test('a numeric code has its name in the navigation, to its neighbors, in tables and in the search', () => {
  const [api] = site.apis;
  const [code] = api?.codes ?? [];
  if (!api || !code) throw new Error('The fixture has no code.');
  const open = railOf(api, { domain: code.domain, code: code.code }).codes.children?.[0]?.children;
  const rows = codeGroups(api, api.codes).flatMap((group) => group.rows.map(({ name, title }) => [name.text, title]));
  const [first] = searchIndex(registry.apis, site.urls).codes.apis;
  const lines = first?.domains.flatMap((domain) => domain.codes.map((it, place) => [it, domain.lines[place]]));
  expectFile(
    file('names.json'),
    JSON.stringify({ rail: open, turn: codePage(api, api.codes[1] ?? code).turn, rows, search: lines }, null, 2),
  );
});

test('each state has an address, and a status is not named twice', () => {
  const [api] = site.apis;
  if (!api) throw new Error('The fixture has no API.');
  const ids = statesPages(api)
    .flatMap(({ sections }) => sections)
    .map(({ html }) => html.match(/id="[^"]*"/g));
  const statuses = statusRows(api).map(({ status, title }) => [status, title]);
  expectFile(file('states-and-statuses.json'), JSON.stringify({ ids, statuses }, null, 2));
});

function headOf(api: SiteApi, code: Code): string[] {
  const { heading, subtitle = '', copy, head, facts, sections } = codePage(api, code);
  return [
    `title: ${head.title}`,
    `description: ${head.description}`,
    `heading: ${plain(heading)}`,
    `below: ${plain(subtitle)}`,
    `button: ${copy.name ?? 'the code'}: ${copy.text}`,
    `facts: ${facts.map(({ values }) => plain(values.join(', '))).join(' · ')}`,
    `sections: ${sections.map(({ id }) => id).join(' ')}`,
    ...sections
      .filter(({ id }) => ['handle', 'guides', 'states'].includes(id))
      .map(({ id, html }) => `${id}: ${id === 'handle' ? plain(html) : html}`),
  ];
}

function expectLines(name: string, linesOf: (api: SiteApi, code: Code) => string[]): void {
  const blocks = site.apis.flatMap((api) =>
    api.codes.map((code) => [`${api.id}/${code.code}`, ...linesOf(api, code)].join('\n  ')),
  );
  expectFile(file(`${name}.txt`), blocks.join('\n'));
}

function file(name: string): string {
  return join(import.meta.dirname, 'pages', `entries-${name}`);
}

/** The text of HTML. */
function plain(html: string): string {
  return html
    .replaceAll(/<wbr>|<\/?(?:code|span|a)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
