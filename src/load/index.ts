/*
 * From files to a registry and its diagnostics: formats with positions, the file schemas, lint rules.
 */

export { type BaselinePlan, planBaseline } from './baseline.ts';
export { byPlace, type Diagnostic, type Level, type Position, type Span } from './diagnostic.ts';
export { type ApiDraft, type CodeDraft, codesOf, type DomainDraft, isRefused, keyOf } from './draft.ts';
export { lint, lintRules } from './lint/index.ts';
export { load, loadRules } from './read.ts';
export { readData } from './read-data.ts';
export { References } from './references.ts';
export {
  diagnose,
  diagnoseAll,
  type Explanation,
  type Finding,
  RULE_GROUPS,
  type RuleGroup,
  type RuleMeta,
} from './rule.ts';
export { RESERVED } from './rules/bad-name.ts';
export { wrongValue } from './rules/wrong-value.ts';
export { shape } from './shape.ts';
export { snapshotOf } from './snapshot.ts';
export {
  type Document,
  documentOf,
  emptyDocument,
  isDamaged,
  type Path,
  type Place,
  type Range,
  type SourceFile,
  spanOf,
} from './source/document.ts';
export { isImageFile } from './source/image.ts';
export { readJson } from './source/json.ts';
export { GUIDE_FEATURES } from './source/mdx.ts';
export { readYaml } from './source/yaml.ts';
