import { addressOf } from '../../model/address.ts';
import { type Change, stepOf, type VersionStep } from '../../model/change.ts';
import { approvalSchema } from '../../model/schema/approval.ts';
import { inKeyOrder } from '../../model/schema/key-order.ts';
import { type ApiApproval, approve } from '../approve.ts';
import { recordedApprovals } from './approvals.ts';
import { checksumOf } from './checksum.ts';
import type { ReleaseFacts } from './facts.ts';
import { RELEASE_FORMAT, type ReleaseEntry, releasedChangeSchema } from './form.ts';
import { type Entries, entriesBetween, stateOf } from './state.ts';

/** A release that somebody wants: its name, its day, and the day when approvals must be in force. */
export interface ReleaseWish {
  name: string;
  date: string;
  today: string;
}

/** What a release of one API would be. */
export interface ReleasePlan {
  /** The API's folder and its title. */
  api: string;
  title: string;
  /** The release before it, where there is one. */
  last: { name: string; date: string } | undefined;
  /** What would be written; undefined where nothing has changed since the last release. */
  release: PlannedRelease | undefined;
  /** Why it cannot be written: its name is used already, or its day is before the last release's. */
  refused: 'name' | 'date' | undefined;
  /** Approvals whose changes are in a release now, so that they should be taken out, and the file that holds them. */
  done: ApiApproval[];
  approvals: string | undefined;
}

export interface PlannedRelease {
  /** Relative to the registry's folder. */
  path: string;
  /** The whole file. */
  text: string;
  /** How many public codes there are with it. */
  codes: number;
  step: VersionStep;
  changes: Change[];
  /** Approved changes with the approvals that cover them. */
  approved: ReadonlyMap<Change, ApiApproval>;
}

const LONGEST_NAME = 80;

/** Whether a release can have this name: it is a file's name on every disk, and a fragment of an address. */
export function isReleaseName(name: string): boolean {
  const forPeople = /^(?:readme|license|changelog)$/i.test(name);
  return name !== '' && name.length <= LONGEST_NAME && addressOf(name) === name && !forPeople && !name.startsWith('-');
}

const CHANGE_KEYS = inKeyOrder(releasedChangeSchema);
const APPROVAL_KEYS = inKeyOrder(approvalSchema);

/** What a release of an API would write; its files have no errors. */
export function planRelease(facts: ReleaseFacts, wish: ReleaseWish): ReleasePlan {
  const { draft, approvals } = facts;
  const { releases, state } = facts.history();
  const last = releases.at(-1);
  const now = facts.snapshot();
  const after = stateOf(now, state);
  const entries = entriesBetween(state, after);
  const changes = [...(facts.changes() ?? [])];
  const { approved } = approve(changes, approvals, wish.today);
  const about = {
    api: draft.id,
    title: now.api.title,
    last: last && { name: last.name, date: last.date },
    approvals: draft.approvals?.document.path,
  };
  const nothingNew = changes.length === 0 && Object.keys(entries).length === 0 && (!last || last.api === draft.id);
  if (nothingNew) return { ...about, release: undefined, refused: undefined, done: recordedApprovals(facts) };
  const used = releases.some(({ name }) => name.toLowerCase() === wish.name.toLowerCase());
  const text = textOf(contentOf(draft.id, wish, last, changes, approved, entries), last);
  const path = `${draft.id}/releases/${wish.name}.json`;
  return {
    ...about,
    release: { path, text, codes: after.codes.size, step: stepOf(changes), changes, approved },
    refused: used ? 'name' : last && wish.date < last.date ? 'date' : undefined,
    done: [...new Set(approved.values())],
  };
}

function contentOf(
  api: string,
  { name, date }: ReleaseWish,
  last: ReleaseEntry | undefined,
  changes: readonly Change[],
  approved: ReadonlyMap<Change, ApiApproval>,
  entries: Entries,
): Omit<ReleaseEntry, 'checksum'> {
  return {
    format: RELEASE_FORMAT,
    api,
    name,
    date,
    previous: last?.name ?? null,
    step: stepOf(changes),
    changes: changes.map(({ api: _, fix: _fix, ...change }) => ({ ...CHANGE_KEYS, ...change })),
    approved: [...new Set(approved.values())].map(({ api: _, ...approval }) => ({ ...APPROVAL_KEYS, ...approval })),
    entries,
  };
}

function textOf(content: Omit<ReleaseEntry, 'checksum'>, last: ReleaseEntry | undefined): string {
  const checksum = checksumOf(content, last?.checksum ?? '');
  return `${JSON.stringify({ ...content, checksum }, null, 2)}\n`;
}
