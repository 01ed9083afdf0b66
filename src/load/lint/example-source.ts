import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field } from '../../model/schema/field.ts';
import { type ApiDraft, type CodeDraft, keyOf } from '../draft.ts';
import type { Finding } from '../rule.ts';
import { saidBy } from './field-values.ts';

/** A field that says a value, and its place among the code's own or the envelope's. */
interface Source {
  field: Field;
  index: number;
  own: boolean;
}

/** Finds the field at a pointer, or the one that holds it; a code's own comes first. */
export type SourceFinder = (code: CodeDraft, envelope: Envelope, pointer: string) => Source | undefined;

/** A finder for one run of a rule: it keeps the fields that it has looked through by pointer, for any may be wrong. */
export function sourceFinder(): SourceFinder {
  const known = new Map<readonly Field[], PointerTree<number>>();
  const treeOf = (fields: readonly Field[]) => {
    const tree = known.get(fields) ?? new PointerTree(fields.map((it, index) => [it.pointer, index]));
    known.set(fields, tree);
    return tree;
  };
  return ({ entry }, envelope, pointer) => {
    for (const fields of [entry.fields ?? [], envelope.fields]) {
      const index = covering(treeOf(fields), pointer);
      const field = fields[index];
      if (field) return { field, index, own: fields !== envelope.fields };
    }
    return undefined;
  };
}

/** True where the code fills the field, whatever the field says itself. */
export function isFilled({ role, const: only }: Field, { entry }: CodeDraft, envelope: Envelope): boolean {
  if (only !== undefined || role === undefined) return false;
  if (role !== 'retryAfter') return role !== 'details' && role !== 'requestId';
  const names = [...Object.keys(entry.headers ?? {}), ...Object.keys(envelope.headers ?? {})];
  return names.some((name) => name.toLowerCase() === 'retry-after');
}

/** Where and how to fix what no override says: in the code's own field, in the envelope's, or in the code's name. */
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
    return { at: keyOf(code), fix: 'Write the code as the API sends it, or give the field `type: string`.' };
  }
  if (isFilled(field, code, envelope)) return { at: keyOf(code), fix: FIELD };
  const name = Object.entries(api.entry.envelopes ?? {}).find(([, it]) => it === envelope)?.[0];
  const fields = name === undefined ? ['envelope', 'fields'] : ['envelopes', name, 'fields'];
  return { at: { document: api.document, path: [...fields, index, saidBy(field)], part: 'value' }, fix: FIELD };
}

const FIELD = "Correct the field's `type`, `const` or `example`, or override the value in `example`.";

/** The index of the field at a pointer, or of the last one that holds it; -1 where there is none. */
function covering(indexes: PointerTree<number>, pointer: string): number {
  return indexes.at(pointer) ?? indexes.above(pointer).reduce((last, index) => Math.max(last, index), -1);
}
