import { z } from 'zod';
import { shortOr } from './short.ts';

/**
 * What a code answers with: an HTTP status code (RFC 9110, section 15), or the name of a status that the API declares
 * under `statuses` because it is not an HTTP status.
 */
export const statusValueSchema = z.union([z.number().int(), z.string()]);

/** One status, or several where the API sends the code with more than one; the first is the usual one. */
export const statusSchema = shortOr(
  statusValueSchema.transform((status) => [status]),
  z.array(statusValueSchema).min(1),
).meta({ description: 'HTTP status, a list of them, or a name under `statuses` of the API' });

/** A status about which the API says something of its own. */
export const declaredStatusSchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Its name; if left out, the standard name of an HTTP status' }),
  meaning: z.string().meta({ description: 'What it tells the caller of this API, as Markdown' }),
});

export type StatusValue = z.infer<typeof statusValueSchema>;
