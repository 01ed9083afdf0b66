import { z } from 'zod';
import { plain, prose } from './text.ts';

/** The front matter of a guide. */
export const guideSchema = z.strictObject({
  title: plain().meta({ description: 'Its name on the site' }),
  summary: prose().meta({ description: 'What a reader will know afterwards, in a sentence' }),
  order: z.number().optional().meta({ description: 'Smaller comes first; then by title' }),
});

export type GuideEntry = z.infer<typeof guideSchema>;
