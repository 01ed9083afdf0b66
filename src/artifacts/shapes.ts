import { append } from '../model/append.ts';
import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { type BodySchema, bodySchema } from '../model/envelope/schema.ts';
import type { Api } from '../model/registry.ts';
import type { Field, Json, Role } from '../model/schema/field.ts';
import { envelopeBranches, isInArray } from './branches.ts';
import { claim, pascalCase } from './identifiers.ts';

/** An object of a body, for languages that name the types of objects. */
export interface Shape {
  name: string;
  /** What has this shape, in a sentence. */
  about: string;
  members: Member[];
}

/** A member of a body's object. */
export interface Member {
  /** As it is in JSON. */
  name: string;
  required: boolean;
  /** Markdown; none for an object that is only on the way to a field. */
  meaning: string | undefined;
  type: string;
  const: Json | undefined;
  /** The name of the shape that its object, or each item of its array, has. */
  shape: string | undefined;
}

/** Another name of a shape. */
export interface Alias {
  name: string;
  /** The name of the shape. */
  of: string;
}

/**
 * The bodies of an API: one for each envelope, and one for each shape of what codes add to it; inner shapes come first. Where several
 * codes have a shape, each of them has its name besides.
 */
export function shapesOf(api: Api, taken: Set<string>): { shapes: Shape[]; aliases: Alias[] } {
  const envelopes = Object.entries(api.envelopes);
  const shapes = envelopes.flatMap(([id, { fields }]) => {
    const name = envelopes.length === 1 ? 'ErrorBody' : pascalCase(`${id}-error-body`, 'ErrorBody');
    return shapesIn(bodySchema(fields), name, 'The body of an error response.', taken);
  });
  const own = envelopeBranches(api).flatMap(({ branches }) => branches.filter((it) => it.own.length > 0));
  const aliases = own.flatMap((branch) => {
    const { envelope, key, codes } = branch;
    const added = branch.own.map(({ pointer }) => pointer).join(', ');
    const about = codes.length === 1 ? codes[0]!.code : `codes with ${added}`;
    const schema = bodySchema(fieldsOf(envelope, { fields: branch.own }));
    append(shapes, shapesIn(schema, bodyName(key), `The body of ${about}.`, taken));
    const of = shapes.at(-1)!.name;
    return codes.length === 1 ? [] : codes.map(({ code }) => ({ name: claim(bodyName(code), code, taken), of }));
  });
  return { shapes, aliases };
}

function bodyName(text: string): string {
  const name = `${pascalCase(text, 'Code')}Body`;
  return /^[A-Za-z]/.test(name) ? name : `Code${name}`;
}

function shapesIn(schema: BodySchema, wanted: string, about: string, taken: Set<string>): Shape[] {
  const name = claim(wanted, about, taken);
  const required = new Set(schema.required);
  const inner: Shape[] = [];
  const members = Object.entries(schema.properties ?? {}).map(([key, part]): Member => {
    const object = part.items ?? part;
    const shapes = object.properties ? shapesIn(object, name + pascalCase(key, 'Member'), about, taken) : [];
    append(inner, shapes);
    return {
      name: key,
      required: required.has(key),
      meaning: part.description,
      type: part.type ?? 'object',
      const: part.const,
      shape: shapes.at(-1)?.name,
    };
  });
  return [...inner, { name, about, members }];
}

/** The pointers of all fields with a role, in the order of the registry. */
export function pointersOf(api: Api, role: Role): string[] {
  const fields: Field[] = [
    ...Object.values(api.envelopes).flatMap((envelope) => envelope.fields),
    ...api.codes.flatMap((code) => code.fields),
  ];
  return [...new Set(withRole(fields, role).map(({ pointer }) => pointer))];
}

/** Whether what programs read of a body is in an array, as where a response reports several errors. */
export function readsElements(api: Api): boolean {
  const roles = ['code', 'message', 'status', 'retryAfter'] as const;
  return roles.some((role) => pointersOf(api, role).some((pointer) => isInArray({ pointer })));
}
