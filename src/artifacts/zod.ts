import { isPart } from '../model/envelope/carried.ts';
import { asType } from '../model/envelope/example.ts';
import { withRole } from '../model/envelope/fields.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import type { BodySchema } from '../model/envelope/schema.ts';
import type { Json } from '../model/schema/field.ts';
import type { ApiArtifact } from './artifact.ts';
import { type EnvelopeBranches, envelopeBranches } from './branches.ts';
import { docComment, literal, memberName } from './typescript-text.ts';

/** Zod 4 schemas of the error bodies; open to new codes and, unless the envelope is closed, to new fields. */
export const zod: ApiArtifact = {
  id: 'zod',
  path: 'error-codes.zod.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'Zod 4 schemas of the error bodies, with and without unknown codes, and an enum of all codes.',
  make(api, links) {
    const shapes = envelopeBranches(api);
    const head = docComment([
      `Error bodies of ${api.title} as Zod 4 schemas, as ${links.api} documents them.`,
      'Derived from the error registry; a change made here is lost when it is generated again.',
    ]);
    return `${[
      `${head}\nimport { z } from 'zod';`,
      ...codeEnum(shapes),
      bodySchemas(shapes),
      `${docComment(['A body with a code that is not listed here.'])}export const unknownErrorBodySchema = ${unionOf(shapes.map((it) => expressionOf(it.unknown)))};`,
      `${docComment(['Any error body: that of a known code where it has one, else that of an unknown code.'])}export const errorBodySchema = ${unionOf([...shapes.map(knownUnion), 'unknownErrorBodySchema'])};`,
      `${docComment(['Any error body, once parsed.'])}export type ErrorBody = z.infer<typeof errorBodySchema>;`,
    ].join('\n\n')}\n`;
  },
};

/** None where bodies have no code. */
function codeEnum(shapes: readonly EnvelopeBranches[]): string[] {
  const codes = shapes.flatMap(({ envelope, branches }) =>
    withRole(envelope.fields, 'code').flatMap(({ type }) => branches.map(({ code }) => asType(type, code.code))),
  );
  if (codes.length === 0) return [];
  const about = docComment(['Every code that is listed here. A response may have a newer one.']);
  const members = listOf([...new Set(codes)].map(literal));
  return [
    `${about}export const ERROR_CODES = z.${codes.every((it) => typeof it === 'string') ? 'enum' : 'literal'}(${members});`,
  ];
}

function bodySchemas(shapes: readonly EnvelopeBranches[]): string {
  const entries = shapes.flatMap(({ branches }) =>
    branches.map(
      ({ code, schema }) =>
        `${docComment([code.meaning], [], '  ')}  ${memberName(code.code)}: ${expressionOf(schema, '  ')},\n`,
    ),
  );
  return `${docComment(['The body of each code that has one.'])}export const errorBodySchemas = {\n${entries.join('')}};`;
}

/**
 * The known bodies of an envelope. Zod tells the branches by a key of the body itself alone; where the code stands
 * deeper, or nowhere, a plain union tries one after the other.
 */
function knownUnion({ envelope, branches }: EnvelopeBranches): string {
  const members = branches.map(({ code }) => `errorBodySchemas[${literal(code.code)}]`);
  const [telling] = withRole(envelope.fields, 'code').filter((it) => !isPart(it));
  const [key, ...deeper] = telling ? tokensOf(telling.pointer) : [];
  const isOwn = branches.some(({ code }) => code.fields.some(({ pointer }) => pointer === telling?.pointer));
  if (key === undefined || deeper.length > 0 || key === '__proto__' || isOwn) return unionOf(members);
  return `z.discriminatedUnion(${literal(key)}, ${listOf(members)})`;
}

function unionOf(members: readonly string[]): string {
  if (members.length === 0) return 'z.never()';
  return members.length === 1 ? members[0]! : `z.union(${listOf(members)})`;
}

function listOf(members: readonly string[]): string {
  return `[\n${members.map((it) => `  ${it},\n`).join('')}]`;
}

/** A schema as an expression that makes it in Zod. */
function expressionOf(schema: BodySchema, indent = ''): string {
  const base = schema.const === undefined ? typeExpression(schema, indent) : constant(schema.const);
  if (schema.pattern !== undefined) return `${base}.regex(${patternOf(schema.pattern)})`;
  if (schema.enum) return `z.literal(${literal(schema.enum)})`;
  if (!schema.not) return base;
  if ('enum' in schema.not) return `${base}.refine((code) => !${literal(schema.not.enum)}.some((it) => it === code))`;
  return `${base}.refine((code) => !${patternOf(schema.not.pattern ?? '')}.test(code))`;
}

function patternOf(pattern: string): string {
  return `new RegExp(${literal(pattern)}, 'u')`;
}

/** Zod has literals for scalars alone, so a larger constant is put together from them. */
function constant(value: Json): string {
  if (Array.isArray(value)) return `z.tuple([${value.map(constant).join(', ')}])`;
  if (typeof value !== 'object' || value === null) return `z.literal(${literal(value)})`;
  const members = Object.entries(value).map(([name, it]) => `${memberName(name)}: ${constant(it)}`);
  return `z.strictObject({ ${members.join(', ')} })`;
}

function typeExpression(schema: BodySchema, indent: string): string {
  switch (schema.type) {
    case 'integer':
      return 'z.int()';
    case 'array':
      return arrayExpression(schema, indent);
    case 'object':
      return objectExpression(schema, indent);
    default:
      return `z.${schema.type ?? 'unknown'}()`;
  }
}

/** An array that must contain something is checked for it, whatever else it holds. */
function arrayExpression({ items, contains }: BodySchema, indent: string): string {
  const all = `z.array(${items ? expressionOf(items, indent) : 'z.unknown()'})`;
  if (!contains) return all;
  return `${all}.refine((all) => all.some((it) => ${expressionOf(contains, indent)}.safeParse(it).success))`;
}

/** Members that nobody lists are let through, unless the schema is closed. */
function objectExpression(schema: BodySchema, indent: string): string {
  const { properties = {}, required = [], additionalProperties } = schema;
  const make = additionalProperties === false ? 'z.strictObject' : 'z.looseObject';
  const members = Object.entries(properties).filter(([name]) => isReadable(name, required.includes(name)));
  const lines = members.map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '.optional()';
    return `${indent}  ${memberName(name)}: ${expressionOf(schema, `${indent}  `)}${mark},\n`;
  });
  return lines.length === 0 ? `${make}({})` : `${make}({\n${lines.join('')}${indent}})`;
}

/** Zod can't hold a member `__proto__`, and takes what every object inherits, such as `constructor`, for one that is there. */
function isReadable(name: string, isRequired: boolean): boolean {
  return name !== '__proto__' && (isRequired || !(name in {}));
}
