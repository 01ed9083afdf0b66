import type { Code } from './registry.ts';

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
