import type { Code } from './registry.ts';
import type { ApiPair } from '../changes/pair.ts';

/** Where in its life a code is: announced, sent, on its way out, or no longer sent. */
export type Phase = 'reserved' | 'live' | 'deprecated' | 'retired';

/** A code that is marked twice is what comes last in a life: a retired code may keep the note of its deprecation. */
export function phaseOf({ retired, reserved, deprecated }: Code): Phase {
  if (retired) return 'retired';
  if (reserved) return 'reserved';
  return deprecated ? 'deprecated' : 'live';
}

/** True where a response may hold the code. */
export function isSent(code: Code): boolean {
  const phase = phaseOf(code);
  return phase === 'live' || phase === 'deprecated';
}

/**
 * What a code says of its end as text: since when, what takes its place, and why. Of the state before, `referencesAfter`
 * leaves out a replacement that is gone, for it may be internal now.
 */
export function farewellText(
  farewell: Code['deprecated'],
  referencesAfter?: ApiPair['referencesAfter'],
): string | undefined {
  if (!farewell) return undefined;
  const { since, reason } = farewell;
  const isLost = farewell.replacedBy !== undefined && referencesAfter?.([farewell.replacedBy]).length === 0;
  const replacedBy = isLost ? undefined : farewell.replacedBy;
  const parts = [since && `since ${since}`, replacedBy && `replaced by ${replacedBy}`, reason];
  return parts.filter(Boolean).join('; ') || 'without a reason';
}
