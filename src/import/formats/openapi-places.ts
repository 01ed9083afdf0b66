import { isElement, tokensOf } from '../../model/envelope/pointer.ts';
import { type Leaves, valuesOf } from './openapi-leaves.ts';
import { isError, type Response } from './openapi-responses.ts';

/** Where bodies have the code and the message, as JSON Pointers. */
export interface Places {
  code: string;
  message: string | undefined;
}

/** Names of the field with the code, the likeliest first, in lower case without separators. */
const CODE_NAMES = ['errorcode', 'code', 'errcode', 'reason', 'error', 'type', 'status', 'name', 'slug', 'key'];
const MESSAGE_NAMES = ['message', 'errormessage', 'msg', 'detail', 'errordescription', 'description'];

/** A response that may report success has a code only in a field that is named for errors. */
const OF_ERRORS = /^err/;

interface Candidate {
  pointer: string;
  rank: number;
  count: number;
}

/** Where the responses of a document have the code: the field with the likeliest name that has values, and is not a status. */
export function placesOf(leaves: Leaves, responses: readonly Response[]): Places | undefined {
  const candidates = new Map<string, Candidate>();
  const messages = new Map<string, Candidate>();
  for (const { status, bodies } of responses) {
    for (const body of bodies) {
      for (const leaf of leaves.of(body)) {
        const name = nameOf(leaf.pointer);
        add(messages, leaf.pointer, MESSAGE_NAMES.indexOf(name));
        const rank = CODE_NAMES.indexOf(name);
        if (rank < 0 || !mayHaveCode(status, leaf.pointer)) continue;
        const values = valuesOf(leaves.refs, leaf, body.kind).filter(({ value }) => isCode(value, status));
        if (values.length > 0) add(candidates, leaf.pointer, rank);
      }
    }
  }
  const code = best(candidates.values());
  if (!code) return undefined;
  const near = [...messages.values()].filter(({ pointer }) => parentOf(pointer) === parentOf(code.pointer));
  return { code: code.pointer, message: best(near)?.pointer };
}

/** True for a place of a response that may have a code: of one that reports success only a place that is named for errors. */
export function mayHaveCode(status: string, pointer: string): boolean {
  return isError(status) || pointer.split('/').some((it) => OF_ERRORS.test(it.toLowerCase()));
}

/** True for a value that can be a code: one word, or a number that is not an HTTP status. */
export function isCode(value: unknown, status: string): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !(value >= 100 && value < 600);
  return typeof value === 'string' && /^\S+$/.test(value) && value !== status && !/^[1-5]\d\d$/.test(value);
}

function add(to: Map<string, Candidate>, pointer: string, rank: number): void {
  if (rank < 0) return;
  const known = to.get(pointer);
  if (known) known.count++;
  else to.set(pointer, { pointer, rank, count: 1 });
}

function best(candidates: Iterable<Candidate>): Candidate | undefined {
  return [...candidates].sort((a, b) => a.rank - b.rank || b.count - a.count || (a.pointer < b.pointer ? -1 : 1))[0];
}

function nameOf(pointer: string): string {
  const name = tokensOf(pointer).findLast((token) => !isElement(token)) ?? '';
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
