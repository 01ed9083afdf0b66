import { type ApiDraft, codesOf, snapshotOf } from '../../load/index.ts';
import type { Change } from '../../model/change.ts';
import { once } from '../../model/once.ts';
import type { Code } from '../../model/registry.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { ApiApproval } from '../approve.ts';
import { compare } from '../compare.ts';
import { Subjects } from '../subjects.ts';
import { type History, historyOf } from './history.ts';
import { type State, snapshotOfState, stateOf } from './state.ts';

/** An API beside its releases: what rules, plans and comparisons ask of it, computed when it is first asked for. */
export interface ReleaseFacts {
  draft: ApiDraft;
  approvals: readonly ApiApproval[];
  /** The API as its files have it now. */
  snapshot(): Snapshot;
  history(): History;
  /** What there is to compare with the last release; undefined without one. */
  sinceLast(): SinceLast | undefined;
  /** What changed since the last release; undefined without one. */
  changes(): readonly Change[] | undefined;
}

/** An API as its last release has it beside what its files say now. */
interface SinceLast {
  before: Snapshot;
  now: Snapshot;
  /** Codes that had gone with a release, and are back under another meaning. */
  reused: CodeBack[];
}

interface CodeBack {
  before: Code;
  after: Code;
  /** The release with which it had gone. */
  gone: string;
}

export function releaseFactsOf(draft: ApiDraft): ReleaseFacts {
  const snapshot = once(() => snapshotOf(draft));
  const history = once(() => historyOf(draft));
  const sinceLast = once(() => {
    const { state } = history();
    return state && lookBack(draft, snapshot(), state);
  });
  const changes = once(() => {
    const last = sinceLast();
    return last && compare([last.before], [last.now]);
  });
  const approvals = (draft.approvals?.entry.approvals ?? []).map((approval) => ({ api: draft.id, ...approval }));
  return { draft, approvals, snapshot, history, sinceLast, changes };
}

function lookBack(draft: ApiDraft, files: Snapshot, state: State): SinceLast {
  // in the form of a release too, so that what is the same is the same to the letter, and costs nothing
  const now = { ...files, api: snapshotOfState(stateOf(files, state)).api };
  const back = codesOf(draft).flatMap(({ code }) => (state.tombstones.has(code) ? [code] : []));
  const revived = back.length > 0 ? snapshotOfState(state, new Set(back)).api.codes : [];
  const current = new Map(now.api.codes.map((code) => [code.code, code]));
  const subjects = new Subjects(revived, now.api.codes);
  const reused = revived.flatMap((before): CodeBack[] => {
    const [tombstone, after] = [state.tombstones.get(before.code), current.get(before.code)];
    return tombstone && after && subjects.differ(before, after) ? [{ before, after, gone: tombstone.release }] : [];
  });
  const before = snapshotOfState(state, new Set(reused.map((it) => it.before.code)));
  return { before, now, reused };
}
