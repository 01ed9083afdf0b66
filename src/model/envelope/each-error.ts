import { isElement, tokensOf, valueAt } from './pointer.ts';

/** More errors than these in one response are not looked at. */
const MOST_ERRORS = 1000;

interface Body {
  [key: string]: unknown;
}

/**
 * A body once for each error in it, in order: as if the arrays on the way to `pointer`, where errors have their code, held that
 * one error. Elements without a value there are left out; where none has one, or nothing is an array, it is the body itself.
 */
export function eachError(body: Body, pointer: string): Body[] {
  const all = parted(body, tokensOf(pointer), 1).filter((it) => valueAt(it, pointer) !== undefined);
  return all.length > 0 ? all : [body];
}

function parted(body: Body, tokens: readonly string[], from: number): Body[] {
  const at = tokens.findIndex((token, index) => index >= from && isElement(token));
  if (at < 0) return [body];
  const list = tokens.slice(0, at).reduce<unknown>(inside, body);
  if (!Array.isArray(list)) return [body];
  const each = list.slice(0, MOST_ERRORS).map((it) => replaced(body, tokens.slice(0, at), [it]));
  return each.flatMap((it) => parted(it, tokens, at + 1)).slice(0, MOST_ERRORS);
}

function inside(here: unknown, token: string): unknown {
  return entriesOf(here).find(([key]) => key === token)?.[1];
}

function entriesOf(value: unknown): [key: string, value: unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** A copy in which a value has another one inside it; what is beside the way there is the same. */
function replaced(body: Body, [token, ...rest]: readonly string[], value: unknown): Body {
  const put = (it: unknown): unknown => {
    if (rest.length === 0) return value;
    if (!Array.isArray(it)) return replaced(Object.fromEntries(entriesOf(it)), rest, value);
    const [, ...deeper] = rest;
    return [deeper.length === 0 ? value : replaced(Object.fromEntries(entriesOf(it[0])), deeper, value)];
  };
  return Object.fromEntries(Object.entries(body).map(([key, it]) => [key, key === token ? put(it) : it]));
}
