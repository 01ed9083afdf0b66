import { z } from 'zod';

/** Rules whose diagnostics are not reported where this is written, each with the reason. */
export const waiveSchema = z
  .record(z.string(), z.string().regex(/\S/, { error: 'the reason, as text' }))
  .optional()
  .meta({ description: 'Check rules to ignore here, each with the reason; never published' });
