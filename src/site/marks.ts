import type { Code, Release } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { escapeHtml } from './escape.ts';
import { texts } from './texts.ts';

/** Where a code is in its life, if it is not simply in use; this is also the class of whatever shows it. */
export type Life = 'retired' | 'deprecated' | 'reserved';

/** Where a code is in its life: the last of its stages. */
export function lifeOf({ deprecated, retired, reserved }: Code): Life | undefined {
  if (retired) return 'retired';
  if (deprecated) return 'deprecated';
  return reserved ? 'reserved' : undefined;
}

/** The code that takes this one's place, where there is one. */
export function successorOf({ deprecated, retired }: Code): string | undefined {
  return (retired ?? deprecated)?.replacedBy;
}

/**
 * What is new with the last release, by code: `new` for codes that it added, `changed` for those in which it changed what a
 * caller may have built on. Safe changes have no badge, for they ask nothing of anybody; nor has an API's first release,
 * with which everything would be new.
 */
export function newsOf([last]: readonly Release[]): ReadonlyMap<string, 'new' | 'changed'> {
  const news = new Map<string, 'new' | 'changed'>();
  if (!last || last.first) return news;
  for (const { rule, level, code, codeAfter = code } of last.changes) {
    if (codeAfter === undefined || level === 'safe') continue;
    if (rule === 'code-added') news.set(codeAfter, 'new');
    else if (!news.has(codeAfter)) news.set(codeAfter, 'changed');
  }
  return news;
}

/** What stands beside a code wherever it is shown: where it is in its life, and what is new about it. */
export function marksOf(code: Code, news?: ReadonlyMap<string, 'new' | 'changed'>): Mark[] {
  const kinds = [lifeOf(code), news?.get(code.code)].filter((kind) => kind !== undefined);
  return kinds.map((kind) => ({ kind, text: texts.marks[kind] }));
}

/** Marks as HTML, with a space before each. */
export function marksHtml(marks: readonly Mark[]): string {
  return marks.map(({ kind, text }) => ` <span class="mark ${kind}">${escapeHtml(text)}</span>`).join('');
}
