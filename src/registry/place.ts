import type { Change } from './change.ts';
import { type ApiDraft, codesOf, keyOf } from './draft.ts';
import { type Document, emptyDocument, type Path, type Place } from './source/document.ts';

/** Where a change is to be seen in the files after it: at its part or its code, else at what is left of its API. */
export function placeOf({ api: id, code, codeAfter, part }: Change, apis: readonly ApiDraft[]): Place {
  const api = apis.find((it) => it.id === id);
  if (!api) return { document: emptyDocument(''), range: [0, 0] };
  const draft = codesOf(api).find((it) => it.code === (codeAfter ?? code));
  if (draft) {
    const path = pathOf(part, draft.entry, draft.domain.document);
    return path
      ? { document: draft.domain.document, path: ['codes', draft.code, ...path], part: 'value' }
      : keyOf(draft);
  }
  const path = code === undefined ? pathOf(part, api.entry, api.document) : undefined;
  return path
    ? { document: api.document, path, part: 'value' }
    : { document: api.document, path: ['domains'], part: 'key' };
}

/** The path of a part inside an entry: a key of it, or the place of the field or header that it names. */
function pathOf(part: string | undefined, entry: object, document: Document): Path | undefined {
  if (part === undefined || document.problems.length > 0) return undefined;
  if (Object.hasOwn(entry, part)) return [part];
  return find(entry, part, []);
}

function find(value: unknown, part: string, path: Path): Path | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('pointer' in value && value.pointer === part) return path;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === part) return here;
    const found = find(inner, part, here);
    if (found) return found;
  }
  return undefined;
}
