import { z } from 'zod';
import { codeSchema } from './code.ts';
import { id, namespaceName, plain, prose } from './text.ts';
import { waiveSchema } from './waive.ts';

/** What the codes of a domain may have in common: where an entry doesn't say it, its domain's defaults do. */
export const defaultsSchema = codeSchema
  .pick({
    status: true,
    remediation: true,
    retry: true,
    severity: true,
    fault: true,
    unverified: true,
    effect: true,
    headers: true,
    operations: true,
    states: true,
    since: true,
  })
  .partial();

/** A group of codes in one API: one file beside `api`. */
export const domainSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema, for editors' }),
  title: plain().meta({ description: 'Its name on the site' }),
  summary: prose().optional().meta({ description: 'What its codes have in common, as Markdown' }),
  namespace: namespaceName().optional().meta({
    description:
      'The namespace of its codes: the same spelling may be another code elsewhere; docs call it `{namespace}.{code}`',
  }),
  envelope: plain().optional().meta({
    description: 'A name under `envelopes` of the API, or `none` where its codes have no response body',
  }),
  aliases: z.array(id()).optional().meta({
    description: 'Ids that the domain had before: their addresses forward to it',
  }),
  defaults: defaultsSchema.optional().meta({
    description: 'Fields of every code in this file that does not have them itself',
  }),
  waive: waiveSchema,
  codes: z.record(z.string(), codeSchema).meta({ description: 'The codes, each under its exact spelling' }),
});

export type DomainEntry = z.infer<typeof domainSchema>;
