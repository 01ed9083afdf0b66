import type { Api, Code } from '../model/registry.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';
import { documentTexts } from './texts.ts';

type Labeled = Pick<Api, 'retryLabels'>;

/** What a retry policy is called, which a team may have configured, and what it means. */
export function policyTexts({ retryLabels }: Labeled, policy: RetryPolicy): { label: string; what: string } {
  const { label, what } = documentTexts.retry[policy];
  return { label: retryLabels?.[policy] ?? label, what };
}

/** What lists and tables call the retry policy of a code, or that it isn't documented yet. */
export function retryLabel(api: Labeled, { retry, gaps }: Pick<Code, 'retry' | 'gaps'>): string {
  return gaps?.includes('retry') ? documentTexts.code.undocumented : policyTexts(api, retry.policy).label;
}
