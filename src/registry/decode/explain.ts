import { explainBody } from './explain-body.ts';
import { explainShort, explainWord } from './explain-word.ts';
import type { Decoded, Explanation, Nearest, Note } from './explanation.ts';
import { findParts } from './find.ts';
import type { DecodeIndex } from './index-format.ts';
import type { Break } from './json-scan.ts';
import { nearestCodes } from './nearest-codes.ts';
import { brokenNote, headNotes, isMarkup, markupStatus, oddity } from './notes.ts';
import { lookupOf, recogniseIn } from './recognise.ts';
import { MOST_VALUES } from './values.ts';
import { findWords } from './words.ts';
import { workOn } from './work.ts';

/** More than this is not looked at; about what a log viewer gives for one incident. */
export const MOST_TEXT = 1_048_576;

/** More different explanations than this nobody reads. */
const MOST_EXPLAINED = 300;
const MOST_BODIES = 5000;
const MOST_OBJECTS = 50_000;
const MOST_NOTES = 5;

/**
 * Explains every error in a text: responses with their heads, bodies wherever they stand, codes in lines of a log.
 * It never throws, whatever the text; `now`, in milliseconds, is what waiting times are counted from.
 */
export function decode(text: string, index: DecodeIndex, now: number): Decoded {
  const odd = oddity(text);
  if (odd) return { explanations: [], notes: [odd], nearest: [] };
  const paste = text.slice(0, MOST_TEXT);
  const notes: Note[] = text.length > MOST_TEXT ? [{ kind: 'cut', read: MOST_TEXT }] : [];
  const work = workOn(paste, index, now);
  const { heads, bodies, breaks } = findParts(paste);
  const lookup = lookupOf(index);
  const budget = { bodies: MOST_BODIES, objects: MOST_OBJECTS };
  const read = bodies.map((body) => ({
    body,
    fits: recogniseIn(body.value, lookup, body.head?.status ?? body.beside.status, budget),
  }));
  const recognised = read.filter(({ fits }) => fits.length > 0);
  const found = recognised.flatMap(({ body, fits }) => fits.map((fit) => explainBody(fit, body, work)));

  const covered = recognised.map(({ body }) => body);
  const seen = new Set(found.flatMap(({ code, entry }) => [code, entry?.code]));
  const heard = [...heads.map(({ start, end }) => ({ start, end })), ...covered].sort((a, b) => a.start - b.start);
  const words = findWords(paste, index, heard).filter(({ code }) => !seen.has(code));
  const byWord = words.map((word) => explainWord(word, 'word', work, found));
  let all = gathered([...found, ...byWord].sort((a, b) => a.line - b.line));
  const isPlain = heads.length === 0 && !isMarkup(paste);
  if (all.length === 0 && isPlain) all = explainShort(work);

  const isRead = ({ start, at }: Break) => covered.some((it) => it.start >= start && it.end <= at);
  for (const found of breaks.slice(0, 200))
    if (notes.length < MOST_NOTES && !isRead(found)) notes.push(brokenNote(found, work));
  notes.push(...headNotes(heads, read, work));
  if (all.length > MOST_EXPLAINED) notes.push({ kind: 'more', left: all.length - MOST_EXPLAINED });
  if (isMarkup(paste) && found.length === 0) notes.push({ kind: 'markup', status: markupStatus(paste) });
  if (all.length === 0 && notes.length === 0) notes.push({ kind: 'nothing' });
  return { explanations: all.slice(0, MOST_EXPLAINED), notes, nearest: all.length === 0 ? guesses(paste, index) : [] };
}

/** The codes that a short text may have meant. */
function guesses(text: string, index: DecodeIndex): Nearest[] {
  const word = text.trim();
  return word.length > 80 || word.split(/\s+/).length > 4 ? [] : nearestCodes(word, index.apis);
}

/** The same error again and again is one explanation. */
function gathered(all: readonly Explanation[]): Explanation[] {
  const first = new Map<string, Explanation>();
  for (const it of all) {
    const name = it.entry?.code ?? it.code ?? it.values.find(({ role }) => role === 'message')?.value;
    const key = JSON.stringify([it.api.id, name, it.status?.value, it.differences, it.found === 'word']);
    const before = first.get(key);
    if (!before) {
      first.set(key, it);
      continue;
    }
    before.times += it.times;
    const request = it.values.find(({ role }) => role === 'requestId')?.value;
    if (request !== undefined && before.otherRequests.length < MOST_VALUES) before.otherRequests.push(request);
  }
  return [...first.values()];
}
