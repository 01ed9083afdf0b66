import { isElement, tokensOf } from '../../model/envelope/pointer.ts';
import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import { named } from '../../model/named.ts';
import type { Field, FieldType, Role } from '../../model/schema/field.ts';
import type { Finding } from '../rule.ts';
import type { Document, Path } from '../source/document.ts';

/** Deeper than any body goes, and far from the limit of any reader's stack. */
const DEEPEST = 64;

/** What is wrong in a list of fields at `path`; `depth` is how many levels of the body lie above them. */
export function checkFields(fields: readonly Field[], document: Document, path: Path, depth = 0): Finding[] {
  const seen = new PointerTree<Listed>();
  return fields.flatMap((field, index) => {
    const at = (part: keyof Field) => ({ document, path: [...path, index, part], part: 'value' }) as const;
    const { pointer, role, type, items } = field;
    const found: Finding[] = [];
    const level = depth + tokensOf(pointer).length;
    if (level > DEEPEST && depth <= DEEPEST) {
      found.push({
        at: at('pointer'),
        message: `${named(pointer)} is ${level} levels deep in the body; programs support at most ${DEEPEST}.`,
        fix: `Move the field up; the items of arrays count as levels too.`,
      });
    }
    const before = seen.at(pointer);
    if (before) {
      found.push({ at: at('pointer'), message: `\`${pointer}\` is listed twice.`, fix: 'Keep one of the two fields.' });
    }
    const other = before ? undefined : clash(field, seen);
    if (other) found.push({ at: at('pointer'), ...clashing(field, other) });
    if (role && !TYPES_OF[role].includes(type)) {
      found.push({
        at: at('type'),
        message: `A field with the role \`${role}\` can't be of type ${type}.`,
        fix: `Make it ${TYPES_OF[role].join(' or ')}.`,
      });
    }
    if (items && type !== 'array') {
      found.push({
        at: at('type'),
        message: `Only an array has \`items\`, but \`${pointer}\` is of type ${type}.`,
        fix: 'Write `type: array`.',
      });
    }
    if (before) before.field = field;
    else seen.add(pointer, { field, index });
    return [...found, ...checkFields(items ?? [], document, [...path, index, 'items'], level)];
  });
}

/** A field that was listed before, and its place in the list. */
interface Listed {
  field: Field;
  index: number;
}

/** The first earlier field beside which a later one can't stand: an inner field needs its outer object listed first. */
function clash({ pointer }: Field, seen: PointerTree<Listed>): Field | undefined {
  const around = seen.above(pointer).filter(({ field }) => field.type !== 'object' && !holdsElement(field, pointer));
  const inside = seen.firstBelow(pointer);
  const all = inside ? [...around, inside] : around;
  return all.sort((a, b) => a.index - b.index)[0]?.field;
}

/** Whether a pointer goes on from an array to one of its elements. */
function holdsElement(array: Pick<Field, 'pointer' | 'type'>, pointer: string): boolean {
  const next = tokensOf(pointer)[tokensOf(array.pointer).length];
  return array.type === 'array' && next !== undefined && isElement(next);
}

function clashing({ pointer, type }: Field, other: Field): { message: string; fix: string } {
  if (
    holdsElement({ pointer, type }, other.pointer) ||
    (type === 'object' && other.pointer.startsWith(`${pointer}/`))
  ) {
    return {
      message: `\`${pointer}\` is listed after \`${other.pointer}\`, which is inside it.`,
      fix: `List \`${pointer}\` first, or leave it out: the ${type} follows from the other pointer.`,
    };
  }
  return {
    message: `\`${pointer}\` and \`${other.pointer}\` can't both be in one body: one is inside the other, which isn't an object.`,
    fix: 'List only the inner fields; the objects around them follow from their pointers.',
  };
}

const TYPES_OF: Record<Role, readonly FieldType[]> = {
  code: ['string', 'integer', 'number'],
  namespace: ['string'],
  message: ['string'],
  status: ['integer', 'number', 'string'],
  statusText: ['string'],
  details: ['object', 'array', 'string'],
  requestId: ['string', 'integer'],
  retryAfter: ['integer', 'number', 'string'],
  docsUrl: ['string'],
};
