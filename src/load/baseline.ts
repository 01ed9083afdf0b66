import type { Gap } from './exceptions.ts';
import type { Linted } from './lint/index.ts';

/** What the baseline of an API is to say. */
export interface BaselinePlan {
  /** The file, in the registry's folder. */
  path: string;
  /** What to write; undefined where nothing changes, and an empty text where the file is to be removed. */
  text: string | undefined;
  /** How many gaps it lists, and how many of them it didn't list before. */
  gaps: number;
  added: number;
  /** How many fixed gaps leave it. */
  removed: number;
  /** New gaps that it still doesn't list. */
  open: number;
}

const LEAD =
  '# Known gaps, written by `errorbook check --baseline`: they pass the check, new ones fail, and fixed ones must leave this list.\n';

/**
 * The baseline of an API as a check found it: without the gaps that are fixed, and with those that are new only if there was no
 * baseline or `add` is true; where it is a function, those of the codes for which it is true.
 */
export function planBaseline(
  { api, exceptions, fixed }: Linted,
  add: boolean | ((code: string) => boolean),
): BaselinePlan {
  const { known, unknown, left } = exceptions;
  const gone = new Set(fixed);
  const isAll = add === true || !api.baseline;
  const added = typeof add === 'function' ? unknown.filter(({ code }) => add(code)) : isAll ? unknown : [];
  const gaps = [...known, ...left().filter((gap) => !gone.has(gap)), ...added];
  const path = api.baseline?.document.path ?? `${api.id}/baseline.yaml`;
  const isChanged = fixed.length > 0 || added.length > 0;
  return {
    path,
    text: isChanged ? textOf(gaps, path.endsWith('.json')) : undefined,
    gaps: gaps.length,
    added: added.length,
    removed: fixed.length,
    open: unknown.length - added.length,
  };
}

/** Gaps as the text of a file, sorted, so that it changes only where they do. */
function textOf(gaps: readonly Gap[], isJson: boolean): string {
  if (gaps.length === 0) return '';
  const rules = Object.entries(Object.groupBy(gaps, ({ rule }) => rule)).sort(byName);
  const sorted = rules.map(([rule, them = []]): [string, [string, string[]][]] => {
    const codes = [...Map.groupBy(them, ({ code }) => code)].sort(byName);
    return [rule, codes.map(([code, parts]) => [code, parts.map(({ part }) => part).sort()])];
  });
  if (isJson) {
    const value = Object.fromEntries(sorted.map(([rule, codes]) => [rule, Object.fromEntries(codes)]));
    return `${JSON.stringify({ gaps: value }, null, 2)}\n`;
  }
  // a string of JSON is one of YAML, whatever it holds
  const lines = sorted.flatMap(([rule, codes]) => [
    `  ${rule}:`,
    ...codes.map(([code, parts]) => `    ${JSON.stringify(code)}: [${parts.join(', ')}]`),
  ]);
  return `${LEAD}gaps:\n${lines.join('\n')}\n`;
}

/** Orders entries by their names, each of which there is once. */
function byName([a]: [string, ...unknown[]], [b]: [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
}
