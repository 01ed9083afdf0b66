import { z } from 'zod';
import { day, plain, prose } from './text.ts';

/** One breaking change that the API's team has decided to make. */
export const approvalSchema = z.strictObject({
  rule: plain().meta({ description: 'The rule that finds the change, such as `status-changed`' }),
  code: plain().optional().meta({ description: 'The code concerned, in the spelling before the change' }),
  part: plain().optional().meta({
    description: 'The part that changed, as `diff` names it: a field by its JSON Pointer, a header, an address',
  }),
  reason: prose().meta({
    description: 'Why the change is made although it breaks callers, as Markdown; releases keep it',
  }),
  until: day().meta({ description: 'The last day of the approval' }),
});

/** The approvals of an API: a file beside `api`, empty most of the time. */
export const approvalsSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema, for editors' }),
  approvals: z.array(approvalSchema).meta({ description: 'The approved breaking changes' }),
});

export type ApprovalsEntry = z.infer<typeof approvalsSchema>;
export type Approval = z.infer<typeof approvalSchema>;
