import type { BodySchema } from '../model/envelope/schema.ts';
import { memberOf } from '../model/member.ts';

/** What was read from XML or text, where all is text, with the types of a schema; what is spelled differently stays as it is. */
export function conform(value: unknown, schema: BodySchema): unknown {
  if (schema.type === 'array') {
    const items = Array.isArray(value) ? value : [value];
    return schema.items ? items.map((it) => conform(it, schema.items ?? {})) : items;
  }
  if (typeof value === 'string') return fromText(value, schema.type);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).flatMap(([name, it]) => {
    const inner = memberOf(schema.properties, name);
    // a namespace that nobody lists says nothing of the error
    if (!inner && name.startsWith('@xmlns')) return [];
    return [[name, inner ? conform(it, inner) : it]];
  });
  return Object.fromEntries(members);
}

function fromText(text: string, type: string | undefined): unknown {
  if (type === 'object' && text.trim() === '') return {};
  if (type === 'null' && text === '') return null;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && String(Number(text)) === text ? Number(text) : text;
}
