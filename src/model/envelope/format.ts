import type { Envelope } from '../schema/envelope.ts';
import type { Json } from '../schema/field.ts';
import { filledText } from './text-body.ts';
import { isXmlType, rootOf, xmlText } from './xml.ts';

/** How a body is written. JSON has any media type, for servers send it under many. */
export type BodyFormat = 'json' | 'xml' | 'text';

interface Format extends Pick<Envelope, 'mediaType' | 'text'> {
  fields: readonly Nested[];
}

interface Nested {
  pointer: string;
  items?: readonly Nested[] | undefined;
}

/** How the bodies of an envelope are written. */
export function formatOf({ mediaType, text, fields }: Format): BodyFormat {
  if (text !== undefined) return 'text';
  return isXmlType(mediaType) && rootOf(fields) !== undefined ? 'xml' : 'json';
}

/** A body as it is sent; undefined where that is its JSON. */
export function sentText(envelope: Format, body: { [key: string]: Json }): string | undefined {
  const format = formatOf(envelope);
  if (format === 'json') return undefined;
  return format === 'xml' ? xmlText(body) : filledText(envelope.text ?? '', body);
}
