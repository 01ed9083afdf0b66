import { requestOf } from '../model/effect.ts';
import { atOperation, type Operation, ownOperations } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
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
  if (!request) return /^[\w.:-]+$/.test(operation) ? `[A-Z]+ .*\\/${inPattern(operation)}` : undefined;
  const base = baseUrl === undefined ? '.*' : inPattern(new URL(baseUrl).pathname.replace(/\/$/, ''));
  return `${request.method} ${base}${pathPattern(request.path)}`;
}

/** A path with any segment where the operation has a parameter: `{id}`, `:id` or `<id>`. */
function pathPattern(path: string): string {
  const [plain = ''] = path.split(/[?#]/);
  const segment = (part: string) => (/^(?:\{.*\}|:.+|<.*>)$/.test(part) ? '[^/]+' : inPattern(part));
  return plain.split('/').map(segment).join('\\/');
}

/** A text in a regular expression of TypeScript; what is not plain ASCII is in a path as its bytes are. */
function inPattern(text: string): string {
  return encodeURI(text.toWellFormed()).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A line that leaves the path of a request in `pathname`. */
export function pathLine({ baseUrl }: Api): string {
  return `  const { pathname } = new URL(url, ${inTypeScript(baseUrl ?? 'https://localhost/')});`;
}
