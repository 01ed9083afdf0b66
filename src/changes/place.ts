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
import { once } from '../model/once.ts';

/** Finds where a change is to be seen in the files after it: at its part or its code, else at what is left of its API. */
export function placesIn(apis: readonly ApiDraft[]): (change: Change) => Place {
  const byId = new Map(
    apis.map((api) => [api.id, { api, codes: once(() => new Map(codesOf(api).map((it) => [it.code, it]))) }]),
  );
  return (change) => {
    const known = byId.get(change.api);
    if (!known) return { document: emptyDocument(''), range: [0, 0] };
    const draft = change.code === undefined ? undefined : known.codes().get(change.codeAfter ?? change.code);
    return draft ? placeInCode(change, draft) : placeInApi(change, known.api);
  };
}

function placeInCode({ part }: Change, draft: CodeDraft): Place {
  const path = operationPath(part, draft) ?? pathOf(part, draft.entry, draft.domain.document);
  return path
    ? { document: draft.domain.document, path: ['codes', draft.spelling, ...path], part: 'value' }
    : keyOf(draft);
}

/** The path of what an operation says itself, or of the operation: of the part `operations/POST /parcels/status` or `operations/POST /parcels`. */
function operationPath(part: string | undefined, { entry, domain, inherited }: CodeDraft): Path | undefined {
  if (!part?.startsWith('operations/') || domain.document.problems.length > 0 || inherited.includes('operations'))
    return undefined;
  const rest = part.slice('operations/'.length);
  const operations = entry.operations ?? [];
  const isNamed = (name: string) => rest === name || rest.startsWith(`${name}/`);
  const index = operations.findIndex(({ operation }) => operation === rest);
  const place = index >= 0 ? index : operations.findIndex(({ operation }) => isNamed(operation));
  const said = operations[place];
  if (!said) return undefined;
  const [fact = ''] = rest.slice(said.operation.length + 1).split('/');
  return ['operations', place, ...(Object.hasOwn(said, fact) ? [fact] : [])];
}

function placeInApi({ code, part }: Change, { entry, document }: ApiDraft): Place {
  const path = code === undefined ? pathOf(withoutEnvelope(part), entry, document) : undefined;
  return path ? { document, path, part: 'value' } : { document, path: ['domains'], part: 'key' };
}

/** Where an API has several envelopes, a part of one is distinguished from that of another by the envelope's name before it. */
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
