import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Release } from '../../src/index.ts';
import { type ChangesApi, releaseSections } from '../../src/site/changes-page.ts';
import { countsOf, dateOf } from '../../src/site/releases.ts';

/** An API of which only `KNOWN` has a page. */
function api(...releases: Release[]): ChangesApi {
  return {
    id: 'desk',
    releases,
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

function htmlOf(it: Change, approved: Release['approved'] = []): string {
  return releaseSections(api(release([it], { approved })))[0]!.groups[0]!.changes[0]!;
}

const LINK = '<a href="/desk/errors/KNOWN/"><code>KNOWN</code></a>';

test('a change is its sentence, with its code as a link where that has a page', () => {
  assert.equal(htmlOf(change()), `<p>${LINK} changed.</p>`);
  assert.equal(htmlOf(change({ code: 'GONE', what: '`GONE` is gone.' })), '<p><code>GONE</code> is gone.</p>');
  assert.equal(htmlOf(change({ what: 'It changed.' })), `<p>${LINK}: It changed.</p>`);
  assert.equal(htmlOf(change({ code: undefined, what: 'The API changed.' })), '<p>The API changed.</p>');
});

test('values stand below the sentence unless it says them, with what differs marked', () => {
  const values = (before?: string, after?: string, what = 'It changed.') =>
    htmlOf(change({ code: undefined, what, before, after })).slice(`<p>${what}</p>`.length);
  assert.equal(values('404', '410', 'From 404 to 410.'), '');
  assert.equal(values('404', '410'), '<p class="values "><del>404</del> becomes <ins>410</ins></p>');
  assert.equal(values('a b', 'a c'), '<p class="values ">a <del>b</del> <ins>c</ins></p>');
  assert.equal(values(undefined, 'New <text>.'), '<p class="values one">New &lt;text&gt;.</p>');
  assert.equal(values('Old.', undefined), '<p class="values one"><del>Old.</del></p>');
  assert.equal(
    values('1. Wait.\n2. Ask.', '1. Wait.\n2. Pay.'),
    '<dl class="values"><div><dt>Before</dt><dd>1. Wait.\n2. <del>Ask</del>.</dd></div>' +
      '<div><dt>After</dt><dd>1. Wait.\n2. <ins>Pay</ins>.</dd></div></dl>',
  );
});

test('the reason of the approval that a release keeps stands with its change, whatever its last day was', () => {
  const approval = { rule: 'status-changed', code: 'KNOWN', reason: 'We must.', until: '2001-01-01' };
  assert.match(htmlOf(change(), [approval]), /<p class="approved">Approved: «We must\.»<\/p>$/);
  assert.doesNotMatch(htmlOf(change(), [{ ...approval, code: 'OTHER' }]), /approved/);
});

test('nothing of a registry becomes markup', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&`<b>`';
  const html = htmlOf(change({ code: evil, what: evil, before: evil, after: `${evil} more` }));
  assert.deepEqual(
    [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name).filter((name) => name === 'img' || name === 'b'),
    [],
  );
});

test('changes stand by level, the weightiest first, and many safe ones are folded away', () => {
  const safe = Array.from({ length: 21 }, () => change({ level: 'safe' }));
  const [section] = releaseSections(api(release([...safe, change({ level: 'risky' }), change()])));
  assert.deepEqual(
    section!.groups.map(({ level, count, folded }) => [level, count, folded]),
    [
      ['breaking', '1 change', false],
      ['risky', '1 change', false],
      ['safe', '21 changes', true],
    ],
  );
  assert.equal(section!.counts, '1 breaking, 1 risky, 21 safe');
});

test('of 10,000 changes 500 are shown whole, of the others their codes as far as the page bears it', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    change({ code: `CODE_${at}`, level: at < 400 ? 'breaking' : 'safe', before: 'x '.repeat(500), after: 'y' }),
  );
  const sections = releaseSections(api(release(many), release([change()], { name: '2026-11' })));
  const [breaking, safe] = sections[0]!.groups;
  assert.deepEqual([breaking!.changes.length, breaking!.others], [400, undefined]);
  assert.equal(safe!.changes.length, 100);
  assert.equal(safe!.others!.links.length, 5000);
  assert.equal(safe!.others!.more, 'and 4,500 codes more');
  assert.deepEqual(sections[1]!.groups[0]!.changes, []);
  assert.ok(JSON.stringify(sections).length < 1_500_000, `${JSON.stringify(sections).length}`);
});

test('a release says when it was and how much it changed', () => {
  assert.deepEqual(dateOf(release([])), { iso: '2026-12-01', text: '1 December 2026' });
  assert.equal(countsOf(release([])), 'nothing that callers see');
  assert.equal(countsOf(release([], { first: true, codes: 1 })), 'the first release, with 1 code');
});
