import type { BodySchema } from '../model/envelope/schema.ts';
import type { Json } from '../model/schema/field.ts';

/** Characters that no one sees, or that turn the direction of text: a string shows them as escapes. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A string literal of TypeScript with exactly this text. */
export function stringLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replace(UNSEEN, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)}'`;
}

/** A JSON value as an expression of TypeScript. */
export function literal(value: Json): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, it]) => `${memberName(name)}: ${literal(it)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** The name of a member in an object literal; `__proto__` is computed, because it would set the prototype otherwise. */
export function memberName(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name);
}

/** The name of a property in a type. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** A comment for documentation with these paragraphs; nothing in them ends it, and only `tags` are read as tags. */
export function docComment(
  paragraphs: readonly (string | undefined)[],
  tags: readonly string[] = [],
  indent = '',
): string {
  const texts = paragraphs.filter((it) => it !== undefined && it.trim() !== '') as string[];
  const body = texts.flatMap((text, i) => [...(i > 0 ? [''] : []), ...commentLines(text)]);
  const lines = [...body, ...tags.flatMap((tag) => tagLines(tag))];
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function tagLines(tag: string): string[] {
  const [name, ...rest] = tag.split(' ');
  return [`${name} ${commentLines(rest.join(' ')).join(' ')}`.trimEnd()];
}

function commentLines(text: string): string[] {
  return commentText(text.trim())
    .replaceAll('*/', '*\\/')
    .replaceAll(/(?<=^|\s|\{)@/gm, '\\@')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** The type of the values that a schema describes, over several lines where it has members. */
export function typeOf(schema: BodySchema, indent = ''): string {
  if (schema.const !== undefined && isScalar(schema.const)) return literal(schema.const);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${schema.items ? group(typeOf(schema.items, indent)) : 'unknown'}[]`;
    case 'object':
      return objectType(schema, indent);
    default:
      return schema.type ?? 'unknown';
  }
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function group(type: string): string {
  return type.startsWith('readonly ') ? `(${type})` : type;
}

function objectType({ properties = {}, required = [] }: BodySchema, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    const doc = docComment([schema.description], [], inner);
    return `${doc}${inner}readonly ${propertyName(name)}${mark}: ${typeOf(schema, inner)};\n`;
  });
  return members.length === 0 ? '{ readonly [name: string]: unknown }' : `{\n${members.join('')}${indent}}`;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text for a comment: without control characters, and without those that turn the direction of text, by which a
 * comment can look like code and code like a comment (CVE-2021-42574). Lines end with \n alone.
 */
function commentText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, '\n')
    .replace(BIDI, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed();
}
