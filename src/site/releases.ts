import { CHANGE_LEVELS, type Release } from '../index.ts';
import { texts } from './texts.ts';

const { changes: t } = texts;

/** A day for people and for programs. */
export interface ShownDate {
  /** Such as `2026-12-01`. */
  iso: string;
  /** Such as `1 December 2026`. */
  text: string;
}

/** The day of a release. */
export function dateOf({ date }: Release): ShownDate {
  const day = new Date(`${date}T00:00:00Z`);
  const text = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return { iso: date, text };
}

/** How much a release changed, in words. */
export function countsOf({ first, codes, changes }: Release): string {
  if (first) return t.first(codes);
  const counts = CHANGE_LEVELS.map((level) => ({ level, count: changes.filter((it) => it.level === level).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ level, count }) => `${count} ${level}`);
  return parts.length > 0 ? parts.join(', ') : t.nothing;
}
