import { CHANGE_LEVELS, type Change } from '../model/change.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type ApiPair, pairApis, pairRegistries } from './pair.ts';
import type { ChangeRule } from './rule.ts';
import { addressRemoved } from './rules/address-removed.ts';
import { aliasAdded } from './rules/alias-added.ts';
import { apiAdded } from './rules/api-added.ts';
import { apiRemoved } from './rules/api-removed.ts';
import { apiRenamed } from './rules/api-renamed.ts';
import { baseUrlChanged } from './rules/base-url-changed.ts';
import { bodyChanged } from './rules/body-changed.ts';
import { closedFieldAdded } from './rules/closed-field-added.ts';
import { codeAdded } from './rules/code-added.ts';
import { codeDeprecated } from './rules/code-deprecated.ts';
import { codeHeaderChanged } from './rules/code-header-changed.ts';
import { codeMoved } from './rules/code-moved.ts';
import { codeRemoved } from './rules/code-removed.ts';
import { codeRenamed } from './rules/code-renamed.ts';
import { codeReserved } from './rules/code-reserved.ts';
import { codeRespelled } from './rules/code-respelled.ts';
import { codeRetired } from './rules/code-retired.ts';
import { codeRetiredAtOnce } from './rules/code-retired-at-once.ts';
import { codeReused } from './rules/code-reused.ts';
import { codeRevived } from './rules/code-revived.ts';
import { domainAdded } from './rules/domain-added.ts';
import { envelopeClosed } from './rules/envelope-closed.ts';
import { envelopeOpened } from './rules/envelope-opened.ts';
import { exampleChanged } from './rules/example-changed.ts';
import { factDocumented } from './rules/fact-documented.ts';
import { factUnverified } from './rules/fact-unverified.ts';
import { factVerified } from './rules/fact-verified.ts';
import { faultChanged } from './rules/fault-changed.ts';
import { fieldAdded } from './rules/field-added.ts';
import { fieldMadeOptional } from './rules/field-made-optional.ts';
import { fieldMoved } from './rules/field-moved.ts';
import { fieldRemoved } from './rules/field-removed.ts';
import { fieldRenamed } from './rules/field-renamed.ts';
import { fieldRetyped } from './rules/field-retyped.ts';
import { guideAdded } from './rules/guide-added.ts';
import { headerAdded } from './rules/header-added.ts';
import { headerRemoved } from './rules/header-removed.ts';
import { limitLoosened } from './rules/limit-loosened.ts';
import { limitTightened } from './rules/limit-tightened.ts';
import { linksChanged } from './rules/links-changed.ts';
import { madeInternal } from './rules/made-internal.ts';
import { messageChanged } from './rules/message-changed.ts';
import { messageContractChanged } from './rules/message-contract-changed.ts';
import { namespaceChanged } from './rules/namespace-changed.ts';
import { operationAdded } from './rules/operation-added.ts';
import { operationRemoved } from './rules/operation-removed.ts';
import { orderChanged } from './rules/order-changed.ts';
import { replacementRemoved } from './rules/replacement-removed.ts';
import { retryLoosened } from './rules/retry-loosened.ts';
import { retryTightened } from './rules/retry-tightened.ts';
import { severityChanged } from './rules/severity-changed.ts';
import { statusChanged } from './rules/status-changed.ts';
import { termChanged } from './rules/term-changed.ts';
import { textChanged } from './rules/text-changed.ts';
import { unverifiedFactChanged } from './rules/unverified-fact-changed.ts';
import { writeRetryLoosened } from './rules/write-retry-loosened.ts';
import { writeRetryTightened } from './rules/write-retry-tightened.ts';

/** Every rule of the comparison: breaking ones first, then in the order of their ids. */
export const changeRules: readonly ChangeRule[] = [
  addressRemoved,
  apiRemoved,
  apiRenamed,
  bodyChanged,
  closedFieldAdded,
  codeHeaderChanged,
  codeRemoved,
  codeRenamed,
  codeRespelled,
  codeReused,
  envelopeOpened,
  fieldMadeOptional,
  fieldMoved,
  fieldRemoved,
  fieldRenamed,
  fieldRetyped,
  headerRemoved,
  limitTightened,
  madeInternal,
  messageContractChanged,
  namespaceChanged,
  replacementRemoved,
  retryTightened,
  statusChanged,
  writeRetryTightened,
  baseUrlChanged,
  codeAdded,
  codeRetiredAtOnce,
  codeRevived,
  factUnverified,
  faultChanged,
  headerAdded,
  messageChanged,
  operationAdded,
  retryLoosened,
  severityChanged,
  termChanged,
  writeRetryLoosened,
  aliasAdded,
  apiAdded,
  codeDeprecated,
  codeMoved,
  codeReserved,
  codeRetired,
  domainAdded,
  envelopeClosed,
  exampleChanged,
  factDocumented,
  factVerified,
  fieldAdded,
  guideAdded,
  limitLoosened,
  linksChanged,
  operationRemoved,
  orderChanged,
  textChanged,
  unverifiedFactChanged,
];

/**
 * What changed between two registries, as the callers of the APIs meet it: by API, level, code, part and rule.
 * The same registry twice gives nothing.
 */
export function compare(before: readonly Snapshot[], after: readonly Snapshot[]): Change[] {
  const pair = pairRegistries(before, after);
  const changes = changeRules.flatMap((rule) => [
    ...(rule.checkRegistry?.(pair) ?? []).map((found): Change => ({ rule: rule.id, level: rule.level, ...found })),
    ...pair.apis.flatMap((apis) => changesOf(rule, apis)),
  ]);
  return changes.sort(byWeight);
}

/** What changed from one version of an API to the next, while both are published: no address is lost with it. */
export function compareVersions(before: Snapshot, after: Snapshot): Change[] {
  const pair = { ...pairApis({ before, after }), areVersions: true };
  return changeRules.flatMap((rule) => changesOf(rule, pair)).sort(byWeight);
}

function changesOf({ id, level, check }: ChangeRule, pair: ApiPair): Change[] {
  return (check?.(pair) ?? []).map((found): Change => ({ rule: id, level, api: pair.after.id, ...found }));
}

function byWeight(a: Change, b: Change): number {
  return (
    order(a.api, b.api) ||
    CHANGE_LEVELS.indexOf(a.level) - CHANGE_LEVELS.indexOf(b.level) ||
    order(a.code ?? '', b.code ?? '') ||
    order(a.part ?? '', b.part ?? '') ||
    order(a.rule, b.rule) ||
    order(a.what, b.what)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
