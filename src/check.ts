import {
  type ApiApproval,
  checkReleases,
  placesIn,
  planRelease,
  type ReleaseFacts,
  type ReleasePlan,
  type ReleaseWish,
  recordedApprovals,
  releaseFactsOf,
  releaseRules,
  withReleases,
  withVersions,
} from './changes/index.ts';
import {
  type BaselinePlan,
  byPlace,
  codesOf,
  type Diagnostic,
  lint,
  lintRules,
  load,
  loadRules,
  planBaseline,
  type RuleGroup,
  type RuleMeta,
  type SourceFile,
  type Span,
  spanOf,
} from './load/index.ts';
import { append } from './model/append.ts';
import type { Change } from './model/change.ts';
import { once } from './model/once.ts';
import type { Registry } from './model/registry.ts';
import type { Snapshot } from './model/snapshot.ts';
import { countUnverified, type UnverifiedCounts } from './model/unverified.ts';

export { isImageFile, RULE_GROUPS, type RuleGroup, type SourceFile } from './load/index.ts';
export { unverifiedText } from './model/unverified.ts';

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
  /** What changed since the last release of each API that has one; of a registry with errors, what could be read. */
  unreleased(): Change[];
  /** The approvals whose changes the last release of their API has written down. */
  recorded(): ApiApproval[];
  /** What a release of each API would write, or why it would not. Only of a registry without errors it is to be written. */
  release(wish: ReleaseWish): ReleasePlan[];
  /** What `baseline.yaml` of each API is to say; new gaps are added to one that is there only if `add` is true, or true of their code. */
  baselines(add: boolean | ((code: string) => boolean)): BaselinePlan[];
  /** Where in these files a change is to be seen: at the part, the code, or the nearest thing that is still there. */
  placeOf(change: Change): Span;
  counts: Counts;
}

/** How much a check looked at, and what it found. */
export interface Counts {
  files: number;
  codes: number;
  errors: number;
  warnings: number;
  /** Facts that the owners of the APIs have not confirmed. */
  unverified: UnverifiedCounts;
  /** Problems that `baseline.yaml` lists, which are not among the errors and warnings. */
  knownGaps?: number;
}

/** What a check can't know from the files. */
interface Circumstances {
  /** The day, such as `2026-12-31`; without it no approval counts as expired. */
  today?: string | undefined;
  /** The groups of optional rules to apply as well. */
  groups?: readonly RuleGroup[] | undefined;
}

/** Reads and checks a registry from the texts of its files. It never throws on bad input and never stops at the first problem. */
export function check(sources: readonly SourceFile[], { today, groups }: Circumstances = {}): Checked {
  const { apis, diagnostics } = load(sources);
  const facts = apis.map(releaseFactsOf).sort((a, b) => (a.draft.id < b.draft.id ? -1 : 1));
  const linted = lint(apis, groups);
  for (const it of linted) append(diagnostics, it.diagnostics);
  for (const it of facts) append(diagnostics, checkReleases(it, today));
  diagnostics.sort(byPlace);
  const errors = diagnostics.filter(({ level }) => level === 'error').length;
  const knownGaps = linted.reduce((sum, { exceptions }) => sum + exceptions.known.length, 0);
  const entries = apis.flatMap(codesOf).map(({ entry }) => entry);
  const places = once(() => placesIn(apis));
  const registry = once(() => (errors === 0 ? registryOf(facts) : undefined));
  return {
    // a check that only reports needs none
    get registry() {
      return registry();
    },
    diagnostics,
    snapshots: () => facts.map(({ snapshot }) => snapshot()),
    approvals: facts.flatMap(({ approvals }) => approvals),
    unreleased: () => facts.flatMap(({ changes }) => changes() ?? []),
    recorded: () => facts.flatMap(recordedApprovals),
    release: (wish) => facts.map((it) => planRelease(it, wish)),
    baselines: (add) => linted.map((it) => planBaseline(it, add)),
    placeOf: (change) => spanOf(places()(change)),
    counts: {
      files: sources.length,
      codes: entries.length,
      errors,
      warnings: diagnostics.length - errors,
      unverified: countUnverified(entries),
      ...(knownGaps > 0 && { knownGaps }),
    },
  };
}

function registryOf(facts: readonly ReleaseFacts[]): Registry {
  const bodies = facts.flatMap(({ draft: { id, guides } }) =>
    guides.map((guide) => [`${id}/${guide.id}`, guide.document.body]),
  );
  const published = facts
    .map((it) => ({ api: { ...withReleases(it), file: it.draft.document.path }, snapshot: it.snapshot() }))
    .sort((a, b) => (a.api.title < b.api.title ? -1 : 1));
  const apis = withVersions(published);
  const shown = new Set(apis.flatMap(({ id, images }) => images.map(({ name }) => `${id}/${name}`)));
  const images = facts.flatMap(({ draft: { id, images } }) => images.map(({ name, data }) => [`${id}/${name}`, data]));
  return {
    apis,
    guideBodies: Object.fromEntries(bodies),
    images: Object.fromEntries(images.filter(([name = '']) => shown.has(name))),
  };
}

/** Every rule that a diagnostic may name, in the order of their ids. */
export const rules: readonly RuleMeta[] = [...loadRules, ...lintRules, ...releaseRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
