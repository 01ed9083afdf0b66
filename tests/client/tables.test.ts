import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOf, inOrder } from '../../src/client/tables/filter.ts';
import { asCsv, asMarkdown } from '../../src/client/tables/formats.ts';
import { familiesOf, ofFacets, type Row } from '../../src/client/tables/row.ts';
import { nextSort, queryOf, type State, stateOf } from '../../src/client/tables/state.ts';

const ROWS = [
  row('AUTH_REQUIRED', '401', 'auth', 'never', 'caller'),
  row('INSUFFICIENT_SCOPE', '403', 'auth', 'never', 'caller'),
  row('SLOW_DOWN', '429, 503', 'load', 'retry-after', 'caller'),
  row('STORE_DOWN', '503', 'load', 'backoff', 'service', 'retired'),
];
const ASKED_NOTHING: State = { text: '', chosen: ofFacets(() => []), sort: undefined };
const OPTIONS = {
  status: ['4xx', '5xx'],
  domain: ['auth', 'load'],
  retry: ['never', 'retry-after', 'backoff'],
  fault: ['caller', 'service'],
  severity: ['error', 'warning'],
  operation: ['GET /a,b%2C'],
  lifecycle: ['current', 'retired'],
};

function row(code: string, status: string, domain: string, retry: string, fault: string, lifecycle = 'current'): Row {
  return {
    href: `https://errors.example.com/desk/errors/${code}/`,
    domain: `Domain ${domain}`,
    fault: `Fault ${fault}`,
    notes: [],
    facets: {
      status: familiesOf(status),
      domain: [domain],
      retry: [retry],
      fault: [fault],
      severity: [code === 'SLOW_DOWN' ? 'warning' : 'error'],
      operation: [],
      lifecycle: [lifecycle],
    },
    cells: { code, status, retry, meaning: `What ${code} means.`, todo: 'Do it.' },
  };
}

function shownBy(state: Partial<State>): string[] {
  const { shown } = filterOf(ROWS)({ ...ASKED_NOTHING, ...state });
  return [...shown].map(({ cells }) => cells.code);
}

test('a text is found in any cell, every word of it, in any case and without a code’s separators', () => {
  assert.deepEqual(shownBy({ text: 'down' }), ['SLOW_DOWN', 'STORE_DOWN']);
  assert.deepEqual(shownBy({ text: 'down  429' }), ['SLOW_DOWN']);
  assert.deepEqual(shownBy({ text: 'InsufficientScope' }), ['INSUFFICIENT_SCOPE']);
  assert.deepEqual(shownBy({ text: 'insufficient-scope' }), ['INSUFFICIENT_SCOPE']);
  assert.deepEqual(shownBy({ text: 'domain load' }), ['SLOW_DOWN', 'STORE_DOWN']);
  assert.deepEqual(shownBy({ text: '.*' }), []);
  assert.deepEqual(shownBy({ text: '   ' }).length, ROWS.length);
});

test('values of one facet widen it, several facets narrow, and a code counts in every family of its statuses', () => {
  const chosen = (choice: Partial<State['chosen']>) => ({ chosen: { ...ASKED_NOTHING.chosen, ...choice } });
  assert.deepEqual(shownBy(chosen({ status: ['5xx'] })), ['SLOW_DOWN', 'STORE_DOWN']);
  assert.deepEqual(shownBy(chosen({ retry: ['never', 'backoff'] })).length, 3);
  assert.deepEqual(shownBy(chosen({ severity: ['warning'] })), ['SLOW_DOWN']);
  assert.deepEqual(shownBy(chosen({ status: ['5xx'], fault: ['caller'] })), ['SLOW_DOWN']);
  assert.deepEqual(shownBy(chosen({ lifecycle: ['retired'] })), ['STORE_DOWN']);
});

test('a count says what the choice would show, given all but its own facet', () => {
  const chosen = { ...ASKED_NOTHING.chosen, fault: ['caller'] };
  const { counts } = filterOf(ROWS)({ ...ASKED_NOTHING, chosen });
  assert.deepEqual(Object.fromEntries(counts.fault), { caller: 3, service: 1 });
  assert.deepEqual(Object.fromEntries(counts.status), { '4xx': 3, '5xx': 1 });
  assert.deepEqual(Object.fromEntries(counts.retry), { never: 2, 'retry-after': 1 });
});

test('statuses that are not of HTTP are a family of their own', () => {
  assert.deepEqual(familiesOf('401, 403, 500'), ['4xx', '5xx']);
  assert.deepEqual(familiesOf('PUSH_REJECTED'), ['other']);
  assert.deepEqual(familiesOf('4001, 600'), ['other']);
});

test('columns sort up, then down, then not at all; retry sorts by strictness, and equal rows keep their order', () => {
  const codes = (sort: State['sort']) => inOrder(ROWS, sort).map(({ cells }) => cells.code);
  assert.deepEqual(codes({ column: 'status', descending: true }), [
    'STORE_DOWN',
    'SLOW_DOWN',
    'INSUFFICIENT_SCOPE',
    'AUTH_REQUIRED',
  ]);
  assert.deepEqual(
    codes({ column: 'retry', descending: false }),
    ROWS.map(({ cells }) => cells.code),
  );
  assert.deepEqual(codes({ column: 'retry', descending: true }).slice(2), ['AUTH_REQUIRED', 'INSUFFICIENT_SCOPE']);
  const up = nextSort(undefined, 'code');
  const down = nextSort(up, 'code');
  assert.deepEqual(
    [up, down, nextSort(down, 'code')],
    [{ column: 'code', descending: false }, { column: 'code', descending: true }, undefined],
  );
  assert.deepEqual(nextSort(down, 'status'), { column: 'status', descending: false });
});

test('a state goes through the address unchanged, and other parts of the query stay', () => {
  const state: State = {
    text: 'a&b=c d',
    chosen: {
      status: ['4xx'],
      domain: [],
      retry: ['never', 'backoff'],
      fault: [],
      operation: ['GET /a,b%2C'],
      severity: [],
      lifecycle: ['retired'],
    },
    sort: { column: 'status', descending: true },
  };
  const query = queryOf(state, '?q=scope');
  assert.equal(
    query,
    '?q=scope&text=a%26b%3Dc+d&status=4xx&retry=never,backoff&operation=GET+%2Fa%252Cb%25252C&lifecycle=retired&sort=-status',
  );
  assert.deepEqual(stateOf(query, OPTIONS), state);
  assert.equal(queryOf(ASKED_NOTHING, query), '?q=scope');
  assert.equal(queryOf(ASKED_NOTHING, ''), '');
});

test('links from before the facet of the lifecycle was renamed still filter', () => {
  const state = stateOf('?life=retired', OPTIONS);
  assert.deepEqual(state.chosen.lifecycle, ['retired']);
  assert.equal(queryOf(state, '?life=retired'), '?lifecycle=retired');
});

test('what an address asks that no row has is left out', () => {
  const state = stateOf('?status=9xx,4xx,__proto__&sort=constructor&fault=%zz&text=%F0', OPTIONS);
  assert.deepEqual(state, { ...ASKED_NOTHING, text: '\uFFFD', chosen: { ...ASKED_NOTHING.chosen, status: ['4xx'] } });
  assert.equal(stateOf(`?text=${'x'.repeat(9000)}`, OPTIONS).text.length, 200);
});

test('CSV is quoted as RFC 4180 asks, and no cell is a formula', () => {
  const cells = ['plain', 'a,b', 'say "no"', 'two\nlines', '=1+1', '+49', '-', '@SUM(A1)', '\t=1', ' =1', '＝1', ''];
  assert.equal(
    asCsv(
      ['Code'],
      cells.map((cell) => [cell]),
    ),
    'Code\r\nplain\r\n"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n' +
      "'=1+1\r\n'+49\r\n'-\r\n'@SUM(A1)\r\n\"'\t'=1\"\r\n' =1\r\n'＝1\r\n\r\n",
  );
  assert.equal(asCsv(['A', 'B'], [['=A1,"x"', 'b']]), 'A,B\r\n"\'=A1,""x""",b\r\n');
});

test('no part of a cell is a formula where semicolons, tabs or line ends separate cells, and numbers stay numbers', () => {
  const csvOf = (text: string) => asCsv(['A', 'B'], [['x', text]]).slice('A,B\r\nx,'.length, -2);
  const cells: Record<string, string> = {
    'a;=1+1': `"a;'=1+1"`,
    'a; =HYPERLINK("https://evil.example")': `"a; '=HYPERLINK(""https://evil.example"")"`,
    ';=1': `";'=1"`,
    'a\t=1': `"a\t'=1"`,
    'a\r=1': `"a\r'=1"`,
    'a\n\n@SUM(A1)': `"a\n\n'@SUM(A1)"`,
    '\r=1': `"'\r'=1"`,
    'a;b; c': '"a;b; c"',
    'a=1, b-2 + c': '"a=1, b-2 + c"',
    'https://e.example/?a=1;b=-2': '"https://e.example/?a=1;b=-2"',
    '-32700': '-32700',
    '-1.5': '-1.5',
    '-1+1': "'-1+1",
    '+49': "'+49",
    '-2-3-cmd|x': "'-2-3-cmd|x",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(cells).map((cell) => [cell, csvOf(cell)])), cells);
});

test('Markdown keeps its table and shows every text as it is', () => {
  const table = asMarkdown(
    ['Code', 'Meaning'],
    [
      { href: 'https://e.example/A_B/', cells: ['A_B', 'a | b\nc'] },
      { href: 'https://e.example/(x)|/', cells: ['a|b`c', '<img src=x> *bold* [x](y) \\ `c`'] },
      { href: 'https://e.example/', cells: ['x', 'https://evil.example www.evil.example'] },
    ],
  );
  assert.equal(
    table,
    [
      '| Code | Meaning |',
      '| --- | --- |',
      '| [`A_B`](https://e.example/A_B/) | a \\| b c |',
      '| [a\\|b\\`c](https://e.example/%28x%29%7C/) | \\<img src=x\\> \\*bold\\* \\[x\\](y) \\\\ \\`c\\` |',
      '| [`x`](https://e.example/) | https\\://evil.example www\\.evil.example |',
      '',
    ].join('\n'),
  );
});
