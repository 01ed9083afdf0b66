import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import {
  type ApiApproval,
  approve,
  type Change,
  type Checked,
  changeRules,
  check,
  compare,
  counted,
  type SourceFile,
  type Span,
  stepOf,
  type VersionStep,
} from '../index.ts';
import { reportedFolder } from './check.ts';
import { readContracts } from './contracts.ts';
import type { Options } from './flags.ts';
import { fileIn, type Report, reportOf } from './format/report.ts';
import { type Base, defaultBase, explicitBase, isRef } from './git/base.ts';
import { readContractsAt } from './git/contracts.ts';
import { type Io, UsageError } from './io.ts';
import { contractsFolder } from './options.ts';

/** A change with all that its reader wants to know. */
export interface SeenChange extends Change {
  /** Why its rule has its level. */
  reason: string;
  /** Where it is to be seen now, as the caller can open it; undefined where nothing of its API is left. */
  place: Span | undefined;
  /** The approval that covers it. */
  approval: ApiApproval | undefined;
}

/** Two states of a registry, compared. */
export interface Comparison {
  /** What the files were compared with, to be put after “against”. */
  against: string;
  /** The folder of the files, as the caller named it. */
  folder: string;
  /** What the reader must know of either side: what could not be read, what shows in reverse. */
  notes: string[];
  /** By API, level, code. */
  changes: SeenChange[];
  approvals: Approvals;
  counts: { breaking: number; risky: number; safe: number; approved: number };
  step: VersionStep;
  /** The errors of the files as they are now; a comparison with any is not the whole truth. */
  errors: Report;
}

/** What became of the approvals. */
interface Approvals {
  used: ApiApproval[];
  /** Their last day is over. */
  expired: ApiApproval[];
  /** In force, but they cover nothing. */
  unused: ApiApproval[];
}

/** Both sides of a comparison, with what it found. */
interface Compared {
  comparison: Comparison;
  before: Checked;
  after: Checked;
}

/**
 * Compares the registry's folder as it is now with the state that `--against` names: a git ref, a folder, or, left
 * out, the commit at which this branch left the default branch.
 * Throws a {@link UsageError} where there is no such state, or no registry.
 */
export async function compareWith(options: Options, io: Io): Promise<Compared> {
  const { today } = io;
  const folder = contractsFolder(options, io);
  const after = check(await readContracts(folder.path));
  const base = await baseOf(options.against, folder.path, io);
  const before = check(base.sources);
  const changes = compare(before.snapshots(), after.snapshots());
  const reported = await reportedFolder(options, folder);
  const errors = errorsOf(after, reported);
  // with an error in the files it is not known what the next release will hold
  const unreleased = errors.counts.errors > 0 ? [] : after.unreleased();
  const { approved, ...approvals } = approvalsInUse(changes, unreleased, after, today);
  const reasons = new Map(changeRules.map(({ id, reason }) => [id, reason]));
  const seen = changes.map(
    (change): SeenChange => ({
      ...change,
      reason: reasons.get(change.rule) ?? '',
      place: placeIn(reported, after.placeOf(change)),
      approval: approved.get(change),
    }),
  );
  const count = (level: Change['level']) => changes.filter((change) => change.level === level).length;
  const comparison: Comparison = {
    against: base.label,
    folder: folder.shown,
    notes: [...base.notes, ...unreadOf(before, base.label), ...unreadOf(after, 'the files as they are now')],
    changes: seen,
    approvals,
    counts: {
      breaking: count('breaking'),
      risky: count('risky'),
      safe: count('safe'),
      approved: approved.size,
    },
    step: stepOf(changes),
    errors,
  };
  return { comparison, before, after };
}

/** True if nothing prevents it: no errors, each breaking change approved, each approval in force and in use. */
export function isAllowed({ changes, approvals, errors }: Comparison): boolean {
  const open = changes.some(({ level, approval }) => level === 'breaking' && !approval);
  return !open && approvals.expired.length + approvals.unused.length + errors.counts.errors === 0;
}

/**
 * Holds approvals against the changes. One that covers none of them is in use all the same if it covers a change of
 * `unreleased`: what changed since the API's last release, which the next release will write down with its approval;
 * and so is one that the last release has written down, until the next.
 */
export function approvalsInUse(
  changes: readonly Change[],
  unreleased: readonly Change[],
  { approvals, recorded }: Pick<Checked, 'approvals' | 'recorded'>,
  today: string,
): Approvals & { approved: ReadonlyMap<Change, ApiApproval> } {
  const { approved, expired, unused } = approve(changes, approvals, today);
  const released = new Set(recorded());
  const idle = approve(unreleased, unused, today).unused.filter((it) => !released.has(it));
  const used = approvals.filter((it) => !expired.includes(it) && !idle.includes(it));
  return { approved, used, expired, unused: idle };
}

interface Side extends Omit<Base, 'commit'> {
  sources: SourceFile[];
}

async function baseOf(against: string | undefined, contracts: string, io: Io): Promise<Side> {
  if (against === '') throw new UsageError('--against is empty; name a git ref or a folder.');
  const repository = await realpath(contracts);
  if (against === undefined) return atCommit(contracts, await defaultBase(repository));
  const folder = resolve(io.cwd, against);
  const isFolder = (await stat(folder).catch(() => undefined))?.isDirectory() === true;
  const asPath = isAbsolute(against) || /^\.{1,2}(?:[\\/]|$)/.test(against);
  if (asPath && !isFolder) throw new UsageError(`The folder ${against} to compare with doesn't exist.`);
  if (!isFolder) return atCommit(contracts, await explicitBase(repository, against));
  if (!asPath && (await isRefIfAny(repository, against))) {
    throw new UsageError(
      `\`${against}\` is both a folder and a git ref. Write ./${against} for the folder, or refs/heads/${against} for a branch.`,
    );
  }
  const sources = await readContracts(folder);
  if (!sources.some(({ path }) => /^[^/]+\/api\.(?:ya?ml|json)$/.test(path)))
    throw new UsageError(
      `The folder ${against} contains no API; name the folder that contains the folders of the APIs.`,
    );
  return { sources, label: `the folder \`${against}\``, notes: [] };
}

/** A folder can be compared with where there is no git at all. */
async function isRefIfAny(repository: string, name: string): Promise<boolean> {
  return isRef(repository, name).catch(() => false);
}

async function atCommit(contracts: string, { commit, label, notes }: Base): Promise<Side> {
  const sources = await readContractsAt(contracts, commit);
  const absent = 'That commit doesn’t have the registry’s folder, so everything is new.';
  return { sources: sources ?? [], label, notes: sources ? notes : [...notes, absent] };
}

function placeIn(folder: string, span: Span): Span | undefined {
  return span.file === '' ? undefined : { ...span, file: fileIn(folder, span.file) };
}

/** The errors of a side, but for idle approvals: whether one is idle, the comparison itself knows best. */
function errorsOf(checked: Checked, folder: string): Report {
  const report = reportOf(checked, folder);
  const diagnostics = report.diagnostics.filter(({ level, rule }) => level === 'error' && rule !== 'stale-approval');
  return { counts: { ...report.counts, errors: diagnostics.length }, diagnostics };
}

/** What a side with errors keeps from the comparison, in a sentence. */
function unreadOf({ counts, snapshots }: Checked, side: string): string[] {
  if (counts.errors === 0) return [];
  const all = snapshots();
  const entries = all.flatMap(({ unread }) => unread).length;
  const damaged = all.filter(({ whole }) => !whole).map(({ api }) => `\`${api.id}\``);
  const left = [
    ...(entries > 0 ? [`${counted(entries, 'entry', 'entries')} without a required field`] : []),
    ...(damaged.length > 0 ? [`unreadable files of ${damaged.join(', ')}`] : []),
  ];
  const errors = counted(counts.errors, 'error');
  return [
    left.length > 0
      ? `In ${side} the registry has ${errors}; left out of the comparison: ${left.join(', and ')}.`
      : `In ${side} the registry has ${errors}; the comparison could still read every entry.`,
  ];
}
