import { exampleResponse } from '../../../model/envelope/example.ts';
import { fieldsOf } from '../../../model/envelope/fields.ts';
import { PointerTree } from '../../../model/envelope/pointer-tree.ts';
import { type BodySchema, bodySchema, mismatches } from '../../../model/envelope/schema.ts';
import { Candidates } from '../../../model/nearest.ts';
import type { Overrides } from '../../../model/schema/code.ts';
import type { Envelope } from '../../../model/schema/envelope.ts';
import type { Field } from '../../../model/schema/field.ts';
import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Path } from '../../source/document.ts';
import { envelopeFor } from '../envelope-for.ts';
import { saidBy, wrongFieldValues } from '../field-values.ts';
import type { Rule } from '../rule.ts';

/** What an example is made from. */
const READS = ['status', 'message', 'fields', 'headers', 'example', 'examples'];

export const exampleMismatch: Rule = {
  id: 'example-mismatch',
  level: 'error',
  summary:
    "Every example response fits its envelope's schema: required fields, types, constants, and no field that nobody lists.",
  check(api) {
    const wrong = wrongFieldValues(api);
    const shared = new Map<Envelope, Shape>();
    let work = 0;
    const found = codesOf(api).flatMap((code): Finding[] => {
      const envelope = envelopeFor(api, code.domain);
      if (!envelope || work > MOST_WORK || isRefused(code, ...READS)) return [];
      const examples = examplesOf(code);
      work += examples.length * (1 + envelope.fields.length + (code.entry.fields?.length ?? 0));
      if (work > MOST_WORK) return [{ at: keyOf(code), ...CUT }];
      const ofEnvelope = shared.get(envelope) ?? shapeOf(envelope.fields);
      shared.set(envelope, ofEnvelope);
      const shape = code.entry.fields ? shapeOf(fieldsOf(envelope, code.entry)) : ofEnvelope;
      return examples.flatMap(([overrides, path]) => checkOne(api, code, envelope, shape, overrides, path, wrong));
    });
    return [...wrong.values(), ...oncePerPlace(found, api)];
  },
};

/** How many fields are looked at in all examples of an API together: a hundred in each of twenty thousand. */
const MOST_WORK = 2_000_000;

const CUT = {
  message: 'The examples from here on were not checked: there are too many codes with too many fields each.',
  fix: 'Take fields out of the envelope, or split the API.',
};

/** What the examples with these fields are held against. */
interface Shape {
  schema: BodySchema;
  listed: PointerTree<true>;
  near: Candidates;
}

function shapeOf(fields: readonly Field[]): Shape {
  const pointers = fields.map(({ pointer }) => pointer);
  return {
    schema: bodySchema(fields),
    listed: new PointerTree(pointers.map((it) => [it, true])),
    near: new Candidates(pointers),
  };
}

/** A mistake in the envelope breaks the example of every code; one of them is enough to say it. */
function oncePerPlace(found: readonly Finding[], { document }: ApiDraft): Finding[] {
  const seen = new Set<string>();
  return found.filter(({ at }) => {
    if (at.document !== document) return true;
    const place = JSON.stringify('path' in at ? at.path : at.range);
    return !seen.has(place) && seen.add(place);
  });
}

function examplesOf({ entry }: CodeDraft): [Overrides, Path][] {
  const named = Object.entries(entry.examples ?? {}).map(([name, it]): [Overrides, Path] => [it, ['examples', name]]);
  return named.length > 0 ? named : [[entry.example ?? {}, ['example']]];
}

function checkOne(
  api: ApiDraft,
  code: CodeDraft,
  envelope: Envelope,
  { schema, listed, near }: Shape,
  overrides: Overrides,
  path: Path,
  wrong: ReadonlyMap<Field, Finding>,
): Finding[] {
  const { entry } = code;
  const { body } = exampleResponse({
    envelope,
    code: code.code,
    status: entry.status?.[0] ?? 500,
    statusTitle: '',
    message: entry.message ?? '',
    fields: entry.fields ?? [],
    headers: entry.headers ?? {},
    overrides,
    docsUrl: '',
  });
  const given = new PointerTree(Object.keys(overrides).map((it) => [it, it]));
  return mismatches(schema, body).flatMap(({ pointer, why }): Finding[] => {
    const message = `The example of \`${code.code}\` doesn't fit the envelope: \`${pointer}\` ${why}.`;
    const override = given.at(pointer) ?? given.above(pointer).at(-1);
    if (override === undefined) {
      const source = sourceOf(code, envelope, pointer);
      const isSaid = source !== undefined && wrong.has(source.field) && !isFilled(source.field, code, envelope);
      return isSaid ? [] : [{ message, ...inField(api, code, envelope, source) }];
    }
    const isKnown = listed.at(override) || listed.above(override).length > 0;
    const at = { document: code.domain.document, path: ['codes', code.code, ...path, override] };
    return [
      { message, at: { ...at, part: isKnown ? 'value' : 'key' }, fix: isKnown ? MEND : fixUnknown(override, near) },
    ];
  });
}

const MEND = 'Mend the value here, or the field in the envelope.';

function fixUnknown(pointer: string, near: Candidates): string {
  const meant = near.nearest(pointer);
  return meant
    ? `Did you mean \`${meant}\`?`
    : `Take it away, or list \`${pointer}\` under \`fields\` of the code or the envelope.`;
}

/** A field that says a value, and its place among the code's own or the envelope's. */
interface Source {
  field: Field;
  index: number;
  own: boolean;
}

/** The field at a pointer, or the one that holds it; a code's own comes first. */
function sourceOf({ entry }: CodeDraft, envelope: Envelope, pointer: string): Source | undefined {
  for (const fields of [entry.fields ?? [], envelope.fields]) {
    const index = covering(fields, pointer);
    const field = fields[index];
    if (field) return { field, index, own: fields !== envelope.fields };
  }
  return undefined;
}

/** True where the code fills the field, whatever the field says itself. */
function isFilled({ role, const: only }: Field, { entry }: CodeDraft, envelope: Envelope): boolean {
  if (only !== undefined || role === undefined) return false;
  if (role !== 'retryAfter') return role !== 'details' && role !== 'requestId';
  const names = [...Object.keys(entry.headers ?? {}), ...Object.keys(envelope.headers ?? {})];
  return names.some((name) => name.toLowerCase() === 'retry-after');
}

/** Where and how to mend what no override says: in the code's own field, in the envelope's, or in the code's name. */
function inField(
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
