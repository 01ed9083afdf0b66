import { z } from 'zod';
import { apiSchema } from './api.ts';
import { approvalsSchema } from './approval.ts';
import { baselineSchema } from './baseline.ts';
import { codeSchema, FACTS } from './code.ts';
import { defaultsSchema, domainSchema } from './domain.ts';
import { guideSchema } from './guide.ts';

const domainWithDefaults = domainSchema.extend({
  codes: z
    .record(z.string(), codeSchema.partial({ status: true, remediation: true, retry: true }))
    .meta(domainSchema.shape.codes.meta() ?? {}),
});

/** The facts that a domain's defaults may hold are required of an entry only where they don't. */
function requiredWithoutDefault(): object {
  const withField = (field: string, schema: object) => ({ properties: { [field]: schema }, required: [field] });
  const facts = FACTS.filter((fact) => fact in defaultsSchema.shape);
  return {
    allOf: facts.map((fact) => {
      const field = withField(fact, { description: 'Required here or under `defaults`' });
      const description = 'Each code has it or its default';
      return {
        if: withField('defaults', { description, ...field }),
        else: { properties: { codes: { description, additionalProperties: field } } },
      };
    }),
  };
}

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
    'api.schema.json': make('API of an error registry', apiSchema),
    'approvals.schema.json': make('Approvals of an error registry', approvalsSchema),
    'baseline.schema.json': make('Baseline of an error registry', baselineSchema),
    'domain.schema.json': { ...make('Domain of an error registry', domainWithDefaults), ...requiredWithoutDefault() },
    'guide.schema.json': make('Front matter of a guide', guideSchema),
  };
}
