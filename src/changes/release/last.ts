import { type ApiDraft, codesOf, snapshotsOf } from '../../load/index.ts';
import type { Change } from '../../model/change.ts';
import type { Code } from '../../model/registry.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { compare } from '../compare.ts';
import { meanSomethingElse } from '../texts.ts';
import { historyOf } from './history.ts';
import { type State, snapshotOf, stateOf } from './state.ts';

/** An API as its last release has it beside what its files say now. */
export interface SinceLast {
  state: State;
  before: Snapshot;
  now: Snapshot;
  /** Codes that had gone with a release, and are back under another meaning. */
  reused: CodeBack[];
}

export interface CodeBack {
  before: Code;
  after: Code;
  /** The release with which it had gone. */
  gone: string;
}

const known = new WeakMap<ApiDraft, SinceLast | undefined>();

/** What there is to compare with the last release; undefined without one. Remembered: several rules ask. */
export function sinceLast(api: ApiDraft): SinceLast | undefined {
  if (!known.has(api)) known.set(api, lookBack(api));
  return known.get(api);
}

/** What changed since the last release; undefined without one. */
export function changesSinceLast(api: ApiDraft): Change[] | undefined {
  const last = sinceLast(api);
  return last && compare([last.before], [last.now]);
}

function lookBack(api: ApiDraft): SinceLast | undefined {
  const { state } = historyOf(api);
  if (!state) return undefined;
  const files = snapshotsOf([api])[0]!;
  // in the form of a release too, so that what is the same is the same to the letter, and costs nothing
  const now = { ...files, api: snapshotOf(stateOf(files, state)).api };
  const back = codesOf(api).flatMap(({ code }) => (state.tombstones.has(code) ? [code] : []));
  const revived = back.length > 0 ? snapshotOf(state, new Set(back)).api.codes : [];
  const current = new Map(now.api.codes.map((code) => [code.code, code]));
  const reused = revived.flatMap((before): CodeBack[] => {
    const [tombstone, after] = [state.tombstones.get(before.code), current.get(before.code)];
    return tombstone && after && meanSomethingElse(before, after) ? [{ before, after, gone: tombstone.release }] : [];
  });
  const before = snapshotOf(state, new Set(reused.map((it) => it.before.code)));
  return { state, before, now, reused };
}
