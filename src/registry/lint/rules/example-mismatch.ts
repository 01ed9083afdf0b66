import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf, partOf } from '../../draft.ts';
import { exampleResponse } from '../../envelope/example.ts';
import { type BodySchema, bodySchema, mismatches } from '../../envelope/schema.ts';
import type { Finding } from '../../rule.ts';
import type { Overrides } from '../../schema/code.ts';
import type { Envelope } from '../../schema/envelope.ts';
import type { Path, Place } from '../../source/document.ts';
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
    const shared = new Map<Envelope, BodySchema>();
    return codesOf(api).flatMap((code) => {
      const envelope = envelopeFor(api, code.domain);
      if (!envelope || isRefused(code, ...READS)) return [];
      if (!shared.has(envelope)) shared.set(envelope, bodySchema(envelope.fields));
      const schema = code.entry.fields ? schemaOf(envelope, code) : shared.get(envelope)!;
      return examplesOf(code).flatMap(([overrides, path]) => checkOne(api, code, envelope, schema, overrides, path));
    });
  },
};

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
  return mismatches(schema, body).map(({ pointer, why }) => {
    const override = Object.keys(overrides).find((it) => pointer === it || pointer.startsWith(`${it}/`));
    return {
      at: placeOf(api, code, envelope, pointer, override === undefined ? undefined : [...path, override]),
      message: `The example of \`${code.code}\` doesn't fit the envelope: \`${pointer}\` ${why}.`,
      fix:
        override !== undefined
          ? 'Mend the value here, or the field in the envelope.'
          : "Mend the field's `type`, `const` or `example`, or override the value in `example`.",
    };
  });
}

function placeOf(api: ApiDraft, code: CodeDraft, envelope: Envelope, pointer: string, override?: Path): Place {
  if (override) return partOf(code, ...override);
  const own = code.entry.fields?.findIndex((field) => field.pointer === pointer) ?? -1;
  if (own >= 0) return partOf(code, 'fields', own);
  const field = envelope.fields.findIndex((it) => it.pointer === pointer && it.role === undefined);
  if (field < 0) return keyOf(code);
  const name = Object.entries(api.entry.envelopes ?? {}).find(([, it]) => it === envelope)?.[0];
  const path = name === undefined ? ['envelope', 'fields', field] : ['envelopes', name, 'fields', field];
  return { document: api.document, path, part: 'value' };
}
