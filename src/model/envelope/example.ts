import { isHttpStatus } from '../http.ts';
import type { Overrides } from '../schema/code.ts';
import type { Envelope } from '../schema/envelope.ts';
import type { Field, Json } from '../schema/field.ts';
import { isPart, withCode } from './carried.ts';
import { fieldsOf } from './fields.ts';
import { formatOf, sentText } from './format.ts';
import { put } from './pointer.ts';
import { PointerTree } from './pointer-tree.ts';

/** What an example is made from: an envelope, and what the code says of itself. */
interface ExampleParts {
  envelope: Envelope;
  code: string;
  status: number | string;
  /** The status's name as the API gives it: on the status line, and where a field has the role `statusText`. */
  statusTitle: string;
  message?: string | undefined;
  fields: readonly Field[];
  headers: Readonly<Record<string, { value: string }>>;
  overrides: Overrides;
  /** What a field with the role `docsUrl` shows. */
  docsUrl: string;
}

/** A response as it crosses the wire: status line, header fields in order, body. */
export interface ExampleResponse {
  statusLine: string;
  headers: [name: string, value: string][];
  /** Of a body that isn't JSON: its fields, as if it were. */
  body: { [key: string]: Json };
  /** The body as it is sent, where that isn't JSON, and how it is written. */
  text?: string;
  format?: 'xml' | 'text';
}

/** The example response of a code, computed from its envelope; nothing in it is written by hand but values. */
export function exampleResponse(parts: ExampleParts): ExampleResponse {
  const { envelope, status } = parts;
  const headers = new Map<string, [string, string]>();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  set('Content-Type', envelope.mediaType);
  for (const [name, header] of Object.entries(envelope.headers ?? {}))
    set(name, header.role === 'code' ? withCode(header.example, parts.code, header) : header.example);
  for (const [name, { value }] of Object.entries(parts.headers)) set(name, value);
  const body = exampleBody(fieldsOf(envelope, parts), parts);
  const [format, text] = [formatOf(envelope), sentText(envelope, body)];
  return {
    statusLine: isHttpStatus(status) ? `HTTP/1.1 ${status} ${parts.statusTitle}`.trimEnd() : '',
    headers: isHttpStatus(status) ? [...headers.values()] : [],
    body,
    ...(format !== 'json' && text !== undefined && { format, text }),
  };
}

/** The body of that response, which has these fields: those of the envelope and the code's own. */
export function exampleBody(fields: readonly Field[], parts: ExampleParts): { [key: string]: Json } {
  const body: { [key: string]: Json } = {};
  const given = Object.entries(parts.overrides);
  let shown: PointerTree<true> | undefined;
  const holds = (pointer: string) => {
    shown ??= new PointerTree(
      [...given.map(([it]) => it), ...fields.flatMap((it) => (it.optional ? [] : [it.pointer]))].map((it) => [
        it,
        true,
      ]),
    );
    return shown.firstBelow(pointer) ?? false;
  };
  // in the fields' order, whatever sets them: keys stand where they were first put
  for (const field of fields) {
    const { pointer, optional, type } = field;
    if (Object.hasOwn(parts.overrides, pointer)) put(body, pointer, copyOf(parts.overrides[pointer]!));
    else if (!optional) put(body, pointer, copyOf(fieldValue(field, parts)));
    else if (holds(pointer)) put(body, pointer, type === 'array' ? [] : {});
  }
  if (given.length === 0) return body;
  const listed = new Set(fields.map(({ pointer }) => pointer));
  for (const [pointer, value] of given) if (!listed.has(pointer)) put(body, pointer, copyOf(value));
  return body;
}

/** A value that only one example has: other fields may be put into it. */
function copyOf(value: Json): Json {
  return typeof value === 'object' ? structuredClone(value) : value;
}

function fieldValue(field: Field, parts: ExampleParts): Json {
  if (field.const !== undefined) return field.const;
  const filled = filledByRole(field, parts) ?? field.example;
  if (filled !== undefined) return filled;
  return field.items ? [itemOf(field.items, parts)] : PLAIN[field.type];
}

function itemOf(items: readonly Field[], parts: ExampleParts): Json {
  const item: { [key: string]: Json } = {};
  for (const field of items) if (!field.optional) put(item, field.pointer, copyOf(fieldValue(field, parts)));
  return item;
}

function filledByRole(field: Field, parts: ExampleParts): Json | undefined {
  const { role, type, example } = field;
  switch (role) {
    case 'code':
      return asType(
        type,
        typeof example === 'string' && isPart(field) ? withCode(example, parts.code, field) : parts.code,
      );
    case 'message':
      return parts.message;
    case 'status':
      return asType(type, String(parts.status));
    case 'statusText':
      return parts.statusTitle;
    case 'retryAfter': {
      const delay = headerValue(parts, 'retry-after');
      return delay === undefined ? undefined : asType(type, delay);
    }
    case 'docsUrl':
      return parts.docsUrl;
    default:
      return undefined;
  }
}

/** A number only where the field holds numbers and the number is spelled exactly so: no code is ever converted. */
export function asType(type: Field['type'], text: string): Json {
  const isExact = /^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));
  return (type === 'integer' || type === 'number') && isExact ? Number(text) : text;
}

function headerValue({ headers, envelope }: ExampleParts, name: string): string | undefined {
  const isIt = ([it]: [string, unknown]) => it.toLowerCase() === name;
  return (
    Object.entries(headers).find(isIt)?.[1].value ?? Object.entries(envelope.headers ?? {}).find(isIt)?.[1].example
  );
}

const PLAIN: Record<Field['type'], Json> = {
  string: 'string',
  integer: 0,
  number: 0,
  boolean: false,
  object: {},
  array: [],
  null: null,
};

/** The body of a response as text. */
export function bodyText({ body, text }: Pick<ExampleResponse, 'body' | 'text'>): string {
  return text ?? JSON.stringify(body, null, 2);
}

/** A response as text, as `curl -i` would show it. */
export function responseText(response: ExampleResponse): string {
  const { statusLine, headers } = response;
  const head = statusLine ? [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`), ''] : [];
  return [...head, bodyText(response)].join('\n');
}
