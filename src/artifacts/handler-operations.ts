import { inPattern } from '../model/in-pattern.ts';
import { atOperation, type Operation, ownOperations } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import { pathParts, requestOf } from '../model/request.ts';
import { inTypeScript } from './snippets/quote.ts';

/** A code at an operation that has a policy or a status of its own, and the requests that are of this operation. */
export interface CodeThere {
  code: Code;
  /** The source of a regular expression for method and path. */
  requests: string;
}

/** Each code as single operations return it, where that may ask for another rule and a request shows which operation it is of. */
export function codesThere(api: Api): CodeThere[] {
  return api.codes.flatMap((code) =>
    ownOperations(code).flatMap((it) => {
      const requests = it.retry || it.statuses ? requestPattern(api, it) : undefined;
      return requests === undefined ? [] : [{ code: atOperation(code, it), requests }];
    }),
  );
}

/**
 * The requests of an operation: `POST /v1/x` below the API's base address; of another name without spaces, such as `chat.post`,
 * those whose path ends with it. Undefined where no request shows the operation.
 */
export function requestPattern(
  { baseUrl }: Pick<Api, 'baseUrl'>,
  { operation }: Pick<Operation, 'operation'>,
): string | undefined {
  const request = requestOf(operation);
  if (!request) return /^[\w.:-]+$/.test(operation) ? `[A-Z]+ .*\\/${inPath(operation)}` : undefined;
  const base = baseUrl === undefined ? '.*' : inPath(new URL(baseUrl).pathname.replace(/\/$/, ''));
  const path = pathParts(request.path).map((part, index) => (index % 2 === 0 ? inPath(part) : '[^/]+'));
  return `${request.method} ${base}${path.join('')}`;
}

/** A part of a path as `pathname` has it, where what is not plain ASCII is spelled as bytes. */
function inPath(text: string): string {
  return inPattern(encodeURI(text.toWellFormed()));
}

/** A line that leaves the path of a request in `pathname`. */
export function pathLine({ baseUrl }: Api): string {
  return `  const { pathname } = new URL(url, ${inTypeScript(baseUrl ?? 'https://localhost/')});`;
}
