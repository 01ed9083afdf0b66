import { type Code, notableLifecycleOf, type Release } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { escapeHtml } from './escape.ts';
import { texts } from './texts.ts';

/**
 * What is new with the last release, by code: `new` for codes that it added, `changed` for those in which it changed what a
 * caller may have built on. Safe changes have no badge, because nobody has to act on them; nor has an
 * API's first release, with which everything would be new.
 */
export function newsOf([last]: readonly Release[]): ReadonlyMap<string, 'new' | 'changed'> {
  const news = new Map<string, 'new' | 'changed'>();
  if (!last) return news;
  for (const { rule, level, code, codeAfter = code } of last.changes) {
    if (codeAfter === undefined || level === 'safe') continue;
    if (rule === 'code-added') news.set(codeAfter, 'new');
    else if (!news.has(codeAfter)) news.set(codeAfter, 'changed');
  }
  return news;
}

/** What is shown beside a code everywhere: where it is in its lifecycle, and what is new about it. */
export function marksOf(code: Code, news?: ReadonlyMap<string, 'new' | 'changed'>): Mark[] {
  const kinds = [notableLifecycleOf(code), news?.get(code.code)].filter((kind) => kind !== undefined);
  return kinds.map((kind) => ({ kind, text: texts.marks[kind] }));
}

/** Marks as HTML, with a space before each. */
export function marksHtml(marks: readonly Mark[]): string {
  return marks.map(({ kind, text }) => ` <span class="mark ${kind}">${escapeHtml(text)}</span>`).join('');
}
