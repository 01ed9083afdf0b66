import type { z } from 'zod';
import { present } from './present.ts';

/** What a test decides by itself, by place as `links/*` has it; `undefined` leaves a key out. */
export type Decided = Record<string, unknown>;

/**
 * An entry with every field that a schema has, and `text(place)` in each text, the names that a writer chooses included:
 * a field that is added to the format is in it without a change here.
 */
export function filled(schema: z.core.$ZodType, text: (place: string) => string, decided: Decided, at = ''): unknown {
  if (Object.hasOwn(decided, at)) return decided[at];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const make = (inner: z.core.$ZodType, place: string) => filled(inner, text, decided, place);
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .map(([key, inner]): [string, unknown] => [key, make(inner, at === '' ? key : `${at}/${key}`)])
          .filter(([, value]) => value !== undefined),
      );
    case 'record':
      return { [String(make(def.keyType, `${at}/{}`))]: make(def.valueType, `${at}/*`) };
    case 'array':
      return [make(def.element, `${at}/*`)];
    case 'union':
      // the long form, which holds the short one's text too
      return make(present(def.options.at(-1)), at);
    case 'optional':
    case 'default':
      return make(def.innerType, at);
    case 'pipe':
      return make(def.in, at);
    case 'boolean':
      return true;
    case 'number':
      return 2;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'string':
    case 'lazy':
      return text(at);
    default:
      throw new Error(`The format has a new kind of value, \`${def.type}\` at \`${at}\`: fill it here too.`);
  }
}
