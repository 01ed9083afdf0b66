import type { Diagnostic } from '../diagnostic.ts';
import { type ApiDraft, codesOf } from '../draft.ts';
import { type Exceptions, type Gap, isWaivable } from '../exceptions.ts';
import { diagnose, diagnoseAll, type RuleMeta } from '../rule.ts';
import { fixedGap, fixedGaps } from '../rules/fixed-gap.ts';
import { findsNothing, needlessWaiver, notWaivable } from '../rules/needless-waiver.ts';
import { isDamaged } from '../source/document.ts';

/** How many fixed gaps a diagnostic names. */
const MOST_NAMED = 3;

/** The waivers that hide nothing; those of optional rules that were not applied may hide something. */
export function needlessWaivers(
  api: ApiDraft,
  { waivers }: Exceptions,
  all: readonly RuleMeta[],
  applied: readonly RuleMeta[],
): Diagnostic[] {
  const known = all.filter(isWaivable).map(({ id }) => id);
  const findings = waivers.flatMap(({ rule: id, at, isUsed }) => {
    const rule = all.find((it) => it.id === id);
    if (!rule || !isWaivable(rule)) return [{ at, ...notWaivable(id, known) }];
    return isUsed || api.damaged || !applied.includes(rule) ? [] : [{ at, ...findsNothing(id) }];
  });
  return diagnoseAll(
    needlessWaiver,
    findings.filter(({ at }) => !isDamaged(at.document)),
  );
}

/**
 * Known gaps that are gone. Nothing is known of optional rules that were not applied, of entries with other mistakes, and of an
 * API with a file that could not be read whole.
 */
export function fixedIn(
  api: ApiDraft,
  { left }: Exceptions,
  all: readonly RuleMeta[],
  applied: readonly RuleMeta[],
): Gap[] {
  if (api.damaged) return [];
  const unread = new Set(codesOf(api).flatMap(({ code, whole }) => (whole ? [] : [code])));
  const skipped = new Set(all.filter((it) => !applied.includes(it)).map(({ id }) => id));
  return left().filter(({ rule, code }) => !unread.has(code) && !skipped.has(rule));
}

/** Fixed gaps as one diagnostic, at the first of them. */
export function diagnoseFixed({ baseline }: ApiDraft, gaps: readonly Gap[]): Diagnostic[] {
  const [first] = gaps;
  if (!baseline || !first) return [];
  const names = gaps.slice(0, MOST_NAMED).map(({ rule, code, part }) => `\`${code}\` (\`${rule}\`, \`${part}\`)`);
  const at = { document: baseline.document, path: ['gaps', first.rule, first.code], part: 'key' } as const;
  return [diagnose(fixedGap, { at, ...fixedGaps(gaps.length, names) })];
}
