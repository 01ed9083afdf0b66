import { deepFields, fieldsOf } from '../model/envelope/fields.ts';
import { dotted, valueAt } from '../model/envelope/pointer.ts';
import type { FoundValue } from './explanation.ts';
import type { Head } from './http-head.ts';
import type { DecodeField } from './index-format.ts';
import type { Recognized } from './recognize.ts';

export const MOST_VALUES = 40;
const LONGEST_VALUE = 2000;

const SHOWN_ROLES = new Set<DecodeField['role']>(['message', 'details', 'requestId', 'docsUrl']);

/** The values that a reader needs: message, request id, details, and all that only this code or this body has. */
export function valuesOf({ body, envelope, entry, messageValues }: Recognized, head: Head | undefined): FoundValue[] {
  const values: FoundValue[] = [];
  const add = (name: string, role: FoundValue['role'], value: unknown) => {
    if (value === undefined || values.length >= MOST_VALUES) return;
    const text = shown(value);
    const isNew = !values.some((it) => it.value === text && (it.role === role || role === 'header'));
    if (isNew) values.push({ name, role, value: text });
  };
  const fields = fieldsOf(envelope, entry);
  const shared = new Set(envelope.fields.map(({ pointer }) => pointer));
  const own = new Set(fields.filter(({ pointer }) => !shared.has(pointer)).map(({ pointer }) => pointer));
  for (const { pointer, role } of deepFields(fields)) {
    const isOwn = own.has(pointer);
    if (isOwn || SHOWN_ROLES.has(role)) add(nameOf(pointer), role, valueAt(body, pointer));
  }
  for (const value of messageValues) add('', 'inMessage', value);
  const listed = new Set(fields.map(({ pointer }) => nameOf(pointer)));
  for (const [name, value] of Object.entries(body))
    if (!listed.has(name) && !holdsListed(name, envelope.fields)) add(name, undefined, value);
  for (const name of envelope.headers) add(name, 'header', head?.headers.get(name.toLowerCase()));
  return values;
}

function holdsListed(name: string, fields: readonly DecodeField[]): boolean {
  return fields.some(({ pointer }) => pointer.startsWith(`/${name}/`));
}

function nameOf(pointer: string): string {
  return dotted(pointer).replaceAll('~1', '/').replaceAll('~0', '~');
}

function shown(value: unknown): string {
  return clip(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

/** A text at a length that can be shown. */
export function clip(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
