import { deepFields, withRole } from '../model/envelope/fields.ts';
import { formatOf } from '../model/envelope/format.ts';
import { aboveNamespace, inNamespace, saysNamespace } from '../model/envelope/in-namespace.ts';
import { isInArray, tokensOf, valueAt } from '../model/envelope/pointer.ts';
import { type BodySchema, bodySchema } from '../model/envelope/schema.ts';
import { textParts } from '../model/envelope/text-body.ts';
import { rootOf } from '../model/envelope/xml.ts';
import { spellingOf } from '../model/namespace.ts';
import { type Messages, messagesOf } from './by-message.ts';
import type { OtherForms } from './find.ts';
import type { DecodeApi, DecodeCode, DecodeEnvelope, DecodeField, DecodeIndex } from './index-format.ts';
import type { Work } from './work.ts';

/** What is looked up again and again, for one index and one paste. */
export interface Lookup {
  index: DecodeIndex;
  /** By API, then by code, with its namespace where it has one. */
  byCode: Map<DecodeApi, Map<string, DecodeCode>>;
  messages: Map<DecodeApi, Messages>;
  shapes: BodyShape[];
  /** The APIs whose addresses are in the paste. */
  addressed: ReadonlySet<DecodeApi>;
  /** How bodies are written that aren't JSON. */
  forms: OtherForms;
}

/** The bodies of an envelope, as they are told from others. */
export interface BodyShape {
  api: DecodeApi;
  name: string;
  envelope: DecodeEnvelope;
  /** A body without this key at its top is not of this shape. */
  leads: string[];
  required: DecodeField[];
  /** Where an error in an array has its code; none where a body is one error. */
  inArray: string | undefined;
  /** What the values of a body that isn't JSON become. */
  types: BodySchema | undefined;
  top: Set<string>;
  /** Whether bodies say the namespace of their code. */
  isNamed: boolean;
  /** Where they say none: the codes in namespaces, by what is sent of them. */
  implied: Map<string, DecodeCode[]>;
}

/** The shape of a body whose code is in a namespace, or in none. */
export function shapeInNamespace(shape: BodyShape, namespace: string | undefined): BodyShape {
  return shape.isNamed ? shapeOf(shape.api, shape.name, inNamespace(shape.envelope, namespace)) : shape;
}

/** The namespace that a body says. */
export function namespaceIn(body: unknown, { fields }: Pick<DecodeEnvelope, 'fields'>): string | undefined {
  for (const field of deepFields(fields)) {
    const value = field.role === 'namespace' ? valueAt(body, field.pointer) : undefined;
    if (typeof value === 'string') return value;
    const above = aboveNamespace(field);
    const around = above === undefined ? undefined : valueAt(body, above);
    const [name] = typeof around === 'object' && around !== null && !Array.isArray(around) ? Object.keys(around) : [];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Gathers what is looked up in an index. */
export function lookupOf({ index, addressed }: Pick<Work, 'index' | 'addressed'>): Lookup {
  const envelopes = index.apis.flatMap((api) => Object.values(api.envelopes));
  return {
    index,
    forms: {
      roots: new Set(envelopes.flatMap((it) => (formatOf(it) === 'xml' ? (rootOf(it.fields) ?? []) : []))),
      texts: envelopes.flatMap(({ text }) => (text === undefined ? [] : [textParts(text)])),
      codeHeaders: new Set(envelopes.flatMap(({ codeHeader }) => codeHeader?.name.toLowerCase() ?? [])),
    },
    byCode: new Map(index.apis.map((api) => [api, new Map(namesOf(api).reverse())])),
    messages: new Map(index.apis.map((api) => [api, messagesOf(api)])),
    shapes: index.apis.flatMap((api) => Object.entries(api.envelopes).map(([name, it]) => shapeOf(api, name, it))),
    addressed,
  };
}

/** Every spelling with its entry: its names, and what is sent of those in namespaces, which several may share. */
export function spellingsOf(api: DecodeApi): [spelling: string, entry: DecodeCode][] {
  const sent = api.codes.flatMap((entry): [string, DecodeCode][] => (entry.sent ? [[entry.sent.code, entry]] : []));
  return [...namesOf(api), ...sent];
}

/** The codes with their entries, then their aliases, then their other names. */
function namesOf({ codes }: DecodeApi): [name: string, entry: DecodeCode][] {
  return [
    ...codes.map((entry): [string, DecodeCode] => [entry.code, entry]),
    ...codes.flatMap((entry) => (entry.aliases ?? []).map((alias): [string, DecodeCode] => [alias, entry])),
    ...codes.flatMap((entry) => (entry.names ?? []).map((name): [string, DecodeCode] => [name, entry])),
  ];
}

function shapeOf(api: DecodeApi, name: string, envelope: DecodeEnvelope): BodyShape {
  const first = ({ pointer }: DecodeField) => tokensOf(pointer)[0]!;
  const telling = withRole(envelope.fields, 'code');
  const leads = (telling.length > 0 ? telling : withRole(envelope.fields, 'message')).map(first);
  const several = telling.find(isInArray);
  const inArray = several && (aboveNamespace(several) ?? several.pointer);
  const isNamed = saysNamespace(envelope);
  const implied = api.codes.filter((it) => it.sent && !isNamed && it.envelope === name);
  const fields = inArray === undefined ? envelope.fields : deepFields(envelope.fields);
  return {
    api,
    name,
    envelope,
    leads: [...new Set(leads)],
    required: fields.filter(({ optional }) => !optional),
    inArray,
    types: formatOf(envelope) === 'json' ? undefined : bodySchema(envelope.fields),
    top: new Set(envelope.fields.map(first)),
    isNamed,
    implied: Map.groupBy(implied, spellingOf),
  };
}
