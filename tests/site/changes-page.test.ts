import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Release } from '../../src/index.ts';
import { changesParts, sectionsOf } from '../../src/site/changes-page.ts';
import { LONGEST_PART } from '../../src/site/paging.ts';
import type { ReleaseChange } from '../../src/site/release-change.ts';
import { countsOf, dateOf } from '../../src/site/releases.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { present } from '../helpers/present.ts';

/** An API of which only `KNOWN` has a page. */
function api(...releases: Release[]): Parameters<typeof changesParts>[0] {
  return {
    id: 'desk',
    releases,
    versions: [],
    urls: urlsUnder('/'),
    hrefOf: (text) => (text === 'KNOWN' ? '/desk/errors/KNOWN/' : undefined),
    inline: (text) => `«${text}»`,
  };
}

function release(changes: Change[], rest: Partial<Release> = {}): Release {
  return { name: '2026-12', date: '2026-12-01', first: false, codes: 3, step: 'major', changes, approved: [], ...rest };
}

function change(rest: Partial<Change> = {}): Change {
  return { rule: 'status-changed', level: 'breaking', api: 'desk', code: 'KNOWN', what: '`KNOWN` changed.', ...rest };
}

/** What the pages of an API's changes show. */
function pagesOf(it: Parameters<typeof changesParts>[0]) {
  return changesParts(it).map((part) => sectionsOf(it, part));
}

function shown(it: Change, approved: Release['approved'] = []): ReleaseChange {
  const [page] = pagesOf(api(release([it], { approved })));
  const [shownChange] = page?.sections[0]?.groups[0]?.changes ?? [];
  assert.ok(shownChange);
  return shownChange;
}

const KNOWN = { code: 'KNOWN', href: '/desk/errors/KNOWN/' };

test('a change is its sentence, with its code as a link if that has a page', () => {
  const sentence = (it: Change) => [shown(it).subject, shown(it).sentence];
  assert.deepEqual(sentence(change()), [undefined, [KNOWN, { text: ' changed.' }]]);
  assert.deepEqual(sentence(change({ code: 'GONE', what: '`GONE` is gone.' })), [
    undefined,
    [{ code: 'GONE', href: undefined }, { text: ' is gone.' }],
  ]);
  assert.deepEqual(sentence(change({ what: 'It changed.' })), [KNOWN, [{ text: 'It changed.' }]]);
  assert.deepEqual(sentence(change({ code: undefined, what: 'The API changed.' })), [
    undefined,
    [{ text: 'The API changed.' }],
  ]);
});

test('values are shown unless the sentence has them, with what differs marked', () => {
  const values = (before?: string, after?: string, what = 'It changed.') =>
    shown(change({ code: undefined, what, before, after })).values;
  const same = (text: string) => ({ kind: 'same', text });
  const gone = (text: string) => ({ kind: 'gone', text });
  const added = (text: string) => ({ kind: 'new', text });
  assert.equal(values('404', '410', 'From 404 to 410.'), undefined);
  assert.deepEqual(values('404', '410'), {
    layout: 'line',
    pieces: [gone('404'), same(' becomes '), added('410')],
  });
  assert.deepEqual(values('a b', 'a c'), { layout: 'line', pieces: [same('a '), gone('b'), same(' '), added('c')] });
  assert.deepEqual(values(undefined, 'New <text>.'), { layout: 'single', pieces: [same('New <text>.')] });
  assert.deepEqual(values('Old. ', undefined), { layout: 'single', pieces: [gone('Old.'), same(' ')] });
  assert.deepEqual(values('1. Wait.\n2. Ask.', '1. Wait.\n2. Pay.'), {
    layout: 'sides',
    before: [same('1. Wait.\n2. '), gone('Ask'), same('.')],
    after: [same('1. Wait.\n2. '), added('Pay'), same('.')],
  });
});

test('the reason of the approval that a release keeps is shown with its change, even after its last day', () => {
  const approval = { rule: 'status-changed', code: 'KNOWN', reason: 'We must.', until: '2001-01-01' };
  assert.equal(shown(change(), [approval]).approved, '«We must.»');
  assert.equal(shown(change(), [{ ...approval, code: 'OTHER' }]).approved, undefined);
});

test('changes are listed by level, the weightiest first, and many safe ones are folded', () => {
  const safe = Array.from({ length: 21 }, () => change({ level: 'safe' }));
  const [page] = pagesOf(api(release([...safe, change({ level: 'risky' }), change()])));
  const section = present(page?.sections[0]);
  assert.deepEqual(
    section.groups.map(({ level, count, isFolded }) => [level, count, isFolded]),
    [
      ['breaking', '1 change', false],
      ['risky', '1 change', false],
      ['safe', '21 changes', true],
    ],
  );
  assert.equal(section.counts, '1 breaking, 1 risky, 21 safe');
});

/** A text in 40 words, some of which differ from one state to another. */
const text = (at: number, state: string) =>
  Array.from({ length: 40 }, (_, word) => (word % 10 === 0 ? `${state}-${at}` : `wörd${word}`)).join(' ');

/** A release that changed the texts of 3,000 codes. */
const rewritten = (name: string) =>
  release(
    Array.from({ length: 3000 }, (_, at) =>
      change({
        code: `CODE_${at}`,
        level: at < 200 ? 'breaking' : 'safe',
        what: `The meaning of \`CODE_${at}\` changed.`,
        before: text(at, 'before'),
        after: text(at, name),
      }),
    ),
    { name },
  );

test('releases that change thousands of texts have pages of a bounded size, on which nothing is missing', () => {
  const releases = [rewritten('2026-12'), rewritten('2026-11'), release([], { name: '2026-10', first: true })];
  const pages = pagesOf(api(...releases));
  // each change has some 40 bytes of HTML around its texts that are not in this
  for (const page of pages) assert.ok(Buffer.byteLength(JSON.stringify(page)) < 2.2 * LONGEST_PART);
  const sections = pages.flatMap((page) => page.sections);
  for (const { name, changes } of releases) {
    const own = sections.filter((section) => section.name === name);
    assert.deepEqual(
      own.map(({ isContinued }) => isContinued),
      own.map((_, at) => at > 0),
    );
    const groups = own.flatMap((section) => section.groups);
    const whole = groups.flatMap((group) => group.changes.flatMap(({ sentence }) => sentence));
    const names = [...whole, ...groups.flatMap(({ others }) => others)].flatMap((it) => ('code' in it ? it.code : []));
    assert.deepEqual(
      names,
      changes.map(({ code }) => code),
    );
    assert.equal(groups.flatMap((group) => group.changes).length, Math.min(500, changes.length));
  }
});

test('a release that begins on a later page has its fragment on the first page too, with a link to it', () => {
  const it = api(rewritten('2026-12'), rewritten('2026-11'), release([], { name: 'rc', first: true }));
  const pages = pagesOf(it);
  const placeOf = (name: string) => 1 + pages.findIndex(({ sections }) => sections.some((own) => own.name === name));
  assert.deepEqual(
    pages.map(({ later }) => later.map(({ anchor, href }) => [anchor, href])),
    pages.map((_, at) =>
      at > 0
        ? []
        : [
            ['2026-11', `/desk/changes/${placeOf('2026-11')}/#2026-11`],
            ['release-rc', `/desk/changes/${placeOf('rc')}/#release-rc`],
          ],
    ),
  );
});

test('a level that fills several pages says which of its changes a page has, and is folded only where it begins', () => {
  const groups = pagesOf(api(rewritten('2026-12'))).flatMap(({ sections }) => sections.flatMap((own) => own.groups));
  const breaking = groups.filter(({ level }) => level === 'breaking');
  const [from = '', to = ''] = present(breaking[0]).count.split(' of ');
  assert.equal(to, '200 changes');
  assert.equal(from, `1–${present(breaking[0]).changes.length}`);
  assert.match(present(breaking[1]).count, new RegExp(`^${1 + present(breaking[0]).changes.length}–`));
  const safe = groups.filter(({ level }) => level === 'safe');
  assert.deepEqual(
    safe.map(({ isFolded }) => isFolded),
    safe.map((_, at) => at === 0),
  );
  assert.match(present(safe[0]).count, /^1–\d+ of 2,800 changes$/);
  assert.match(present(safe.at(-1)).count, /^(?:2,800|\d+–300 of 2,800) changes$/);
});

test('a release says when it was and how much it changed', () => {
  assert.deepEqual(dateOf(release([])), { iso: '2026-12-01', text: 'December 1, 2026' });
  assert.equal(countsOf(release([])), 'no changes for callers');
  assert.equal(countsOf(release([], { first: true, codes: 1 })), 'the first release, with 1 code');
});
