import { append } from './model/append.ts';
import type { Change } from './model/change.ts';
import { byPlace, type Diagnostic, type Span } from './load/diagnostic.ts';
import type { ApiApproval } from './changes/approve.ts';
import { lint, lintRules } from './load/lint/index.ts';
import * as reading from './load/read.ts';
import { placeOf } from './changes/place.ts';
import type { Registry } from './model/registry.ts';
import type { ReleasePlan, ReleaseWish } from './changes/release/index.ts';
import { approvalsOf, checkReleases, planReleases, releaseRules, withReleases } from './changes/release/index.ts';
import { resolve, snapshotsOf } from './load/resolve.ts';
import type { RuleMeta } from './load/rule.ts';
import type { Snapshot } from './model/snapshot.ts';
import { type SourceFile, spanOf } from './load/source/document.ts';

export { addressOf } from './model/address.ts';
export type { ApiArtifact, CodeArtifact, Links, Words } from './artifacts/artifact.ts';
export { errorsSchema } from './artifacts/errors-schema.ts';
export { handlerOf } from './artifacts/handler.ts';
export { apiArtifacts, codeArtifacts } from './artifacts/index.ts';
export type { Runtimes } from './artifacts/runtime.ts';
export { CHANGE_LEVELS, type Change, type ChangeLevel, stepOf, type VersionStep } from './model/change.ts';
export { type CoverageInput, coverage, ENDINGS as COVERAGE_ENDINGS } from './evidence/coverage.ts';
export {
  type Decoded,
  type DecodeIndex,
  decode,
  decodeIndex,
  differenceSentence,
  type Explanation,
  nearestCodes,
  noteSentence,
  waitSentence,
} from './decode/index.ts';
export type { Diagnostic, Level, Position, Span } from './load/diagnostic.ts';
export { type ApiApproval, approve, type Verdict } from './changes/approve.ts';
export { changeRules, compare } from './changes/compare.ts';
export type { ChangeRule } from './changes/rule.ts';
export type { ExampleResponse } from './model/envelope/example.ts';
export { responseText } from './model/envelope/example.ts';
export { envelopeOf, examplesOf } from './model/envelope/of-code.ts';
export { type BodySchema, bodySchema } from './model/envelope/schema.ts';
export { GUIDE_COMPONENTS, type GuideComponentName, listOf } from './model/guide.ts';
export type { StatusFamily } from './model/http.ts';
export type { MockAnswer } from './mock/answer.ts';
export { type MockRequest, mockOf } from './mock/mock.ts';
export { editDistance, nearest } from './model/nearest.ts';
export type { Alias, Api, Code, Domain, Guide, Registry, Release, Status } from './model/registry.ts';
export { isReleaseName, type PlannedRelease, type ReleasePlan, type ReleaseWish } from './changes/release/index.ts';
export type { RuleMeta } from './load/rule.ts';
export type { Limit, StateGroup } from './model/schema/api.ts';
export type { Approval } from './model/schema/approval.ts';
export type { Farewell, Fault } from './model/schema/code.ts';
export { editorSchemas } from './model/schema/editor.ts';
export type { Envelope } from './model/schema/envelope.ts';
export type { Field, Json } from './model/schema/field.ts';
export { POLICIES, type Retry, type RetryPolicy } from './model/schema/retry.ts';
export type { Snapshot } from './model/snapshot.ts';
export { snippetsOf } from './artifacts/snippets/index.ts';
export { SNIPPET_LANGUAGES, type Snippet, type SnippetLanguage } from './artifacts/snippets/snippet.ts';
export type { SourceFile } from './load/source/document.ts';
export { GUIDE_FEATURES } from './load/source/mdx.ts';

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
  const { apis, diagnostics } = reading.load(sources);
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
export const rules: readonly RuleMeta[] = [
  reading.badName,
  reading.duplicateKey,
  reading.missingField,
  reading.missingFile,
  reading.outsideFile,
  reading.syntax,
  reading.unknownKey,
  reading.unlistedFile,
  reading.wrongValue,
  ...lintRules,
  ...releaseRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));
