/*
 * Operations that are named by the request that calls them, such as `GET /v1/voices/{id}`.
 */

/** The method of an operation that is written as a method and a path; undefined for another name. */
export function methodOf(operation: string): string | undefined {
  return requestOf(operation)?.method;
}

/** The method and path of an operation such as `POST /v1/speech`; undefined for another name. */
export function requestOf(operation: string): { method: string; path: string } | undefined {
  const [, method, path] = /^(GET|HEAD|OPTIONS|PUT|DELETE|POST|PATCH) (\/\S*)$/.exec(operation) ?? [];
  return method && path ? { method, path } : undefined;
}

/**
 * A path without its query, in parts: every second one, from the second on, is a parameter, written as `{id}`, or as a whole
 * segment `:id` or `<id>`.
 */
export function pathParts(path: string): string[] {
  return path.replace(/[?#].*$/s, '').split(/(\{[^/{}]*\}|(?<=\/):[^/]+|(?<=\/)<[^/<>]*>)/);
}
