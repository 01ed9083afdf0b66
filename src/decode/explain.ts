import { bareStatus } from './bare-status.ts';
import { explainBody } from './explain-body.ts';
import { explainShort, explainWord } from './explain-word.ts';
import type { Decoded, Explanation, Nearest, Note } from './explanation.ts';
import { type FoundBody, type FoundParts, findParts } from './find.ts';
import { bareType, type Head } from './http-head.ts';
import type { DecodeIndex } from './index-format.ts';
import type { Break } from './json-scan.ts';
import { type Lookup, lookupOf } from './lookup.ts';
import { nearestCodes } from './nearest-codes.ts';
import { brokenNote, headNotes, isMarkup, markupStatus, oddity } from './notes.ts';
import { type Recognized, recognizeIn } from './recognize.ts';
import { MOST_VALUES } from './values.ts';
import { findWords } from './words.ts';
import { type Work, workOn } from './work.ts';

/** More than this is not looked at; about what a log viewer gives for one incident. */
export const MOST_TEXT = 1_048_576;

/** More different explanations than this nobody reads. */
const MOST_EXPLAINED = 300;
const MOST_BODIES = 5000;
const MOST_OBJECTS = 50_000;
const MOST_NOTES = 5;
const MOST_BREAKS = 200;

/**
 * Explains every error in a text: responses with their heads, bodies wherever they stand, codes in lines of a log.
 * It never throws, whatever the text; `now`, in milliseconds, is what waiting times are counted from.
 */
export function decode(text: string, index: DecodeIndex, now: number): Decoded {
  const odd = oddity(text);
  if (odd) return { explanations: [], notes: [odd], nearest: [] };
  const paste = text.slice(0, MOST_TEXT);
  const work = workOn(paste, index, now);
  const lookup = lookupOf(work);
  const parts = findParts(paste, lookup.forms);
  const read = recognized(parts, lookup);

  const all = explainAll(parts, read, work);
  const notes: Note[] = [
    ...(text.length > MOST_TEXT ? [{ kind: 'cut' as const, read: MOST_TEXT }] : []),
    ...brokenNotes(parts.breaks, read, work),
    ...headNotes(parts.heads, read, work),
    ...(all.length > MOST_EXPLAINED ? [{ kind: 'more' as const, left: all.length - MOST_EXPLAINED }] : []),
    ...(isMarkup(paste) && !read.some(isOurs) ? [{ kind: 'markup' as const, status: markupStatus(paste) }] : []),
  ];
  const status = all.length === 0 ? bareStatus(paste, index) : undefined;
  if (status) return { explanations: [], notes: [], nearest: [], status };
  if (all.length === 0 && notes.length === 0) notes.push({ kind: 'nothing' });
  return { explanations: all.slice(0, MOST_EXPLAINED), notes, nearest: all.length === 0 ? guesses(paste, index) : [] };
}

/** A body of the paste, and the errors in it; none where it is none of ours. */
interface ReadBody {
  body: FoundBody;
  fits: Recognized[];
}

function isOurs({ fits }: ReadBody): boolean {
  return fits.length > 0;
}

function recognized({ bodies }: FoundParts, lookup: Lookup): ReadBody[] {
  const budget = { bodies: MOST_BODIES, objects: MOST_OBJECTS };
  return bodies.map((body) => {
    const { value, head, beside, isText } = body;
    const fits = recognizeIn(value, lookup, head?.status ?? beside.status, budget, head?.headers);
    return { body, fits: isText ? fits.filter((fit) => isMeant(fit, head)) : fits };
  });
}

/** Whether a plain text is an error of ours: its code is known, or its response has the media type. */
function isMeant({ entry, envelope }: Recognized, head: Head | undefined): boolean {
  return entry !== undefined || bareType(head?.headers.get('content-type') ?? '') === bareType(envelope.mediaType);
}

/** Bodies first; then codes in the text between them; then, in a short text, what its words may mean. */
function explainAll({ heads }: FoundParts, read: readonly ReadBody[], work: Work): Explanation[] {
  const ours = read.filter(isOurs);
  const inBodies = ours.flatMap(({ body, fits }, i) =>
    fits.map((fit) => explainBody(fit, body, work, ours[i - 1]?.body.end ?? 0)),
  );
  const told = new Set(inBodies.flatMap(({ code, entry }) => [code, entry?.code]));
  const done = [...heads, ...ours.map(({ body }) => body)].sort((a, b) => a.start - b.start);
  const words = findWords(work.paste, work.index, done).filter(({ code }) => !told.has(code));
  const inWords = words.map((word) => explainWord(word, 'word', work, inBodies));
  const all = gathered([...inBodies, ...inWords].sort((a, b) => a.line - b.line));
  // the reason phrase of a status line, or the title of a proxy's page, is no message of an API
  const isPlain = heads.length === 0 && !isMarkup(work.paste);
  return all.length === 0 && isPlain ? explainShort(work) : all;
}

/** The first few places where JSON breaks, apart from those around a body that could be read all the same. */
function brokenNotes(breaks: readonly Break[], read: readonly ReadBody[], work: Work): Note[] {
  const bodies = read.filter(isOurs).map(({ body }) => body);
  const isRead = ({ start, at }: Break) => bodies.some((it) => it.start >= start && it.end <= at);
  return breaks
    .slice(0, MOST_BREAKS)
    .filter((it) => !isRead(it))
    .slice(0, MOST_NOTES)
    .map((it) => brokenNote(it, work));
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
    const key = JSON.stringify([it.api.id, name, it.status?.value, it.operation, it.differences, it.found === 'word']);
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
