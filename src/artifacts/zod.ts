import { isPart } from '../model/envelope/carried.ts';
import { withRole } from '../model/envelope/fields.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Json } from '../model/schema/field.ts';
import type { ApiArtifact } from './artifact.ts';
import { knownBody, type Telling, unknownBody } from './bodies.ts';
import { type Branch, codeFields, type EnvelopeBranches, envelopeBranches, patternOf, valuesOf } from './branches.ts';
import { namesFor, pascalCase } from './identifiers.ts';
import { docComment, literal, memberName } from './typescript-text.ts';
import { type ZodWriter, zodWriter } from './zod-text.ts';

/** Zod 4 schemas of the error bodies; open to new codes and, unless the envelope is closed, to new fields. */
export const zod: ApiArtifact = {
  id: 'zod',
  path: 'error-codes.zod.ts',
  mediaType: 'text/plain; charset=utf-8',
  summary: 'Zod 4 schemas of the error bodies, with and without unknown codes, and an enum of all codes.',
  make(api, links) {
    const module = moduleOf(api);
    const { write, parts } = zodWriter(module.taken);
    const head = docComment([
      `Error bodies of ${api.title} as Zod 4 schemas, as ${links.api} documents them.`,
      'Derived from the error registry; a change made here is lost when it is generated again.',
    ]);
    const shared = [...module.shared.keys()].map((it) => sharedSchema(it, module, write));
    const each = bodySchemas(module, write);
    const unknown = unionOf(module.shapes.map((it) => unknownSchema(it, module, write)));
    const any = unionOf([
      ...module.shapes.filter(({ codes }) => codes.length > 0).map((it) => knownUnion(it, module)),
      'unknownErrorBodySchema',
    ]);
    const definitions = [...parts().map(([name, expression]) => `const ${name} = ${expression};`), ...shared];
    return `${[
      `${head}\nimport { z } from 'zod';`,
      ...codeLists(module),
      ...([...definitions, each].some((it) => it.includes('.refine(some(')) ? [SOME] : []),
      ...definitions,
      each,
      `${docComment(['A body with a code that is not listed here.'])}export const unknownErrorBodySchema = ${unknown};`,
      `${docComment(['Any error body: that of a known code where it has one, else that of an unknown code.'])}export const errorBodySchema = ${any};`,
      `${docComment(['Any error body, once parsed.'])}export type ErrorBody = z.infer<typeof errorBodySchema>;`,
    ].join('\n\n')}\n`;
  },
};

/** What the module declares. */
interface Module {
  shapes: readonly EnvelopeBranches[];
  /** Of the branches of several codes: the names of the list of these, and of their schema or the function that makes it. */
  shared: ReadonlyMap<Branch, { codes: string; schema: string }>;
  /** Of the envelopes that have a code: the name of the set of all that are listed. */
  known: ReadonlyMap<EnvelopeBranches, string>;
  taken: Set<string>;
}

const TAKEN = ['z', 'listOf', 'some', 'ERROR_CODES', 'errorBodySchemas', 'errorBodySchema', 'unknownErrorBodySchema'];

function moduleOf(api: Api): Module {
  const shapes = envelopeBranches(api);
  const taken = new Set(TAKEN);
  const named = (keys: readonly string[], suffix: string) => namesFor(keys, (key) => variable(key) + suffix, taken);
  const several = shapes.flatMap(({ branches }) => branches.filter(({ codes }) => codes.length > 1));
  const keys = several.map(({ key }) => key);
  const [lists, schemas] = [named(keys, 'Codes'), named(keys, 'Body')];
  const telling = shapes.filter(({ envelope }) => withRole(envelope.fields, 'code').some((it) => !isPart(it)));
  const sets = named(
    telling.map(({ name }) => name),
    'Known',
  );
  return {
    shapes,
    shared: new Map(several.map((it) => [it, { codes: lists.get(it.key)!, schema: schemas.get(it.key)! }])),
    known: new Map(telling.map((it) => [it, sets.get(it.name)!])),
    taken,
  };
}

function variable(text: string): string {
  const name = pascalCase(text, 'Other');
  return /^[A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : `of${name}`;
}

/** The codes of each branch that has several, of each envelope, and of all; none where bodies have no code. */
function codeLists({ shapes, shared, known }: Module): string[] {
  const lists = [...shared].flatMap(([branch, { codes }]) => {
    const values = valuesIn(branch);
    return values.length === 0 ? [] : [`const ${codes} = listOf(${listed(values.map(literal))});`];
  });
  const elementsOf = ({ branches }: EnvelopeBranches) =>
    branches.flatMap((branch) => {
      const list = shared.get(branch);
      return list ? [`...${list.codes}`] : valuesIn(branch).map(literal);
    });
  const all = shapes.filter(({ sendsCode }) => sendsCode);
  const about = docComment(['Every code that is listed here. A response may have a newer one.']);
  const names = shapes.flatMap(({ codes }) => codes);
  const isNamed = names.some(({ sent }) => sent);
  const ofNames = `${about}export const ERROR_CODES = z.enum(${listed(names.map(({ code }) => literal(code)))});`;
  if (all.length === 0 && isNamed) return [...(lists.length > 0 ? [LIST_OF, ...lists] : []), ofNames];
  if (all.length === 0) return lists.length > 0 ? [LIST_OF, ...lists] : [];
  const isText = all.every(({ branches }) => branches.flatMap(valuesIn).every((it) => typeof it === 'string'));
  return [
    ...(lists.length > 0 ? [LIST_OF, ...lists] : []),
    ...all
      .filter((it) => known.has(it))
      .map((it) => `const ${known.get(it)} = new Set<unknown>(${listed(elementsOf(it))});`),
    isNamed
      ? ofNames
      : `${about}export const ERROR_CODES = z.${isText ? 'enum' : 'literal'}(${listed(all.flatMap(elementsOf))});`,
  ];
}

/** The codes of a branch as its bodies have them: a value for each type of a field with the code; none without such a field. */
function valuesIn(branch: Branch): Json[] {
  const types = codeFields(branch).map(({ type }) => type);
  return [...new Set(types.flatMap((type) => valuesOf(branch.codes, type)))];
}

const LIST_OF =
  'const listOf = <const Code extends string | number>(codes: readonly Code[]): readonly Code[] => codes;';

const SOME = `const some = (schema: z.ZodType) => (all: readonly unknown[]) => all.some((it) => schema.safeParse(it).success);`;

/** The schema of a branch of several codes; a function of some of them where bodies have a code. */
function sharedSchema(branch: Branch, { shared }: Module, write: ZodWriter['write']): string {
  const { schema } = shared.get(branch)!;
  const body = write(knownBody(branch, () => ({ $ref: 'codes' })));
  const isFunction = valuesIn(branch).length > 0;
  return `const ${schema} = ${isFunction ? '<const Code extends string | number>(codes: readonly Code[]) => ' : ''}${body};`;
}

function bodySchemas({ shapes, shared }: Module, write: ZodWriter['write']): string {
  const entries = shapes.flatMap(({ branches }) =>
    branches.flatMap((branch) => {
      const { codes } = branch;
      const schema = shared.get(branch)?.schema;
      if (schema === undefined) return codes.map((code) => [code, write(knownBody(branch, only(code)), '  ')] as const);
      return codes.map((code) => {
        const values = valuesIn({ ...branch, codes: [code] }).map(literal);
        return [code, values.length === 0 ? schema : `${schema}([${values.join(', ')}])`] as const;
      });
    }),
  );
  const lines = entries.map(
    ([code, expression]) => `${docComment([code.meaning], [], '  ')}  ${memberName(code.code)}: ${expression},\n`,
  );
  return `${docComment(['The body of each code that has one.'])}export const errorBodySchemas = {\n${lines.join('')}};`;
}

/** The code as a field of each type has it. */
function only(code: Code): Telling {
  return (field) =>
    isPart(field)
      ? { pattern: patternOf(field, [code]) }
      : { $ref: valuesOf([code], field.type).map(literal).join('') };
}

function unknownSchema(shape: EnvelopeBranches, { known }: Module, write: ZodWriter['write']): string {
  const telling: Telling = (field) =>
    isPart(field) ? { pattern: patternOf(field, shape.codes) } : { $ref: known.get(shape) ?? '' };
  return write(unknownBody(shape, telling));
}

/**
 * The known bodies of an envelope. Zod tells the branches by a key of the body itself alone; where the code stands
 * deeper, or nowhere, a plain union tries one after the other.
 */
function knownUnion({ envelope, branches }: EnvelopeBranches, { shared }: Module): string {
  const members = branches.map((branch) => {
    const several = shared.get(branch);
    if (!several) return `errorBodySchemas[${literal(branch.codes[0]!.code)}]`;
    return valuesIn(branch).length === 0 ? several.schema : `${several.schema}(${several.codes})`;
  });
  const [telling] = withRole(envelope.fields, 'code').filter((it) => !isPart(it));
  const [key, ...deeper] = telling ? tokensOf(telling.pointer) : [];
  const isOwn = branches.some(({ own }) => own.some(({ pointer }) => pointer === telling?.pointer));
  if (members.length < 2 || key === undefined || deeper.length > 0 || key === '__proto__' || isOwn)
    return unionOf(members);
  return `z.discriminatedUnion(${literal(key)}, ${listed(members)})`;
}

function unionOf(members: readonly string[]): string {
  if (members.length === 0) return 'z.never()';
  return members.length === 1 ? members[0]! : `z.union(${listed(members)})`;
}

function listed(members: readonly string[]): string {
  return `[\n${members.map((it) => `  ${it},\n`).join('')}]`;
}
