import type { Diagnostic, Level } from './diagnostic.ts';
import { clip } from './named.ts';
import { type Place, spanOf } from './source/document.ts';

/** What a rule is, for its diagnostics, for SARIF and for the docs. */
export interface RuleMeta {
  /** Also the name of its file and of its fixtures. */
  id: string;
  level: Level;
  /** What it holds, in a sentence. */
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
}

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

/** Shortens the names in a text. */
function clipped(text: string): string {
  return text.replace(/`([^`]*)`/g, (_, name: string) => `\`${clip(name)}\``);
}
