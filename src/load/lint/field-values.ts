import { mismatches, valueSchema } from '../../model/envelope/schema.ts';
import { named } from '../../model/named.ts';
import type { Field } from '../../model/schema/field.ts';
import { type ApiDraft, codesOf } from '../draft.ts';
import type { Finding } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

/** The values that fields say themselves and that don't fit them: said once, at the field, whichever codes show them. */
export function wrongFieldValues(api: ApiDraft): Map<Field, Finding> {
  const found = new Map<Field, Finding>();
  const { envelope, envelopes } = api.entry;
  if (envelope) gather(envelope.fields, api.document, ['envelope', 'fields'], found);
  for (const [name, { fields }] of Object.entries(envelopes ?? {}))
    gather(fields, api.document, ['envelopes', name, 'fields'], found);
  for (const { spelling, domain, entry } of codesOf(api))
    gather(entry.fields ?? [], domain.document, ['codes', spelling, 'fields'], found);
  return found;
}

function gather(fields: readonly Field[], document: Document, path: Path, found: Map<Field, Finding>): void {
  for (const [index, field] of fields.entries()) {
    const part = saidBy(field);
    const [wrong] = part === 'type' ? [] : mismatches(valueSchema({ ...field, const: undefined }), field[part]);
    if (wrong) {
      const inner = wrong.pointer === '' ? 'it' : named(wrong.pointer);
      found.set(field, {
        at: { document, path: [...path, index, part], part: 'value' },
        message: `The \`${part}\` of the field ${named(field.pointer)} is wrong: ${inner} ${wrong.why}.`,
        fix: `Change the \`${part}\`, or the field's \`type\` or \`items\`.`,
      });
    }
    gather(field.items ?? [], document, [...path, index, 'items'], found);
  }
}

/** What of a field says its value. */
export function saidBy(field: Field): 'const' | 'example' | 'type' {
  if (field.const !== undefined) return 'const';
  return field.example !== undefined ? 'example' : 'type';
}
