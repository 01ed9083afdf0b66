import {
  type ApiApproval,
  approvalsOf,
  checkReleases,
  placeOf,
  planReleases,
  type ReleasePlan,
  type ReleaseWish,
  releaseRules,
  withReleases,
} from './changes/index.ts';
import {
  byPlace,
  type Diagnostic,
  lint,
  lintRules,
  load,
  loadRules,
  type RuleMeta,
  resolve,
  type SourceFile,
  type Span,
  snapshotsOf,
  spanOf,
} from './load/index.ts';
import { append } from './model/append.ts';
import type { Change } from './model/change.ts';
import type { Registry } from './model/registry.ts';
import type { Snapshot } from './model/snapshot.ts';

/** What a check found, and how much it looked at. */
export interface Checked {
  /** The registry; undefined where a diagnostic is an error. */
  registry: Registry | undefined;
  /** In the order of files, lines and columns. */
  diagnostics: Diagnostic[];
  /** What can be compared with another registry; of a registry with errors, what could be read. */
  snapshots(): Snapshot[];
  /** The approvals of all APIs. */
  approvals: ApiApproval[];
  /** What a release of each API would write, or why it would not. Only of a registry without errors it is to be written. */
  release(wish: ReleaseWish): ReleasePlan[];
  /** Where in these files a change is to be seen: at the part, the code, or the nearest thing that is still there. */
  placeOf(change: Change): Span;
  counts: { files: number; codes: number; errors: number; warnings: number };
}

/** What a check cannot know from the files. */
export interface Circumstances {
  /** The day, such as `2026-12-31`; without it no approval counts as expired. */
  today?: string | undefined;
}

/** Reads and checks a registry from the texts of its files. It never throws on bad input and never stops at the first problem. */
export function check(sources: readonly SourceFile[], { today }: Circumstances = {}): Checked {
  const { apis, diagnostics } = load(sources);
  append(diagnostics, lint(apis));
  append(diagnostics, checkReleases(apis, today));
  diagnostics.sort(byPlace);
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  const codes = apis.flatMap(({ domains }) => domains).reduce((sum, domain) => sum + domain.codes.length, 0);
  return {
    registry: errors === 0 ? withReleases(resolve(apis), apis) : undefined,
    diagnostics,
    snapshots: () => snapshotsOf(apis),
    approvals: apis.flatMap(approvalsOf),
    release: (wish) => planReleases(apis, wish),
    placeOf: (change) => spanOf(placeOf(change, apis)),
    counts: { files: sources.length, codes, errors, warnings: diagnostics.length - errors },
  };
}

/** Every rule that a diagnostic may name, in the order of their ids. */
export const rules: readonly RuleMeta[] = [...loadRules, ...lintRules, ...releaseRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
