import { isHttpStatus } from '../http.ts';
import type { Overrides } from '../schema/code.ts';
import type { Envelope } from '../schema/envelope.ts';
import type { Field, Json } from '../schema/field.ts';
import { put } from './pointer.ts';

/** What an example is made from: an envelope, and what the code says of itself. */
export interface ExampleParts {
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
  body: { [key: string]: Json };
}

/** The example response of a code, computed from its envelope; nothing in it is written by hand but values. */
export function exampleResponse(parts: ExampleParts): ExampleResponse {
  const { envelope, status } = parts;
  const headers = new Map<string, [string, string]>();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  set('Content-Type', envelope.mediaType);
  for (const [name, { example }] of Object.entries(envelope.headers ?? {})) set(name, example);
  for (const [name, { value }] of Object.entries(parts.headers)) set(name, value);
  return {
    statusLine: isHttpStatus(status) ? `HTTP/1.1 ${status} ${parts.statusTitle}`.trimEnd() : '',
    headers: isHttpStatus(status) ? [...headers.values()] : [],
    body: exampleBody(parts),
  };
}

function exampleBody(parts: ExampleParts): { [key: string]: Json } {
  const body: { [key: string]: Json } = {};
  const own = new Set(parts.fields.map(({ pointer }) => pointer));
  const shared = parts.envelope.fields.filter(({ pointer }) => !own.has(pointer));
  for (const field of [
    ...shared.filter(({ optional }) => !optional),
    ...parts.fields.filter(({ optional }) => !optional),
  ]) {
    put(body, field.pointer, fieldValue(field, parts));
  }
  for (const [pointer, value] of Object.entries(parts.overrides)) put(body, pointer, value);
  return inOrder(body, [...parts.envelope.fields, ...parts.fields]);
}

/** Overrides may add optional fields last; the reader expects the envelope's order. */
function inOrder(body: { [key: string]: Json }, fields: readonly Field[]): { [key: string]: Json } {
  const order = [...new Set(fields.map(({ pointer }) => pointer.split('/')[1]!))];
  const rank = (key: string) => order.indexOf(key) + 1 || order.length + 1;
  return Object.fromEntries(Object.entries(body).sort(([a], [b]) => rank(a) - rank(b)));
}

function fieldValue(field: Field, parts: ExampleParts): Json {
  if (field.const !== undefined) return field.const;
  const filled = filledByRole(field, parts);
  if (filled !== undefined) return filled;
  if (field.example !== undefined) return field.example;
  if (field.items) return [itemOf(field.items)];
  return PLAIN[field.type];
}

function itemOf(items: readonly Field[]): Json {
  const item: { [key: string]: Json } = {};
  for (const field of items)
    if (!field.optional) put(item, field.pointer, field.example ?? field.const ?? PLAIN[field.type]);
  return item;
}

function filledByRole({ role, type }: Field, parts: ExampleParts): Json | undefined {
  const number = (text: string) => (type === 'string' || !/^(0|[1-9]\d*)$/.test(text) ? text : Number(text));
  switch (role) {
    case 'code':
      return number(parts.code);
    case 'message':
      return parts.message;
    case 'status':
      return number(String(parts.status));
    case 'statusText':
      return parts.statusTitle;
    case 'retryAfter': {
      const header = Object.entries(parts.headers).find(([name]) => name.toLowerCase() === 'retry-after');
      return header && number(header[1].value);
    }
    case 'docsUrl':
      return parts.docsUrl;
    default:
      return undefined;
  }
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

/** A response as text, as `curl -i` would show it. */
export function responseText({ statusLine, headers, body }: ExampleResponse): string {
  const head = statusLine ? [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`), ''] : [];
  return [...head, JSON.stringify(body, null, 2)].join('\n');
}
