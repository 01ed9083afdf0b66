import { clip } from '../model/named.ts';
import type { Diagnostic, Level } from './diagnostic.ts';
import { type Place, spanOf } from './source/document.ts';

/** The groups of optional rules. */
export const RULE_GROUPS = ['prose'] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** What a rule is, for its diagnostics, for SARIF and for the docs. */
export interface RuleMeta {
  /** Also the name of its file and of its fixtures. */
  id: string;
  level: Level;
  /** The group of optional rules that it belongs to; a rule without one always applies. */
  group?: RuleGroup;
  /** A registry that breaks it is still whole, so it may be waived or be a known gap; left out, that holds of warnings. */
  tolerable?: boolean;
  /** What it requires, in a sentence. */
  summary: string;
}

/** What a rule finds: the runner adds level, position and frame. */
export interface Finding {
  at: Place;
  /** What is wrong and why it matters. */
  message: string;
  /** What to write instead. */
  fix: string;
  also?: { at: Place; message: string }[];
  /** The field of the entry that the finding is about, where its place doesn't say so. */
  part?: string;
}

/** What a finding says, where a rule has several sentences to choose from. */
export type Explanation = Pick<Finding, 'message' | 'fix'>;

/** A finding as a diagnostic of its rule. */
export function diagnose(rule: RuleMeta, { at, message, fix, also = [] }: Finding): Diagnostic {
  return {
    rule: rule.id,
    level: rule.level,
    message: clipped(message),
    fix: clipped(fix),
    ...spanOf(at),
    also: also.map((other) => ({ message: clipped(other.message), ...spanOf(other.at) })),
  };
}

/** How many problems of one kind are listed for one API, file or entry; nobody reads more, and each takes time and memory. */
export const MOST_LISTED = 10_000;

/** What is said in the place of the first problem that is not listed. */
export function unlisted(count: number): Explanation {
  return {
    message: `There are more problems of this kind that are not listed: ${count.toLocaleString('en')} in all.`,
    fix: 'Fix those that are listed, then check again.',
  };
}

/** Findings as diagnostics of their rule; of very many the first, and a last one that says how many more there are. */
export function diagnoseAll(rule: RuleMeta, findings: readonly Finding[]): Diagnostic[] {
  const listed = findings.slice(0, MOST_LISTED).map((finding) => diagnose(rule, finding));
  const next = findings[MOST_LISTED];
  return next ? [...listed, diagnose(rule, { at: next.at, ...unlisted(findings.length - MOST_LISTED) })] : listed;
}

/** Shortens the names in a text. */
function clipped(text: string): string {
  return text.replace(/`([^`]*)`/g, (_, name: string) => `\`${clip(name)}\``);
}
