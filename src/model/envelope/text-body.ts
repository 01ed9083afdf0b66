import type { Json } from '../schema/field.ts';
import { below, valueAt } from './pointer.ts';

/** The parts of a text with fields in braces: every second one, from the second on, is the name of a field. */
export function textParts(text: string): string[] {
  return text.split(/\{([^{}]+)\}/);
}

/** The pointers of the fields in a text. */
export function pointersIn(text: string): string[] {
  return textParts(text)
    .filter((_, index) => index % 2 === 1)
    .map((name) => below('', name));
}

/** A text with the values of a body. */
export function filledText(text: string, body: { [key: string]: Json }): string {
  const shown = (value: Json = '') => (typeof value === 'string' ? value : JSON.stringify(value));
  return textParts(text)
    .map((part, index) => (index % 2 === 0 ? part : shown(valueAt(body, below('', part)))))
    .join('');
}

/** The values in a text that has these parts, by the names of fields; undefined where it has others. */
export function readText(text: string, [first = '', ...rest]: readonly string[]): Record<string, string> | undefined {
  if (!text.startsWith(first)) return undefined;
  const values = new Map<string, string>();
  let here = first.length;
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const [name = '', after = ''] = [rest[index], rest[index + 1]];
    const isLast = index + 2 === rest.length;
    const end = isLast ? text.length - after.length : text.indexOf(after, here);
    if (end < here || (isLast && !text.endsWith(after))) return undefined;
    values.set(name, text.slice(here, end));
    here = end + after.length;
  }
  return here === text.length ? Object.fromEntries(values) : undefined;
}
