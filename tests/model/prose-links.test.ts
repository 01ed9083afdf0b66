import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fragmentOf,
  isRelativeLink,
  linkNames,
  linksIn,
  linkTarget,
  pathFromGuide,
  withLinks,
} from '../../src/model/prose-links.ts';

const CODES = [
  { code: 'LOST', address: 'LOST' },
  { code: 'urn:sold', address: 'urn~3Asold' },
  { code: 'limits', address: 'limits' },
];
const ALIASES: Record<string, string> = { MISSING: 'LOST' };
const spelled = (text: string) => (CODES.some(({ code }) => code === text) ? text : ALIASES[text]);
const NAMES = linkNames(
  { codes: CODES, guides: [{ id: 'returns' }, { id: 'both' }], domains: [{ id: 'both' }, { id: 'more' }], images: [] },
  spelled,
);

/** Where each link leads: path and fragment, with the code or guide whose page it is. */
function targets(...links: string[]): (string | undefined)[] {
  return links.map((link) => {
    const target = linkTarget(link, NAMES);
    return target && [target.path + fragmentOf(target), target.code, target.guide].filter(Boolean).join(' ');
  });
}

test('a link leads to a code by its spelling, address or alias, from whatever page', () => {
  const links = ['LOST', 'MISSING', 'urn~3Asold', 'errors/LOST', './LOST/', '../LOST', '../../errors/LOST/', ' LOST '];
  const files = ['LOST.md', 'errors/LOST.html', 'LOST/index.html', '../errors/LOST/index.html', 'LOST.mdx', '%4COST'];
  assert.deepEqual(
    targets(...links, ...files),
    [...links, ...files].map((link) => (link.includes('urn') ? 'errors/urn~3Asold/ urn:sold' : 'errors/LOST/ LOST')),
  );
});

test('a link leads to a guide, a domain or a page of the API, and a code comes first', () => {
  assert.deepEqual(
    targets(
      'returns',
      'guides/returns/',
      '../guides/returns.mdx',
      'both',
      'domains/both',
      'domains/both.html',
      'limits',
    ),
    [
      ...Array(3).fill('guides/returns/ returns'),
      'guides/both/ both',
      'domains/both/',
      'domains/both/',
      'errors/limits/ limits',
    ],
  );
  assert.deepEqual(targets('statuses', './changes/', '../response.html'), ['statuses/', 'changes/', 'response/']);
});

test('every page of the API is found by its name', () => {
  const bare = linkNames({ codes: [], guides: [], domains: [], images: [] }, () => undefined);
  const pages = ['changes', 'files', 'guides', 'handling', 'limits', 'operations', 'response', 'states', 'statuses'];
  assert.deepEqual(
    pages.map((page) => linkTarget(`../${page}/`, bare)),
    pages.map((page) => ({ path: `${page}/`, fragment: '' })),
  );
});

test('a link that counts from the page of a guide leads to an address below that of the API, or nowhere', () => {
  const paths = {
    '../../errors/LOST/#retry': 'errors/LOST/#retry',
    '../other/?a=b#c': 'guides/other/?a=b#c',
    more: 'guides/returns/more',
    '#there': 'guides/returns/#there',
    '../..': '',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(paths).map((href) => [href, pathFromGuide(href, 'returns')])), paths);
  for (const href of [
    '../../../b/',
    '/errors/LOST/',
    'https://example.com/a/',
    '//example.com/a/',
    'http://[',
    'mailto:a',
  ])
    assert.equal(pathFromGuide(href, 'returns'), undefined, href);
});

test('a link keeps its fragment, and one without a path stays on its page', () => {
  assert.deepEqual(targets('LOST#retry', 'guides/returns/#a%20b#c', '#causes', '', 'LOST#', '#100%'), [
    'errors/LOST/#retry LOST',
    'guides/returns/#a%20b#c returns',
    '#causes',
    '',
    'errors/LOST/ LOST',
    '#100%25',
  ]);
});

test('a link to nothing of the API leads nowhere', () => {
  const links = [
    'SOLD',
    'errors/returns',
    'guides/LOST',
    'guides/sold',
    'domains/returns',
    'domains/sold',
    'errors/statuses',
  ];
  const elsewhere = [
    '/LOST',
    'https://example.com/LOST',
    'HTTPS://example.com',
    '//example.com/LOST',
    'mailto:LOST',
    'urn:sold',
    'LOST?a',
  ];
  const others = [
    'more/LOST',
    'lost',
    'XLOST.md',
    'LOST.mdxx',
    'LOST.md/index',
    'LOSTindex.html',
    'LO/ST',
    'LO.mdST',
    'LO../ST',
    'LOST\n#a',
    'x/../LOST',
    'a.statuses',
  ];
  assert.deepEqual(
    [...links, ...elsewhere, ...others].filter((link) => targets(link)[0] !== undefined),
    [],
  );
});

test('a link is relative if it has neither a scheme nor a host', () => {
  const links = ['LOST', '/LOST', '#a', 'a/b:c', '../a', '', '1a:b'];
  const others = ['https://a', ' mailto:a@b', '//a', 'X+y-1.z:', 'javascript:a'];
  assert.deepEqual([...links, ...others].filter(isRelativeLink), links);
});

/** Links, and what looks like one. */
const LINKED = `See [a](LOST), ![b](<returns> "Title") and [c][d] (not this).
[d]: /e
   [f\\]]:  <g#h>
    [i]: j
A [k]: l and [m](n "o") [p](q)`;

test('the targets of links are those of inline links and of definitions', () => {
  const found = linksIn(LINKED);
  assert.deepEqual(
    found.map(({ href }) => href),
    ['LOST', 'returns', '/e', 'n', 'q'],
  );
  for (const { href, index } of found) assert.ok(LINKED.startsWith(href, index), href);
  assert.equal(
    withLinks(LINKED, (href) => `<${href}>`),
    LINKED.replace('LOST', '<LOST>')
      .replace('returns', '<returns>')
      .replace('/e', '</e>')
      .replace('(n ', '(<n> ')
      .replace('(q', '(<q>'),
  );
});
