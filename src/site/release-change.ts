import { type Change, sentenceParts } from '../index.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { type Piece, wordDiff } from './word-diff.ts';

const { changes: t } = texts;

/** What changes are shown with. */
export type ChangeContext = Pick<SiteApi, 'hrefOf' | 'inline'>;

/** Values up to this length are shown in one line, with what differs marked in it. */
const MOST_IN_LINE = 60;

/** A code, with the address of its page if it has one. */
export interface CodeName {
  code: string;
  href: string | undefined;
}

/** A part of a sentence: text, or a name in code. */
type SentencePart = { text: string } | CodeName;

/** A change of a release, as the page of changes shows it. */
export interface ReleaseChange {
  /** The code that it concerns; undefined where the sentence names it. */
  subject: CodeName | undefined;
  sentence: SentencePart[];
  /** The values before and after; undefined where the sentence says both. */
  values: ChangedValues | undefined;
  /** Why the API's team approved it; HTML. */
  approved: string | undefined;
}

/** Values before and after: in one line, which has both or the only one, or below each other. */
type ChangedValues =
  | { layout: 'line' | 'single'; pieces: Piece[] }
  | { layout: 'sides'; before: Piece[]; after: Piece[] };

/** A change with its values; `reason` is that of its approval. */
export function releaseChange(api: ChangeContext, change: Change, reason: string | undefined): ReleaseChange {
  const { code, codeAfter = code, what } = change;
  const parts = sentenceParts(what);
  const isNamed = codeAfter === undefined || parts.some(({ text, isName }) => isName && text === codeAfter);
  return {
    subject: isNamed ? undefined : codeName(api, codeAfter),
    sentence: parts.map(({ text, isName }) => (isName ? codeName(api, text) : { text })),
    values: valuesOf(change),
    approved: reason === undefined ? undefined : api.inline(reason),
  };
}

/** A code, with the address of its page if it has one. */
export function codeName(api: ChangeContext, code: string): CodeName {
  return { code, href: api.hrefOf(code) };
}

function valuesOf({ what, before, after }: Change): ChangedValues | undefined {
  const values = [before, after].filter((value) => value !== undefined);
  if (values.every((value) => what.includes(value))) return undefined;
  if (before === undefined || after === undefined) {
    const kind = before === undefined ? 'same' : 'gone';
    return { layout: 'single', pieces: values.flatMap((text) => marked({ kind, text })) };
  }
  const pieces = wordDiff(before, after);
  if (values.some((value) => value.length > MOST_IN_LINE || value.includes('\n'))) {
    const side = (other: Piece['kind']) => separated(pieces.filter(({ kind }) => kind !== other));
    return { layout: 'sides', before: side('new'), after: side('gone') };
  }
  const hasCommonWord = pieces.some(({ kind, text }) => kind === 'same' && /[\p{L}\p{N}]/u.test(text));
  if (hasCommonWord) return { layout: 'line', pieces: separated(pieces) };
  const [gone, added] = [marked({ kind: 'gone', text: before }), marked({ kind: 'new', text: after })];
  return { layout: 'line', pieces: [...gone, { kind: 'same', text: ` ${t.becomes} ` }, ...added] };
}

/** Pieces with a space between what is gone and what is new. */
function separated(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(marked).flatMap((piece, place, all) => {
    const isTogether = piece.kind === 'new' && all[place - 1]?.kind === 'gone';
    return isTogether ? [{ kind: 'same', text: ' ' }, piece] : [piece];
  });
}

/** White space at the end of what is marked is not marked. */
function marked(piece: Piece): Piece[] {
  const text = piece.text.trimEnd();
  if (piece.kind === 'same' || text === piece.text) return [piece];
  return [
    { kind: piece.kind, text },
    { kind: 'same', text: piece.text.slice(text.length) },
  ];
}
