/*
 * The core of Errorbook as a library: everything here is pure. Texts of files in; registry, diagnostics, changes and files for
 * programs out. The command line and the site import it from here; scripts in a browser use `browser.ts`.
 */

export {
  type ApiArtifact,
  apiArtifacts,
  type CodeArtifact,
  codeArtifacts,
  conditionOf,
  type DomainArtifact,
  domainArtifacts,
  errorsSchema,
  GENERATORS,
  type GuideArtifact,
  guideArtifacts,
  handlerOf,
  inShell,
  isGenerator,
  type Links,
  type PartOf,
  type Places,
  type Runtimes,
  SNIPPET_LANGUAGES,
  type Snippet,
  type SnippetLanguage,
  sharedSnippets,
  snippetsOf,
  takingParts,
  withFrontMatter,
} from './artifacts/index.ts';
export {
  type ApiApproval,
  approve,
  type ChangeRule,
  changeRules,
  compare,
  isReleaseName,
  type PlannedRelease,
  type ReleasePlan,
  type ReleaseWish,
} from './changes/index.ts';
export { type Checked, check, rules } from './check.ts';
export {
  type Config,
  type ConfigFile,
  type ConfigInput,
  configEditorSchema,
  configProblem,
  defineConfig,
  readable,
  readJsonConfig,
  readModuleConfig,
  tintOf,
} from './config/index.ts';
export {
  type BareStatus,
  type Decoded,
  type DecodeIndex,
  decode,
  decodeIndex,
  differenceSentence,
  directoryOf,
  type Explanation,
  nearestCodes,
  noteSentence,
  packed,
  statusSentence,
  waitSentence,
} from './decode/index.ts';
export { COVERAGE_ENDINGS, type CoverageInput, coverage } from './evidence/index.ts';
export {
  apiForImport,
  formatOfLast,
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportedFile,
  type ImportFormat,
  type ImportPlan,
  idOf,
  importFormatOf,
  isImportFormat,
  isTarget,
  type MappedField,
  type Mapping,
  referencedFiles,
  type SettledImport,
  settledImport,
} from './import/index.ts';
export {
  type BaselinePlan,
  type Diagnostic,
  GUIDE_FEATURES,
  isImageFile,
  type Level,
  type Position,
  RESERVED,
  RULE_GROUPS,
  type RuleGroup,
  type RuleMeta,
  type SourceFile,
  type Span,
} from './load/index.ts';
export { type MockAnswer, type MockRequest, mockOf } from './mock/index.ts';
export { addressOf, boundedAddressOf } from './model/address.ts';
export {
  API_FILES,
  type ApiPage,
  CODES_PATH,
  codePath,
  domainPath,
  guideFilePath,
  guidePath,
  imagePath,
  mockPath,
} from './model/addresses.ts';
export { CHANGE_LEVELS, type Change, type ChangeLevel, stepOf, type VersionStep } from './model/change.ts';
export { counted } from './model/counted.ts';
export { documentedFault } from './model/documented-fault.ts';
export { codeHeader } from './model/envelope/carried.ts';
export { bodyText, type ExampleResponse, responseText } from './model/envelope/example.ts';
export { fieldsOf, withRole } from './model/envelope/fields.ts';
export { formatOf } from './model/envelope/format.ts';
export { envelopeOf, examplesOf, isDocsName, listName } from './model/envelope/of-code.ts';
export { dotted } from './model/envelope/pointer.ts';
export { type BodySchema, bodySchema } from './model/envelope/schema.ts';
export { GUIDE_COMPONENTS, type GuideComponentName, listOf } from './model/guide.ts';
export { familyOf, type StatusFamily } from './model/http.ts';
export { humanName, nameOfOpaque } from './model/human-name.ts';
export { endOfLifeOf, isSent, type NotableLifecycle, notableLifecycleOf } from './model/lifecycle.ts';
export { sentenceParts } from './model/named.ts';
export { codeNames, withId } from './model/names.ts';
export { nearest } from './model/nearest.ts';
export { once, oncePer } from './model/once.ts';
export { allStatuses, atOperation } from './model/operation.ts';
export { hasBlocks, leadOf, oneLine } from './model/prose.ts';
export { fragmentOf, linkNames, linkTarget, withLinks } from './model/prose-links.ts';
export {
  type Alias,
  type Api,
  type Code,
  type CodeOfApi,
  countOfCodes,
  type Domain,
  type Guide,
  type Registry,
  type Release,
  type RetryLabels,
  type Status,
  withRetryLabels,
} from './model/registry.ts';
export type { Limit, StateGroup } from './model/schema/api.ts';
export type { Approval } from './model/schema/approval.ts';
export { type EndOfLife, FAULTS, type Fault } from './model/schema/code.ts';
export { editorSchemas } from './model/schema/editor.ts';
export type { Envelope } from './model/schema/envelope.ts';
export type { Field, Json } from './model/schema/field.ts';
export { POLICIES, type Retry, type RetryPolicy } from './model/schema/retry.ts';
export { slugOf } from './model/slug.ts';
export type { Snapshot } from './model/snapshot.ts';
export { statusText } from './model/status-text.ts';
export { isTransient, TRANSIENT_4XX } from './model/unknown-codes.ts';
export { countUnverified, type UnverifiedCounts, unverifiedText } from './model/unverified.ts';
export { hasChanges, previousVersion } from './model/versions.ts';
export {
  type Block,
  type CodeFilter,
  type CodeLink,
  type Content,
  changesLead,
  codeDocument,
  codeLink,
  countsOf,
  type Document,
  dateOf,
  documentTexts,
  type Example,
  envelopeCodes,
  envelopeTables,
  exampleBlocks,
  type Fact,
  fieldTable,
  filterCodes,
  firstSentence,
  guideDocument,
  headerBlocks,
  type Inline,
  limitTable,
  MOST_LISTED,
  type Notice,
  operationsOf,
  operationTable,
  plainestCode,
  policyGroups,
  policyTexts,
  retryLabel,
  retryTable,
  type Section,
  type Setting,
  type ShownDate,
  scopeTable,
  stateBlocks,
  statusTable,
  supportLinks,
  type Table,
  transientStatuses,
  unknownCodeBlocks,
  writeBlocks,
} from './view/index.ts';
