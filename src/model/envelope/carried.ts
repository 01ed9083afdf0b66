import type { Envelope, EnvelopeHeader } from '../schema/envelope.ts';
import { hasRole } from './fields.ts';

/** The characters between which a longer value holds a code. */
export interface Separators {
  after?: string | undefined;
  until?: string | undefined;
}

/** Whether a code is only a part of the value that carries it. */
export function isPart({ after, until }: Separators): boolean {
  return after !== undefined || until !== undefined;
}

/** Where the code is in a value: after the last `after`, until the first `until`; a value without them is the code. */
function rangeOf(value: string, { after, until }: Separators): [start: number, end: number] {
  const found = until === undefined ? -1 : value.indexOf(until);
  const end = found < 0 ? value.length : found;
  return [after === undefined ? 0 : value.slice(0, end).lastIndexOf(after) + 1, end];
}

/** The code in a value. */
export function codeIn(value: string, separators: Separators): string {
  return value.slice(...rangeOf(value, separators));
}

/** An example value with another code in it. */
export function withCode(example: string, code: string, separators: Separators): string {
  const [start, end] = rangeOf(example, separators);
  return example.slice(0, start) + code + example.slice(end);
}

/** The header with the code of a response, and its name; undefined where an envelope has none. */
export function codeHeader({
  headers = {},
}: Pick<Envelope, 'headers'>): ({ name: string } & EnvelopeHeader) | undefined {
  const [found] = Object.entries(headers).filter(([, { role }]) => role === 'code');
  return found && { name: found[0], ...found[1] };
}

/** Whether responses carry their code, in the body or in a header. */
export function carriesCode(envelope: Pick<Envelope, 'fields' | 'headers'>): boolean {
  return hasRole(envelope.fields, 'code') || codeHeader(envelope) !== undefined;
}
