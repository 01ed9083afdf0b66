import { z } from 'zod';

/**
 * What a code answers with: an HTTP status code (RFC 9110, section 15), or the name of a status that the API declares
 * under `statuses` because it is no HTTP response.
 */
const one = z.union([z.number().int(), z.string()]);

/** One status, or several where the API sends the code with more than one; the first is the usual one. */
export const statusSchema = z
  .union([one, z.array(one).min(1)])
  .transform((status) => (Array.isArray(status) ? status : [status]))
  .meta({ description: 'HTTP status, a list of them, or a name under `statuses` of the API' });

/** A status about which the API says something of its own. */
export const declaredStatusSchema = z.strictObject({
  title: z.string().optional().meta({ description: 'Its name; an HTTP status keeps the standard one where left out' }),
  meaning: z.string().meta({ description: 'What it tells the caller of this API, as Markdown' }),
});

export type StatusValue = z.infer<typeof one>;
export type DeclaredStatus = z.infer<typeof declaredStatusSchema>;
