import { withRole } from '../model/envelope/fields.ts';
import { bodySchema, schemaAt } from '../model/envelope/schema.ts';
import { endOfLifeOf } from '../model/lifecycle.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field, Json } from '../model/schema/field.ts';
import type { ApiArtifact, Links } from './artifact.ts';
import { type Branch, type EnvelopeBranches, envelopeBranches, isInArray } from './branches.ts';
import { namesFor, pascalCase } from './identifiers.ts';
import { embed } from './runtime.ts';
import { MOST_IN_UNION, messageTables, retryEntry, tables } from './typescript-tables.ts';
import { docComment, literal, memberName, propertyName, stringLiteral, typeOf } from './typescript-text.ts';

/** Types, guards and retry rules for callers of the API: one module without dependencies, each part of it shaken off alone. */
export const typescript: ApiArtifact = {
  id: 'typescript',
  path: 'error-codes.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'Types, guards, retry rules, and docs addresses for TypeScript 5.0 and later.',
  make(api, links, runtimes) {
    const runtime = (name: string) => embed(runtimes, `typescript/${name}.ts`);
    const shapes = envelopeBranches(api);
    const byMessage = shapes.some(({ sendsCode }) => !sendsCode);
    return [
      headOf(api, links),
      codeTypes(api),
      runtime('types'),
      codeTable(api, links),
      bodyTypes(api, shapes),
      tables(api, shapes, links),
      ...(byMessage ? [messageTables(shapes), runtime('code-by-message')] : [runtime('code-in-body')]),
      runtime('policies'),
      runtime('guards'),
      runtime('delays'),
      runtime('docs'),
    ].join('\n');
  },
};

function headOf(api: Api, { api: address }: Links): string {
  return docComment([
    `Error codes of ${api.title}${api.version === undefined ? '' : ` (${api.version})`}, as ${address} documents them.`,
    'Derived from the error registry; a change made here is lost when it is generated again.',
  ]);
}

function codeTypes({ codes }: Api): string {
  const names = codes.map(({ code }) => `\n  | ${stringLiteral(code)}`).join('');
  return `${docComment(['The codes that the docs list; closed, so that a switch over them can be exhaustive.'])}export type KnownErrorCode =${names || ' never'};

${docComment(['What a body may carry as its code: new codes come without notice.'])}export type ErrorCode = KnownErrorCode | (string & {});
`;
}

/** The table of all codes; apart from the tables that functions read, so that it goes where nobody imports it. */
function codeTable(api: Api, links: Links): string {
  const entries = api.codes.map((code) => {
    const doc = docComment([code.meaning, links.code(code.code)], deprecationOf(code), '  ');
    return `${doc}  ${memberName(code.code)}: ${literal(tableEntry(code))},\n`;
  });
  return `${docComment(['What the registry says of each code. The first status is the usual one; delays are in milliseconds.'])}export const ERROR_CODES = {\n${entries.join('')}} as const;\n`;
}

function tableEntry(code: Code): { [name: string]: Json } {
  const { title, message, fault, effect, retry } = code;
  return {
    statuses: allStatuses(code).map(({ status }) => status),
    fault,
    ...(effect !== undefined && { effect }),
    retry: retryEntry(retry),
    ...(title !== undefined && { title }),
    ...(message !== undefined && { message }),
  };
}

function deprecationOf(code: Code): string[] {
  const end = endOfLifeOf(code);
  if (!end) return [];
  const since = end.since === undefined ? '' : ` since ${end.since}`;
  const use = end.replacedBy === undefined ? '' : ` Use ${end.replacedBy}.`;
  const reason = end.reason === undefined ? '' : ` ${end.reason}`;
  return [`@deprecated ${code.retired ? 'No longer sent' : 'Deprecated'}${since}.${use}${reason}`];
}

/** Names that the module has besides those that come from codes and envelopes. */
const TAKEN = ['ErrorDetails', 'ErrorBodies', 'ErrorBody', 'UnknownErrorBody', 'ErrorCode', 'KnownErrorCode', 'Shape'];

/** What the names of a code's types start with. */
function typeName(text: string): string {
  const name = pascalCase(text, 'Code');
  return /^[A-Z]/.test(name) ? name : `Code${name}`;
}

function bodyTypes(api: Api, shapes: readonly EnvelopeBranches[]): string {
  const own = shapes.flatMap((shape) => shape.branches.filter(({ code }) => code.fields.length > 0));
  const taken = new Set(TAKEN);
  const named = (texts: string[], suffix: string) => namesFor(texts, (text) => typeName(text) + suffix, taken);
  const ofShapes = named(
    shapes.map(({ name }) => name),
    'Envelope',
  );
  const spellings = own.map(({ code }) => code.code);
  const [details, ownBodies] = [named(spellings, 'Details'), named(spellings, 'Body')];
  const envelopes = new Map(shapes.map((shape) => [shape, ofShapes.get(shape.name)!]));
  const ofOwn = new Map(own.map(({ code }) => [code, [details.get(code.code)!, ownBodies.get(code.code)!] as const]));
  const bodies = new Map(
    shapes.flatMap((shape) =>
      shape.branches.map(({ code }) => [code, ofOwn.get(code)?.[1] ?? applied(shape, envelopes.get(shape)!, code)]),
    ),
  );
  const unknown = shapes.map((shape) => applied(shape, envelopes.get(shape)!));
  return [
    ...shapes.map((shape) => envelopeType(shape, envelopes.get(shape)!)),
    ...own.map((branch) => ownTypes(branch, ofOwn.get(branch.code)!)),
    mapped(
      'What a code adds to its envelope, as it is in the body; none adds nothing.',
      'ErrorDetails',
      api.codes,
      (code) => ofOwn.get(code)?.[0] ?? '{}',
    ),
    mapped(
      'The body of each code; never where it has none.',
      'ErrorBodies',
      api.codes,
      (code) => bodies.get(code) ?? 'never',
    ),
    `${docComment(['A body with a code that is not listed here.'])}export type UnknownErrorBody = ${unknown.join(' | ') || 'never'};\n`,
    errorBodyType(own.length),
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
function envelopeType({ envelope }: EnvelopeBranches, name: string): string {
  const telling = parametersOf(envelope);
  const parameter = telling.length > 0 ? `<Code extends ${codeTypeOf(telling)}>` : '';
  const schema = bodySchema(envelope.fields);
  for (const { pointer } of telling) schemaAt(schema, pointer).const = CODE_MARK;
  const listed = withRole(envelope.fields, 'code').filter((it) => isInArray(it) && it.type === 'string');
  for (const { pointer } of listed) schemaAt(schema, pointer).const = ANY_CODE_MARK;
  const type = typeOf(schema).replaceAll(literal(CODE_MARK), 'Code').replaceAll(literal(ANY_CODE_MARK), 'ErrorCode');
  return `${docComment([envelope.meaning ?? 'The fields of every error body.'])}export interface ${name}${parameter} ${type}\n`;
}

/** The codes on which the type of a body depends; not those in arrays, where errors with different codes may be together. */
function parametersOf({ fields }: Envelope): Field[] {
  return withRole(fields, 'code').filter((it) => !isInArray(it));
}

/** Placeholders for the code until the type is written; no registry contains them, because U+FFFF is not a character. */
const CODE_MARK = '\uffffcode\uffff';
const ANY_CODE_MARK = '\uffffany\uffff';

function codeTypeOf(telling: readonly Field[]): string {
  return [...new Set(telling.map(({ type }) => (type === 'string' ? 'string' : 'number')))].join(' | ');
}

/** The envelope's type with a code, or with any that is not listed. */
function applied({ envelope, sendsCode, branches }: EnvelopeBranches, name: string, code?: Code): string {
  const telling = parametersOf(envelope);
  if (!sendsCode || telling.length === 0) return name;
  if (!code) return `${name}<${codeTypeOf(telling) === 'string' ? 'string & {}' : codeTypeOf(telling)}>`;
  const { schema } = branches.find((it) => it.code === code)!;
  const constants = telling.map(({ pointer }) => schemaAt(schema, pointer).const!);
  return `${name}<${[...new Set(constants.map(literal))].join(' | ')}>`;
}

function ownTypes({ code, schema }: Branch, [details, body]: readonly [string, string]): string {
  const ofCode = docComment([`What ${code.code} adds to its envelope.`]);
  const whole = docComment([`The body of ${code.code}.`]);
  return `${ofCode}export interface ${details} ${typeOf(bodySchema(code.fields))}\n\n${whole}export interface ${body} ${typeOf(schema)}\n`;
}
