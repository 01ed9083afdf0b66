import fc from 'fast-check';
import { fieldSchema } from '../../src/model/schema/field.ts';
import { type Choices, valuesOf } from './from-schema.ts';
import { goodText } from './texts.ts';
import type { Entry } from './written.ts';

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;

/** JSON of a field's type; a body holds no field that nobody lists, so an object is empty. */
function jsonOf(type: (typeof TYPES)[number]): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return goodText;
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constant(type === 'array' ? [] : {});
  }
}

/** Fields under a pointer, of any type, with a constant or an example that fits. */
export function fieldAt(pointer: string, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof(...TYPES.map((type) => fieldOf(type, pointer, depth)));
}

function fieldOf(type: (typeof TYPES)[number], pointer: string, depth: number): fc.Arbitrary<unknown> {
  const hasItems = type === 'array' && depth === 0;
  const choices: Choices = {
    pointer: fc.constant(pointer),
    type: fc.constant(type),
    role: undefined,
    after: undefined,
    until: undefined,
    const: type === 'string' || type === 'integer' ? jsonOf(type) : undefined,
    example: hasItems ? undefined : jsonOf(type),
    items: hasItems ? fc.tuple(fieldAt('/inner~1part', 1)) : undefined,
  };
  return valuesOf(fieldSchema, goodText, choices).map((field) => {
    const { const: only, ...rest } = field as Entry;
    return only === undefined ? rest : { ...rest, const: only, example: only };
  });
}

export const ROLES: Entry[] = [
  { pointer: '/error/code', type: 'string', role: 'code', meaning: 'Branch on it.' },
  { pointer: '/error/message', type: 'string', role: 'message', meaning: 'For people.' },
  { pointer: '/status', type: 'integer', role: 'status', meaning: 'The status again.', optional: true },
  { pointer: '/phrase', type: 'string', role: 'statusText', meaning: 'Its name.' },
  { pointer: '/request', type: 'string', role: 'requestId', meaning: 'Name it to support.' },
  { pointer: '/docs', type: 'string', role: 'docsUrl', meaning: 'The page of the code.' },
  { pointer: '/part', type: 'string', role: 'namespace', meaning: 'Where the code belongs.', optional: true },
];

const POINTERS = [
  '/a',
  '/a~1b',
  '/m~0n',
  '/__proto__',
  '/toString',
  '/deep/er/still',
  '/0',
  '/\u{1f47e}',
  '/<b>',
  '/a b',
];

/** Some of several arbitraries, each at most once and in their order. */
export function someOf(all: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown[]> {
  return fc
    .tuple(...all.map((it) => fc.option(it, { freq: 1, nil: undefined })))
    .map((them) => them.filter((it) => it !== undefined));
}

/** The fields of an envelope: some that have a role, and some of any name and type. */
export const envelopeFields = fc
  .tuple(fc.subarray(ROLES, { minLength: 1 }), someOf(POINTERS.map((pointer) => fieldAt(pointer))))
  .map(([roles, more]) => [...roles, ...more.slice(0, 3)]);

/** A code that is a part of its value; no code of a registry has these two characters. */
const PART = { after: ';', until: '|', example: 'com.example;X|more' };

/** An envelope as it is written in JSON, XML or plain text, with the code as it is, as a part of a value, or in a header. */
export function inForm(envelope: Entry, form: (typeof FORMS)[number]): Entry {
  const fields = envelope.fields as Entry[];
  const isCode = ({ role }: Entry) => role === 'code';
  switch (form) {
    case 'json':
      return envelope;
    case 'part':
      return { ...envelope, fields: fields.map((it) => (isCode(it) ? { ...it, ...PART } : it)) };
    case 'header': {
      const header = { meaning: 'The code.', role: 'code', ...PART };
      const others = fields.filter((it) => !isCode(it));
      return {
        ...envelope,
        // a namespace in the body is that of a code in the body
        fields: others.length > 0 ? others.filter(({ role }) => role !== 'namespace') : ROLES.slice(1, 2),
        headers: { ...(envelope.headers as Entry | undefined), 'X-Code': header },
      };
    }
    case 'xml': {
      const named = fields.filter(({ pointer }) => /^(?:\/[A-Za-z_]+)+$/.test(String(pointer)));
      const rooted = (named.length > 0 ? named : ROLES).map((it) => ({ ...it, pointer: `/Error${it.pointer}` }));
      const attribute = { pointer: '/Error/@unit', type: 'integer', example: 7, meaning: 'An attribute.' };
      return { ...envelope, mediaType: 'application/xml', fields: [attribute, ...rooted] };
    }
    case 'text': {
      const code = { pointer: '/code', type: 'string', role: 'code', meaning: 'Branch on it.' };
      const note = { pointer: '/note', type: 'string', role: 'message', meaning: 'For people.' };
      return { ...envelope, mediaType: 'text/plain', text: '[{code}] {note} <b>', fields: [code, note] };
    }
  }
}

export const FORMS = ['json', 'part', 'header', 'xml', 'text'] as const;
