import { append } from '../model/append.ts';
import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { formatOf } from '../model/envelope/format.ts';
import { inAnyNamespace } from '../model/envelope/in-namespace.ts';
import { isInArray } from '../model/envelope/pointer.ts';
import { type BodySchema, bodySchema } from '../model/envelope/schema.ts';
import { rootOf } from '../model/envelope/xml.ts';
import type { Api } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field, Json, Role } from '../model/schema/field.ts';
import { envelopeBranches } from './branches.ts';
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
  /** What it is in XML, as tags of Go say it; undefined in JSON. */
  xml: string | undefined;
}

/** Another name of a shape. */
export interface Alias {
  name: string;
  /** The name of the shape. */
  of: string;
}

/**
 * The bodies of an API: one for each envelope, and one for each shape of what codes add to it; inner shapes come first. Where several
 * codes have a shape, each of them has its name besides. With `asSent`, bodies of XML begin inside the root element, and there are none
 * of plain text.
 */
export function shapesOf(api: Api, taken: Set<string>, asSent = false): { shapes: Shape[]; aliases: Alias[] } {
  const envelopes = Object.entries(api.envelopes);
  const shapesFor = (envelope: Envelope, fields: readonly Field[], name: string, about: string) => {
    const format = asSent ? formatOf(envelope) : 'json';
    const schema = bodySchema(fields);
    if (format === 'xml')
      return shapesIn(schema.properties?.[rootOf(envelope.fields) ?? ''] ?? schema, name, about, taken, true);
    return format === 'text' ? [] : shapesIn(schema, name, about, taken);
  };
  const shapes = envelopes.flatMap(([id, envelope]) => {
    const { fields } = inAnyNamespace(envelope);
    const name = envelopes.length === 1 ? 'ErrorBody' : pascalCase(`${id}-error-body`, 'ErrorBody');
    return shapesFor(envelope, fields, name, 'The body of an error response.');
  });
  const own = envelopeBranches(api).flatMap(({ branches }) => branches.filter((it) => it.own.length > 0));
  const aliases = own.flatMap((branch) => {
    const { envelope, key, codes } = branch;
    const added = branch.own.map(({ pointer }) => pointer).join(', ');
    const about = codes.length === 1 ? codes[0]!.code : `codes with ${added}`;
    const fields = fieldsOf(envelope, { fields: branch.own });
    const made = shapesFor(envelope, fields, bodyName(key), `The body of ${about}.`);
    append(shapes, made);
    const of = made.at(-1)?.name;
    if (of === undefined || codes.length === 1) return [];
    return codes.map(({ code }) => ({ name: claim(bodyName(code), code, taken), of }));
  });
  return { shapes, aliases };
}

function bodyName(text: string): string {
  const name = `${pascalCase(text, 'Code')}Body`;
  return /^[A-Za-z]/.test(name) ? name : `Code${name}`;
}

function shapesIn(schema: BodySchema, wanted: string, about: string, taken: Set<string>, isXml = false): Shape[] {
  const name = claim(wanted, about, taken);
  const required = new Set(schema.required);
  const inner: Shape[] = [];
  const members = Object.entries(schema.properties ?? {}).map(([key, part]): Member => {
    const object = part.items ?? part;
    const shapes = object.properties ? shapesIn(object, name + pascalCase(key, 'Member'), about, taken, isXml) : [];
    append(inner, shapes);
    return {
      name: key,
      required: required.has(key),
      meaning: part.description,
      type: part.type ?? 'object',
      const: part.const,
      shape: shapes.at(-1)?.name,
      xml: isXml ? tagOf(key) : undefined,
    };
  });
  return [...inner, { name, about, members }];
}

/** Attributes and the text of an element, as encoding/xml names them. */
function tagOf(name: string): string {
  if (name === '#text') return ',chardata';
  return name.startsWith('@') ? `${name.slice(1)},attr` : name;
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
