import { once } from '../../model/once.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type ApiDraft, codesOf } from '../draft.ts';
import { type Exceptions, exceptionsOf, type Gap } from '../exceptions.ts';
import { diagnoseAll, type Finding, type RuleGroup, type RuleMeta } from '../rule.ts';
import { missingField, missingFieldFinding } from '../rules/missing-field.ts';
import { isDamaged } from '../source/document.ts';
import { diagnoseFixed, fixedIn, needlessWaivers } from './idle-exceptions.ts';
import { oncePerDefault } from './once-per-default.ts';
import type { Rule } from './rule.ts';
import { aliasConflict } from './rules/alias-conflict.ts';
import { ambiguousEntry } from './rules/ambiguous-entry.ts';
import { ambiguousNamespace } from './rules/ambiguous-namespace.ts';
import { backoffOn4xx } from './rules/backoff-on-4xx.ts';
import { brokenLink } from './rules/broken-link.ts';
import { codePlace } from './rules/code-place.ts';
import { codeStyle } from './rules/code-style.ts';
import { contradictoryEffect } from './rules/contradictory-effect.ts';
import { contradictoryLifecycle } from './rules/contradictory-lifecycle.ts';
import { duplicateCode } from './rules/duplicate-code.ts';
import { envelopeShape } from './rules/envelope-shape.ts';
import { exampleMismatch } from './rules/example-mismatch.ts';
import { guideCode } from './rules/guide-code.ts';
import { guideReference } from './rules/guide-reference.ts';
import { htmlInProse } from './rules/html-in-prose.ts';
import { image } from './rules/image.ts';
import { internalLeak } from './rules/internal-leak.ts';
import { messageStyle } from './rules/message-style.ts';
import { missingDelay } from './rules/missing-delay.ts';
import { missingMessage } from './rules/missing-message.ts';
import { nameConflict } from './rules/name-conflict.ts';
import { namespacePlace } from './rules/namespace-place.ts';
import { placeholderText } from './rules/placeholder-text.ts';
import { repeatedText } from './rules/repeated-text.ts';
import { replacementChain } from './rules/replacement-chain.ts';
import { replacementCycle } from './rules/replacement-cycle.ts';
import { sameMeaning } from './rules/same-meaning.ts';
import { textBody } from './rules/text-body.ts';
import { unknownCode } from './rules/unknown-code.ts';
import { unknownOperation } from './rules/unknown-operation.ts';
import { unknownReference } from './rules/unknown-reference.ts';
import { unknownStatus } from './rules/unknown-status.ts';
import { unsafeRetry } from './rules/unsafe-retry.ts';
import { unusedDefault } from './rules/unused-default.ts';
import { unusedNamespace } from './rules/unused-namespace.ts';
import { unverifiedField } from './rules/unverified-field.ts';
import { vagueRemediation } from './rules/vague-remediation.ts';
import { versionChain } from './rules/version-chain.ts';
import { wording } from './rules/wording.ts';
import { xmlBody } from './rules/xml-body.ts';
import { textsOf } from './texts.ts';

/** The rules over a registry that could be read, in the order of their ids. */
export const lintRules: readonly Rule[] = [
  aliasConflict,
  ambiguousEntry,
  ambiguousNamespace,
  backoffOn4xx,
  brokenLink,
  codePlace,
  codeStyle,
  contradictoryEffect,
  contradictoryLifecycle,
  duplicateCode,
  envelopeShape,
  exampleMismatch,
  guideCode,
  guideReference,
  htmlInProse,
  image,
  internalLeak,
  messageStyle,
  missingDelay,
  missingMessage,
  nameConflict,
  namespacePlace,
  placeholderText,
  repeatedText,
  replacementChain,
  replacementCycle,
  sameMeaning,
  textBody,
  unknownCode,
  unknownOperation,
  unknownReference,
  unknownStatus,
  unsafeRetry,
  unusedDefault,
  unusedNamespace,
  unverifiedField,
  vagueRemediation,
  versionChain,
  wording,
  xmlBody,
];

/** What the rules say of one API, and what of it is waived or known. */
export interface Linted {
  api: ApiDraft;
  diagnostics: Diagnostic[];
  exceptions: Exceptions;
  /** Known gaps that are gone. */
  fixed: readonly Gap[];
}

/**
 * Runs every rule over every API, optional ones where their group is named. Nothing is reported for a file that could not be
 * read whole, because the rest of it is a guess; nor what is waived, or a known gap.
 */
export function lint(apis: readonly ApiDraft[], groups: readonly RuleGroup[] = []): Linted[] {
  const rules = lintRules.filter(({ group }) => group === undefined || groups.includes(group));
  return apis.map((api) => {
    const texts = once(() => textsOf(api));
    const exceptions = exceptionsOf(api);
    const run = (rule: RuleMeta, findings: readonly Finding[]) =>
      diagnoseAll(
        rule,
        exceptions.reported(rule, oncePerDefault(findings.filter(({ at }) => !isDamaged(at.document)))),
      );
    const diagnostics = [
      ...run(missingField, missingFacts(api)),
      ...rules.flatMap((rule) => run(rule, rule.check(api, texts, apis))),
    ];
    const fixed = fixedIn(api, exceptions, lintRules, rules);
    const idle = [...needlessWaivers(api, exceptions, lintRules, rules), ...diagnoseFixed(api, fixed)];
    return { api, exceptions, fixed, diagnostics: [...diagnostics, ...idle] };
  });
}

function missingFacts(api: ApiDraft): Finding[] {
  return codesOf(api).flatMap(({ spelling, domain: { document }, missing }) =>
    missing.map((fact) => missingFieldFinding(document, ['codes', spelling, fact])),
  );
}
