import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import { exampleResponse } from '../../envelope/example.ts';
import { PointerTree } from '../../envelope/pointer-tree.ts';
import { type BodySchema, bodySchema, mismatches } from '../../envelope/schema.ts';
import { Candidates } from '../../nearest.ts';
import type { Finding } from '../../rule.ts';
import type { Overrides } from '../../schema/code.ts';
import type { Envelope } from '../../schema/envelope.ts';
import type { Field } from '../../schema/field.ts';
import type { Path } from '../../source/document.ts';
import { envelopeFor } from '../envelope-for.ts';
import type { Rule } from '../rule.ts';

/** What an example is made from. */
const READS = ['status', 'message', 'fields', 'headers', 'example', 'examples'];

export const exampleMismatch: Rule = {
  id: 'example-mismatch',
  level: 'error',
  summary:
    "Every example response fits its envelope's schema: required fields, types, constants, and no field that nobody lists.",
  check(api) {
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
      const shape = code.entry.fields ? shapeOf(allFields(envelope, code.entry.fields)) : ofEnvelope;
      return examples.flatMap(([overrides, path]) => checkOne(api, code, envelope, shape, overrides, path));
    });
    return oncePerPlace(found, api);
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

/** The envelope with what the code adds; a code's own field stands for the envelope's of the same pointer. */
function allFields({ fields }: Envelope, own: readonly Field[]): Field[] {
  const pointers = new Set(own.map(({ pointer }) => pointer));
  return [...fields.filter(({ pointer }) => !pointers.has(pointer)), ...own];
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
  return mismatches(schema, body).map(({ pointer, why }): Finding => {
    const message = `The example of \`${code.code}\` doesn't fit the envelope: \`${pointer}\` ${why}.`;
    const override = given.at(pointer) ?? given.above(pointer).at(-1);
    if (override === undefined) return { message, ...inField(api, code, envelope, pointer) };
    const isKnown = listed.at(override) || listed.above(override).length > 0;
    const at = { document: code.domain.document, path: ['codes', code.code, ...path, override] };
    return {
      message,
      at: { ...at, part: isKnown ? 'value' : 'key' },
      fix: isKnown ? MEND : fixUnknown(override, near),
    };
  });
}

const MEND = 'Mend the value here, or the field in the envelope.';

function fixUnknown(pointer: string, near: Candidates): string {
  const meant = near.nearest(pointer);
  return meant
    ? `Did you mean \`${meant}\`?`
    : `Take it away, or list \`${pointer}\` under \`fields\` of the code or the envelope.`;
}

/** Where and how to mend what no override says: in the code's own field, in the envelope's, or in the code's name. */
function inField(api: ApiDraft, code: CodeDraft, envelope: Envelope, pointer: string): Pick<Finding, 'at' | 'fix'> {
  const { document } = code.domain;
  const own = covering(code.entry.fields ?? [], pointer);
  if (own >= 0) {
    const field = code.entry.fields![own]!;
    return { at: { document, path: ['codes', code.code, 'fields', own, saidBy(field)], part: 'value' }, fix: FIELD };
  }
  const shared = covering(envelope.fields, pointer);
  const field = envelope.fields[shared];
  if (field?.role === 'code') {
    return { at: keyOf(code), fix: 'Spell the code as the API sends it, or give the field `type: string`.' };
  }
  if (!field || field.role !== undefined) return { at: keyOf(code), fix: FIELD };
  const name = Object.entries(api.entry.envelopes ?? {}).find(([, it]) => it === envelope)?.[0];
  const fields = name === undefined ? ['envelope', 'fields'] : ['envelopes', name, 'fields'];
  return { at: { document: api.document, path: [...fields, shared, saidBy(field)], part: 'value' }, fix: FIELD };
}

const FIELD = "Mend the field's `type`, `const` or `example`, or override the value in `example`.";

const known = new WeakMap<readonly Field[], PointerTree<number>>();

/** The index of the field at a pointer, or of the last one that holds it; -1 where there is none. Remembered: every field may be wrong. */
function covering(fields: readonly Field[], pointer: string): number {
  const indexes = known.get(fields) ?? new PointerTree(fields.map((it, index) => [it.pointer, index]));
  known.set(fields, indexes);
  return indexes.at(pointer) ?? Math.max(-1, ...indexes.above(pointer));
}

/** What of a field says its value. */
function saidBy(field: Field): keyof Field {
  return field.const !== undefined ? 'const' : field.example !== undefined ? 'example' : 'type';
}
