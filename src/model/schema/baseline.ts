import { z } from 'zod';

/** The known gaps of an API: a file beside `api`, written by `check --baseline`. */
export const baselineSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema, for editors' }),
  gaps: z.record(z.string(), z.record(z.string(), z.array(z.string()))).meta({
    description:
      'By rule and code, the parts of the entry with a gap; `entry` for the entry as a whole. A part with two gaps is listed twice',
  }),
});

export type BaselineEntry = z.infer<typeof baselineSchema>;
