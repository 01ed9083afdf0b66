import { tokensOf } from '../model/envelope/pointer.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Handled } from './handler-rules.ts';
import { codesOf, isNamed, isSeveral } from './handler-several.ts';
import { comment } from './snippets/quote.ts';
import { matches, read } from './snippets/typescript.ts';
import { literal } from './typescript-text.ts';

const JSON_BODY = '    const body: any = await response.clone().json().catch(() => null);';
const ANY_BODY = "    const body: any = parseErrorBody(await response.clone().text().catch(() => ''));";

/** Lines that return a response without an error, and leave the body of any other in `body`. */
export function received(all: readonly Handled[], hasOthers: boolean): string[] {
  const read = hasOthers ? ANY_BODY : JSON_BODY;
  return all.some(({ success }) => success)
    ? [read, '    if (response.ok && !hasError(body, response)) return response;']
    : ['    if (response.ok) return response;', read];
}

/** A function that finds the errors with a success status; none where the registry has no such code. */
export function failures(all: readonly Handled[]): string[] {
  const under = all.filter(({ success }) => success);
  if (under.length === 0) return [];
  const several = isSeveral(all) ? codesOf(all) : undefined;
  const tests = new Set(under.map((handled) => testOf(handled, several)));
  const isInHeader =
    isNamed(all) || under.some(({ identity }) => identity.by === 'code' && identity.at.header !== undefined);
  return [
    ...comment('Some errors have a success status: the body decides.', '//'),
    ...(isInHeader
      ? ['function hasError(body: any, response: Response): boolean {', '  const { status } = response;']
      : ['function hasError(body: any, { status }: Response): boolean {']),
    `  return status < 300 && (${[...tests].join(' ||\n    ')});`,
    '}',
    '',
  ];
}

/** A condition that holds for a body with a code, known or not, and with every constant of the envelope, such as `ok: false`. */
function testOf({ identity, envelope }: Handled, several: string | undefined): string {
  if (identity.by !== 'code') return matches(identity).replace('response.status', 'status');
  const has = several ? `${several}.length > 0` : `(${read(identity.at)} ?? '') !== ''`;
  return [...constantsOf(envelope), has].join(' && ');
}

function constantsOf(envelope: Envelope | undefined): string[] {
  return (envelope?.fields ?? []).flatMap(({ pointer, type, const: only, optional, role }) => {
    const isPlain = only !== undefined && (typeof only !== 'object' || only === null);
    const isSent = !optional && role !== 'code';
    return isPlain && isSent ? [`${read({ path: tokensOf(pointer), type })} === ${literal(only)}`] : [];
  });
}
