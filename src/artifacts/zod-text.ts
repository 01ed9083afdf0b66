import type { BodySchema } from '../model/envelope/schema.ts';
import type { Json } from '../model/schema/field.ts';
import { claim, pascalCase } from './identifiers.ts';
import { literal, memberName } from './typescript-text.ts';

/** Schemas as expressions that make them in Zod. */
export interface ZodWriter {
  /** A reference in a schema is the name of a constant or parameter with codes; where they are excluded, that of a set. */
  write(schema: BodySchema, indent?: string): string;
  /** The objects and arrays in all that was written so far that depend on no code: name and expression of each, once. */
  parts(): [name: string, expression: string][];
}

/** A writer that gives no part one of these names, and adds to them. */
export function zodWriter(taken: Set<string>): ZodWriter {
  const parts = new Map<string, string>();

  function write(schema: BodySchema, indent = '', name = ''): string {
    if (schema.$ref !== undefined) return `z.literal(${schema.$ref})`;
    if (isNothing(schema)) return 'z.never()';
    if (schema.enum) return `z.literal(${literal(schema.enum)})`;
    const base = schema.const === undefined ? ofType(schema, indent, name) : constant(schema.const);
    if (schema.pattern !== undefined) return `${base}.regex(${pattern(schema.pattern)})`;
    if (schema.not?.enum) return `${base}.refine((it) => !new Set<unknown>(${literal(schema.not.enum)}).has(it))`;
    if (schema.not?.pattern !== undefined)
      return `${base}.refine((code) => !${pattern(schema.not.pattern)}.test(code))`;
    return schema.not?.$ref === undefined ? base : `${base}.refine((code) => !${schema.not.$ref}.has(code))`;
  }

  function ofType(schema: BodySchema, indent: string, name: string): string {
    switch (schema.type) {
      case 'integer':
        return 'z.int()';
      case 'array':
        return array(schema, indent, name);
      case 'object':
        return object(schema, indent);
      default:
        return `z.${schema.type ?? 'unknown'}()`;
    }
  }

  /** An array that must contain something is checked for it, whatever else it holds. */
  function array({ items, contains }: BodySchema, indent: string, name: string): string {
    const all = `z.array(${items ? inner(`${name}-item`, items, indent) : 'z.unknown()'})`;
    return contains ? `${all}.refine(some(${write(contains, indent)}))` : all;
  }

  /** Members that nobody lists are let through, unless the schema is closed. */
  function object({ properties = {}, required = [], additionalProperties }: BodySchema, indent: string): string {
    const make = additionalProperties === false ? 'z.strictObject' : 'z.looseObject';
    const members = Object.entries(properties).filter(([name]) => isReadable(name, required.includes(name)));
    const lines = members.map(([name, schema]) => {
      const mark = required.includes(name) ? '' : '.optional()';
      return `${indent}  ${memberName(name)}: ${inner(name, schema, `${indent}  `)}${mark},\n`;
    });
    return lines.length === 0 ? `${make}({})` : `${make}({\n${lines.join('')}${indent}})`;
  }

  function inner(name: string, schema: BodySchema, indent: string): string {
    if (schema.const !== undefined || !(schema.properties || schema.items) || hasCode(schema))
      return write(schema, indent, name);
    const expression = write(schema, '', name);
    const known = parts.get(expression) ?? claim(partName(name), expression, taken);
    parts.set(expression, known);
    return known;
  }

  return { write, parts: () => [...parts].map(([expression, name]) => [name, expression]) };
}

/** Whether no value fits a schema. */
function isNothing({ not, type }: BodySchema): boolean {
  return type === undefined && not !== undefined && Object.keys(not).length === 0;
}

function pattern(text: string): string {
  return `new RegExp(${literal(text)}, 'u')`;
}

function partName(member: string): string {
  const name = pascalCase(member, 'Part');
  return `${/^[A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : `part${name}`}Schema`;
}

/** Whether a schema says which codes it takes, at any depth. */
function hasCode({ $ref, not, pattern, items, contains, properties = {} }: BodySchema): boolean {
  if ($ref !== undefined || not || pattern !== undefined) return true;
  return [items, contains, ...Object.values(properties)].some((it) => it !== undefined && hasCode(it));
}

/** Zod has literals for scalars alone, so a larger constant is put together from them. */
function constant(value: Json): string {
  if (Array.isArray(value)) return `z.tuple([${value.map(constant).join(', ')}])`;
  if (typeof value !== 'object' || value === null) return `z.literal(${literal(value)})`;
  const members = Object.entries(value).map(([name, it]) => `${memberName(name)}: ${constant(it)}`);
  return `z.strictObject({ ${members.join(', ')} })`;
}

/** Zod can't hold a member `__proto__`, and takes what every object inherits, such as `constructor`, for one that is there. */
function isReadable(name: string, isRequired: boolean): boolean {
  return name !== '__proto__' && (isRequired || !(name in {}));
}
