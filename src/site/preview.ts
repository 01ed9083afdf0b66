import built from 'virtual:errorbook/preview';
import type { Preview, PreviewChange } from '../shared/preview.ts';
import { urls } from './site.ts';
import { texts } from './texts.ts';

/** What changed; undefined for a site that is no preview. */
export const preview: Preview | undefined = built;

/** What a preview says of a code wherever the code stands. */
export interface PreviewMark {
  text: string;
  /** Also the name of its colour. */
  level: PreviewChange['level'];
  href: string;
}

const changesByCode = Map.groupBy(
  (preview?.changes ?? []).filter(({ code }) => code !== undefined),
  ({ api, code, codeAfter }) => keyOf(api, codeAfter ?? code!),
);

const old = new Set(preview?.before.flatMap(({ id, codes }) => codes.map(({ code }) => keyOf(id, code))));

/** The mark of a code that changed, in the spelling after; undefined for all others, and in a site that is no preview. */
export function markFor(api: string, code: string): PreviewMark | undefined {
  const changes = changesByCode.get(keyOf(api, code));
  if (!changes) return undefined;
  const [{ code: before = code, level }] = changes as [PreviewChange];
  const isNew = !old.has(keyOf(api, before));
  const t = texts.preview.marks;
  return { text: isNew ? t.added : t[level], level, href: `${urls.preview}#${urls.changed(api, before)}` };
}

function keyOf(api: string, code: string): string {
  return `${api}/${code}`;
}
