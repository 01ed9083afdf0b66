import { z } from 'zod';
import { id, plain, prose } from './text.ts';

/** The front matter of a guide. */
export const guideSchema = z.strictObject({
  title: plain().meta({ description: 'Its name on the site' }),
  summary: prose().meta({ description: 'What the guide covers, in a sentence' }),
  aliases: z
    .array(id())
    .optional()
    .meta({ description: 'Ids that the guide had before: their addresses forward to it' }),
  order: z.number().optional().meta({ description: 'Sorts the guides: smaller numbers first, then by title' }),
});

export type GuideEntry = z.infer<typeof guideSchema>;
