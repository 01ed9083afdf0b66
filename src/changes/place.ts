import {
  type ApiDraft,
  type CodeDraft,
  codesOf,
  type Document,
  emptyDocument,
  keyOf,
  type Path,
  type Place,
} from '../load/index.ts';
import type { Change } from '../model/change.ts';

/** Where a change is to be seen in the files after it: at its part or its code, else at what is left of its API. */
export function placeOf({ api: id, code, codeAfter, part }: Change, apis: readonly ApiDraft[]): Place {
  const api = apis.find((it) => it.id === id);
  if (!api) return { document: emptyDocument(''), range: [0, 0] };
  const draft = code === undefined ? undefined : byCode(api).get(codeAfter ?? code);
  if (draft) {
    const path = pathOf(part, draft.entry, draft.domain.document);
    return path
      ? { document: draft.domain.document, path: ['codes', draft.code, ...path], part: 'value' }
      : keyOf(draft);
  }
  const path = code === undefined ? pathOf(withoutEnvelope(part), api.entry, api.document) : undefined;
  return path
    ? { document: api.document, path, part: 'value' }
    : { document: api.document, path: ['domains'], part: 'key' };
}

const known = new WeakMap<ApiDraft, Map<string, CodeDraft>>();

/** The codes of an API by spelling. Remembered: there may be thousands of changes. */
function byCode(api: ApiDraft): Map<string, CodeDraft> {
  const codes = known.get(api) ?? new Map(codesOf(api).map((draft) => [draft.code, draft]));
  known.set(api, codes);
  return codes;
}

/** Where an API has several envelopes, a part of one is told from that of another by the envelope's name before it. */
function withoutEnvelope(part: string | undefined): string | undefined {
  return part?.replace(/^[a-z0-9>-]+#(?=.)/, '');
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
