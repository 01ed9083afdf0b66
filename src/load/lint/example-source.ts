import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field } from '../../model/schema/field.ts';
import { type ApiDraft, type CodeDraft, keyOf } from '../draft.ts';
import type { Finding } from '../rule.ts';
import { saidBy } from './field-values.ts';

/** A field that says a value, and its place among the code's own or the envelope's. */
export interface Source {
  field: Field;
  index: number;
  own: boolean;
}

/** The field at a pointer, or the one that holds it; a code's own comes first. */
export function sourceOf({ entry }: CodeDraft, envelope: Envelope, pointer: string): Source | undefined {
  for (const fields of [entry.fields ?? [], envelope.fields]) {
    const index = covering(fields, pointer);
    const field = fields[index];
    if (field) return { field, index, own: fields !== envelope.fields };
  }
  return undefined;
}

/** True where the code fills the field, whatever the field says itself. */
export function isFilled({ role, const: only }: Field, { entry }: CodeDraft, envelope: Envelope): boolean {
  if (only !== undefined || role === undefined) return false;
  if (role !== 'retryAfter') return role !== 'details' && role !== 'requestId';
  const names = [...Object.keys(entry.headers ?? {}), ...Object.keys(envelope.headers ?? {})];
  return names.some((name) => name.toLowerCase() === 'retry-after');
}

/** Where and how to mend what no override says: in the code's own field, in the envelope's, or in the code's name. */
export function inField(
  api: ApiDraft,
  code: CodeDraft,
  envelope: Envelope,
  source: Source | undefined,
): Pick<Finding, 'at' | 'fix'> {
  if (!source) return { at: keyOf(code), fix: FIELD };
  const { field, index, own } = source;
  if (own) {
    const path = ['codes', code.code, 'fields', index, saidBy(field)];
    return { at: { document: code.domain.document, path, part: 'value' }, fix: FIELD };
  }
  if (field.role === 'code' && field.const === undefined) {
    return { at: keyOf(code), fix: 'Spell the code as the API sends it, or give the field `type: string`.' };
  }
  if (isFilled(field, code, envelope)) return { at: keyOf(code), fix: FIELD };
  const name = Object.entries(api.entry.envelopes ?? {}).find(([, it]) => it === envelope)?.[0];
  const fields = name === undefined ? ['envelope', 'fields'] : ['envelopes', name, 'fields'];
  return { at: { document: api.document, path: [...fields, index, saidBy(field)], part: 'value' }, fix: FIELD };
}

const FIELD = "Mend the field's `type`, `const` or `example`, or override the value in `example`.";

const known = new WeakMap<readonly Field[], PointerTree<number>>();

/** The index of the field at a pointer, or of the last one that holds it; -1 where there is none. Remembered: every field may be wrong. */
function covering(fields: readonly Field[], pointer: string): number {
  const indexes = known.get(fields) ?? new PointerTree(fields.map((it, index) => [it.pointer, index]));
  known.set(fields, indexes);
  return indexes.at(pointer) ?? indexes.above(pointer).reduce((last, index) => Math.max(last, index), -1);
}
