import { z } from 'zod';
import { apiSchema } from './api.ts';
import { approvalsSchema } from './approval.ts';
import { baselineSchema } from './baseline.ts';
import { domainSchema } from './domain.ts';
import { guideSchema } from './guide.ts';

/**
 * The JSON Schemas (2020-12) that editors use to complete and check registry files, by file name.
 * They describe what a person writes, so short forms are in them.
 */
export function editorSchemas(): Record<string, unknown> {
  const make = (title: string, schema: z.ZodType) => ({
    title,
    ...z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' }),
  });
  return {
    'api.schema.json': make('Errorbook API', apiSchema),
    'approvals.schema.json': make('Errorbook approvals', approvalsSchema),
    'baseline.schema.json': make('Errorbook baseline', baselineSchema),
    'domain.schema.json': make('Errorbook domain', domainSchema),
    'guide.schema.json': make('Errorbook guide front matter', guideSchema),
  };
}
