import { listOf } from '../model/guide.ts';
import { mentionsOf } from '../model/mention.ts';
import type { Api, Code, Guide, GuidePart } from '../model/registry.ts';
import { type Block, bullets, prose, text } from './document.ts';

/** How many guides the document of a code names at most. */
const MOST = 3;

/** Links to guides with what they are about. */
export function guideBlocks(guides: readonly Guide[]): Block[] {
  return bullets(
    guides.map(({ id, title, summary }) => [{ kind: 'guide', guide: id, text: title }, text(': '), prose(summary)]),
  );
}

/** The guides that name a code, in their order: in prose, or in a component that asks for the code by its name. */
export function guidesNaming({ guides }: Api, { code }: Code): Guide[] {
  const mentions = mentionsOf([code]);
  const isIn = (prose: string) => prose.includes(code) && mentions !== undefined && mentions(prose).length > 0;
  return guides
    .filter(({ summary, parts = [] }) => isIn(summary) || parts.some((it) => names(it, code, isIn)))
    .slice(0, MOST);
}

function names(part: GuidePart, code: string, isIn: (prose: string) => boolean): boolean {
  switch (part.kind) {
    case 'component':
      return [part.attributes.codes, part.attributes.code].some(
        (list) => list !== undefined && listOf(list).includes(code),
      );
    case 'program':
      return false;
    default:
      return isIn(part.markdown);
  }
}
