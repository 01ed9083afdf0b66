import { counted } from '../model/counted.ts';
import { isTransient } from '../model/unknown-codes.ts';
import type { Difference, Explanation, Note } from './explanation.ts';
import type { BreakReason } from './json-scan.ts';
import type { Wait } from './wait.ts';

/*
 * What a decoder says, in words; for a page as well as for a terminal. All of it is plain text.
 */

const REASONS: Record<BreakReason, string> = {
  end: 'it ends before its last bracket is closed',
  'line-break': 'a string continues past the end of its line',
  escape: "a backslash is followed by a character that JSON can't escape",
  'single-quote': 'it has single quotes, where JSON has double quotes',
  'trailing-comma': 'there is a comma after the last item',
  name: 'a name in double quotes is missing here',
  colon: 'the colon after the name is missing',
  comma: 'a comma or a closing bracket is missing here',
  value: 'a value is missing here',
  bracket: "the closing bracket doesn't match the opening one",
  depth: 'it is nested too deeply for an error body',
};

/** What a note tells the reader of the paste. */
export function noteSentence(note: Note): string {
  switch (note.kind) {
    case 'empty':
      return 'There is nothing to decode yet.';
    case 'binary':
      return 'This is binary data, not text. Paste the body as text.';
    case 'compressed':
      return 'This is a compressed body. Ask for it again with `curl --compressed`, and paste the text.';
    case 'nothing':
      return 'This text contains no error body and no known code. Paste the whole response, or only the code.';
    case 'cut':
      return `The text is too long: only its first ${Math.round(note.read / 1_048_576)} MB were read.`;
    case 'more':
      return `${counted(note.left, 'more error')} in this text ${note.left === 1 ? 'is' : 'are'} not shown.`;
    case 'markup':
      return `This is ${note.status ? `a web page that reports a ${note.status}` : 'markup'}, not a body of these APIs: it probably comes from something between you and the API, such as a proxy.`;
    case 'no body':
    case 'strange body':
      return `The response with status ${note.status} in line ${note.line} has ${note.kind === 'no body' ? 'no readable body' : 'a body that isn’t from any of these APIs'}, so only its status can be explained. ${statusSentence(note.status)}`;
    case 'broken':
      return `The JSON is invalid in line ${note.line}, column ${note.column}: ${REASONS[note.why]}. The text there: ${note.excerpt}`;
  }
}

/** Where a response and the docs disagree. */
export function differenceSentence(difference: Difference): string {
  switch (difference.kind) {
    case 'status':
      return `The status is ${difference.seen}; the docs list ${difference.listed.join(' or ')}.`;
    case 'spelling':
      return `${difference.seen} is an old spelling; the code is now ${difference.code}.`;
    case 'two statuses':
      return `The status line says ${difference.head}, and the body says ${difference.body}.`;
    case 'field':
      return difference.pointer === ''
        ? `The body ${difference.why}.`
        : `The field ${difference.pointer} ${difference.why}.`;
    case 'header':
      return `The header ${difference.name} is missing.`;
    case 'media type':
      return `The Content-Type is ${difference.seen}; the docs say ${difference.listed}.`;
    case 'delay':
      return `The delay ${JSON.stringify(difference.given)} is neither a number of seconds nor a date.`;
    case 'no delay expected':
      return `The response names a delay (${difference.given}), but the docs say not to retry.`;
  }
}

/** What was found, in one line, for those who don't see it appear. */
export function summarySentence(explanations: readonly Explanation[]): string {
  if (explanations.length === 0) return 'No error was found.';
  const known = explanations.filter(({ entry, isAmbiguous }) => entry || isAmbiguous).length;
  const unknown = explanations.length - known;
  const parts = [
    ...(known > 0 ? [`${counted(known, 'known error')}`] : []),
    ...(unknown > 0 ? [`${counted(unknown, 'error')} that these docs don’t list`] : []),
  ];
  return `Found ${parts.join(' and ')}.`;
}

/** The wait as a sentence; `clock` shows a moment as the reader's clock does. */
export function waitSentence({ seconds, until, from, dated }: Wait, clock: (moment: number) => string): string {
  const source = { header: 'Retry-After', body: 'the body', log: 'the log' }[from];
  if (seconds === 0) return `The wait that ${source} asks for was over at ${clock(until)}.`;
  const since = dated ? '' : ', counted from now';
  return `Wait ${counted(seconds, 'second')}, until ${clock(until)}, as ${source} says${since}.`;
}

/** What to do about a status of which no more is known. */
export function statusSentence(status: number): string {
  if (status < 400) return `A ${status} is not an error status.`;
  if (status >= 500)
    return `A ${status} may be temporary: retry with exponential backoff. Before you retry a POST or PATCH, check whether it took effect.`;
  return isTransient(status)
    ? `A ${status} is temporary: wait as long as Retry-After says, or with exponential backoff, then retry.`
    : `A ${status} means that the request must change: don't retry it unchanged.`;
}
