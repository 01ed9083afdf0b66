import type { Code } from '../model/registry.ts';
import { documentTexts } from './texts.ts';

/** What lists and tables call the retry policy of a code, or that it isn't documented yet. */
export function retryLabel({ retry, gaps }: Pick<Code, 'retry' | 'gaps'>): string {
  return gaps?.includes('retry') ? documentTexts.code.undocumented : documentTexts.retry[retry.policy].label;
}
