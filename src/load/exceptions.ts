import type { BaselineEntry } from '../model/schema/baseline.ts';
import { type ApiDraft, codeAt, codesOf } from './draft.ts';
import type { Finding, RuleMeta } from './rule.ts';
import { missingField } from './rules/missing-field.ts';
import { type Document, isDamaged, type Path, type Place } from './source/document.ts';

/** A problem of one code's entry, named so that it is recognized after lines have moved. */
export interface Gap {
  rule: string;
  code: string;
  /** The field of the entry, or `entry`. */
  part: string;
}

/** A line under `waive`. */
export interface Waiver {
  rule: string;
  at: Place;
  isUsed: boolean;
}

/** What of an API's problems is not reported: what a waiver names, and the known gaps of its baseline. */
export interface Exceptions {
  /** Findings without those that are waived or known, whose use is noted. */
  reported(rule: RuleMeta, findings: readonly Finding[]): readonly Finding[];
  waivers: readonly Waiver[];
  /** The known gaps that were found. */
  known: readonly Gap[];
  /** The gaps that were found and are not known. */
  unknown: readonly Gap[];
  /** The known gaps that were not found. */
  left(): Gap[];
}

/** True where a registry that breaks the rule is still whole, so that it may be waived or be a known gap. */
export function isTolerable({ level, tolerable = level === 'warning' }: RuleMeta): boolean {
  return tolerable;
}

/** True where a waiver may hide the rule; a missing fact is always said, here or on the page. */
export function isWaivable(rule: RuleMeta): boolean {
  return isTolerable(rule) && rule.id !== missingField.id;
}

export function exceptionsOf(api: ApiDraft): Exceptions {
  const waivers = waiversOf(api);
  const remaining = new Map<string, { gap: Gap; count: number }>();
  for (const gap of gapsIn(api.baseline?.entry)) {
    const entry = remaining.get(keyOf(gap)) ?? { gap, count: 0 };
    entry.count++;
    remaining.set(keyOf(gap), entry);
  }
  const known: Gap[] = [];
  const unknown: Gap[] = [];
  const nameAt = codeAt(api);
  const isReported = (rule: RuleMeta, finding: Finding): boolean => {
    const path = pathOf(finding.at);
    const code = nameAt(finding.at);
    const waiver = isWaivable(rule) ? waiverFor(waivers, rule.id, finding.at.document, code) : undefined;
    if (waiver) waiver.isUsed = true;
    if (waiver || code === undefined) return !waiver;
    const gap = { rule: rule.id, code, part: finding.part ?? String(path?.[2] ?? 'entry') };
    // what a baseline says that can't be read, nobody knows; that it can't is said once
    if (api.baseline && isDamaged(api.baseline.document)) return false;
    const entry = remaining.get(keyOf(gap));
    const isKnown = entry !== undefined && entry.count > 0;
    if (isKnown) entry.count--;
    (isKnown ? known : unknown).push(gap);
    return !isKnown;
  };
  return {
    reported: (rule, findings) => (isTolerable(rule) ? findings.filter((it) => isReported(rule, it)) : findings),
    waivers: [...waivers.values()],
    known,
    unknown,
    left: () => [...remaining.values()].flatMap(({ gap, count }) => Array<Gap>(count).fill(gap)),
  };
}

/** The gaps that a baseline lists. */
export function gapsIn(baseline: Partial<BaselineEntry> | undefined): Gap[] {
  return Object.entries(baseline?.gaps ?? {}).flatMap(([rule, codes]) =>
    Object.entries(codes).flatMap(([code, parts]) => parts.map((part) => ({ rule, code, part }))),
  );
}

function keyOf({ rule, code, part }: Gap): string {
  return JSON.stringify([rule, code, part]);
}

/** Where in the data of its file a place is; undefined for text that belongs to no field. */
function pathOf(at: Place): Path | undefined {
  return 'path' in at ? at.path : at.of;
}

/** Every waiver of an API by its scope and rule. */
function waiversOf(api: ApiDraft): Map<string, Waiver> {
  const waivers = new Map<string, Waiver>();
  const add = (waive: Record<string, string> | undefined, scope: readonly string[], document: Document, path: Path) => {
    for (const rule of Object.keys(waive ?? {})) {
      const at = { document, path: [...path, 'waive', rule], part: 'key' } as const;
      waivers.set(JSON.stringify([rule, ...scope]), { rule, at, isUsed: false });
    }
  };
  add(api.entry.waive, [], api.document, []);
  for (const { document, entry } of api.domains) add(entry.waive, [document.path], document, []);
  for (const { code, spelling, entry, domain } of codesOf(api)) {
    add(entry.waive, [domain.document.path, code], domain.document, ['codes', spelling]);
  }
  return waivers;
}

/** The waiver nearest to a finding: of its code, its domain, or the API. */
function waiverFor(
  waivers: ReadonlyMap<string, Waiver>,
  rule: string,
  { path }: Document,
  code: string | undefined,
): Waiver | undefined {
  if (waivers.size === 0) return undefined;
  return (
    (code === undefined ? undefined : waivers.get(JSON.stringify([rule, path, code]))) ??
    waivers.get(JSON.stringify([rule, path])) ??
    waivers.get(JSON.stringify([rule]))
  );
}
