import type { Json } from '../schema/field.ts';
import { isElement, tokensOf } from './pointer.ts';

/*
 * XML and the fields of an envelope: `/Error/Code` is the text of `<Error><Code>`, `/Error/@id` an attribute, and `#text` the text
 * of an element that has attributes as well. The items of an array are elements with the same name.
 */

/** What is needed of a field. */
interface Nested {
  pointer: string;
  items?: readonly Nested[] | undefined;
}

/** A name in XML (XML 1.0, 2.3), without the rare characters beyond letters and digits. */
const NAME = /^[\p{L}_][\p{L}\p{N}._:-]*$/u;

/** The media types of XML (RFC 7303, section 4). */
export function isXmlType(mediaType: string): boolean {
  return /^(?:(?:application|text)\/xml|[^;\s]+\+xml)\s*(?:;|$)/i.test(mediaType);
}

/** Why a field can't be in a document with this root element, in a few words; undefined where it can. */
export function xmlObstacle({ pointer, items = [] }: Nested, root?: string): string | undefined {
  const tokens = tokensOf(pointer);
  if (root !== undefined && tokens[0] !== root) return 'is outside the root element';
  const at = tokens.findIndex((token, index) => !isName(token, index === tokens.length - 1 && index > 0));
  if (at >= 0) return `has a part that is not a name in XML`;
  return items.map((item) => xmlObstacle(item)).find((it) => it !== undefined);
}

function isName(token: string, isLast: boolean): boolean {
  return (
    isElement(token) ||
    NAME.test(token) ||
    (isLast && (token === '#text' || (token.startsWith('@') && NAME.test(token.slice(1)))))
  );
}

/** The root element that fields have in common; undefined where they are no XML document. */
export function rootOf(fields: readonly Nested[]): string | undefined {
  const [root] = fields.map(({ pointer }) => tokensOf(pointer)[0]);
  return root !== undefined && !isElement(root) && fields.every((field) => xmlObstacle(field, root) === undefined)
    ? root
    : undefined;
}

/** A body as an XML document, one element on a line; undefined where it can't be one. */
export function xmlText(body: { [key: string]: Json }): string | undefined {
  const [root, ...others] = Object.entries(body);
  if (!root || others.length > 0 || Array.isArray(root[1])) return undefined;
  const lines = elementLines(...root, '');
  return lines && ['<?xml version="1.0" encoding="UTF-8"?>', ...lines].join('\n');
}

function elementLines(name: string, value: Json, indent: string): string[] | undefined {
  if (!NAME.test(name)) return undefined;
  if (Array.isArray(value))
    return joined(value.map((it) => (Array.isArray(it) ? undefined : elementLines(name, it, indent))));
  if (typeof value !== 'object' || value === null) return [`${indent}${whole(name, value)}`];
  const members = Object.entries(value);
  const attributes = members.filter(([key]) => key.startsWith('@'));
  const isPlain = ([key, it]: [string, Json]) => NAME.test(key.slice(1)) && (typeof it !== 'object' || it === null);
  if (!attributes.every(isPlain)) return undefined;
  const start = [name, ...attributes.map(([key, it]) => `${key.slice(1)}="${attribute(it)}"`)].join(' ');
  const inner = members.filter(([key]) => !key.startsWith('@') && key !== '#text');
  const text = value['#text'];
  if (inner.length === 0) return [`${indent}${whole(start, text ?? null)}`];
  const lines = joined(inner.map(([key, it]) => elementLines(key, it, `${indent}  `)));
  return lines && text === undefined ? [`${indent}<${start}>`, ...lines, `${indent}</${name}>`] : undefined;
}

function joined(all: readonly (string[] | undefined)[]): string[] | undefined {
  return all.includes(undefined) ? undefined : all.flatMap((it) => it ?? []);
}

/** An element without others in it. */
function whole(start: string, value: Json): string {
  if (value === null || value === '') return `<${start}/>`;
  return `<${start}>${escaped(textOf(value))}</${start.split(' ')[0]}>`;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function attribute(value: Json): string {
  return escaped(value === null ? '' : textOf(value))
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (it) => `&#${it.charCodeAt(0)};`);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** A text as XML writes it; the characters that XML has no way to write (XML 1.0, 2.2) are replaced. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>\r]/g, (it) => ESCAPES[it] ?? it);
}
