import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from '../../draft.ts';
import { exampleResponse } from '../../envelope/example.ts';
import { type BodySchema, bodySchema, mismatches } from '../../envelope/schema.ts';
import { nearest } from '../../nearest.ts';
import type { Finding } from '../../rule.ts';
import type { Overrides } from '../../schema/code.ts';
import type { Envelope } from '../../schema/envelope.ts';
import type { Field } from '../../schema/field.ts';
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
    const shared = new Map<Envelope, BodySchema>();
    const found = codesOf(api).flatMap((code) => {
      const envelope = envelopeFor(api, code.domain);
      if (!envelope || isRefused(code, ...READS)) return [];
      if (!shared.has(envelope)) shared.set(envelope, bodySchema(envelope.fields));
      const schema = code.entry.fields ? schemaOf(envelope, code) : shared.get(envelope)!;
      return examplesOf(code).flatMap(([overrides, path]) =>
        checkOne(api, code, envelope, schema, overrides, path, wrong),
      );
    });
    return [...wrong.values(), ...oncePerPlace(found, api)];
  },
};

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
function schemaOf(envelope: Envelope, { entry }: CodeDraft): BodySchema {
  const own = entry.fields ?? [];
  return bodySchema([...envelope.fields.filter(({ pointer }) => !own.some((it) => it.pointer === pointer)), ...own]);
}

function examplesOf({ entry }: CodeDraft): [Overrides, Path][] {
  const named = Object.entries(entry.examples ?? {}).map(([name, it]): [Overrides, Path] => [it, ['examples', name]]);
  return named.length > 0 ? named : [[entry.example ?? {}, ['example']]];
}

function checkOne(
  api: ApiDraft,
  code: CodeDraft,
  envelope: Envelope,
  schema: BodySchema,
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
  return mismatches(schema, body).flatMap(({ pointer, why }): Finding[] => {
    const message = `The example of \`${code.code}\` doesn't fit the envelope: \`${pointer}\` ${why}.`;
    const override = Object.keys(overrides).find((it) => pointer === it || pointer.startsWith(`${it}/`));
    if (override === undefined) {
      const source = sourceOf(code, envelope, pointer);
      const isSaid = source !== undefined && wrong.has(source.field) && !isFilled(source.field, code, envelope);
      return isSaid ? [] : [{ message, ...inField(api, code, envelope, source) }];
    }
    const known = [...envelope.fields, ...(entry.fields ?? [])].map((field) => field.pointer);
    const isKnown = known.some((it) => override === it || override.startsWith(`${it}/`));
    const at = { document: code.domain.document, path: ['codes', code.code, ...path, override] };
    return [
      { message, at: { ...at, part: isKnown ? 'value' : 'key' }, fix: isKnown ? MEND : fixUnknown(override, known) },
    ];
  });
}

const MEND = 'Mend the value here, or the field in the envelope.';

function fixUnknown(pointer: string, known: string[]): string {
  const meant = nearest(pointer, known);
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

/** The index of the field at a pointer, or of the one that holds it. */
function covering(fields: readonly Field[], pointer: string): number {
  const exact = fields.findIndex((field) => field.pointer === pointer);
  return exact >= 0 ? exact : fields.findLastIndex((field) => pointer.startsWith(`${field.pointer}/`));
}
