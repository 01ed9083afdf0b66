import { fold } from '../model/fold.ts';
import { spellingOf } from '../model/namespace.ts';
import type { Code } from '../model/registry.ts';
import { isSame } from '../model/same.ts';
import type { Confirmable } from '../model/schema/code.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { Subjects } from './subjects.ts';
import { isRespelled, textsOf } from './texts.ts';

/** Two states of one code. */
export interface CodePair {
  before: Code;
  after: Code;
  /** How a change names it. */
  about: { code: string; codeAfter?: string };
  /** The spelling stands for another error now. */
  reused: boolean;
}

/** True where the API's owner had not confirmed a fact before, so that no caller could rely on it. */
export function wasUnverified({ before }: CodePair, fact: Confirmable): boolean {
  return before.unverified.includes(fact);
}

/** The codes of two states of an API. */
export interface CodePairs {
  /** The same code on both sides, in the order after; renamed ones last. */
  codes: CodePair[];
  /** Those of `codes` that have another spelling now. */
  renamed: CodePair[];
  /** Codes before that have no successor. */
  removed: Code[];
  added: Code[];
  /** Codes that were public and are internal now. */
  internal: string[];
}

/** Pairs codes by spelling; of the rest, by declared aliases, then by spelling put aside case and separators, then by texts. */
export function pairCodes(before: Snapshot, after: Snapshot): CodePairs {
  const was = new Map(before.api.codes.map((it) => [it.code, it]));
  const is = new Map(after.api.codes.map((it) => [it.code, it]));
  const unread = new Set([...before.unread, ...after.unread]);
  const [hidden, shown] = [new Set(before.internal), new Set(after.internal)];
  const kept = after.api.codes.flatMap((it) => {
    const old = was.get(it.code);
    return old ? [pairOf(old, it)] : [];
  });
  const gone = before.api.codes.filter(
    ({ code }) => after.whole && !is.has(code) && !unread.has(code) && !shown.has(code),
  );
  const fresh = after.api.codes.filter(
    ({ code }) => !was.has(code) && !unread.has(code) && (before.whole || hidden.has(code)),
  );
  const subjects = new Subjects(before.api.codes, after.api.codes);
  const renamed = pairRenamed(gone, fresh, subjects);
  const successors = new Set(renamed.flatMap((it) => [it.before, it.after]));
  const removed = gone.filter((code) => !successors.has(code));
  const added = fresh.filter((code) => !successors.has(code));
  markReused(kept, removed, added, subjects);
  return {
    codes: [...kept, ...renamed],
    renamed,
    removed,
    added,
    internal: before.api.codes.flatMap(({ code }) => (shown.has(code) && !is.has(code) ? [code] : [])),
  };
}

/** A code before, in which what was not documented is as it is after: nobody could rely on anything else. */
function documentedAs({ gaps = [], ...before }: Code, after: Code): Code {
  const facts = gaps.flatMap((gap) => (gap === 'status' ? (['statuses', 'effect'] as const) : [gap]));
  return { ...before, gaps, ...Object.fromEntries(facts.map((fact) => [fact, after[fact]])) };
}

function pairOf(was: Code, after: Code): CodePair {
  const before = was.gaps ? documentedAs(was, after) : was;
  const about = { code: before.code, ...(before.code !== after.code && { codeAfter: after.code }) };
  return { before, after, about, reused: false };
}

/** How many candidates are looked at, so that a thousand entries with one text cost no million comparisons. */
const CANDIDATES = 30;

/** Pairs with the strongest evidence come first, whatever the order of the codes. */
function pairRenamed(gone: readonly Code[], fresh: readonly Code[], subjects: Subjects): CodePair[] {
  if (gone.length === 0 || fresh.length === 0) return [];
  const [rest, left] = [new Set(gone), new Set(fresh)];
  const pairs: CodePair[] = [];
  const pass = (
    keysOf: (code: Code) => string[],
    oldKey: (code: Code) => string,
    fits: (a: Code, b: Code) => boolean,
  ) => {
    const byKey = new Map<string, Set<Code>>();
    for (const code of left) for (const key of keysOf(code)) byKey.set(key, (byKey.get(key) ?? new Set()).add(code));
    for (const code of rest) {
      const alike = byKey.get(oldKey(code));
      const successor = alike && closest(code, alike, fits);
      if (!successor) continue;
      for (const key of keysOf(successor)) byKey.get(key)?.delete(successor);
      rest.delete(code);
      left.delete(successor);
      pairs.push(pairOf(code, successor));
    }
  };
  const spelling = ({ code }: Code) => code;
  const once = (keyOf: (code: Code) => string) => (code: Code) => [keyOf(code)];
  const folded = ({ code }: Code) => fold(code);
  const sayTheSame = (a: Code, b: Code) => subjects.sayTheSame(a, b);
  const [all, meaning, steps] = [
    (code: Code) => JSON.stringify(textsOf(code).map((text) => fold(text ?? ''))),
    ({ meaning }: Code) => fold(meaning),
    ({ remediation }: Code) => fold(remediation.join(' ')),
  ];
  pass(
    ({ aliases }) => aliases.map(({ code }) => code),
    spelling,
    () => true,
  );
  const sent = (code: Code) => JSON.stringify([code.domain, spellingOf(code)]);
  pass(once(sent), sent, (a, b) => a.sent?.namespace !== b.sent?.namespace && !subjects.differ(a, b));
  pass(once(folded), folded, (a, b) => isRespelled(a.code, b.code) && !subjects.differ(a, b));
  pass(once(all), all, sayTheSame);
  pass(once(meaning), meaning, sayTheSame);
  pass(once(steps), steps, sayTheSame);
  return pairs;
}

/** Of several entries with the same texts, the one with the most facts in common. */
function closest(code: Code, candidates: Iterable<Code>, fits: (a: Code, b: Code) => boolean): Code | undefined {
  let best: { code: Code; facts: number } | undefined;
  for (const candidate of Iterator.from(candidates).take(CANDIDATES)) {
    if (!fits(code, candidate)) continue;
    const facts = factsInCommon(code, candidate);
    if (!best || facts > best.facts) best = { code: candidate, facts };
  }
  return best?.code;
}

const FACTS = ['message', 'statuses', 'retry', 'domain', 'fields', 'operations'] as const;

function factsInCommon(a: Code, b: Code): number {
  return FACTS.filter((fact) => isSame(a[fact], b[fact])).length;
}

/** So many entries are seldom given to other errors at once; it takes evidence to say so. */
const REWRITTEN = 5;

/**
 * Marks codes that now mean another error: their old texts are at another code, their new texts were at one, or nothing is
 * left of the old ones. If the last seems to be so for most codes of an API, its texts were rewritten or translated, and
 * mean the same.
 */
function markReused(
  kept: readonly CodePair[],
  removed: readonly Code[],
  added: readonly Code[],
  subjects: Subjects,
): void {
  const reworded = kept.filter(
    ({ before, after }) => before.meaning !== after.meaning || before.message !== after.message,
  );
  const left = byText([...removed, ...reworded.map((it) => it.before)], subjects);
  const come = byText([...added, ...reworded.map((it) => it.after)], subjects);
  const others: CodePair[] = [];
  for (const pair of reworded) {
    if (subjects.shareText(pair.before, pair.after)) continue;
    pair.reused = isElsewhere(pair.before, come, subjects) || isElsewhere(pair.after, left, subjects);
    if (!pair.reused && subjects.differ(pair.before, pair.after)) others.push(pair);
  }
  const rewritten = others.length >= REWRITTEN && others.length * 2 > kept.length;
  if (!rewritten) for (const pair of others) pair.reused = true;
}

function byText(codes: readonly Code[], subjects: Subjects): Map<string, Code[]> {
  return Map.groupBy(codes, (code) => mostTelling(code, subjects));
}

function mostTelling(code: Code, subjects: Subjects): string {
  return fold(subjects.texts(code).find((text) => text !== undefined) ?? '');
}

/** True where another code has the same texts. */
function isElsewhere(entry: Code, codes: ReadonlyMap<string, readonly Code[]>, subjects: Subjects): boolean {
  const alike = codes.get(mostTelling(entry, subjects)) ?? [];
  return alike.slice(0, CANDIDATES).some((it) => it.code !== entry.code && subjects.sayTheSame(entry, it));
}
