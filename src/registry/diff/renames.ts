import { named } from '../named.ts';
import type { Code } from '../registry.ts';

/** What an alias does for those who knew a code by its old spelling, and what it does not. */
export function addressNote(old: string, { aliases }: Code): string {
  if (!aliases.some(({ code }) => code === old)) return '';
  return ' The address of the old code still works, but callers that branch on it break.';
}

/** How to give an error a new code without taking the old one away. */
export function keepOld(before: string, after: string): string {
  return `Keep ${named(before)}, give it \`deprecated: { replacedBy }\` with ${named(after)}, and retire it once nobody needs it.`;
}
