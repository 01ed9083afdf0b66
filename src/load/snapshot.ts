import { isGuideComponent } from '../model/guide.ts';
import type { Api, GuidePart } from '../model/registry.ts';
import { resolveApi } from '../model/resolve.ts';
import { apiSchema } from '../model/schema/api.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type ApiDraft, type CodeDraft, codesOf, isRefused, keyOf } from './draft.ts';
import { isDamaged, spanOf } from './source/document.ts';
import type { MdxPart } from './source/mdx-parts.ts';

/** The public state of an API as its files have it: of a draft with errors, what could be read. */
export function snapshotOf(draft: ApiDraft): Snapshot {
  const codes = codesOf(draft);
  const unread = new Set(codes.flatMap((code) => (wholeOf(code) ? [] : [code.code])));
  const entry = { title: draft.id, summary: '', domains: [], codeStyle: 'any' as const, ...draft.entry };
  const domains = draft.domains.map((domain) => ({
    id: domain.id,
    entry: { title: domain.id, ...domain.entry },
    codes: domain.codes.flatMap((code) => {
      const whole = isInternal(code) || unread.has(code.code) ? undefined : wholeOf(code);
      const line = entry.source === undefined ? undefined : spanOf(keyOf(code)).start.line;
      return whole ? [{ code: code.code, entry: whole, file: domain.document.path, line }] : [];
    }),
  }));
  const guides = draft.guides.map(({ id, document, entry: { title = id, summary = '', aliases } }) => ({
    id,
    title,
    summary,
    ...(aliases && { aliases }),
    parts: document.parts.flatMap(partOf),
  }));
  const api = resolveApi({ id: draft.id, entry, domains, guides });
  return {
    api: { ...api, images: imagesOf(draft, api) },
    internal: codes.flatMap((code) => (isInternal(code) ? [code.code] : [])),
    unread: [...unread],
    whole: !draft.damaged,
    codesAlone: isDamaged(draft.document) || isRefused(draft, ...Object.keys(apiSchema.shape)),
  };
}

/** The images that a public text shows: what only internal codes show is internal too. */
function imagesOf({ images }: ApiDraft, api: Api): Api['images'] {
  const texts = images.length > 0 ? JSON.stringify(api) : '';
  return images.flatMap(({ name, size }) => (size && texts.includes(`images/${name}`) ? [{ name, ...size }] : []));
}

function isInternal({ entry }: CodeDraft): boolean {
  return entry.visibility === 'internal';
}

/** An entry that could be read; of one that lacks what it must have, or has what cannot be read, nothing can be compared. */
function wholeOf({ whole, domain }: CodeDraft): CodeDraft['whole'] {
  return isDamaged(domain.document) ? undefined : whole;
}

/** A part of a guide's body; none for a component that does not exist, which has its diagnostic. */
function partOf(part: MdxPart): GuidePart[] {
  if (part.kind !== 'component') return [part];
  const { kind, name, attributes } = part;
  return isGuideComponent(name) ? [{ kind, name, attributes: Object.fromEntries(attributes) }] : [];
}
