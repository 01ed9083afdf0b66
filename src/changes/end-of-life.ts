import type { Code } from '../model/registry.ts';
import type { ApiPair } from './pair.ts';

/**
 * What a code says of its end as text: since when, what takes its place, and why. Of the state before, `referencesAfter`
 * leaves out a replacement that is gone, because it may be internal now.
 */
export function endOfLifeText(
  endOfLife: Code['deprecated'],
  referencesAfter?: ApiPair['referencesAfter'],
): string | undefined {
  if (!endOfLife) return undefined;
  const { since, reason } = endOfLife;
  const isLost = endOfLife.replacedBy !== undefined && referencesAfter?.([endOfLife.replacedBy]).length === 0;
  const replacedBy = isLost ? undefined : endOfLife.replacedBy;
  const parts = [since && `since ${since}`, replacedBy && `replaced by ${replacedBy}`, reason];
  return parts.filter(Boolean).join('; ') || 'without a reason';
}
