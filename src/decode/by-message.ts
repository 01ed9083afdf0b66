import { foldMessage, valuesIn } from '../model/message.ts';
import type { DecodeApi, DecodeCode } from './index-format.ts';

/** The entries of an API by what their messages say. */
export interface Messages {
  same: Map<string, DecodeCode[]>;
  templates: DecodeCode[];
}

export function messagesOf({ codes }: DecodeApi): Messages {
  const told = codes.filter(({ message }) => message !== undefined);
  return {
    same: Map.groupBy(told, ({ message }) => foldMessage(message!)),
    templates: told.filter(({ template }) => template !== undefined),
  };
}

/** The entry that a code names, with the values of its message where it is not the default one. */
export function byCode(
  entry: DecodeCode | undefined,
  message = '',
): { entry: DecodeCode | undefined; values: string[] } {
  const isDefault = entry?.message !== undefined && foldMessage(message) === foldMessage(entry.message);
  const values = entry?.template && !isDefault && message.length <= 2000 && valuesIn(message, entry.template);
  return { entry, values: values || [] };
}

/** The entry that a status and a message tell, in an API that sends no codes. */
export function byMessage(
  { same, templates }: Messages,
  envelope: string,
  status: number | undefined,
  message: string | undefined,
): { entry: DecodeCode | undefined; values: string[] } {
  if (message === undefined || message.length > 2000) return { entry: undefined, values: [] };
  const has = (code: DecodeCode) => code.statuses.some((it) => it.status === status);
  const alike = (same.get(foldMessage(message)) ?? []).filter((code) => code.envelope === envelope);
  const entry = alike.find(has) ?? alike[0];
  if (entry) return { entry, values: [] };
  for (const code of templates) {
    if (code.envelope !== envelope || (status !== undefined && !has(code))) continue;
    const values = valuesIn(message, code.template!);
    if (values) return { entry: code, values };
  }
  return { entry: undefined, values: [] };
}
