import { deepFields } from '../model/envelope/fields.ts';
import { formatOf } from '../model/envelope/format.ts';
import { envelopeOf } from '../model/envelope/of-code.ts';
import { isElement, tokensOf } from '../model/envelope/pointer.ts';
import { textParts } from '../model/envelope/text-body.ts';
import type { Api } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field } from '../model/schema/field.ts';

/*
 * What programs need to read bodies that aren't JSON, and codes that are in headers or are a part of a longer value.
 */

/** A body of plain text: its parts, of which every second is the name of a field, and the types of these fields. */
export interface TextForm {
  parts: string[];
  types: Record<string, string>;
}

/** Whether some bodies of an API are not JSON. */
export function hasOtherFormats(api: Api): boolean {
  return Object.values(api.envelopes).some((envelope) => formatOf(envelope) !== 'json');
}

/** The types of what is not text in XML bodies, by the names of the elements on the way, as in `Response/Errors/Error`. */
export function xmlTypes(api: Api): Record<string, string> {
  const isXml = (envelope: Envelope | undefined) => envelope !== undefined && formatOf(envelope) === 'xml';
  const fields: Field[] = [
    ...Object.values(api.envelopes).flatMap((envelope) => (isXml(envelope) ? envelope.fields : [])),
    ...api.codes.flatMap((code) => (code.fields.length > 0 && isXml(envelopeOf(api, code)) ? code.fields : [])),
  ];
  const found = deepFields(fields).flatMap(({ pointer, type }): [string, string][] => {
    const tokens = tokensOf(pointer);
    const lists = tokens.flatMap((token, at): [string, string][] =>
      isElement(token) ? [[elements(tokens.slice(0, at)), 'array']] : [],
    );
    return [...lists, ...(type === 'string' ? [] : ([[elements(tokens), type]] as [string, string][]))];
  });
  return Object.fromEntries(found);
}

function elements(tokens: readonly string[]): string {
  return tokens.filter((token) => !isElement(token)).join('/');
}

/** Whether an API has bodies of XML. */
export function hasXml(api: Api): boolean {
  return Object.values(api.envelopes).some((envelope) => formatOf(envelope) === 'xml');
}

/** The forms of bodies that are plain text. */
export function textForms(api: Api): TextForm[] {
  return Object.values(api.envelopes).flatMap(({ text, fields }) =>
    text === undefined
      ? []
      : [{ parts: textParts(text), types: Object.fromEntries(fields.map((it) => [tokensOf(it.pointer)[0], it.type])) }],
  );
}
