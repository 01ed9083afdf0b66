import { isPart } from '../model/envelope/carried.ts';
import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { isInArray } from '../model/envelope/pointer.ts';
import { bodySchema, schemaAt } from '../model/envelope/schema.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Field } from '../model/schema/field.ts';
import { knownBody } from './bodies.ts';
import { type Branch, type EnvelopeBranches, valuesOf } from './branches.ts';
import { namesFor, pascalCase } from './identifiers.ts';
import { isWide, MOST_IN_UNION } from './typescript-tables.ts';
import { docComment, literal, propertyName, typeOf } from './typescript-text.ts';

/** Names that the module has besides those that come from codes and envelopes. */
const TAKEN = ['ErrorDetails', 'ErrorBodies', 'ErrorBody', 'UnknownErrorBody', 'ErrorCode', 'KnownErrorCode', 'Shape'];

/** What the names of a code's types start with. */
function typeName(text: string): string {
  const name = pascalCase(text, 'Code');
  return /^[A-Z]/.test(name) ? name : `Code${name}`;
}

/** The types of the bodies: of each envelope, of each branch whose codes add fields, by code, and of any. */
export function bodyTypes(api: Api, shapes: readonly EnvelopeBranches[]): string {
  const own = shapes.flatMap(({ branches }) => branches.filter((it) => it.own.length > 0));
  const taken = new Set(TAKEN);
  const named = (texts: string[], suffix: string) => namesFor(texts, (text) => typeName(text) + suffix, taken);
  const ofShapes = named(
    shapes.map(({ name }) => name),
    'Envelope',
  );
  const keys = own.map(({ key }) => key);
  const [details, ownBodies] = [named(keys, 'Details'), named(keys, 'Body')];
  const envelopes = new Map(shapes.map((shape) => [shape, ofShapes.get(shape.name)!]));
  const ofCodes = new Map(
    shapes.flatMap((shape) =>
      shape.branches.flatMap((branch) => {
        const isOwn = branch.own.length > 0;
        const name = isOwn ? ownBodies.get(branch.key)! : envelopes.get(shape)!;
        const about = { details: isOwn ? details.get(branch.key)! : '{}', body: name };
        return branch.codes.map((code) => [code, { ...about, body: applied(branch, name, code) }] as const);
      }),
    ),
  );
  const unknown = shapes.filter(isWide).map((shape) => unknownOf(shape, envelopes.get(shape)!));
  return [
    ...shapes.map((shape) => envelopeType(shape, envelopes.get(shape)!)),
    ...own.map((branch) => ownTypes(branch, details.get(branch.key)!, ownBodies.get(branch.key)!)),
    mapped(
      'What a code adds to its envelope, as it is in the body; none adds nothing.',
      'ErrorDetails',
      api.codes,
      (code) => ofCodes.get(code)?.details ?? '{}',
    ),
    mapped(
      'The body of each code; never where it has none.',
      'ErrorBodies',
      api.codes,
      (code) => ofCodes.get(code)?.body ?? 'never',
    ),
    `${docComment(['A body with a code that is not listed here.'])}export type UnknownErrorBody = ${unknown.join(' | ') || 'never'};\n`,
    errorBodyType(own.flatMap(({ codes }) => codes).length),
  ].join('\n');
}

function errorBodyType(bodies: number): string {
  const isLarge = bodies > MOST_IN_UNION;
  const any = isLarge ? ', with what all have in common' : '';
  const first = isLarge ? 'string extends Code\n  ? UnknownErrorBody\n  : ' : '';
  return `${docComment([`The body of a code; of any code where none is named${any}.`])}export type ErrorBody<Code extends ErrorCode = ErrorCode> = ${first}Code extends KnownErrorCode
  ? ErrorBodies[Code]
  : UnknownErrorBody;\n`;
}

function mapped(summary: string, name: string, codes: readonly Code[], typeFor: (code: Code) => string): string {
  const members = codes.map((code) => `  readonly ${propertyName(code.code)}: ${typeFor(code)};\n`).join('');
  return `${docComment([summary])}export interface ${name} {\n${members}}\n`;
}

/** An envelope, with its code as a parameter where it has one. */
function envelopeType({ envelope, namespace }: EnvelopeBranches, name: string): string {
  const telling = parametersOf(envelope.fields);
  const schema = bodySchema(envelope.fields);
  for (const { pointer } of telling) schemaAt(schema, pointer).const = CODE_MARK;
  const listed = withRole(envelope.fields, 'code').filter((it) => isInArray(it) && it.type === 'string' && !isPart(it));
  for (const { pointer } of listed) schemaAt(schema, pointer).const = ANY_CODE_MARK;
  const type = typeOf(schema)
    .replaceAll(literal(CODE_MARK), 'Code')
    .replaceAll(literal(ANY_CODE_MARK), namespace === undefined ? 'ErrorCode' : 'string');
  return `${docComment([envelope.meaning ?? 'The fields of every error body.'])}export interface ${name}${parameter(telling)} ${type}\n`;
}

/** The codes on which the type of a body depends; not those in arrays, where errors with different codes may be together. */
function parametersOf(fields: readonly Field[]): Field[] {
  return withRole(fields, 'code').filter((it) => !isInArray(it) && !isPart(it));
}

function parameter(telling: readonly Field[]): string {
  return telling.length > 0 ? `<Code extends ${codeTypeOf(telling)}>` : '';
}

/** Placeholders for the code until the type is written; no registry contains them, because U+FFFF is not a character. */
const CODE_MARK = '\uffffcode\uffff';
const ANY_CODE_MARK = '\uffffany\uffff';

function codeTypeOf(telling: readonly Field[]): string {
  return [...new Set(telling.map(({ type }) => (type === 'string' ? 'string' : 'number')))].join(' | ');
}

/** A type of a branch with one of its codes; where it has no other and a type of its own, that is in the type. */
function applied({ envelope, own, codes }: Branch, name: string, code: Code): string {
  const telling = parametersOf(fieldsOf(envelope, { fields: own }));
  if (telling.length === 0 || (own.length > 0 && codes.length === 1)) return name;
  const constants = telling.flatMap(({ type }) => valuesOf([code], type)).map(literal);
  return `${name}<${[...new Set(constants)].join(' | ')}>`;
}

/** The envelope's type with any code that is not listed. */
function unknownOf({ envelope }: EnvelopeBranches, name: string): string {
  const telling = parametersOf(envelope.fields);
  if (telling.length === 0) return name;
  return `${name}<${codeTypeOf(telling) === 'string' ? 'string & {}' : codeTypeOf(telling)}>`;
}

function ownTypes(branch: Branch, details: string, body: string): string {
  const { envelope, own, codes } = branch;
  const only = codes.length === 1 ? codes[0] : undefined;
  const schema = knownBody(branch, (field) =>
    isPart(field) ? {} : { const: only ? valuesOf([only], field.type)[0]! : CODE_MARK },
  );
  const type = typeOf(schema).replaceAll(literal(CODE_MARK), 'Code');
  const added = own.map(({ pointer }) => pointer).join(', ');
  const ofCodes = docComment([
    only ? `What ${only.code} adds to its envelope.` : `What codes with ${added} add to the envelope.`,
  ]);
  const whole = docComment([`The body of ${only ? only.code : `codes with ${added}`}.`]);
  const generic = only ? '' : parameter(parametersOf(fieldsOf(envelope, { fields: own })));
  return `${ofCodes}export interface ${details} ${typeOf(bodySchema(own))}\n\n${whole}export interface ${body}${generic} ${type}\n`;
}
