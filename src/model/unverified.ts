import { counted } from './counted.ts';
import { CONFIRMABLE, type Confirmable } from './schema/code.ts';

/** How many facts the owners of APIs have not confirmed, by kind. */
export type UnverifiedCounts = Record<Confirmable, number>;

/** What a fact is called, once and several times. */
export const FACT_NOUNS: Record<Confirmable, [one: string, several: string]> = {
  status: ['status', 'statuses'],
  message: ['message', 'messages'],
  retry: ['retry policy', 'retry policies'],
};

/** Counts the facts of codes that are not confirmed. */
export function countUnverified(
  codes: readonly { unverified?: readonly Confirmable[] | undefined }[],
): UnverifiedCounts {
  const count = (kind: Confirmable) => codes.filter(({ unverified = [] }) => unverified.includes(kind)).length;
  return { status: count('status'), message: count('message'), retry: count('retry') };
}

/** The counts in words, such as `23 statuses, 1 message`; empty if every fact is confirmed. */
export function unverifiedText(counts: UnverifiedCounts): string {
  return CONFIRMABLE.filter((kind) => counts[kind] > 0)
    .map((kind) => counted(counts[kind], ...FACT_NOUNS[kind]))
    .join(', ');
}
