import { addressOf } from '../model/address.ts';
import { isPart } from '../model/envelope/carried.ts';
import { asType } from '../model/envelope/example.ts';
import { fieldsOf, hasRole, withRole } from '../model/envelope/fields.ts';
import { codesByEnvelope } from '../model/envelope/of-code.ts';
import { tokensOf } from '../model/envelope/pointer.ts';
import { inPattern } from '../model/in-pattern.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field, FieldType, Json } from '../model/schema/field.ts';
import { namesFor } from './identifiers.ts';

/** An envelope that an API answers with, and what bodies it holds: one branch for each shape of them. */
export interface EnvelopeBranches {
  /** The envelope's name in the API. */
  name: string;
  envelope: Envelope;
  /** False where its bodies carry no code. */
  sendsCode: boolean;
  /** The codes that use it, in order. */
  codes: Code[];
  branches: Branch[];
}

/** Codes whose bodies differ in nothing but the code, its message and other values. */
export interface Branch {
  /**
   * The only code; of several, the envelope's name, then the names of the fields that they add, then the statuses where bodies carry
   * no code. In letters, digits, `.`, `_` and `-`, which JSON Schema and OpenAPI (3.1, 4.8.7) both allow in a name; unique in the API.
   */
  key: string;
  envelope: Envelope;
  /** At least one, in order. */
  codes: Code[];
  /** What its codes add; the meaning of a field has those of all codes. */
  own: Field[];
}

/**
 * The envelopes of an API that have codes, in order. Codes for which `apart` returns different texts are in different branches,
 * and their keys end in the text.
 */
export function envelopeBranches(api: Api, apart: (code: Code) => string = () => ''): EnvelopeBranches[] {
  const byEnvelope = codesByEnvelope(api);
  const found = Object.entries(api.envelopes).flatMap(([name, envelope]) => {
    const codes = byEnvelope.get(name) ?? [];
    if (codes.length === 0) return [];
    const shapes = Map.groupBy(codes, (code) => JSON.stringify([name, ...shapeOf(code, envelope), apart(code)]));
    return [{ name, envelope, codes, shapes }];
  });
  const wanted = new Map(
    found.flatMap(({ name, envelope, shapes }) =>
      [...shapes].map(([shape, codes]) => [shape, keyOf(name, envelope, codes, apart)] as const),
    ),
  );
  const keys = namesFor(wanted.keys(), (shape) => wanted.get(shape)!, new Set());
  return found.map(({ shapes, ...it }) => ({
    ...it,
    sendsCode: hasRole(it.envelope.fields, 'code'),
    branches: [...shapes].map(([shape, codes]) => ({
      key: keys.get(shape)!,
      envelope: it.envelope,
      codes,
      own: merged(codes.map(({ fields }) => fields)),
    })),
  }));
}

/** All on which the schema of a code's bodies depends, besides the envelope and the code: codes with the same have one branch. */
function shapeOf(of: Code, envelope: Envelope): Json[] {
  const { code, fields } = of;
  const telling = withRole(fieldsOf(envelope, of), 'code');
  return [
    fields.map(validated),
    telling.length === 0 ? allStatuses(of).map(({ status }) => status) : [],
    // two fields have the same code, which a list of codes for each of them can't say
    // and neither of a code in a longer value
    telling.length > 1 || telling.some(isPart) ? code : '',
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
  return codes.map(({ code }) => asType(type, code));
}

/** A regular expression for values that have one of these codes between the characters that a field names. */
export function patternOf({ after, until }: Pick<Field, 'after' | 'until'>, codes: readonly Code[]): string {
  const any = codes.map(({ code }) => inPattern(code)).join('|');
  const others = until === undefined ? '[\\s\\S]' : `[^${until.replace(/[\]^-]/, '\\$&')}]`;
  const before = after && `(?:${others}*${inPattern(after)})?`;
  const behind = until && `(?:${inPattern(until)}[\\s\\S]*)?`;
  return `^${before ?? ''}(?:${any})${behind ?? ''}$`;
}
