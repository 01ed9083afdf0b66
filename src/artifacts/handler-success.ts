import { tokensOf } from '../model/envelope/pointer.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import { type Handled, isSeveral } from './handler-rules.ts';
import { comment } from './snippets/quote.ts';
import { matches, read } from './snippets/typescript.ts';
import { literal } from './typescript-text.ts';

const BODY = '    const body: any = await response.clone().json().catch(() => null);';

/** Lines that return a response without an error, and leave the body of any other in `body`. */
export function received(all: readonly Handled[]): string[] {
  return all.some(({ success }) => success)
    ? [BODY, '    if (response.ok && !hasError(body, response)) return response;']
    : ['    if (response.ok) return response;', BODY];
}

/** A function that finds the errors with a success status; none where the registry has no such code. */
export function failures(all: readonly Handled[]): string[] {
  const under = all.filter(({ success }) => success);
  if (under.length === 0) return [];
  const several = isSeveral(all);
  const tests = new Set(under.map((handled) => testOf(handled, several)));
  return [
    ...comment('Some errors have a success status: the body decides.', '//'),
    'function hasError(body: any, { status }: Response): boolean {',
    `  return status < 300 && (${[...tests].join(' ||\n    ')});`,
    '}',
    '',
  ];
}

/** A condition that holds for a body with a code, known or not, and with every constant of the envelope, such as `ok: false`. */
function testOf({ identity, envelope }: Handled, several: boolean): string {
  if (identity.by !== 'code') return matches(identity).replace('response.status', 'status');
  const has = several ? 'codesIn(body).length > 0' : `(${read(identity.at)} ?? '') !== ''`;
  return [...constantsOf(envelope), has].join(' && ');
}

function constantsOf(envelope: Envelope | undefined): string[] {
  return (envelope?.fields ?? []).flatMap(({ pointer, type, const: only, optional, role }) => {
    const isPlain = only !== undefined && (typeof only !== 'object' || only === null);
    const isSent = !optional && role !== 'code';
    return isPlain && isSent ? [`${read({ path: tokensOf(pointer), type })} === ${literal(only)}`] : [];
  });
}
