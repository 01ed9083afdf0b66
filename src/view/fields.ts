import type { Separators } from '../model/envelope/carried.ts';
import { hasNamespaceKey, NAMESPACE_KEY } from '../model/envelope/in-namespace.ts';
import type { Field } from '../model/schema/field.ts';
import { type Content, literal, prose, type Table, text } from './document.ts';
import { documentTexts } from './texts.ts';

const { table: t } = documentTexts;

/** Fields of a body with those of their items, as a table. */
export function fieldTable(fields: readonly Field[], label: string): Table {
  return { kind: 'table', label, heads: [t.field, t.type, t.meaning], rows: fieldRows(fields, '') };
}

function fieldRows(fields: readonly Field[], above: string): Content[][] {
  return fields.flatMap((field) => {
    const pointer = above + field.pointer;
    const type = [
      field.type,
      ...(field.optional ? [t.optional] : []),
      ...(field.const === undefined ? [] : [t.always(JSON.stringify(field.const))]),
    ];
    return [
      [
        [literal(pointer)],
        [{ kind: 'type', text: type.join(', ') }],
        [prose(field.meaning), ...partNote(field), ...namespaceNote(field)],
      ],
      ...fieldRows(field.items ?? [], `${pointer}/…`),
    ];
  });
}

/** What a part of a pointer in braces is. */
function namespaceNote(field: Field): Content {
  return hasNamespaceKey(field) ? [text(' '), literal(NAMESPACE_KEY), text(t.namespaceKey)] : [];
}

/** Where in a longer value the code is; nothing where the value is the code. */
export function partNote({ after, until }: Separators): Content {
  if (after === undefined && until === undefined) return [];
  return [
    text(' '),
    text(after === undefined ? t.codeUntil : t.codeAfter),
    ...(after === undefined ? [] : [literal(after)]),
    ...(after === undefined || until === undefined ? [] : [text(t.codeBetween)]),
    ...(until === undefined ? [] : [literal(until)]),
    text('.'),
  ];
}
