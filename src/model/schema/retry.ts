import { z } from 'zod';
import { shortOr } from './short.ts';

/**
 * What a caller may do with the same request:
 * `never`, it fails again until something changes; `refetch`, read the current state, then send a new request;
 * `retry-after`, wait for the delay in the response, then repeat; `backoff`, transient, retry with exponential backoff and jitter.
 */
export const POLICIES = ['never', 'refetch', 'retry-after', 'backoff'] as const;

const policy = z.enum(POLICIES);

const full = z.strictObject({
  policy: policy.meta({ description: 'never, refetch, retry-after or backoff' }),
  reason: z.string().optional().meta({ description: 'Why, and for which operations a retry is safe; Markdown' }),
  delay: z.number().positive().optional().meta({
    description: 'A suggestion: seconds to wait before the first retry if the response has no delay',
  }),
  attempts: z.number().int().positive().optional().meta({
    description: 'A suggestion: how often to send the request in all, including the first time',
  }),
});

/** A retry policy, in short or with its reason. */
export const retrySchema = shortOr(
  policy.transform((policy) => ({ policy })),
  full,
  'Whether and how to retry the request',
).meta({
  description: 'Retry policy: never, refetch, retry-after or backoff, or { policy, reason, delay, attempts }',
});

export type RetryPolicy = (typeof POLICIES)[number];
export type Retry = z.infer<typeof full>;
