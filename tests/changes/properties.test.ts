import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContracts } from '../../src/cli/contracts.ts';
import {
  CHANGE_LEVELS,
  type Change,
  changeRules,
  check,
  compare,
  POLICIES,
  type Snapshot,
  stepOf,
} from '../../src/index.ts';
import { seeded, shortly, withoutReleases } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { OURS } from '../helpers/registry.ts';
import { type Model, modelOf, read } from './generated.ts';
import { MUTATORS, type Mutator, placeIn } from './mutators.ts';
import { listed } from './setup.ts';

const SEEDS = [1, 2, 3, 4, 5];
const contracts = withoutReleases(await readContracts(OURS));

/** The registry of a seed, and what a mutator makes of it. */
function pairOf(seed: number, mutator: Mutator): { before: Snapshot[]; after: Snapshot[]; model: Model } {
  const model = modelOf(seeded(seed));
  const before = read(model);
  assert.deepEqual(
    shortly({ diagnostics: before.diagnostics.filter(({ level }) => level === 'error') }),
    [],
    'the generated registry passes a check',
  );
  const random = seeded(seed * 7919);
  mutator.apply(placeIn(model, random), random);
  return { before: before.snapshots(), after: read(model).snapshots(), model };
}

/** Holds that changes are found by a rule, and that none weighs more than they are said to. */
function found(changes: readonly Change[], rule: string, level: string, what: string): void {
  const all = `${what}\n\n${listed(changes)}`;
  assert.ok(
    changes.some((change) => change.rule === rule && change.level === level),
    `${rule} finds it: ${all}`,
  );
  const worst = CHANGE_LEVELS.find((it) => changes.some((change) => change.level === it));
  assert.equal(worst, level, all);
  const names = changes.map((change) => JSON.stringify([change.rule, change.api, change.code, change.part]));
  assert.equal(new Set(names).size, names.length, `no two have one name: ${all}`);
}

test('a registry compared with itself has no changes', () => {
  assert.deepEqual(compare(check(contracts).snapshots(), check(contracts).snapshots()), []);
  for (const seed of SEEDS) {
    const model = modelOf(seeded(seed));
    assert.deepEqual(compare(read(model).snapshots(), read(model).snapshots()), [], `seed ${seed}`);
  }
  assert.equal(stepOf([]), 'none');
});

for (const mutator of MUTATORS) {
  test(`${mutator.name}: ${mutator.rule} finds it, and the way back; there and back is no change`, () => {
    for (const seed of SEEDS) {
      const { before, after } = pairOf(seed, mutator);
      found(compare(before, after), mutator.rule, mutator.level, `seed ${seed}`);
      found(compare(after, before), ...mutator.back, `seed ${seed}, back`);
      assert.deepEqual(compare(before, read(modelOf(seeded(seed))).snapshots()), [], `seed ${seed}, there and back`);
    }
  });
}

test('there is a generated change for every rule', () => {
  const covered = new Set(MUTATORS.map(({ rule }) => rule));
  assert.deepEqual(
    changeRules.map(({ id }) => id).filter((id) => !covered.has(id)),
    [],
  );
});

test('several changes at once are all found', () => {
  for (const seed of SEEDS) {
    const model = modelOf(seeded(seed));
    const before = read(model).snapshots();
    const random = seeded(seed);
    const chosen = [
      'another media type',
      'a lower limit',
      'a scope more',
      'a guide added',
      'fewer attempts',
      'another status',
    ];
    for (const name of chosen) present(MUTATORS.find((it) => it.name === name)).apply(placeIn(model, random), random);
    const rules = new Set(compare(before, read(model).snapshots()).map(({ rule }) => rule));
    for (const name of chosen)
      assert.ok(rules.has(present(MUTATORS.find((it) => it.name === name)).rule), `seed ${seed}: ${name}`);
  }
});

/**
 * Values of a snapshot that are no part of a comparison: where an entry stands, how the site names and sorts things,
 * and what follows from other values.
 */
const IGNORED = [
  // a guide is reported when it is added or gone; what it says is for people
  /^api\.guides\.\d+\.parts\./,
  // where the docs are kept and discussed is not part of the API
  /^api\.(?:source|feedback)$/,
  /^api\.(?:codeStyle|sendsCodes|releases)\b/,
  /^api\.codes\.\d+\.(?:address|file|line)$/,
  /^api\.codes\.\d+\.aliases\.\d+\.address$/,
  // of the statuses of a code, the number alone; the rest is that of the API's status
  /^api\.codes\.\d+\.statuses\.\d+\.(?:title|family|meaning)$/,
  /^api\.statuses\.\d+\.family$/,
  // the codes of a domain are those that name it
  /^api\.domains\.\d+\.codes\b/,
  // internal codes and what could not be read are compared with nothing
  /^(?:internal|unread|whole|codesAlone)\b/,
];

/** Every value inside another that holds no more values, with a way to put another in its place. */
function* leaves(
  value: object,
  path: string[] = [],
): Generator<{ path: string; put(other: unknown): void; value: unknown }> {
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    if (typeof inner === 'object' && inner !== null) yield* leaves(inner, here);
    else if (inner !== undefined) {
      yield { path: here.join('.'), value: inner, put: (other) => Object.assign(value, { [key]: other }) };
    }
  }
}

function another(value: unknown, path: string): unknown {
  if (path.endsWith('.policy')) return POLICIES.find((policy) => policy !== value);
  if (typeof value === 'string') return `${value} and more`;
  return typeof value === 'number' ? value + 1 : !value;
}

function* snapshots(): Generator<Snapshot> {
  yield* check(contracts).snapshots();
  yield* read(modelOf(seeded(1))).snapshots();
}

test('whatever value of a registry changes, a rule finds it', () => {
  const missed: string[] = [];
  const isIgnored = (path: string, { api }: Snapshot) =>
    IGNORED.some((pattern) => pattern.test(path)) ||
    // a text in the place of a known gap is not the registry's
    api.codes.some(({ gaps = [] }, i) => gaps.some((gap) => path.startsWith(`api.codes.${i}.${gap}`))) ||
    // statuses of which the API says nothing are those of its codes
    api.statuses.some(({ meaning }, i) => meaning === undefined && path.startsWith(`api.statuses.${i}.`));
  let count = 0;
  for (const before of snapshots()) {
    const after = structuredClone(before);
    for (const { path, value, put } of leaves(after)) {
      if (isIgnored(path, before)) continue;
      count++;
      put(another(value, path));
      if (compare([before], [after]).length === 0) missed.push(`${before.api.id}: ${path}`);
      put(value);
    }
    assert.deepEqual(compare([before], [after]), [], 'every value was put back');
  }
  assert.ok(count > 3000, `${count} values`);
  assert.deepEqual(missed, []);
});
