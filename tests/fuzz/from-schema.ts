import fc from 'fast-check';
import type { z } from 'zod';
import { present } from '../helpers/present.ts';

/**
 * What a test decides by itself, by place: the keys down to a value, separated by `/`, with `*` for every index and for
 * every name that a writer chooses. The place with `/{}` after it is that of such names. `undefined` leaves a key out.
 */
export type Choices = Record<string, fc.Arbitrary<unknown> | undefined>;

/** Fields inside of fields, and so on, end here. */
const DEEPEST = 6;

/**
 * Values that a schema takes, in the form in which a person writes them, made from the schema itself: a field that is
 * added to the format is in them without a change here.
 */
export function valuesOf(schema: z.core.$ZodType, text: fc.Arbitrary<string>, choices: Choices): fc.Arbitrary<unknown> {
  return new Maker(text, choices).make(schema, '');
}

// some arbitraries take longer to make than the values that they give
const anyJson = fc.jsonValue({ maxDepth: 2 });
const byPattern = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: RegExp): fc.Arbitrary<string> {
  const made = byPattern.get(pattern.source) ?? fc.stringMatching(pattern);
  byPattern.set(pattern.source, made);
  return made;
}

class Maker {
  readonly #text: fc.Arbitrary<string>;
  readonly #choices: Choices;

  constructor(text: fc.Arbitrary<string>, choices: Choices) {
    this.#text = text;
    this.#choices = choices;
  }

  make(schema: z.core.$ZodType, at: string): fc.Arbitrary<unknown> {
    const chosen = this.#choices[at];
    if (chosen) return chosen;
    const { def } = (schema as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'object':
        return this.#object(def.shape, at);
      case 'record':
        return fc.dictionary(
          this.make(def.keyType, `${at}/{}`) as fc.Arbitrary<string>,
          this.make(def.valueType, `${at}/*`),
          {
            minKeys: 1,
            maxKeys: 2,
            noNullPrototype: true,
          },
        );
      case 'array':
        return fc.array(this.make(def.element, `${at}/*`), { minLength: 1, maxLength: 2 });
      case 'union':
        return fc.oneof(...def.options.map((option) => this.make(option, at)));
      case 'optional':
      case 'default':
        return this.make(def.innerType, at);
      case 'pipe':
        return this.make(def.in, at);
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries));
      case 'boolean':
        return fc.boolean();
      case 'number':
        return isWhole(def) ? fc.integer({ min: 1, max: 1_000_000 }) : fc.double({ min: 0.001, max: 1e6, noNaN: true });
      case 'string':
        return this.#string(def);
      case 'lazy':
        return anyJson;
      default:
        throw new Error(`The format has a new kind of value, \`${def.type}\` at \`${at}\`: make such values here too.`);
    }
  }

  #object(shape: Readonly<Record<string, z.core.$ZodType>>, at: string): fc.Arbitrary<unknown> {
    const below = (key: string) => (at === '' ? key : `${at}/${key}`);
    const isLeftOut = (key: string) => {
      const place = below(key);
      if (place.split('/').length > DEEPEST) return isOptional(present(shape[key]));
      return Object.hasOwn(this.#choices, place) && this.#choices[place] === undefined;
    };
    const keys = Object.keys(shape).filter((key) => !isLeftOut(key));
    return fc.record(Object.fromEntries(keys.map((key) => [key, this.make(present(shape[key]), below(key))])), {
      requiredKeys: keys.filter((key) => !isOptional(present(shape[key]))),
      noNullPrototype: true,
    });
  }

  #string({ checks = [] }: z.core.$ZodStringDef): fc.Arbitrary<string> {
    const pattern = checks.map(({ _zod: { def } }) => ('pattern' in def ? def.pattern : undefined)).find((it) => it);
    return pattern instanceof RegExp ? matching(pattern) : this.#text;
  }
}

function isOptional(schema: z.core.$ZodType): boolean {
  return schema._zod.optin === 'optional';
}

function isWhole({ checks = [] }: z.core.$ZodNumberDef): boolean {
  return checks.some(({ _zod }) => 'format' in _zod.def && _zod.def.format === 'safeint');
}
