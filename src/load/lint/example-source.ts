import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field } from '../../model/schema/field.ts';
import { type ApiDraft, type CodeDraft, keyOf } from '../draft.ts';
import type { Finding } from '../rule.ts';
import type { Place } from '../source/document.ts';
import { envelopeNameFor } from './envelope-for.ts';
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

/** A mistake in an example; where a value of the code fills a field of the envelope, with the place of that field. */
export interface ExampleFinding extends Finding {
  filled?: Place | undefined;
}

/** Where and how to fix what no override says: in the code's own field, in the envelope's, or in the code's name. */
export function inField(
  api: ApiDraft,
  code: CodeDraft,
  envelope: Envelope,
  source: Source | undefined,
): Pick<ExampleFinding, 'at' | 'fix' | 'filled'> {
  if (!source) return { at: keyOf(code), fix: FIELD };
  const { field, index, own } = source;
  if (own) {
    const path = ['codes', code.spelling, 'fields', index, saidBy(field)];
    return { at: { document: code.domain.document, path, part: 'value' }, fix: FIELD };
  }
  const name = api.entry.envelopes && (envelopeNameFor(code) ?? Object.keys(api.entry.envelopes)[0]);
  const fields = name === undefined ? ['envelope', 'fields'] : ['envelopes', name, 'fields'];
  const inEnvelope = { document: api.document, path: [...fields, index, saidBy(field)], part: 'value' } as const;
  if (field.role === 'code' && field.const === undefined) {
    const fix = 'Write the code as the API sends it, or give the field `type: string`.';
    return { at: keyOf(code), fix, filled: inEnvelope };
  }
  if (isFilled(field, code, envelope)) return { at: keyOf(code), fix: FIELD, filled: inEnvelope };
  return { at: inEnvelope, fix: FIELD };
}

const FIELD = "Correct the field's `type`, `const` or `example`, or override the value in `example`.";

/** The index of the field at a pointer, or of the last one that holds it; -1 where there is none. */
function covering(indexes: PointerTree<number>, pointer: string): number {
  return indexes.at(pointer) ?? indexes.above(pointer).reduce((last, index) => Math.max(last, index), -1);
}
