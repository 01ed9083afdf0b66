import type { Preview, PreviewChange } from '../shared/preview.ts';
import { texts } from './texts.ts';
import type { Urls } from './urls.ts';

/** What a preview says of a code wherever the code is listed. */
export interface PreviewMark {
  text: string;
  /** Also the name of its color. */
  level: PreviewChange['level'];
  href: string;
}

/**
 * The mark of a code that changed, by API and the spelling after; for a site that is not a preview, no code has one. `hrefOf` says where a
 * changed code is shown before and after, by its fragment, and is only asked for that once the whole site is there.
 */
export function previewMarks(
  preview: Preview | undefined,
  urls: Urls,
  hrefOf: (anchor: string) => string,
): (api: string, code: string) => PreviewMark | undefined {
  const t = texts.preview.marks;
  const before = new Set(preview?.before.flatMap(({ id, codes }) => codes.map(({ code }) => keyOf(id, code))));
  const marks = new Map<string, PreviewMark>();
  for (const { api, code, codeAfter = code, level } of preview?.changes ?? []) {
    if (code === undefined || codeAfter === undefined || marks.has(keyOf(api, codeAfter))) continue;
    const text = before.has(keyOf(api, code)) ? t[level] : t.added;
    const anchor = urls.changed(api, code);
    marks.set(keyOf(api, codeAfter), {
      text,
      level,
      get href() {
        return hrefOf(anchor);
      },
    });
  }
  return (api, code) => marks.get(keyOf(api, code));
}

function keyOf(api: string, code: string): string {
  return `${api}/${code}`;
}
