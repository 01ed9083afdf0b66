import type { Code } from './registry.ts';
import type { EndOfLife } from './schema/code.ts';

/** Where a code is in its lifecycle: set aside, sent, still sent but to be replaced, or no longer sent. */
export type Lifecycle = 'reserved' | 'active' | 'deprecated' | 'retired';

/** The stages that are shown beside a code; an active one needs no word. */
export type NotableLifecycle = Exclude<Lifecycle, 'active'>;

type Stages = Pick<Code, 'reserved' | 'deprecated' | 'retired'>;

/**
 * Where a code is in its lifecycle. A retired code may keep the note of its deprecation; a reserved one has neither, which
 * the rule `contradictory-lifecycle` holds.
 */
export function lifecycleOf(code: Stages): Lifecycle {
  return notableLifecycleOf(code) ?? 'active';
}

/** The same, and undefined for an active code. */
export function notableLifecycleOf({ retired, reserved, deprecated }: Stages): NotableLifecycle | undefined {
  if (retired) return 'retired';
  if (reserved) return 'reserved';
  return deprecated ? 'deprecated' : undefined;
}

/** True where a response may hold the code. */
export function isSent(code: Stages): boolean {
  const lifecycle = lifecycleOf(code);
  return lifecycle === 'active' || lifecycle === 'deprecated';
}

/** What a code says of its end: of its retirement, else of its deprecation; undefined for every other code. */
export function endOfLifeOf({ retired, deprecated }: Pick<Code, 'deprecated' | 'retired'>): EndOfLife | undefined {
  return retired ?? deprecated;
}
