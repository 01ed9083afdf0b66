import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Release } from '../../src/index.ts';
import { changesSections } from '../../src/site/changes-page.ts';
import type { ReleaseChange } from '../../src/site/release-change.ts';
import { countsOf, dateOf } from '../../src/site/releases.ts';
import { urlsUnder } from '../../src/site/urls.ts';
import { present } from '../helpers/present.ts';

/** An API of which only `KNOWN` has a page. */
function api(...releases: Release[]): Parameters<typeof changesSections>[0] {
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

function shown(it: Change, approved: Release['approved'] = []): ReleaseChange {
  const [section] = changesSections(api(release([it], { approved })));
  const [shownChange] = section?.groups[0]?.changes ?? [];
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
  const [section] = changesSections(api(release([...safe, change({ level: 'risky' }), change()])));
  assert.ok(section);
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

test('of 10,000 changes 500 are shown whole, of the others their codes as far as the page bears it', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    change({ code: `CODE_${at}`, level: at < 400 ? 'breaking' : 'safe', before: 'x '.repeat(500), after: 'y' }),
  );
  const sections = changesSections(api(release(many), release([change()], { name: '2026-11' })));
  const [breaking, safe] = present(sections[0]).groups;
  assert.ok(breaking && safe);
  assert.deepEqual([breaking.changes.length, breaking.others], [400, undefined]);
  assert.equal(safe.changes.length, 100);
  assert.equal(present(safe.others).codes.length, 5000);
  assert.equal(present(safe.others).more, 'and 4,500 codes more');
  assert.deepEqual(present(present(sections[1]).groups[0]).changes, []);
  assert.ok(JSON.stringify(sections).length < 1_500_000, `${JSON.stringify(sections).length}`);
});

test('a release says when it was and how much it changed', () => {
  assert.deepEqual(dateOf(release([])), { iso: '2026-12-01', text: 'December 1, 2026' });
  assert.equal(countsOf(release([])), 'no changes for callers');
  assert.equal(countsOf(release([], { first: true, codes: 1 })), 'the first release, with 1 code');
});
