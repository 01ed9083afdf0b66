import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import { apiArtifacts, check, compare, type Json, type Registry, type SourceFile } from '../../src/index.ts';
import { API, files, registryOf, seeded, shortly, withoutReleases } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { OURS } from '../helpers/registry.ts';

const ours = withoutReleases(await readContracts(OURS));

/** The files with a release of every API that has changed. */
function released(sources: readonly SourceFile[], name: string, date = '2026-11-01'): SourceFile[] {
  const plans = check(sources).release({ name, date, today: date });
  const written = plans.flatMap(({ release }) => (release ? [{ path: release.path, text: release.text }] : []));
  return [...sources, ...written];
}

function edited(sources: readonly SourceFile[], path: string, edit: (text: string) => string): SourceFile[] {
  return sources.map((source) => (source.path === path ? { path, text: edit(source.text) } : source));
}

const DESK = files({
  'desk/api.yaml': API,
  'desk/parcels.yaml': `title: Parcels
codes:
  PARCEL_HEAVY:
    status: 422
    meaning: The parcel weighs more than the service carries.
    remediation: Split the parcel.
    retry: never
    since: "2019"
    aliases: [PARCEL_TOO_HEAVY]
  PARCEL_LOST:
    status: 410
    meaning: Nobody has seen the parcel for a month.
    remediation: Ask the desk for the money.
    retry: never
`,
});
const PARCELS = 'desk/parcels.yaml';
const TORN = `  PARCEL_TORN:
    status: 409
    meaning: The parcel came open on its way.
    remediation: Pack it again.
    retry: never
`;

/** Two releases; the second has one more code and another status. */
const TWICE = released(
  edited(released(DESK, 'one'), PARCELS, (text) => text.replace('410', '404') + TORN),
  'two',
  '2026-12-01',
);

test('a release says all: what is read from it is what was written, for each of our registries', () => {
  const sources = released(ours, '2026-11');
  const checked = check(sources);
  assert.deepEqual(shortly(checked), []);
  for (const plan of checked.release({ name: 'x', date: '2026-11-01', today: '2026-11-01' })) {
    assert.equal(plan.release, undefined, plan.api);
  }
});

test('however many releases there are between, they come to the same state', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const random = seeded(seed);
    let sources = released(ours, 'r0');
    const words = ['one', 'two', 'three', 'four'];
    for (let i = 1; i <= 4; i++) {
      for (let edits = 0; edits < 3; edits++) {
        const texts = sources.filter(({ path }) => /\.(?:yaml|json)$/.test(path) && !path.includes('/releases/'));
        const { path } = present(texts[random(texts.length)]);
        const places = [...present(sources.find((it) => it.path === path)).text.matchAll(/\. /g)];
        const place = places[random(places.length || 1)];
        if (place) {
          const at = place.index;
          sources = edited(sources, path, (text) => `${text.slice(0, at)}, ${words[random(4)]} ${i}${text.slice(at)}`);
        }
      }
      if (random(3) > 0) sources = released(sources, `r${i}`);
    }
    sources = released(sources, 'last');
    const checked = check(sources);
    assert.deepEqual(
      shortly(checked).filter((line) => line.includes('release')),
      [],
      `seed ${seed}`,
    );
    const left = checked.release({ name: 'more', date: '2026-11-01', today: '2026-11-01' });
    assert.deepEqual(
      left.filter(({ release }) => release).map(({ api }) => api),
      [],
      `seed ${seed}`,
    );
  }
});

test('`since` comes from the first release that has the code, where its entry says nothing', () => {
  const [api] = registryOf(TWICE).apis;
  assert.deepEqual(
    present(api).codes.map(({ code, since }) => [code, since]),
    [
      ['PARCEL_HEAVY', '2019'],
      ['PARCEL_LOST', 'one'],
      ['PARCEL_TORN', 'two'],
    ],
  );
  const [snapshot] = check(TWICE).snapshots();
  assert.equal(present(present(snapshot).api.codes[1]).since, undefined, 'and it is no part of a comparison');
});

test('releases are published newest first, with what changed and how many codes there are', () => {
  const { releases } = present(registryOf(TWICE).apis[0]);
  assert.deepEqual(
    releases.map(({ name, date, first, codes, step }) => ({ name, date, first, codes, step })),
    [
      { name: 'two', date: '2026-12-01', first: false, codes: 3, step: 'major' },
      { name: 'one', date: '2026-11-01', first: true, codes: 2, step: 'none' },
    ],
  );
  const change = present(releases[0]).changes.find(({ rule }) => rule === 'status-changed');
  assert.deepEqual([change?.api, change?.code, change?.before, change?.after], ['desk', 'PARCEL_LOST', '410', '404']);
});

test('a release tells nothing of a code that is internal now', () => {
  const hidden = edited(TWICE, PARCELS, (text) => text.replace('status: 404', 'status: 404\n    visibility: internal'));
  const approvals = {
    path: 'desk/approvals.yaml',
    text: 'approvals:\n  - { rule: made-internal, code: PARCEL_LOST, reason: It was a mistake., until: "2099-01-01" }\n',
  };
  // whether or not the comparison lets the approval count: this is about what is published
  const api = withoutErrors([...hidden, approvals]);
  assert.doesNotMatch(JSON.stringify(api.releases), /PARCEL_LOST/);
});

/** The API of a registry, after a release that leaves nothing to complain of. */
function withoutErrors(sources: readonly SourceFile[]): Registry['apis'][number] {
  const after = released(sources, 'three', '2026-12-02').filter(({ path }) => path !== 'desk/approvals.yaml');
  return present(registryOf(after).apis[0]);
}

test('errors.json has the aliases of a code, and no releases', () => {
  const [api] = registryOf(TWICE).apis;
  const errorsJson = present(apiArtifacts.find(({ id }) => id === 'json'));
  const value = JSON.parse(
    errorsJson.make(present(api), { api: '/desk/', code: (code) => `/${code}/`, named: () => undefined }, {}),
  );
  assert.deepEqual(value.codes[0].aliases, [{ code: 'PARCEL_TOO_HEAVY' }]);
  assert.equal('releases' in value, false);
});

test('of the releases of an API nothing is read into a comparison of its files', () => {
  assert.deepEqual(compare(check(DESK).snapshots(), check(released(DESK, 'one')).snapshots()), []);
});

/** Every place in a value that holds no further values. */
function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, it]) =>
    leavesOf(it, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return inner.length > 0 ? inner : [path];
}

function withValue(value: Json, path: readonly (string | number)[], make: (old: Json) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return make(value);
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[step] = withValue(copy[step] ?? null, rest, make);
  return copy;
}

/** Another value of the same kind. */
function another(value: Json): Json {
  if (typeof value === 'string') return value === '' ? 'x' : value.slice(0, -1) + (value.endsWith('1') ? '2' : '1');
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return ['x'];
  return value === null ? 'one' : { x: 'x' };
}

for (const file of ['desk/releases/one.json', 'desk/releases/two.json']) {
  test(`any value of ${file} that is edited by hand is found, and nothing else is said`, () => {
    const value = JSON.parse(present(TWICE.find(({ path }) => path === file)).text) as Json;
    const leaves = leavesOf(value);
    assert.ok(leaves.length > 15);
    for (const leaf of leaves) {
      const text = JSON.stringify(withValue(value, leaf, another), null, 2);
      const { diagnostics, registry } = check(edited(TWICE, file, () => text));
      assert.ok(diagnostics.length > 0, leaf.join('/'));
      assert.equal(registry, undefined);
      for (const { rule, fix } of diagnostics) {
        assert.equal(rule, 'damaged-release', leaf.join('/'));
        assert.ok(fix);
      }
    }
  });
}

test('a key that is added, taken away or written twice is found', () => {
  const file = 'desk/releases/two.json';
  const text = present(TWICE.find(({ path }) => path === file)).text;
  for (const wrong of [
    text.replace('{', '{ "note": "x",'),
    text.replace('"approved": [],', ''),
    text.replace('"status": [', '"status": [ 400,'),
    text.replace('"retry": {', '"retry": { "attempts": 1,'),
    text.replace('"name": "two"', '"name": "two", "name": "tow"'),
  ]) {
    assert.notEqual(wrong, text);
    assert.deepEqual(
      [...new Set(check(edited(TWICE, file, () => wrong)).diagnostics.map(({ rule }) => rule))],
      ['damaged-release'],
    );
  }
});

/** FNV-1a with 64 bits as its authors write it, in whole numbers of any length: a second opinion on our own. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 64n;
  return hash.toString(16).padStart(16, '0');
}

/** A release file that somebody changed and signed anew. */
function forged(text: string, previous: string, change: (value: Record<string, Json>) => void): string {
  const { checksum: _, ...rest } = JSON.parse(text) as Record<string, Json>;
  change(rest);
  return JSON.stringify({ ...rest, checksum: fnv1a(`${previous}\n${JSON.stringify(rest)}`) });
}

test('the checksum is FNV-1a over the values and the checksum before', () => {
  assert.equal(fnv1a('foobar'), '85944171f73967e8');
  const [one, two] = ['one', 'two'].map(
    (name) => present(TWICE.find(({ path }) => path.endsWith(`/${name}.json`))).text,
  );
  assert.ok(one && two);
  assert.equal(JSON.parse(forged(one, '', () => {})).checksum, JSON.parse(one).checksum);
  assert.equal(JSON.parse(forged(two, JSON.parse(one).checksum, () => {})).checksum, JSON.parse(two).checksum);
});

test('a release that is signed and wrong all the same is refused, not believed', () => {
  const [one, two] = ['one', 'two'].map(
    (name) => present(TWICE.find(({ path }) => path.endsWith(`/${name}.json`))).text,
  );
  const changes: [change: (value: Record<string, Json>) => void, said: RegExp][] = [
    [(value) => Object.assign(value, { date: '2026-10-31' }), /`two` has an earlier date than `one`/],
    [(value) => Object.assign(value, { entries: { gone: ['PARCEL_HEAVY'] } }), /contradict each other/],
    [
      (value) => Object.assign(value, { entries: { codes: [{ code: 'X', meaning: 1 }] } }),
      /missing, unknown or has the wrong format/,
    ],
    [(value) => Object.assign(value, { previous: 'nil' }), /`two` follows the release `nil`/],
    [(value) => Object.assign(value, { previous: 'two' }), /in a circle/],
    [(value) => Object.assign(value, { previous: null }), /Both are first releases/],
  ];
  for (const [change, said] of changes) {
    const text = forged(present(two), JSON.parse(present(one)).checksum, change);
    const messages = check(edited(TWICE, 'desk/releases/two.json', () => text)).diagnostics.map((it) => it.message);
    assert.match(present(messages[0]), said);
  }
});

test('whatever a signed release says, a check of it ends with diagnostics', () => {
  const [one, two] = ['one', 'two'].map((name) =>
    JSON.parse(present(TWICE.find(({ path }) => path.endsWith(`/${name}.json`))).text),
  );
  const kinds: Json[] = [null, {}, '', -1, ['x'], { x: 'x' }];
  // another state than the files have, so that everything that compares has work to do
  const changed = edited(TWICE, PARCELS, (text) => text.replace(TORN, '').replace('Split', 'Divide'));
  for (const leaf of leavesOf(two).filter(([first]) => first !== 'checksum')) {
    for (const kind of kinds) {
      const { checksum: _, ...rest } = withValue(two, leaf, () => kind) as Record<string, Json>;
      const text = JSON.stringify({ ...rest, checksum: fnv1a(`${one.checksum}\n${JSON.stringify(rest)}`) });
      const checked = check(
        edited(changed, 'desk/releases/two.json', () => text),
        { today: '2026-12-01' },
      );
      checked.release({ name: 'three', date: '2026-12-02', today: '2026-12-02' });
      assert.ok(checked.diagnostics.every(({ message, fix }) => message && fix));
      assert.ok(checked.diagnostics.length > 0, `${leaf.join('/')}: ${JSON.stringify(kind)}`);
    }
  }
});
