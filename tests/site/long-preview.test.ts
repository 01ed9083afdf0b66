import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, compare } from '../../src/index.ts';
import { LONGEST_PART } from '../../src/site/paging.ts';
import { previewPage } from '../../src/site/preview-page.ts';
import { previewPageOf, previewParts } from '../../src/site/preview-parts.ts';
import { makeSite, type Site } from '../../src/site/site.ts';
import { present } from '../helpers/present.ts';

/* A pull request that changes hundreds of codes of two APIs: its preview has as many pages as it needs. */

const ALIKE = 'One sentence that is the same before and after, with `C1` in it. '.repeat(8);

const ENVELOPE = { fields: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'The code.' }] };

/** An API whose codes all have this status and meaning; codes named `GONE…` are there only before. */
function stateOf(status: number, meaning: string, gone: number) {
  const codes = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count + gone }, (_, at) => [
        at < count ? `C${at}` : `GONE${at}`,
        { status, meaning: `${meaning} ${at}. ${ALIKE}`, remediation: `Look at ${at}. ${ALIKE}`, retry: 'never' },
      ]),
    );
  const files = [
    ['shop', 150],
    ['depot', 260],
  ].flatMap(([id, count]) => [
    {
      path: `${id}/api.json`,
      text: JSON.stringify({ title: `The ${id}`, summary: 'Things.', domains: ['all'], envelope: ENVELOPE }),
    },
    { path: `${id}/all.json`, text: JSON.stringify({ title: 'All', codes: codes(Number(count)) }) },
  ]);
  return check(files);
}

const [before, after] = [stateOf(400, 'It is thing', 3), stateOf(409, 'It was thing', 0)];
const states = before.snapshots();
const changes = compare(states, after.snapshots()).map((change) => ({ ...change, reason: 'Callers act on it.' }));
const preview = {
  against: 'main',
  notes: [],
  counts: '',
  step: '',
  changes,
  before: states.map(({ api }) => api),
};
const site: Site = makeSite({
  registry: present(after.registry),
  base: '/p/',
  address: undefined,
  preview,
  previewPageOf,
  contentPolicy: undefined,
});
const pages = previewParts(site).pages.map((part) => previewPage(site, preview, part));
const addressOf = (at: number) => (at === 0 ? '/p/preview/' : `/p/preview/${at + 1}/`);

test('a long preview has several pages, each of them small, which lead to each other', () => {
  assert.ok(pages.length > 3, String(pages.length));
  for (const page of pages) assert.ok(Buffer.byteLength(JSON.stringify(page)) < LONGEST_PART * 1.1);
  assert.deepEqual(
    pages.map(({ paging }) => [paging?.previous, paging?.next]),
    pages.map((_, at) => [
      at === 0 ? undefined : addressOf(at - 1),
      at + 1 === pages.length ? undefined : addressOf(at + 1),
    ]),
  );
});

test('every change is on one page, and leads to the page that shows its code before and after', () => {
  const shown = pages.flatMap(({ apis }) => apis.flatMap(({ levels }) => levels.flatMap(({ changes }) => changes)));
  assert.equal(shown.length, changes.length);
  const places = pages.flatMap(({ apis }, at) =>
    apis.flatMap(({ pairs }) => pairs.map(({ anchor }) => [anchor, `${addressOf(at)}#${anchor}`] as const)),
  );
  assert.equal(new Set(places.map(([anchor]) => anchor)).size, places.length);
  const hrefs = new Map(places);
  pages.forEach(({ apis }, at) => {
    for (const { anchor = '', href } of apis.flatMap(({ levels }) => levels.flatMap(({ changes }) => changes)))
      assert.equal(href?.startsWith('#') ? addressOf(at) + href : href, hrefs.get(anchor) ?? '/p/preview/');
  });
  for (const api of site.apis)
    for (const { code } of api.codes)
      assert.equal(api.previewMark(code)?.href, hrefs.get(`${api.id}-${code}`) ?? '/p/preview/');
  assert.equal(hrefs.size, 200 + 153);
  assert.ok(pages.some(({ apis }) => apis.some(({ notes }) => notes.some((note) => note.includes('63 more codes')))));
});

test('an API that begins on a later page has a link on the first, and is marked where it goes on', () => {
  const starts = (id: string) => pages.findIndex(({ apis }) => apis.some((api) => api.id === id && !api.isContinued));
  const ids = present(pages[0]).apis.map(({ id }) => id);
  assert.deepEqual(
    present(pages[0]).later,
    ['depot', 'shop']
      .filter((id) => !ids.includes(id))
      .map((id) => ({ anchor: id, text: `The ${id}`, href: `${addressOf(starts(id))}#${id}` })),
  );
  assert.equal(present(pages[0]).later.length, 1);
  assert.ok(pages.slice(1).every(({ apis: [first] }) => first?.isContinued || starts(first?.id ?? '') > 0));
});
