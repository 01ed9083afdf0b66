import { applyEdits, modify } from 'jsonc-parser';
import type { Json } from '../../model/schema/field.ts';
import type { Fields } from './yaml.ts';

/** Up to so many changes are made in place, each of which takes a walk through the text. */
const FEW = 50;

/** A file of JSON with fields written into its entries; what isn't written stays as it is. */
export function editJson(text: string, edits: readonly Fields[]): string {
  const changes = edits.flatMap(({ code, isNew, fields }): [string[], Json][] =>
    isNew
      ? [[['codes', code], Object.fromEntries(fields)]]
      : [...fields].map(([field, value]): [string[], Json] => [['codes', code, field], value]),
  );
  if (changes.length <= FEW) return changes.reduce((it, [path, value]) => set(it, path, value), text);
  const value: { codes: Record<string, Record<string, Json>> } = JSON.parse(text);
  for (const { code, fields } of edits) value.codes[code] = { ...value.codes[code], ...Object.fromEntries(fields) };
  return `${JSON.stringify(value, null, indentOf(text))}\n`.replaceAll('\n', text.includes('\r\n') ? '\r\n' : '\n');
}

/** A file of an API with one more domain at the end of its list. */
export function withDomainInJson(text: string, id: string): string {
  return applyEdits(text, modify(text, ['domains', -1], id, { isArrayInsertion: true, ...formatOf(text) }));
}

function set(text: string, path: string[], value: Json): string {
  return applyEdits(text, modify(text, path, value, formatOf(text)));
}

function formatOf(text: string) {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { formattingOptions: { insertSpaces: true, tabSize: indentOf(text), eol } };
}

function indentOf(text: string): number {
  return /\n( +)"/.exec(text)?.[1]?.length ?? 2;
}
