import type { FoundChange } from '../model/change.ts';
import { named } from '../model/named.ts';
import type { BodyPair } from './bodies.ts';

/** The fields that a body has now and didn't have before. */
export function newFields({ about, where, part, fields }: BodyPair): FoundChange[] {
  return fields.added.map(({ pointer, field }) => ({
    ...about,
    part: part(pointer),
    what: `The field ${named(pointer)} is new in the body of ${where}.`,
    after: `${field.type}: ${field.meaning}`,
  }));
}
