import { isPart } from '../model/envelope/carried.ts';
import { withRole } from '../model/envelope/fields.ts';
import { below } from '../model/envelope/pointer.ts';
import { type BodySchema, bodySchema } from '../model/envelope/schema.ts';
import { type ApiArtifact, jsonText } from './artifact.ts';
import { beyond } from './beyond.ts';
import { knownBody, opened, type Telling, unknownBody } from './bodies.ts';
import { type Branch, type EnvelopeBranches, envelopeBranches, patternOf, valuesOf } from './branches.ts';

/** The bodies of an API's errors: one branch for each shape of them, closed where its envelope is, and an open one for codes that nobody lists yet. */
export const jsonSchema: ApiArtifact = {
  id: 'json-schema',
  path: 'envelope.schema.json',
  mediaType: 'application/json',
  summary: 'JSON Schema (2020-12) of the error bodies, with a branch for each shape.',
  make(api, links) {
    const shapes = envelopeBranches(api);
    return jsonText({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${links.api}envelope.schema.json`,
      title: `Error bodies of ${api.title}`,
      ...anyOf(bodyNames(shapes), '#/$defs'),
      $defs: definitionsOf(shapes, '#/$defs'),
    });
  },
};

/** The definitions of all bodies, at a pointer: the branches, and what these share. */
export function definitionsOf(shapes: readonly EnvelopeBranches[], pointer: string): Record<string, BodySchema> {
  return Object.fromEntries([
    ...shapes.flatMap((shape) => shape.branches.map((branch) => [knownName(branch), known(shape, branch, pointer)])),
    ...shapes.map((shape) => [unknownName(shape), unknown(shape, pointer)]),
    ...shapes.map((shape) => [envelopeName(shape), { description: shape.envelope.meaning, ...common(shape) }]),
    ...shapes.filter(({ sendsCode }) => sendsCode).map((shape) => [codesName(shape), listOf(shape)]),
  ]);
}

/** The names of the definitions of which every body fits one. */
export function bodyNames(shapes: readonly EnvelopeBranches[]): string[] {
  return [...shapes.flatMap(({ branches }) => branches.map(knownName)), ...shapes.map(unknownName)];
}

/** The name of a branch. */
export function knownName({ codes, key }: Branch): string {
  return `${codes.length === 1 ? 'code' : 'known'}.${key}`;
}

/** The name of the branch for codes that an envelope may carry later. */
export function unknownName({ name }: Pick<EnvelopeBranches, 'name'>): string {
  return `unknown.${name}`;
}

/** The name of what all bodies of an envelope have. */
export function envelopeName({ name }: EnvelopeBranches): string {
  return `envelope.${name}`;
}

function codesName({ name }: EnvelopeBranches): string {
  return `codes.${name}`;
}

/** One of the schemas with these names; without a name, nothing fits, for the API sends no bodies. */
export function anyOf(names: readonly string[], pointer: string): Record<string, unknown> {
  return names.length === 0 ? { not: {} } : { anyOf: names.map((name) => ({ $ref: below(pointer, name) })) };
}

/** What every body of an envelope has, whatever its code. */
function common({ envelope }: EnvelopeBranches): BodySchema {
  return opened(bodySchema(envelope.fields));
}

/** The codes of an envelope as its fields carry them. */
function listOf({ envelope, codes }: EnvelopeBranches): BodySchema {
  const types = [...new Set(withRole(envelope.fields, 'code').map(({ type }) => type))];
  const values = new Set(types.flatMap((type) => valuesOf(codes, type)));
  return { ...(types.length === 1 && { type: types[0] }), description: CODES, enum: [...values] };
}

function known(shape: EnvelopeBranches, branch: Branch, pointer: string): BodySchema {
  const { codes, own } = branch;
  const isAll = shape.sendsCode && own.length === 0 && codes.length > 1 && codes.length === shape.codes.length;
  const telling: Telling = (field) => {
    const { type } = field;
    if (isPart(field)) return { pattern: patternOf(field, codes) };
    if (isAll) return { $ref: below(pointer, codesName(shape)) };
    const [first, ...others] = valuesOf(codes, type);
    return first !== undefined && others.length === 0 ? { const: first } : { enum: valuesOf(codes, type) };
  };
  const only = codes.length === 1 ? codes[0] : undefined;
  const about = only
    ? { title: only.code, description: only.meaning }
    : { description: own.length === 0 ? PLAIN : `${ADDING} ${own.map((it) => `\`${it.pointer}\``).join(', ')}.` };
  return { ...about, ...composed(shape, knownBody(branch, telling), pointer) };
}

function unknown(shape: EnvelopeBranches, pointer: string): BodySchema {
  const telling: Telling = (field) =>
    isPart(field) ? { pattern: patternOf(field, shape.codes) } : { $ref: below(pointer, codesName(shape)) };
  return { description: UNKNOWN, ...composed(shape, unknownBody(shape, telling), pointer) };
}

/** A body as the envelope and what it has besides; as a whole where it lets something in that the envelope does not. */
function composed(shape: EnvelopeBranches, body: BodySchema, pointer: string): BodySchema {
  const more = beyond(body, common(shape));
  if (!more) return body;
  const envelope = { $ref: below(pointer, envelopeName(shape)) };
  return { allOf: Object.keys(more).length === 0 ? [envelope] : [envelope, more] };
}

const PLAIN = 'The body of the codes that add no field.';
const ADDING = 'The body of the codes that add';
const CODES = 'The codes that these docs list.';
const UNKNOWN = 'A body that these docs do not list yet: with another code, and perhaps with more fields.';
