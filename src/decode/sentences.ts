import { counted } from '../model/counted.ts';
import { isTransient } from '../model/unknown-codes.ts';
import type { Difference, Explanation, Note } from './explanation.ts';
import type { BreakReason } from './json-scan.ts';
import type { Wait } from './wait.ts';

/*
 * What a decoder says, in words; for a page as well as for a terminal. All of it is plain text.
 */

const REASONS: Record<BreakReason, string> = {
  end: 'it breaks off before its last bracket is closed',
  'line-break': 'a text runs over the end of its line',
  escape: 'a backslash is followed by a sign that JSON has no escape for',
  'single-quote': 'it has single quotes, where JSON has double quotes',
  'trailing-comma': 'there is a comma after the last item',
  name: 'a name in double quotes should stand here',
  colon: 'a colon should follow the name',
  comma: 'a comma or a closing bracket should stand here',
  value: 'a value should stand here',
  bracket: 'the closing bracket is of the other kind than the opening one',
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
      return 'No error body and no known code is in this text. Paste the whole response, or the code alone.';
    case 'cut':
      return `The text is too long: only its first ${Math.round(note.read / 1_048_576)} MB were read.`;
    case 'more':
      return `There is more: ${counted(note.left, 'further error')} of this paste ${note.left === 1 ? 'is' : 'are'} not shown.`;
    case 'markup':
      return `This is ${note.status ? `a web page that reports a ${note.status}` : 'markup'}, not a body of these APIs: something between you and the API, such as a proxy, has probably answered.`;
    case 'no body':
    case 'strange body':
      return `The response with status ${note.status} in line ${note.line} has ${note.kind === 'no body' ? 'no JSON body' : 'a body of none of these APIs'}, so only its status can be read. ${statusSentence(note.status)}`;
    case 'broken':
      return `The JSON stops being JSON in line ${note.line}, column ${note.column}: ${REASONS[note.why]}. It says: ${note.excerpt}`;
  }
}

/** Where a response and the docs disagree. */
export function differenceSentence(difference: Difference): string {
  switch (difference.kind) {
    case 'status':
      return `The status is ${difference.seen}; the docs list ${difference.listed.join(' or ')}.`;
    case 'spelling':
      return `${difference.seen} is an old spelling; the code is ${difference.code} now.`;
    case 'two statuses':
      return `The status line says ${difference.head}, and the body says ${difference.body}.`;
    case 'field':
      return difference.pointer === ''
        ? `The body ${difference.why}.`
        : `The field ${difference.pointer} ${difference.why}.`;
    case 'header':
      return `The header ${difference.name}, which should come with it, is missing.`;
    case 'media type':
      return `The Content-Type is ${difference.seen}; the docs say ${difference.listed}.`;
    case 'delay':
      return `The delay ${JSON.stringify(difference.given)} is neither a number of seconds nor a date.`;
    case 'no delay expected':
      return `The response names a delay (${difference.given}), though the docs say that repeating does not help.`;
  }
}

/** What was found, in one line, for those who don't see it appear. */
export function summarySentence(explanations: readonly Explanation[]): string {
  if (explanations.length === 0) return 'No error was found.';
  const known = explanations.filter(({ entry }) => entry).length;
  const unknown = explanations.length - known;
  const parts = [
    ...(known > 0 ? [`${counted(known, 'known error')}`] : []),
    ...(unknown > 0 ? [`${counted(unknown, 'error')} that these docs do not know`] : []),
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
