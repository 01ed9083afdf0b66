import { addressOf } from '../model/address.ts';
import { isPart } from '../model/envelope/carried.ts';
import { asType } from '../model/envelope/example.ts';
import { deepFields, fieldsOf, hasRole, withRole } from '../model/envelope/fields.ts';
import {
  aboveNamespace,
  hasNamespaceKey,
  inAnyNamespace,
  inNamespace,
  saysNamespace,
} from '../model/envelope/in-namespace.ts';
import { codesByEnvelope } from '../model/envelope/of-code.ts';
import { isInArray, tokensOf } from '../model/envelope/pointer.ts';
import { inPattern } from '../model/in-pattern.ts';
import { spellingOf } from '../model/namespace.ts';
import { oncePer } from '../model/once.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field, FieldType, Json } from '../model/schema/field.ts';
import { namesFor } from './identifiers.ts';

/** An envelope that an API answers with, and what bodies it holds: one branch for each shape of them. */
export interface EnvelopeBranches {
  /** The envelope's name in the API; with the namespace after it where there is one. */
  name: string;
  /** The envelope's name in the API. */
  of: string;
  envelope: Envelope;
  /** False where its bodies carry no code. */
  sendsCode: boolean;
  /** The namespace of its codes, where bodies say it; then there is one of these for each namespace. */
  namespace?: string | undefined;
  /** What these bodies don't say, because it has shapes of its own. */
  others?: Others | undefined;
  /** The codes that use it, in order. */
  codes: Code[];
  branches: Branch[];
}

/** Namespaces, and where bodies say them: by pointers to their values, and to the objects that have members of their names. */
export interface Others {
  /** Each with its codes where some elements of an array may be in it and others not; without where whole bodies are in it. */
  namespaces: ReadonlyMap<string, readonly Code[] | undefined>;
  values: readonly string[];
  members: readonly string[];
}

/** Codes whose bodies differ in nothing but the code, its message and other values. */
export interface Branch {
  /** As in {@link EnvelopeBranches}. */
  others?: Others | undefined;
  /**
   * The only code; of several, the envelope's name, then the names of the fields that they add, then the statuses where bodies carry
   * no code. In letters, digits, `.`, `_` and `-`, which JSON Schema and OpenAPI (3.1, 4.8.7) both allow in a name; unique in the API.
   */
  key: string;
  envelope: Envelope;
  /** The envelope in the namespace of the codes, where errors of several namespaces may be in one array. */
  element?: Envelope | undefined;
  /** At least one, in order. */
  codes: Code[];
  /** What its codes add; the meaning of a field has those of all codes. */
  own: Field[];
}

/**
 * The envelopes of an API that have codes, in order. Codes for which `apart` returns different texts are in different branches,
 * and their keys end in the text.
 */
export function envelopeBranches(api: Api, apart?: (code: Code) => string): readonly EnvelopeBranches[] {
  return apart ? branchesOf(api, apart) : allTogether(api);
}

const allTogether = oncePer((api: Api) => branchesOf(api, () => ''));

function branchesOf(api: Api, apart: (code: Code) => string): EnvelopeBranches[] {
  const byEnvelope = codesByEnvelope(api);
  const found = Object.entries(api.envelopes)
    .flatMap(([name, envelope]) => inNamespaces(name, envelope, byEnvelope.get(name) ?? []))
    .map((it) => {
      const { name, elementFor, codes } = it;
      const shapes = Map.groupBy(codes, (code) =>
        JSON.stringify([
          name,
          ...shapeOf(code, elementFor?.(code) ?? it.envelope),
          elementFor ? (code.sent?.namespace ?? '') : '',
          apart(code),
        ]),
      );
      return { ...it, shapes };
    });
  const wanted = new Map(
    found.flatMap(({ name, envelope, elementFor, shapes }) =>
      [...shapes].map(([shape, codes]) => {
        const namespace = elementFor && codes[0]?.sent?.namespace;
        const of = namespace === undefined ? name : `${name}.${namespace}`;
        return [shape, keyOf(of, elementFor?.(codes[0]!) ?? envelope, codes, apart)] as const;
      }),
    ),
  );
  const keys = namesFor(wanted.keys(), (shape) => wanted.get(shape)!, new Set());
  return found.map(({ shapes, elementFor, ...it }) => ({
    ...it,
    sendsCode: hasRole(it.envelope.fields, 'code'),
    branches: [...shapes].map(([shape, codes]) => ({
      key: keys.get(shape)!,
      envelope: it.envelope,
      ...(it.others && { others: it.others }),
      ...(elementFor && { element: elementFor(codes[0]!) }),
      codes,
      own: merged(codes.map(({ fields }) => fields)),
    })),
  }));
}

interface Namespaced extends Omit<EnvelopeBranches, 'sendsCode' | 'branches'> {
  /** The envelope in the namespace of a code, where each element of an array may be in another. */
  elementFor?: ((code: Code) => Envelope) | undefined;
}

/** An envelope for each namespace that its bodies say, and one for whatever is in none of these; for other envelopes, the one. */
function inNamespaces(of: string, envelope: Envelope, codes: Code[]): Namespaced[] {
  if (codes.length === 0) return [];
  if (!saysNamespace(envelope)) return [{ name: of, of, envelope, codes }];
  const byNamespace = Map.groupBy(codes, ({ sent }) => sent?.namespace);
  const fields = deepFields(envelope.fields);
  const places = {
    values: fields.flatMap(({ pointer, role }) => (role === 'namespace' ? [pointer] : [])),
    members: fields.flatMap((it) => aboveNamespace(it) ?? []),
  };
  if (fields.some((it) => isInArray(it) && (it.role === 'namespace' || hasNamespaceKey(it)))) {
    const namespaces = new Map([...byNamespace].flatMap(([it, members]) => (it === undefined ? [] : [[it, members]])));
    const elements = new Map([...byNamespace.keys()].map((it) => [it, inNamespace(envelope, it)]));
    const elementFor = ({ sent }: Code) => elements.get(sent?.namespace) ?? envelope;
    return [
      { name: of, of, others: { namespaces, ...places }, envelope: inAnyNamespace(envelope, true), codes, elementFor },
    ];
  }
  const named = [...byNamespace].flatMap(([namespace, members]): Namespaced[] =>
    namespace === undefined
      ? []
      : [{ name: `${of}.${namespace}`, of, namespace, envelope: inNamespace(envelope, namespace), codes: members }],
  );
  const rest = byNamespace.get(undefined) ?? [];
  const namespaces = new Map(
    named.flatMap(({ namespace }) => (namespace === undefined ? [] : [[namespace, undefined]])),
  );
  const others = { namespaces, ...places };
  return [...named, { name: of, of, others, envelope: inAnyNamespace(envelope, rest.length === 0), codes: rest }];
}

/** All on which the schema of a code's bodies depends, besides the envelope and the code: codes with the same have one branch. */
function shapeOf(of: Code, envelope: Envelope): Json[] {
  const { fields } = of;
  const telling = withRole(fieldsOf(envelope, of), 'code');
  return [
    fields.map(validated),
    telling.length === 0 ? allStatuses(of).map(({ status }) => status) : [],
    // two fields have the same code, which a list of codes for each of them can't say
    // and neither of a code in a longer value
    telling.length > 1 || telling.some(isPart) ? of.code : '',
  ];
}

/** What a validator reads of a field. */
function validated({ pointer, type, role, optional, const: only, items }: Field): Json {
  return [
    pointer,
    type,
    role ?? '',
    optional ?? false,
    only === undefined ? [] : [only],
    items?.map(validated) ?? false,
  ];
}

/** Of codes that add many fields, the first are enough to name them. */
const MOST_NAMES = 3;

function keyOf(name: string, envelope: Envelope, codes: readonly Code[], apart: (code: Code) => string): string {
  const [first] = codes;
  if (codes.length === 1) return componentName(first!.code);
  const names = first!.fields.map(({ pointer }) => tokensOf(pointer).at(-1)!);
  const hasCode = hasRole(fieldsOf(envelope, first), 'code');
  const status =
    apart(first!) ||
    (hasCode
      ? ''
      : allStatuses(first!)
          .map((it) => it.status)
          .join('-'));
  return componentName([name, names.slice(0, MOST_NAMES).join('-'), status].filter((it) => it !== '').join('.'));
}

/** The fields with the code of the bodies of a branch. */
export function codeFields({ envelope, element, own }: Omit<Branch, 'key' | 'codes'>): Field[] {
  return withRole(fieldsOf(element ?? envelope, { fields: own }), 'code');
}

/** A text as a name that JSON Schema and OpenAPI allow. */
export function componentName(text: string): string {
  return addressOf(text).replaceAll('~', '-');
}

/** The fields that several codes add, alike but for what they mean. */
function merged(lists: readonly (readonly Field[])[]): Field[] {
  return lists[0]!.map((field, at) => {
    const all = lists.map((list) => list[at]!);
    const meanings = new Set(all.map(({ meaning }) => meaning));
    const items = field.items && merged(all.map((it) => it.items!));
    return { ...field, meaning: [...meanings].join('\n\n'), ...(items && { items }) };
  });
}

/** Codes as a field of a type carries them. */
export function valuesOf(codes: readonly Code[], type: FieldType): Json[] {
  return [...new Set(codes.map((code) => asType(type, spellingOf(code))))];
}

/** A regular expression for values that have one of these codes between the characters that a field names. */
export function patternOf({ after, until }: Pick<Field, 'after' | 'until'>, codes: readonly Code[]): string {
  const any = codes.map((code) => inPattern(spellingOf(code))).join('|');
  const others = until === undefined ? '[\\s\\S]' : `[^${until.replace(/[\]^-]/, '\\$&')}]`;
  const before = after && `(?:${others}*${inPattern(after)})?`;
  const behind = until && `(?:${inPattern(until)}[\\s\\S]*)?`;
  return `^${before ?? ''}(?:${any})${behind ?? ''}$`;
}
