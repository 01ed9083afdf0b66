import { exampleBody } from '../../model/envelope/example.ts';
import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import { mismatches } from '../../model/envelope/schema.ts';
import type { Candidates } from '../../model/nearest.ts';
import type { Overrides } from '../../model/schema/code.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field } from '../../model/schema/field.ts';
import type { ApiDraft, CodeDraft } from '../draft.ts';
import type { Finding } from '../rule.ts';
import type { Path } from '../source/document.ts';
import type { ExampleShape } from './example-shape.ts';
import { type ExampleFinding, inField, isFilled, type SourceFinder } from './example-source.ts';

/** What the examples of one API are checked with. */
interface ExampleRun {
  api: ApiDraft;
  /** Fields whose own values are wrong, which is not said again of each example. */
  wrong: ReadonlyMap<Field, Finding>;
  sourceOf: SourceFinder;
}

/** Where one example of a code, written at `path`, doesn't fit its shape. */
export function checkOne(
  { api, wrong, sourceOf }: ExampleRun,
  code: CodeDraft,
  envelope: Envelope,
  { fields, schema, listed, near }: ExampleShape,
  overrides: Overrides,
  path: Path,
): ExampleFinding[] {
  const { entry } = code;
  const body = exampleBody(fields, {
    envelope,
    code: code.spelling,
    status: entry.status?.[0] ?? 500,
    statusTitle: '',
    message: entry.message ?? '',
    fields: entry.fields ?? [],
    headers: entry.headers ?? {},
    overrides,
    docsUrl: '',
  });
  const wrongParts = mismatches(schema, body);
  if (wrongParts.length === 0) return [];
  const given = new PointerTree(Object.keys(overrides).map((it) => [it, it]));
  return wrongParts.flatMap(({ pointer, why }): ExampleFinding[] => {
    const message = `The example of \`${code.code}\` doesn't match the envelope: \`${pointer}\` ${why}.`;
    const override = given.at(pointer) ?? given.above(pointer).at(-1);
    if (override === undefined) {
      const source = sourceOf(code, envelope, pointer);
      const isSaid = source !== undefined && wrong.has(source.field) && !isFilled(source.field, code, envelope);
      return isSaid ? [] : [{ message, ...inField(api, code, envelope, source) }];
    }
    const isKnown = listed().at(override) || listed().above(override).length > 0;
    const at = { document: code.domain.document, path: ['codes', code.spelling, ...path, override] };
    return [
      {
        message,
        at: { ...at, part: isKnown ? 'value' : 'key' },
        fix: isKnown ? CORRECT : fixUnknown(override, near()),
      },
    ];
  });
}

const CORRECT = 'Correct the value here, or the field in the envelope.';

function fixUnknown(pointer: string, near: Candidates): string {
  const meant = near.nearest(pointer);
  return meant
    ? `Did you mean \`${meant}\`?`
    : `Remove it, or list \`${pointer}\` under \`fields\` of the code or the envelope.`;
}
